import type { Body } from '../../../shared/domain/bodies/body.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { recordCommitment } from '../../../shared/store/record-commitment.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { bodiesWhere } from '../home/home-data.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type FormErrors, isErrors, typedIn } from './form-fields.ts';
import { readNew } from './new-answers.ts';
import { type NewForm, newChoices } from './new-view.ts';

async function givenFor(request: WebRequest, wanted: string): Promise<NewForm> {
  const { register } = request.services;
  const { today } = request;
  const ids = bodiesWhere(request.signedIn().memberships, ['secretary', 'cover-secretary'], today);
  const [own, persons, all] = await Promise.all([
    getMany(register, bodies, ids),
    personsById(register),
    ids.includes(wanted) ? meetingsOf(register, wanted) : [],
  ]);
  const past = all.map(({ record }) => record).filter(({ day, state }) => day <= today && state !== 'cancelled');
  const records: Body[] = own.map(({ record }) => record);
  const body = records.find(({ id }) => id === wanted) ?? (records.length === 1 ? (records[0] ?? null) : null);
  return { own: records, body, persons, meetings: past.toReversed().slice(0, 24) };
}

function formPage(request: WebRequest, given: NewForm, errors?: FormErrors): WebAnswer {
  const title = say('promiseForms', 'newTitle');
  const html = render('commitments/new.njk', {
    frame: request.frame(title, {
      breadcrumbs: [{ text: say('layout', 'navCommitments'), href: paths.commitments() }],
      ...(errors ? { errors: errors.list } : {}),
    }),
    title,
    // The same id on every showing of this form: a promise sent twice is recorded once.
    commandId: errors ? request.form.get('commandId') : request.services.newId(),
    typed: errors ? typedIn(request.form) : {},
    errors: errors?.of ?? {},
    action: '/commitments/new',
    ...newChoices(request, given),
  });
  return { html, status: errors ? 422 : 200 };
}

/** The form in which a promise is recorded by hand. */
export async function newCommitmentPage(request: WebRequest): Promise<WebAnswer> {
  request.require('register.record');
  return formPage(request, await givenFor(request, request.query.get('body')));
}

/** Records it; nothing is sent by being recorded, unless it is to be chased. */
export async function recordCommitmentPost(request: WebRequest): Promise<WebAnswer> {
  const wanted = request.form.get('body');
  request.require('register.record', wanted === '' ? {} : { bodyId: wanted });
  const given = await givenFor(request, wanted);
  const { register, newId } = request.services;
  const read = readNew(request, given, newId());
  if (isErrors(read) || !given.body) return formPage(request, given, isErrors(read) ? read : undefined);
  const { outcome } = await recordCommitment(register, request.command(), given.body, read);
  const flash = say('promiseForms', 'newDone', { reference: String(outcome['reference']) });
  return { redirect: paths.commitment(String(outcome['id'])), flash };
}
