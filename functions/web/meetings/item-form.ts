import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { unarranged } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { CLOSED_NOTE, closes, slotOf } from '../../../shared/domain/agendas/build.ts';
import { motionFor as ownMotionFor } from '../../../shared/domain/agendas/motion.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { paragraphWords } from '../../../shared/pages/agendas/private-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { addNewItem, editAgendaItem } from '../../../shared/store/agenda-acts.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { NotFound, VersionConflict } from '../../../shared/store/errors.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { type Compared, conflictAnswer, withChoices } from '../conflict-answer.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, versionIn } from '../typed-form.ts';
import { type Arranged, blankItem, readItem, typedItem, typedOfItem } from './item-fields.ts';
import { notToCome } from './order-posts.ts';
import { agendaToBuild, isToCome, mayKnow } from './see-meeting.ts';

const purposes = ['decision', 'discussion', 'information', 'assurance'] as const;
const reports = ['attached', 'to-follow', 'oral', 'not-attached'] as const;
const PARAGRAPHS = [1, 2, 3, 4, 5, 6, 7];

const tickOf = (label: Key<'agendas'>, hint: Key<'agendas'>) => [
  { value: 'yes', text: say('agendas', label), hint: { text: say('agendas', hint) } },
];

/** The choices of the form: what this kind of body can choose, and no more. */
function choicesOf(around: AgendaAround, typed: Typed, request: WebRequest) {
  const { procedure, body } = around.context;
  const exempt = procedure.exclusionScheme === 'schedule-12A';
  const ticked = (typed['paragraphs'] ?? '').split(',');
  const slots = (around.agenda?.record.slots ?? []).filter(({ itemId }) => {
    const item = around.items.get(itemId)?.record;
    return item !== undefined && mayKnow(request)(item);
  });
  return {
    purposes: [
      { value: '', text: say('agendas', 'purposeNone'), selected: !typed['purpose'] },
      ...purposes.map((value) => ({
        value,
        text: say('agendas', `purpose-${value}`),
        selected: typed['purpose'] === value,
      })),
    ],
    reports: reports.map((value) => ({
      value,
      text: say('agendas', `choice-${value}`),
      checked: typed['report'] === value,
    })),
    exempt,
    isPrivate: typed['access'] === 'private',
    access: (['open', 'private'] as const).map((value) => ({
      value,
      text: say('agendas', `access-${value}`),
      checked: typed['access'] === value,
    })),
    why: (exempt ? (['exempt', 'confidential'] as const) : (['special', 'confidential'] as const)).map((value) => ({
      value,
      text: say('agendas', `why-${value}`),
      checked: typed['why'] === value,
    })),
    keyDecision: tickOf('label-keyDecision', 'hintKeyDecision'),
    contractTerms: tickOf('label-contractTerms', 'hintContractTerms'),
    paragraphs: PARAGRAPHS.map((number) => ({
      value: String(number),
      text: say('agendas', 'paragraphChoice', { number }),
      hint: { text: paragraphWords(number) },
      checked: ticked.includes(String(number)),
    })),
    executive: body.kind === 'executive',
    notices: [
      { value: '', text: say('agendas', 'noticeNone'), selected: !typed['noticeId'] },
      ...[...around.notices.values()]
        .filter((notice) => request.may('plan.see', { bodyId: notice.bodyId, accessClass: notice.accessClass }))
        .map(({ id, title }) => ({ value: id, text: title, selected: typed['noticeId'] === id })),
    ],
    places: [
      { value: '', text: say('agendas', 'afterLast'), selected: !typed['after'] },
      ...slots.map(({ itemId, number, title }) => ({
        value: itemId,
        text: say('agendas', 'afterItem', { number, title }),
        selected: typed['after'] === itemId,
      })),
    ],
  };
}

type Shown = {
  typed: Typed;
  faults: Faults;
  item: Versioned<AgendaItem> | null;
  version: string | number;
  /** The warning about what leaves the public pages has been shown: saving again means it. */
  warned?: boolean;
};

/** Is the item one that the public has? Then making it private takes it from them. */
const isInPublic = (around: AgendaAround, item: AgendaItem): boolean =>
  around.agenda !== null && closes(around.agenda.record, { ...item, accessClass: 'private' });

function formPage(request: WebRequest, around: AgendaAround, shown: Shown): WebAnswer {
  const { typed, faults, item, version, warned = false } = shown;
  const { id, day } = around.meeting.record;
  const slot = item && around.agenda ? slotOf(around.agenda.record, item.record.id) : null;
  const title = slot ? say('agendas', 'editTitle', { number: slot.number }) : say('agendas', 'addTitle');
  const frame = request.frame(title, {
    errors: faults.list,
    breadcrumbs: [
      { text: around.context.body.name, href: paths.body(around.context.body.id) },
      { text: formatDay(day), href: paths.meeting(id) },
    ],
  });
  const html = render('meetings/item.njk', {
    frame,
    title,
    caption: slot?.title ?? formatDay(day),
    typed,
    errors: faults.of,
    adding: item === null,
    closing:
      item !== null && isInPublic(around, item.record)
        ? { note: typed['closedNote'] ?? CLOSED_NOTE, sure: warned ? [{ name: 'sure', value: 'yes' }] : [] }
        : null,
    choices: choicesOf(around, typed, request),
    action: request.path,
    commandId: request.services.newId(),
    version,
    backHref: paths.meeting(id),
    reportsHref: item && paths.itemReports(item.record.id),
    noticesHref: item && paths.itemNotices(id, item.record.id),
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** The motion to exclude the public, ready to be put on with the first private business, if the template has one. */
export function motionFor(around: AgendaAround, newId: () => string): AgendaItem | null {
  return ownMotionFor({ ...around.context, meeting: around.meeting.record, newId });
}

const rulesFor = (around: AgendaAround, was: AgendaItem | null) => ({
  scheme: around.context.procedure.exclusionScheme,
  was,
  noticeIds: [...around.notices.keys()],
});

/** The form for business that is typed in. */
export async function addPage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  return formPage(request, around, { typed: blankItem, faults: faultless, item: null, version: around.agenda.version });
}

function newItem(around: AgendaAround, arranged: Arranged, id: string): AgendaItem {
  return {
    ...unarranged,
    ...arranged,
    id,
    bodyId: around.meeting.record.bodyId,
    meetingId: around.meeting.record.id,
    number: null,
    mattersRaised: [],
    origin: { sort: 'typed' },
    commitmentId: null,
    state: 'on-agenda',
    published: false,
  };
}

/** Adds business that was typed in. Pressed twice it is added once. */
export async function addPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  const { register, newId } = request.services;
  const { id } = around.meeting.record;
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const typed = typedItem(request.form);
  const read = readItem(typed, rulesFor(around, null));
  if ('list' in read)
    return formPage(request, around, { typed, faults: read, item: null, version: around.agenda.version });
  const item = newItem(around, read, newId());
  const after = typed['after'] || null;
  // Adding is in nobody's way: it is not checked against the agenda that was looked at.
  await addNewItem(register, request.command(), id, { item, after, motion: motionFor(around, newId) });
  return {
    redirect: `${paths.meeting(id)}#items`,
    flash: say('agendas', 'added', { title: item.title }),
  };
}

/** The item of the address, if it is on this agenda and the reader may know of it. Throws `NotFound`. */
export function itemOf(request: WebRequest, around: AgendaAround): Versioned<AgendaItem> {
  const found = around.items.get(request.params['item'] ?? '');
  if (!found || !mayKnow(request)(found.record)) throw new NotFound('agenda item');
  return found;
}

/** The form of an item: everything that can be arranged for it. */
export async function editPage(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const item = itemOf(request, around);
  return formPage(request, around, {
    typed: typedOfItem(item.record),
    faults: faultless,
    item,
    version: item.version,
  });
}

const compared = (theirs: Typed, yours: Typed): Compared[] => {
  const fields = [
    ['title', ['title']],
    ['purpose', ['purpose']],
    ['reportOf', ['reportOf']],
    ['presenter', ['presenter']],
    ['invited', ['attendedFor']],
    ['contactOfficer', ['contactOfficer']],
    ['report', ['report']],
    ['toFollowReason', ['toFollowReason']],
    ['access', ['accessClass', 'privateReason']],
    ['blockedBy', ['blockedBy']],
  ] as const;
  return fields.map(([name, keys]) => ({
    name,
    label: say('agendas', `label-${name}`),
    theirs: theirs[name] ?? '',
    yours: yours[name] ?? '',
    keys,
  }));
};

function editConflict(request: WebRequest, typed: Typed, now: Versioned<AgendaItem>): Promise<WebAnswer> {
  return conflictAnswer(request, {
    type: 'agenda-item',
    id: now.record.id,
    looked: versionIn(request.form),
    now: now.version,
    what: say('agendas', 'conflictItem'),
    typed,
    fields: compared(typedOfItem(now.record), typed),
    action: request.path,
    leaveHref: paths.meeting(now.record.meetingId ?? ''),
  });
}

/** What is to be said and meant before the public loses an item; null where it loses none. */
function faultOfClosing(around: AgendaAround, item: AgendaItem, typed: Typed, arranged: Arranged): Faults | null {
  if (arranged.accessClass !== 'private' || !isInPublic(around, item)) return null;
  const note = typed['closedNote'] ?? '';
  const names = [item.title, arranged.title].some((title) => note.toLowerCase().includes(title.toLowerCase()));
  const wrong = [
    ...(note === '' || note.length > 500 ? [{ field: 'closedNote', text: say('agendas', 'needClosedNote') }] : []),
    ...(names ? [{ field: 'closedNote', text: say('agendas', 'closedNoteNames') }] : []),
    ...(typed['sure'] === 'yes' ? [] : [{ field: 'access', text: say('agendas', 'closingWarning') }]),
  ];
  return wrong.length > 0 ? faultsOf(wrong) : null;
}

/** Saves what was arranged for an item. */
export async function editPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  if (!around.agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  const item = itemOf(request, around);
  const typed = withChoices(request.form, typedItem(request.form), typedOfItem(item.record));
  const read = readItem(typed, rulesFor(around, item.record));
  // After an error the version stays the one the person looked at: a change in between is still a conflict.
  if ('list' in read)
    return formPage(request, around, { typed, faults: read, item, version: request.form.get('version') });
  const closing = faultOfClosing(around, item.record, typed, read);
  if (closing !== null)
    return formPage(request, around, {
      typed,
      faults: closing,
      item,
      version: request.form.get('version'),
      warned: true,
    });
  const version = versionIn(request.form);
  if (version !== item.version) return editConflict(request, typed, item);
  const { register, newId } = request.services;
  const command = { ...request.command(), version };
  try {
    const note = typed['closedNote'];
    const wanted = { item: { ...item.record, ...read }, motion: motionFor(around, newId), ...(note ? { note } : {}) };
    await editAgendaItem(register, command, wanted);
  } catch (fault) {
    if (!(fault instanceof VersionConflict)) throw fault;
    return editConflict(request, typed, itemOf(request, await agendaToBuild(request)));
  }
  const { id } = around.meeting.record;
  return {
    redirect: `${paths.meeting(id)}#item-${item.record.id}`,
    flash: say('agendas', 'saved', { title: read.title }),
  };
}
