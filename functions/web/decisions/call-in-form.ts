import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { kindOf } from '../../../shared/domain/decisions/call-in-validity.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { beginCallIn } from '../../../shared/store/call-in-acts.ts';
import { type DecisionAround, decisionAround, signatoryFacts } from '../../../shared/store/decision-around.ts';
import { everybody } from '../../../shared/store/people.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn } from '../typed-form.ts';
import { ruleWords } from './call-in-words.ts';
import { type Field, fieldMaker, wrong } from './fields.ts';
import { requireSeen } from './see-decision.ts';

type Shown = { typed?: Typed; named?: readonly string[]; faults?: Faults };

async function asked(request: WebRequest) {
  const around = await decisionAround(request.services.register, request.params['id'] ?? '', request.today);
  requireSeen(request, around.record);
  request.require('call-in.request');
  const { person } = request.signedIn();
  if (around.record.published === null || person.councillor === null) throw new NotAllowed();
  return around;
}

/** The councillors who may sign: those who are not of the executive, by name. */
async function others(request: WebRequest, { context }: DecisionAround) {
  const { register } = request.services;
  const me = request.signedIn().person.id;
  const councillors = (await everybody(register))
    .map(({ record }) => record)
    .filter(({ councillor }) => councillor !== null);
  const personIds = councillors.map(({ id }) => id);
  const facts = await signatoryFacts(register, { context, personIds, today: request.today });
  return {
    ofExecutive: facts.get(me)?.executive === true,
    choices: councillors.filter(({ id }) => id !== me && facts.get(id)?.executive === false),
  };
}

function ledeOf({ record, window, context }: DecisionAround, now: string): string {
  const rule = context.procedure.callIn;
  const kind = kindOf(record, null);
  if (window === null || rule === null || kind !== 'open')
    return say('decisions', 'callInNot', { why: say('decisions', `kind-${kind}`) });
  const day = formatDay(window.closesOn);
  if (now > window.closesAt) return say('decisions', 'callInClosed', { day });
  return say('decisions', 'callInLede', { day, time: formatTime(rule.closesAt), who: ruleWords(rule) });
}

/** A member asks for a decision to be called in: grounds, and who signs with them. */
export async function callInPage(
  request: WebRequest,
  { typed = {}, named = [], faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  const around = await asked(request);
  const { record, window } = around;
  const { ofExecutive, choices } = await others(request, around);
  const f = fieldMaker({ typed, faults });
  const boxes: Field = {
    type: 'checks',
    name: 'named',
    label: say('decisions', 'label-named'),
    hint: say('decisions', 'hint-named'),
    items: choices.map(({ id, name }) => ({ value: id, text: name, checked: named.includes(id) })),
    ...(faults.of['named'] ? { error: faults.of['named'].text } : {}),
  };
  const title = say('decisions', 'callInTitle');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/form.njk', {
      frame: request.frame(title, {
        breadcrumbs: [
          { text: say('decisions', 'title'), href: paths.decisionRecords() },
          { text: record.title, href: paths.decision(record.id) },
        ],
        errors: faults.list,
      }),
      caption: record.title,
      title,
      lede: ledeOf(around, request.services.clock.now()),
      warning: ofExecutive ? say('decisions', 'ofExecutive') : null,
      figure:
        window === null
          ? null
          : dayStrip({
              id: `call-in-${record.id}`,
              today: request.today,
              sum: window.sum,
              unit: 'plain',
              startWord: say('decisions', 'startWord'),
              endWord: say('decisions', 'endWord'),
            }),
      sections: [{ title: null, fields: [f.text('grounds', 'label-grounds', 'hint-grounds', 6), boxes] }],
      action: paths.askCallIn(record.id),
      button: say('decisions', 'sendCallIn'),
      commandId: request.services.newId(),
      leave: { text: record.title, href: paths.decision(record.id) },
    }),
  };
}

/** Records the request whatever it lacks: how it stands is judged, and a request once made is not lost. */
export async function callInPost(request: WebRequest): Promise<WebAnswer> {
  const around = await asked(request);
  const { register, newId } = request.services;
  const { ofExecutive, choices } = await others(request, around);
  const typed = typedIn(request.form);
  const named = request.form.all('named').filter((id) => choices.some((one) => one.id === id));
  const grounds = typed['grounds'] ?? '';
  const faults = [
    ...(grounds === '' ? [wrong('grounds', 'needGrounds')] : []),
    ...(grounds.length > 10_000 ? [wrong('grounds', 'tooLong')] : []),
    ...(ofExecutive ? [wrong('grounds', 'ofExecutive')] : []),
  ];
  if (faults.length > 0) return callInPage(request, { typed, named, faults: faultsOf(faults) });
  const requesterId = request.signedIn().person.id;
  const wanted = { id: newId(), decisionId: around.record.id, requesterId, grounds, named };
  const { outcome } = await beginCallIn(register, request.command(), wanted);
  return { redirect: paths.callIn(String(outcome['id'])), flash: say('decisions', 'callInSent') };
}
