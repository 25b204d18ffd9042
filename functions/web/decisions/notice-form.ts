import { existsOn } from '../../../shared/domain/bodies/body.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { saveNotice } from '../../../shared/store/notice-acts.ts';
import { everybody } from '../../../shared/store/people.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { type Faults, faultless, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { noticeSections, readNotice, typedOfNotice } from './notice-fields.ts';
import { noticeCrumbs, noticeSubject, noticeToChange } from './see-notice.ts';

/** The executives for which the reader may write notices. */
export async function ownExecutives(request: WebRequest) {
  const all = await everyBody(request.services.register);
  return all
    .map(({ record }) => record)
    .filter((body) => body.kind === 'executive' && existsOn(body, request.today))
    .filter(({ id }) => request.may('decision.publish', { bodyId: id }));
}

async function form(
  request: WebRequest,
  { typed, faults = faultless, was }: { typed: Typed; faults?: Faults; was: Versioned<KeyDecisionNotice> | null },
): Promise<WebAnswer> {
  const bodies = await ownExecutives(request);
  if (bodies.length === 0) throw new NotAllowed();
  const title = say('decisions', was ? 'noticeTitleChange' : 'noticeTitleNew');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/form.njk', {
      frame: request.frame(title, { breadcrumbs: noticeCrumbs(), errors: faults.list }),
      title,
      lede: say('decisions', 'noticeLede'),
      sections: noticeSections({ typed, faults }, bodies),
      action: was ? paths.noticeAct(was.record.id, 'change') : paths.newNotice(),
      button: say('decisions', 'save'),
      version: typed['version'] ?? was?.version ?? 0,
      commandId: request.services.newId(),
      leave: { text: say('decisions', 'title'), href: was ? paths.notice(was.record.id) : paths.decisionRecords() },
    }),
  };
}

/** A notice to be written, with what is the same in each already filled in. */
export async function newNoticePage(request: WebRequest): Promise<WebAnswer> {
  const { register, configuration } = request.services;
  const [body] = await ownExecutives(request);
  if (!body) throw new NotAllowed();
  const [context, persons] = await Promise.all([bodyContext(register, body.id, request.today), everybody(register)]);
  const names = new Map(persons.map(({ record }) => [record.id, record.name]));
  const members = context.memberships
    .filter(
      (held) => held.bodyId === body.id && ['chair', 'vice-chair', 'member'].includes(held.role) && held.to === null,
    )
    .map(({ personId }) => names.get(personId) ?? personId);
  const organisation = configuration.ORGANISATION_NAME;
  const typed: Typed = {
    bodyId: body.id,
    keyDecision: 'yes',
    statement: say('decisions', 'statementPreset', { organisation }),
    maker: 'body',
    makerName: body.name,
    makerMembers: members.join('\n'),
    private: 'open',
    contractTerms: 'no',
  };
  return form(request, { typed, was: null });
}

/** Begins a notice. */
export async function beginNotice(request: WebRequest): Promise<WebAnswer> {
  const { register, newId } = request.services;
  const typed = typedIn(request.form);
  const read = readNotice(typed, newId());
  if ('faults' in read) return form(request, { typed, faults: read.faults, was: null });
  request.require('decision.publish', noticeSubject(read.record));
  const { outcome } = await saveNotice(register, { ...request.command(), version: 0 }, read.record);
  return { redirect: paths.notice(String(outcome['id'])), flash: say('decisions', 'noticeSaved') };
}

/** The notice as it is, to be written anew; not once it is published. */
export async function changeNoticePage(request: WebRequest): Promise<WebAnswer> {
  const was = await noticeToChange(request);
  if (was.record.state !== 'draft') return { redirect: paths.notice(was.record.id) };
  return form(request, { typed: typedOfNotice(was.record), was });
}

/** Writes it anew. */
export async function changeNotice(request: WebRequest): Promise<WebAnswer> {
  const was = await noticeToChange(request);
  const typed = typedIn(request.form);
  const read = readNotice(typed, was.record.id);
  if ('faults' in read) return form(request, { typed, faults: read.faults, was });
  request.require('decision.publish', noticeSubject(read.record));
  await saveNotice(request.services.register, { ...request.command(), version: versionIn(request.form) }, read.record);
  return { redirect: paths.notice(was.record.id), flash: say('decisions', 'noticeSaved') };
}
