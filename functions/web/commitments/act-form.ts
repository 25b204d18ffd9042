import type { Action } from '../../../shared/domain/access/access.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import {
  type Commitment,
  type CommitmentEvent,
  commitmentTransitions,
} from '../../../shared/domain/commitments/commitment.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { sideBySide } from '../../../shared/pages/differences.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import type { Command } from '../../../shared/store/commitment-acts.ts';
import { VersionConflict } from '../../../shared/store/errors.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { type PromiseAround, promiseAround } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type FormErrors, isErrors, typedIn } from './form-fields.ts';
import { requireOf } from './see-promise.ts';

/** What an act did: the words said once on the page it leads to, the promise's story unless `to` says otherwise. */
export type Done = { flash: string; to?: string };

/** One form that acts on a promise, as data: what it shows, reads and does. */
export type ActForm<Read> = {
  action: Action;
  /** Possible while the promise allows any of these. */
  events: readonly CommitmentEvent[];
  title: Key<'promiseForms'>;
  template: string;
  /** What the template shows beside the promise; a record of plain values. */
  view: (request: WebRequest, around: PromiseAround) => Record<string, unknown>;
  read: (request: WebRequest, around: PromiseAround) => Read | FormErrors;
  act: (given: { request: WebRequest; around: PromiseAround; command: Command }, read: Read) => Promise<Done>;
  /** The event that this answer would be, where a form can be several: decides whether a conflict can still be settled. */
  eventOf?: (read: Read) => CommitmentEvent;
  /** The record as it is now and as it was meant, where two people may change the same; null checks no version. */
  differs: ((around: PromiseAround, read: Read) => { label: string; theirs: string; yours: string }) | null;
};

const possible = ({ state }: Commitment, events: readonly CommitmentEvent[]): boolean =>
  events.some((event) => commitmentTransitions[state][event] !== undefined);

function frameOf(request: WebRequest, { record, context }: PromiseAround, title: string, errors?: FormErrors) {
  return request.frame(title, {
    breadcrumbs: [
      { text: context.body.name, href: paths.body(context.body.id) },
      { text: record.subject, href: paths.commitment(record.id) },
    ],
    ...(errors ? { errors: errors.list } : {}),
  });
}

const unseen = ['csrf', 'commandId', 'version'];

const keptFrom = ({ form }: WebRequest) =>
  form
    .names()
    .filter((name) => !unseen.includes(name) && !name.startsWith('choose-'))
    .flatMap((name) => form.all(name).map((value) => ({ name, value })));

/** It cannot be done to the promise as it is now: what it is now, in words, and what was typed kept. */
export function nowPage(request: WebRequest, around: PromiseAround): WebAnswer {
  const { record, context, persons } = around;
  const { state, closure } = record;
  const on = closure?.on ?? record.doneOn ?? record.reports.at(-1)?.on ?? record.acceptance.on ?? record.madeOn;
  const slots = { day: formatDate(on), body: context.body.shortName };
  const minute = closure?.minuteReference
    ? say('commitments', 'closureMinute', { minute: closure.minuteReference })
    : '';
  const closed = state === 'closed' && closure;
  const title = say('promiseForms', closed ? 'closeAlreadyTitle' : 'nowTitle');
  const text = closed
    ? say('promiseForms', 'closeAlready', { ...slots, name: persons.get(closure.by)?.name ?? '', minute })
    : say('promiseForms', `now-${state}`, slots);
  const html = render('commitments/now.njk', {
    frame: frameOf(request, around, title),
    title,
    text,
    storyHref: paths.commitment(record.id),
    kept: request.method === 'POST' ? keptFrom(request).filter(({ value }) => value.length > 20) : [],
  });
  return { html, status: request.method === 'POST' ? 409 : 200 };
}

function formPage<Read>(
  form: ActForm<Read>,
  request: WebRequest,
  around: PromiseAround,
  errors?: FormErrors,
): WebAnswer {
  const title = say('promiseForms', form.title);
  const html = render(form.template, {
    frame: frameOf(request, around, title, errors),
    title,
    promise: around.record,
    body: around.context.body,
    // After an error the version stays the one the person looked at: a change in between is still a conflict.
    version: errors ? request.form.get('version') : around.version,
    commandId: request.services.newId(),
    typed: errors ? typedIn(request.form) : {},
    errors: errors?.of ?? {},
    storyHref: paths.commitment(around.record.id),
    action: request.path,
    ...form.view(request, around),
  });
  return { html, status: errors ? 422 : 200 };
}

async function conflictPage<Read>(form: ActForm<Read>, request: WebRequest, read: Read): Promise<WebAnswer> {
  const id = request.params['id'] ?? '';
  const { register } = request.services;
  const [around, history] = await Promise.all([
    promiseAround(register, id, request.today),
    historyOf(register, 'commitment', id),
  ]);
  // What was meant is no longer possible at all: nothing is left to choose.
  if (!possible(around.record, form.eventOf ? [form.eventOf(read)] : form.events)) return nowPage(request, around);
  const last = history.at(-1)?.envelope;
  const actor = last?.actor;
  const who = actor?.sort === 'person' ? (around.persons.get(actor.personId)?.name ?? '') : say('layout', 'product');
  const difference = form.differs?.(around, read);
  const same = difference === undefined || difference.theirs === difference.yours;
  const rows = same
    ? []
    : [{ name: 'it', label: difference.label, ...sideBySide(difference.theirs, difference.yours) }];
  const title = say('errors', 'conflictTitle');
  const conflict = {
    who,
    what: say('promiseForms', 'conflictWhat'),
    when: last ? say('promiseForms', 'conflictWhen', { when: formatMoment(last.at) }) : '',
    action: request.path,
    leaveHref: paths.commitment(id),
    commandId: request.services.newId(),
    version: around.version,
    rows,
    kept: keptFrom(request),
  };
  return { html: render('errors/conflict.njk', { frame: frameOf(request, around, title), conflict }), status: 409 };
}

const commandOf = <Read>(form: ActForm<Read>, request: WebRequest): Command => {
  const command = request.command();
  const version = Number(request.form.get('version') || Number.NaN);
  return form.differs === null || !Number.isInteger(version) ? command : { ...command, version };
};

/** The two pages of a form: shown, and sent. */
export function actPages<Read>(form: ActForm<Read>) {
  const load = async (request: WebRequest) => {
    const around = await promiseAround(request.services.register, request.params['id'] ?? '', request.today);
    requireOf(request, form.action, around.record, around.persons);
    return around;
  };
  const show = async (request: WebRequest): Promise<WebAnswer> => {
    const around = await load(request);
    return possible(around.record, form.events) ? formPage(form, request, around) : nowPage(request, around);
  };
  const send = async (request: WebRequest): Promise<WebAnswer> => {
    const around = await load(request);
    const story = paths.commitment(around.record.id);
    if (request.form.get('choose-it') === 'theirs') return { redirect: story };
    const read = form.read(request, around);
    if (isErrors(read)) return formPage(form, request, around, read);
    try {
      const { flash, to } = await form.act({ request, around, command: commandOf(form, request) }, read);
      return { redirect: to ?? story, flash };
    } catch (fault) {
      if (fault instanceof TransitionRefused) return nowPage(request, await load(request));
      if (fault instanceof VersionConflict && form.differs) return conflictPage(form, request, read);
      throw fault;
    }
  };
  return { show, send };
}
