import { decisionTransitions } from '../../../shared/domain/decisions/decision.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { recordDecisionOutcome } from '../../../shared/store/decision-acts.ts';
import { decisions } from '../../../shared/store/decisions.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { outcomeEvents } from './decision-page.ts';
import { fieldMaker, wrong } from './fields.ts';
import { requireSeen, subjectOf } from './see-decision.ts';

type Shown = { typed?: Typed; faults?: Faults };

async function asked(request: WebRequest) {
  const found = await get(request.services.register, decisions, request.params['id'] ?? '');
  requireSeen(request, found.record);
  request.require('decision.publish', subjectOf(found.record));
  const possible = outcomeEvents.filter((event) => decisionTransitions[found.record.state][event] !== undefined);
  return { ...found, possible };
}

/** What scrutiny, the council or the decision maker did with it: only what can come next. */
export async function outcomePage(request: WebRequest, { typed, faults = faultless }: Shown = {}): Promise<WebAnswer> {
  const { record, version, possible } = await asked(request);
  if (possible.length === 0) return { redirect: paths.decision(record.id) };
  const f = fieldMaker({ typed: typed ?? {}, faults });
  const events = possible.map((value) => ({ value, text: say('decisions', `event-${value}`) }));
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/form.njk', {
      frame: request.frame(say('decisions', 'outcomeTitle'), {
        breadcrumbs: [
          { text: say('decisions', 'title'), href: paths.decisionRecords() },
          { text: record.title, href: paths.decision(record.id) },
        ],
        errors: faults.list,
      }),
      caption: record.title,
      title: say('decisions', 'outcomeTitle'),
      lede: say('decisions', 'outcomeLede'),
      sections: [
        {
          title: null,
          fields: [
            f.choice('event', 'label-event', events),
            f.date('on', 'label-on'),
            f.text('reasons', 'label-outcomeReasons'),
            ...(possible.includes('amend') ? [f.text('newText', 'label-newText', undefined, 6)] : []),
          ],
        },
      ],
      action: paths.decisionOutcome(record.id),
      button: say('decisions', 'save'),
      version: typed?.['version'] ?? version,
      commandId: request.services.newId(),
    }),
  };
}

type Event = (typeof outcomeEvents)[number];

function dayFaults(on: string | null, today: string) {
  if (on === null) return [wrong('on', 'needOn')];
  if (on === 'wrong') return [wrong('on', 'noSuchDay')];
  return on > today ? [wrong('on', 'dayToCome')] : [];
}

function textFaults(typed: Typed, event: Event) {
  const [reasons, newText] = [typed['reasons'] ?? '', typed['newText'] ?? ''];
  return [
    ...(reasons === '' && event !== 'implement' ? [wrong('reasons', 'needReason')] : []),
    ...(reasons.length > 4000 ? [wrong('reasons', 'tooLong')] : []),
    ...(event === 'amend' && newText === '' ? [wrong('newText', 'needNewText')] : []),
    ...(newText.length > 20_000 ? [wrong('newText', 'tooLong')] : []),
  ];
}

/** Records it. Throws `TransitionRefused` where that cannot come next. */
export async function outcomePost(request: WebRequest): Promise<WebAnswer> {
  const { record, possible } = await asked(request);
  const typed = typedIn(request.form);
  const event = possible.find((one) => one === typed['event']);
  const on = dayTyped(typed, 'on');
  const faults = [
    ...(event === undefined ? [wrong('event', 'needEvent')] : textFaults(typed, event)),
    ...dayFaults(on, request.today),
  ];
  if (event === undefined || on === null || faults.length > 0)
    return outcomePage(request, { typed, faults: faultsOf(faults, ['on']) });
  const command = { ...request.command(), version: versionIn(request.form) };
  const [reasons, newText] = [typed['reasons'] ?? '', typed['newText'] ?? ''];
  const said = { event, on, reasons, text: event === 'amend' ? newText : null };
  await recordDecisionOutcome(request.services.register, command, record.id, said);
  return { redirect: paths.decision(record.id), flash: say('decisions', 'outcomeSaved') };
}
