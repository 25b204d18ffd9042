import '../../../shared/pages/words/minutes.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Minute } from '../../../shared/domain/minutes/minute.ts';
import type { Resolution } from '../../../shared/domain/resolutions/resolution.ts';
import { dueInWords } from '../../../shared/minutes/due-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';

/** What was before a meeting, as far as the reader may know of it. */
export type Business = {
  items: readonly AgendaItem[];
  minutes: readonly Minute[];
  resolutions: readonly Resolution[];
  promises: readonly Commitment[];
};

const byNumber = (a: AgendaItem, b: AgendaItem): number =>
  (a.number ?? '~').localeCompare(b.number ?? '~', 'en', { numeric: true });

const promiseRow = (promise: Commitment) => ({
  href: paths.commitment(promise.id),
  reference: promise.reference,
  subject: promise.subject,
  due: dueInWords(promise.due),
});

function itemView(item: AgendaItem, { minutes, resolutions, promises }: Business) {
  const limbs = resolutions.filter(({ itemId }) => itemId === item.id).flatMap((one) => one.limbs);
  return {
    id: item.id,
    title: item.number === null ? item.title : `${item.number}. ${item.title}`,
    facts: [
      ...(item.reportOf === null ? [] : [{ term: say('meetings', 'reportOf'), text: item.reportOf }]),
      { term: say('meetings', 'report'), text: say('meetings', `report-${item.report}`) },
      ...(item.attendedFor.length === 0
        ? []
        : [{ term: say('meetings', 'attendedFor'), text: item.attendedFor.map(({ named }) => named).join('; ') }]),
    ],
    matters: item.mattersRaised.map(({ text, answer }) => ({
      text,
      toFollow: answer === 'to-follow' ? say('meetings', 'toFollow') : '',
    })),
    parts: limbs.map(({ number, text, outcome }) => ({ number, text, outcome: say('minutes', `outcome-${outcome}`) })),
    minutes: minutes.filter(({ itemId }) => itemId === item.id).map(({ text }) => text),
    promises: promises.filter(({ source }) => source.itemId === item.id).map(promiseRow),
  };
}

/** The meeting's business, item by item in the order of the agenda; what has no number comes last. */
export function itemsOf(business: Business) {
  return business.items.toSorted(byNumber).map((item) => itemView(item, business));
}

/** Where the meeting stands, in words. */
export function statusesOf({ state, minutesStatus, published, openTo }: Meeting) {
  return [
    {
      kind: state === 'cancelled' ? 'stop' : state === 'held' ? 'done' : 'open',
      text: say('meetings', `state-${state}`),
    },
    ...(minutesStatus === null ? [] : [{ kind: 'open', text: say('meetings', `minutes-${minutesStatus}`) }]),
    ...(openTo === 'private' ? [{ kind: 'private', text: say('meetings', 'private') }] : []),
    { kind: published ? 'done' : 'todo', text: say('meetings', published ? 'published' : 'notPublished') },
  ];
}
