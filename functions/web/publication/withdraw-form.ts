import { newReports, reportStanding } from '../../../shared/domain/agendas/publication.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { meetingsAfter } from '../../../shared/domain/meetings/moving.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { formatDayWithoutYear } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import {
  type AfterWithdrawal,
  replaceReport,
  withdrawItem,
  withdrawReport,
} from '../../../shared/store/publication-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import type { WebRequest } from '../route.ts';
import type { Typed, Wrong } from '../typed-form.ts';
import { type Asked, type PublishingForm, publishingPages } from './publishing-form.ts';

const ways = ['withdraw', 'replace', 'remove'] as const;
type Way = (typeof ways)[number];
const fates = ['for-good', 'defer', 'move'] as const;
type Fate = (typeof fates)[number];

type Thing = {
  readonly value: string;
  readonly text: string;
  readonly itemId: string;
  readonly reportId: string | null;
};

/** Everything that is published and not withdrawn: items, and the reports of each. */
function published({ agenda, items }: Publishable): Thing[] {
  if (!agenda) return [];
  const slots = agenda.record.slots.filter((slot) => slot.publishedOn !== null && slot.withdrawn === null);
  return slots.flatMap(({ itemId, number, title, accessClass }) => {
    const key = accessClass === 'private' ? 'withdrawPrivate' : 'withdrawItem';
    const item = { value: `item:${itemId}`, text: say('publication', key, { number, title }), itemId, reportId: null };
    const reports = (items.get(itemId)?.reports ?? []).flatMap((report): Thing[] => {
      const { shownBy, withdrawnBy } = reportStanding(agenda.record, report.id);
      if (shownBy === null || withdrawnBy !== null) return [];
      const text = say('publication', 'withdrawReport', { title: report.title, number });
      return [{ value: `report:${report.id}`, text, itemId, reportId: report.id }];
    });
    return [item, ...reports];
  });
}

type Read = {
  readonly thing: Thing;
  readonly how: Way;
  readonly said: string;
  readonly after: AfterWithdrawal;
  /** The meeting that the item is put off to, if to one. */
  readonly to: Meeting | null;
};

function wrongWay({ agenda, items }: Publishable, thing: Thing | undefined, how: Way | undefined): string | null {
  if (how === undefined) return say('publication', 'needHow');
  if (thing === undefined) return null;
  if (how === 'remove' && thing.reportId !== null) return say('publication', 'removeOnlyItem');
  if (how !== 'replace') return null;
  const newer = agenda ? newReports(agenda.record, [thing.itemId], items).length > 0 : false;
  return thing.reportId !== null && newer ? null : say('publication', 'replaceOnlyReport');
}

/** The meetings that an item of this one can be put off to, the first first. */
const laterThan = ({ meeting, context }: Publishable, { today }: WebRequest): Meeting[] =>
  meetingsAfter(meeting.record, context.meetings, today);

/** What becomes of an item, and of which meeting it will be business. */
function fateFields(from: Publishable, request: WebRequest): Asked[] {
  const { procedure, calendar } = from.context;
  const choices = laterThan(from, request)
    .slice(0, 12)
    .map((one) => {
      const by = formatDayWithoutYear(publishBy(one, procedure, calendar).day);
      return { value: one.id, text: say('publication', 'withdrawMeetingChoice', { day: formatDay(one.day), by }) };
    });
  return [
    {
      type: 'radios',
      name: 'after',
      label: say('publication', 'withdrawThen'),
      items: fates.map((value) => ({
        value,
        text: say('publication', `then-${value}`),
        ...(value === 'for-good' ? {} : { hint: { text: say('publication', 'then-hint') } }),
      })),
    },
    {
      type: 'select',
      name: 'meeting',
      label: say('publication', 'withdrawMeeting'),
      hint: say('publication', 'withdrawMeetingHint'),
      items: [{ value: '', text: say('publication', 'withdrawMeetingNone') }, ...choices],
    },
  ];
}

type Put = { after: Fate | undefined; how: Way | undefined; thing: Thing | undefined; to: Meeting | null };

function wrongPut({ context }: Publishable, { after, how, thing, to }: Put): Wrong[] {
  if (after === undefined) return [{ field: 'after', text: say('publication', 'needThen') }];
  if (after === 'for-good') return [];
  return [
    ...(thing !== undefined && thing.reportId !== null
      ? [{ field: 'after', text: say('publication', 'putOffOnlyItem') }]
      : []),
    ...(how === 'remove' ? [{ field: 'after', text: say('publication', 'putOffWithWords') }] : []),
    ...(after === 'move' && to === null
      ? [{ field: 'meeting', text: say('publication', 'needMeeting', { body: context.body.shortName }) }]
      : []),
  ];
}

function readWithdrawal(request: WebRequest, from: Publishable, { said = '', after: typed = '' }: Typed) {
  const { form } = request;
  const thing = published(from).find(({ value }) => value === form.get('which'));
  const how = ways.find((way) => way === form.get('how'));
  const after = typed === '' ? 'for-good' : fates.find((one) => one === typed);
  const to = after === 'move' ? (laterThan(from, request).find(({ id }) => id === form.get('meeting')) ?? null) : null;
  const wrong = wrongWay(from, thing, how);
  const all = [
    ...(thing === undefined ? [{ field: 'which', text: say('publication', 'needThing') }] : []),
    ...(wrong === null ? [] : [{ field: 'how', text: wrong }]),
    ...wrongPut(from, { after, how, thing, to }),
    // A note beside an item is at most this long.
    ...(said === '' || said.length > 500 ? [{ field: 'said', text: say('publication', 'needWhy') }] : []),
  ];
  if (!(thing && how) || all.length > 0) return all;
  const put: AfterWithdrawal = to !== null ? { toMeetingId: to.id } : after === 'defer' ? after : 'for-good';
  return { thing, how, said, after: put, to } satisfies Read;
}

const doneWords = ({ how, after, to }: Read): string => {
  if (to !== null) return say('publication', 'movedDone', { day: formatDay(to.day) });
  if (after === 'defer') return say('publication', 'putOffDone');
  return say('publication', how === 'replace' ? 'replaceDone' : 'withdrawDone');
};

const withdrawForm: PublishingForm<Read> = {
  title: 'withdrawTitle',
  lede: 'withdrawLede',
  button: 'send',
  none: ['withdrawNone', 'withdrawNoneNext'],
  // A row of the agenda leads here with its item chosen.
  begun: (_from, { query }) => ({ which: query.get('which'), after: 'for-good' }),
  fields: (from, request) => {
    const things = published(from);
    if (things.length === 0) return null;
    return [
      {
        type: 'radios',
        name: 'which',
        label: say('publication', 'withdrawWhich'),
        items: things.map(({ value, text }) => ({ value, text })),
      },
      {
        type: 'radios',
        name: 'how',
        label: say('publication', 'withdrawHow'),
        items: ways.map((way) => ({
          value: way,
          text: say('publication', `how-${way}`),
          hint: { text: say('publication', `how-${way}-hint`) },
        })),
      },
      ...fateFields(from, request),
      { type: 'textarea', name: 'said', label: say('publication', 'withdrawSaid') },
    ];
  },
  read: readWithdrawal,
  act: async ({ services: { register } }, command, { meeting }, read) => {
    const { id } = meeting.record;
    const { thing, how, said, after } = read;
    const { itemId, reportId } = thing;
    if (reportId === null)
      await withdrawItem(register, command, id, { itemId, said, titleShown: how !== 'remove', after });
    else if (how === 'replace') await replaceReport(register, command, id, { reportId, said });
    else await withdrawReport(register, command, id, { reportId, said });
    return doneWords(read);
  },
};

/** A report or an item taken off what the public reads, with a note that everybody sees. */
export const withdrawPages = publishingPages(withdrawForm);
