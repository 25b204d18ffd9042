import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Slot } from '../../../shared/domain/agendas/agenda.ts';
import { judgeItem } from '../../../shared/domain/agendas/lateness.ts';
import { outgoing } from '../../../shared/domain/agendas/publication.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import type { ArrangedInPublic, PublishedMeeting } from '../../../shared/domain/meetings/published.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { logWords } from '../../../shared/pages/published/agenda-view.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Publishable } from '../../../shared/store/publish.ts';

const named = ({ number, title }: Pick<Slot, 'number' | 'title'>): string => `${number}. ${title}`;

/** The day on which it would count, against the last day that the law or the body's own rule gives. */
export function clockOf({ meeting, context }: Publishable, { day, today }: { day: string; today: string }) {
  const { procedure, calendar } = context;
  const by = publishBy(meeting.record, procedure, calendar);
  const words = { day: formatDay(by.day), time: formatTime(procedure.closeTime), by: formatDay(by.day) };
  const key = day <= by.day ? 'clockInTime' : 'clockLate';
  return {
    now: say('publication', 'clockNow', { day: formatDay(day) }),
    afterHours: day === today ? '' : say('publication', 'clockAfterHours'),
    text: say('publication', by.rule === 'custom' ? 'clockCustom' : key, words),
    source: say('publication', 'clockSource', { source: by.sourceOfRule }),
    late: day > by.day,
    figure: dayStrip({ id: 'publish-by', today, sum: by.sum }),
  };
}

/** What the public will read in the place of a report, as the snapshot has it. */
function reportWords(arranged: ArrangedInPublic | null, report: AgendaItem['report']): string {
  if (arranged?.log) return logWords(arranged.log);
  if (arranged?.minutesOf) return say('published', 'minutesOf', { day: formatDate(arranged.minutesOf.day) });
  if (report === 'attached')
    return say('published', arranged && arranged.reports.length === 0 ? 'reportNotOut' : 'headReport');
  return report === 'oral' && arranged?.standing ? '' : say('published', `report-${report}`);
}

function seenOf(slot: Slot, from: Publishable): string {
  const item = from.items.get(slot.itemId);
  if (slot.accessClass !== 'private' && item?.accessClass !== 'private') return say('publication', 'seenPublic');
  return say('publication', item?.privateReason ? 'seenPrivate' : 'seenPrivateNoReason');
}

/** What goes out, what stays with its reason, and what is late, if it is published on a day. `face` as the public will read it. */
export function goingOut(from: Publishable, day: string, face: PublishedMeeting) {
  const agenda = from.agenda?.record;
  if (!agenda) return { out: [], stays: [], late: [] };
  const { out, stays } = outgoing(agenda, from.items);
  const judging = { meeting: from.meeting.record, ...from.context };
  const judged = out.map((slot) => ({ slot, judgement: judgeItem(slot, day, judging) }));
  return {
    out: out.map((slot) => [
      named(slot),
      reportWords(
        face.items.find(({ id }) => id === slot.itemId)?.arranged ?? null,
        from.items.get(slot.itemId)?.report ?? 'not-attached',
      ),
      seenOf(slot, from),
    ]),
    stays: stays.map(({ slot, why }) => [named(slot), why]),
    late: judged.flatMap(({ slot, judgement }) =>
      judgement.word === 'late'
        ? [
            say('publication', 'lateHas', {
              item: named(slot),
              count: judgement.clearDays,
              needed: judgement.needed,
            }),
          ]
        : [],
    ),
  };
}

/** What the secretary may want to put right first. None of it holds publication up. */
export function worthALook({ agenda, items }: Publishable, contact: Person | null): string[] {
  if (!agenda) return [];
  const { askedOn, answer, said } = agenda.record.chairsAgreement;
  const unexplained = agenda.record.slots.filter(({ itemId }) => {
    const item = items.get(itemId);
    return item?.report === 'to-follow' && item.toFollowReason === null && item.accessClass !== 'private';
  });
  return [
    ...(askedOn !== null && answer === null ? [say('publication', 'readyChairAsked')] : []),
    ...(answer === 'question' ? [say('publication', 'readyChairQuestion', { said: said ?? '' })] : []),
    ...unexplained.map(({ number }) => say('publication', 'readyToFollow', { number })),
    ...(contact === null ? [say('publication', 'readyNoContact')] : []),
    ...(contact !== null && contact.telephone === undefined
      ? [say('publication', 'readyNoTelephone', { name: contact.name })]
      : []),
  ];
}
