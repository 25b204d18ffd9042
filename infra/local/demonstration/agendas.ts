import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../../../shared/domain/agendas/agenda.ts';
import { addItem, askChair, beginAgenda } from '../../../shared/domain/agendas/build.ts';
import { startAgenda } from '../../../shared/domain/agendas/start.ts';
import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Actor } from '../../../shared/domain/history/history-entry.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { comingItems } from './agenda-items.ts';
import { bodies } from './bodies.ts';
import { businessId } from './business.ts';
import { demonstrationDay } from './demonstration-day.ts';
import type { Told } from './demonstration-story.ts';
import { meetingId, meetings } from './meetings.ts';
import { procedures } from './procedures.ts';

/** Added by an officer on the day that the demonstration opens. */
export const lateBid = businessId('item', 'cabinet', '2019-04-30', '5');

const secretaryOf = (bodyId: string): Actor => {
  const personId = bodies.find((which) => which.id === bodyId)?.secretaryId ?? 'jay-fulmar';
  return { sort: 'person', personId, onBehalfOf: null };
};

const meetingOf = (bodyId: string, day: string): Meeting => {
  const found = meetings.find(({ id }) => id === meetingId(bodyId, day));
  if (!found) throw new Error(`The demonstration has no meeting of ${bodyId} on ${day}.`);
  return found;
};

const itemsOf = (meeting: Meeting): readonly AgendaItem[] =>
  comingItems.filter((item) => item.meetingId === meeting.id);

type AgendaStep = Told<'agenda', Agenda>;
type ItemStep = Told<'agenda-item', AgendaItem>;

const stepOf = (record: Agenda, at: string, event: string): AgendaStep => ({
  at,
  actor: secretaryOf(record.bodyId),
  event,
  reason: null,
  type: 'agenda',
  record,
});

const begunAt = londonInstant('2019-04-05', '11:05');
const plain = { numbering: 'plain', firstNumber: 1, series: '19' } as const;

/** Built, sent to the chair on Friday, and waiting for an answer that does not hold publication up. */
function agendaOf25April(): readonly AgendaStep[] {
  const meeting = meetingOf('hosb', '2019-04-25');
  const begun = beginAgenda({ id: meeting.id, bodyId: 'hosb', ...plain }, itemsOf(meeting));
  return [
    stepOf(begun, begunAt, 'agenda begun'),
    stepOf(askChair(begun, '2019-04-12'), londonInstant('2019-04-12', '15:30'), 'chair asked to agree'),
  ];
}

/** Drafting, with one item added on the morning of the demonstration. */
function agendaOf30April(): readonly AgendaStep[] {
  const meeting = meetingOf('cabinet', '2019-04-30');
  const all = itemsOf(meeting);
  const bid = all.find(({ id }) => id === lateBid);
  const begun = beginAgenda(
    { id: meeting.id, bodyId: 'cabinet', ...plain },
    all.filter((item) => item !== bid),
  );
  if (!bid) throw new Error('The demonstration has lost its late bid.');
  const added = addItem(begun, bid, businessId('item', 'cabinet', '2019-04-30', '4'));
  return [
    stepOf(begun, begunAt, 'agenda begun'),
    stepOf(added, londonInstant(demonstrationDay, '08:31'), 'item added'),
  ];
}

/** Begun from the template of the body, with what was typed in already. */
function begunFromTemplate(bodyId: string, day: string): readonly (AgendaStep | ItemStep)[] {
  const meeting = meetingOf(bodyId, day);
  const procedure = procedures.find((one) => one.bodyId === bodyId);
  if (!procedure) throw new Error(`The demonstration has no procedure of ${bodyId}.`);
  let made = 0;
  const { agenda, made: items } = startAgenda({
    meeting,
    meetings: meetings.filter((one) => one.bodyId === bodyId),
    procedure,
    there: itemsOf(meeting),
    before: undefined,
    newId: () => {
      made += 1;
      return businessId('item', bodyId, day, `standing-${made}`);
    },
  });
  const at = londonInstant('2019-04-08', '10:00');
  const by = { actor: secretaryOf(bodyId), reason: null, at } as const;
  return [
    ...items.map((record): ItemStep => ({ ...by, event: 'agenda item placed', type: 'agenda-item', record })),
    stepOf(agenda, at, 'agenda begun'),
  ];
}

/** The agendas that are being built on the day that the demonstration opens. */
export const agendaSteps: readonly (AgendaStep | ItemStep)[] = [
  ...agendaOf25April(),
  ...agendaOf30April(),
  ...begunFromTemplate('scc', '2019-05-01'),
  ...begunFromTemplate('pccc', '2019-05-07'),
  ...begunFromTemplate('partnership', '2019-05-16'),
  ...begunFromTemplate('council', '2019-05-22'),
];
