import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Agenda } from '../../../shared/domain/agendas/agenda.ts';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Membership } from '../../../shared/domain/bodies/membership.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import type { CalendarRecord } from '../../../shared/domain/calendar/calendar-record.ts';
import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Commitment } from '../../../shared/domain/commitments/commitment.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import type { Actor } from '../../../shared/domain/history/history-entry.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Minute } from '../../../shared/domain/minutes/minute.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import type { Submission } from '../../../shared/domain/questions/submission.ts';
import type { Resolution } from '../../../shared/domain/resolutions/resolution.ts';
import type { Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { comingItems, pastBusiness } from './agenda-items.ts';
import { agendaSteps, lateBid } from './agendas.ts';
import { bodies } from './bodies.ts';
import { calendarOfOrganisation } from './closed-days.ts';
import { promiseStories } from './commitments.ts';
import { decisionSteps } from './decisions.ts';
import { demonstrationDay, registerOpened } from './demonstration-day.ts';
import { meetings } from './meetings.ts';
import { memberships } from './memberships.ts';
import { people } from './people.ts';
import { procedures } from './procedures.ts';
import { questionSteps } from './public-questions.ts';
import { writtenSteps } from './written-resolution.ts';

/** One change of one record. */
export type Told<Type extends string, Held> = {
  /** UTC. */
  readonly at: string;
  readonly actor: Actor;
  /** In the past tense, as history keeps it. */
  readonly event: string;
  readonly reason: string | null;
  readonly type: Type;
  /** The whole record after the step. */
  readonly record: Held;
};

/** One change of one record of any type; a loader commits a record's all together. */
export type Step =
  | Told<'person', Person>
  | Told<'body', Body>
  | Told<'membership', Membership>
  | Told<'procedure', Procedure>
  | Told<'calendar', CalendarRecord>
  | Told<'meeting', Meeting>
  | Told<'agenda-item', AgendaItem>
  | Told<'agenda', Agenda>
  | Told<'minute', Minute>
  | Told<'resolution', Resolution>
  | Told<'commitment', Commitment>
  | Told<'submission', Submission>
  | Told<'written-resolution', WrittenResolution>
  | Told<'written-vote', Vote>
  | Told<'decision', Decision>
  | Told<'key-decision-notice', KeyDecisionNotice>;

const setUp = { actor: { sort: 'system', part: 'demonstration' }, reason: null } as const;

const secretaryOf = (bodyId: string): Actor => {
  const personId = bodies.find((which) => which.id === bodyId)?.secretaryId ?? 'jay-fulmar';
  return { sort: 'person', personId, onBehalfOf: null };
};

function organisation(): readonly Step[] {
  const at = (time: string) => londonInstant(registerOpened, time);
  return [
    ...people.map((record): Step => ({ ...setUp, at: at('09:00'), event: 'person added', type: 'person', record })),
    ...bodies.map((record): Step => ({ ...setUp, at: at('09:10'), event: 'body set up', type: 'body', record })),
    ...procedures.map(
      (record): Step => ({ ...setUp, at: at('09:20'), event: 'procedure adopted', type: 'procedure', record }),
    ),
    { ...setUp, at: at('09:25'), event: 'offices closed', type: 'calendar', record: calendarOfOrganisation },
    ...memberships.map(
      (record): Step => ({ ...setUp, at: at('09:30'), event: 'membership begun', type: 'membership', record }),
    ),
  ];
}

// The diary is agreed at the annual meeting; what is past has since been held.
function diary(): readonly Step[] {
  const called = londonInstant(registerOpened, '10:00');
  return meetings.flatMap((record): readonly Step[] => {
    const by = { actor: secretaryOf(record.bodyId), reason: null, type: 'meeting' } as const;
    if (record.state === 'planned') return [{ ...by, at: called, event: 'meeting planned', record }];
    const before: Step = {
      ...by,
      at: called,
      event: 'meeting called',
      record: { ...record, state: 'called', minutesStatus: null },
    };
    if (record.state !== 'held') return [before];
    return [before, { ...by, at: londonInstant(record.day, '20:00'), event: 'meeting held', record }];
  });
}

function business(): readonly Step[] {
  const past = pastBusiness.flatMap(({ item, minute, resolution }): readonly Step[] => {
    const by = { actor: secretaryOf(item.bodyId), reason: null } as const;
    const at = (time: string) => londonInstant(minute.recordedOn, time);
    return [
      { ...by, at: at('20:05'), event: 'agenda item considered', type: 'agenda-item', record: item },
      { ...by, at: at('20:10'), event: 'minute recorded', type: 'minute', record: minute },
      ...(resolution === null
        ? []
        : [{ ...by, at: at('20:15'), event: 'resolution recorded', type: 'resolution', record: resolution } as const]),
    ];
  });
  const coming = comingItems.map((record): Step => {
    return {
      at: record.id === lateBid ? londonInstant(demonstrationDay, '08:30') : londonInstant('2019-04-05', '11:00'),
      actor: secretaryOf(record.bodyId),
      reason: null,
      event: 'agenda item placed',
      type: 'agenda-item',
      record,
    };
  });
  return [...past, ...coming];
}

function promises(): readonly Step[] {
  return promiseStories.flatMap(({ steps }) => steps.map((step): Step => ({ ...step, type: 'commitment' })));
}

/** Everything that has happened in the demonstration, in order of time: what a loader puts in the register. */
export function demonstrationStory(): readonly Step[] {
  return [
    ...organisation(),
    ...diary(),
    ...business(),
    ...agendaSteps,
    ...promises(),
    ...decisionSteps,
    ...questionSteps,
    ...writtenSteps,
  ].toSorted((a, b) => a.at.localeCompare(b.at));
}
