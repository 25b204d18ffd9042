import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { policySentences } from '../../../shared/domain/messages/policy-sentences.ts';
import { policyOn } from '../../../shared/domain/messages/reminder-policy.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { ownPolicyOn, savePolicy, switchChasing } from '../../../shared/store/policy-acts.ts';
import { allPolicies } from '../../../shared/store/settings.ts';
import { chooserOfDays } from '../chooser-of-days.ts';
import { maySee } from '../commitments/see-promise.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { crumbs } from './crumbs.ts';
import { forecastOf } from './forecast-view.ts';
import { fieldLabel, policyFields, readPolicy, typedOfPolicy } from './policy-form.ts';

type Shown = { typed?: Typed; faults?: Faults };

async function settingsOf(request: WebRequest, bodyId: string | null) {
  const { register } = request.services;
  const [bodies, all] = await Promise.all([everyBody(register), allPolicies(register)]);
  const body = bodyId === null ? null : bodies.find(({ record }) => record.id === bodyId)?.record;
  if (body === undefined) throw new NotFound(`body ${bodyId}`);
  const records = all.map(({ record }) => record);
  const own = ownPolicyOn(all, bodyId ?? ORGANISATION, request.today);
  return { bodies, body, records, own, policy: policyOn(records, bodyId ?? ORGANISATION, request.today) };
}

type Settings = Awaited<ReturnType<typeof settingsOf>>;

function bodyRows({ bodies, records }: Settings, request: WebRequest) {
  const open = bodies.filter(({ record }) => existsOn(record, request.today));
  return open.map(({ record }) => ({
    name: record.name,
    href: paths.remindersOf(record.id),
    chasing: policyOn(records, record.id, request.today).chasing,
    own: records.some(
      ({ bodyId, from, to }) => bodyId === record.id && from <= request.today && (to ?? '9') >= request.today,
    ),
  }));
}

function formOf(typed: Typed) {
  const chairChoices = (['briefing', 'own'] as const).map((value) => ({
    value,
    text: say('reminders', `chair-${value}`),
    selected: typed['reportBack-chairBeforeOverdue'] === value,
  }));
  return policyFields.map(({ name, sort }) => ({
    name,
    sort,
    label: fieldLabel(name),
    items: sort === 'weekday' ? chooserOfDays(typed[name] ?? '1') : chairChoices,
  }));
}

function sinceWords({ own, body }: Settings): string {
  if (own) return say('reminders', 'since', { day: formatDate(own.record.from) });
  return say('reminders', body === null ? 'shipped' : 'organisations');
}

/** The policy of the organisation, or of one body: sentences, numbers, and what would be sent by it. */
export async function remindersPage(
  request: WebRequest,
  { typed, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  request.require('policy.manage');
  const bodyId = request.params['bodyId'] ?? null;
  const [settings, forecast] = await Promise.all([
    settingsOf(request, bodyId),
    forecastOf(request.services.register, {
      bodyId,
      today: request.today,
      mayOpen: (promise, persons) => maySee(request, promise, persons),
    }),
  ]);
  const { body, own, policy } = settings;
  const shown = typed ?? typedOfPolicy(policy);
  const title = body === null ? say('reminders', 'title') : say('reminders', 'titleOf', { body: body.name });
  const above = body === null ? [] : [{ text: say('reminders', 'title'), href: paths.reminders() }];
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('administration/reminders.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs(...above), errors: faults.list }),
      title,
      yes: 'yes',
      since: sinceWords(settings),
      otherWay: policy.chasing ? 'off' : 'on',
      end: 'end',
      body,
      chasing: policy.chasing,
      ended: body !== null && own !== undefined,
      sentences: policySentences(policy).map(({ subject, when, who }) => [subject, when, who]),
      fields: formOf(shown),
      typed: shown,
      errors: faults.of,
      bodies: body === null ? bodyRows(settings, request) : [],
      forecast,
      version: typed?.['version'] ?? own?.version ?? 0,
      commandIds: { save: request.services.newId(), chasing: request.services.newId() },
      action: body === null ? paths.reminders() : paths.remindersOf(body.id),
      chasingAction: body === null ? '' : paths.chasing(body.id),
    }),
  };
}

/** Saves the numbers, from today on; or has a body go by the organisation's policy again. */
export async function saveReminders(request: WebRequest): Promise<WebAnswer> {
  request.require('policy.manage');
  const { register, newId } = request.services;
  const bodyId = request.params['bodyId'] ?? null;
  const { body, policy } = await settingsOf(request, bodyId);
  const typed = typedIn(request.form);
  const read = readPolicy(typed, policy.chasing);
  const command = { ...request.command(), version: versionIn(request.form) };
  const id = newId();
  const to = body === null ? paths.reminders() : paths.remindersOf(body.id);
  if (body !== null && request.form.get('go') === 'end') {
    await savePolicy(register, command, { id, bodyId: body.id, policy: null, event: 'own reminder policy ended' });
    return { redirect: to, flash: say('reminders', 'endedFlash') };
  }
  if ('list' in read) return remindersPage(request, { typed, faults: read });
  const event = 'reminder policy changed';
  await savePolicy(register, command, { id, bodyId: body?.id ?? ORGANISATION, policy: read.policy, event });
  return { redirect: to, flash: say('reminders', 'saved') };
}

/** Switches chasing on or off for one body. */
export async function changeChasing(request: WebRequest): Promise<WebAnswer> {
  request.require('policy.manage');
  const { register, newId } = request.services;
  const { body } = await settingsOf(request, request.params['bodyId'] ?? '');
  const bodyId = body?.id ?? '';
  const chasing = request.form.get('chasing') === 'on';
  const command = { ...request.command(), version: versionIn(request.form) };
  await switchChasing(register, command, { id: newId(), bodyId, chasing });
  return { redirect: paths.remindersOf(bodyId), flash: say('reminders', chasing ? 'nowOn' : 'nowOff') };
}
