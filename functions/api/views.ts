import * as z from 'zod';
import { agendaItem, itemReport } from '../../shared/domain/agenda-items/agenda-item.ts';
import { agenda, publication } from '../../shared/domain/agendas/agenda.ts';
import { body } from '../../shared/domain/bodies/body.ts';
import { membership } from '../../shared/domain/bodies/membership.ts';
import { day } from '../../shared/domain/calendar/day.ts';
import { commitment } from '../../shared/domain/commitments/commitment.ts';
import { decision } from '../../shared/domain/decisions/decision.ts';
import { envelope } from '../../shared/domain/history/history-entry.ts';
import { meeting } from '../../shared/domain/meetings/meeting.ts';
import { minute } from '../../shared/domain/minutes/minute.ts';
import { person } from '../../shared/domain/people/person.ts';
import { recordId } from '../../shared/domain/record.ts';
import { resolution } from '../../shared/domain/resolutions/resolution.ts';
import { given, vote } from '../../shared/domain/written-resolutions/vote.ts';
import { writtenResolution } from '../../shared/domain/written-resolutions/written-resolution.ts';
import { named } from './named.ts';

// What the outside sees of records: their own schemas, less what nobody outside needs. A view lets nothing else through.

export const bodyView = named('Body', z.object(body.shape));

/** A role somebody holds in a body, with their name. */
export const membershipView = named('Membership', z.object(membership.shape).extend({ name: z.string() }));

/** Of people what a committee's office needs to find somebody: not how they are reached, nor when they are away. */
export const personView = named(
  'Person',
  z
    .object(person.shape)
    .pick({ id: true, name: true, jobTitle: true, directorate: true, organisation: true, lastDay: true }),
);

export const meetingView = named('Meeting', z.object(meeting.shape));

/** An agenda as it stands: its places in order. Snapshots and their proofs stay inside. */
export const agendaView = named(
  'Agenda',
  z
    .object(agenda.shape)
    .pick({ id: true, bodyId: true, numbering: true, slots: true })
    .extend({
      publications: z.array(
        z.object(publication.shape).omit({
          snapshot: true,
          proof: true,
          verifiedAt: true,
          reportIds: true,
          withdrawnReportIds: true,
          documents: true,
          found: true,
        }),
      ),
    }),
);

/** The files store's own names stay inside. */
const reportView = z
  .object(itemReport.shape)
  .pick({ id: true, title: true, bytes: true, pages: true, accessClass: true, addedOn: true });

export const itemView = named(
  'AgendaItem',
  z
    .object(agendaItem.shape)
    .pick({
      id: true,
      bodyId: true,
      meetingId: true,
      number: true,
      title: true,
      purpose: true,
      reportOf: true,
      presenter: true,
      report: true,
      toFollowReason: true,
      privateReason: true,
      contactOfficer: true,
      keyDecision: true,
      origin: true,
      commitmentId: true,
      state: true,
      published: true,
      accessClass: true,
    })
    .extend({ reports: z.array(reportView) }),
);

export const minuteView = named('Minute', z.object(minute.shape));
export const minuteRow = named('MinuteSummary', z.object(minute.shape).omit({ text: true }));
export const resolutionView = named('Resolution', z.object(resolution.shape));

/** A promise, and whether it is overdue today. `cycle` only counts reminders. */
export const commitmentView = named(
  'Promise',
  z.object(commitment.shape).omit({ cycle: true }).extend({ overdue: z.boolean() }),
);

/** A promise as a plan shows it, to everybody who may read the plan. */
export const plannedView = named(
  'PlannedPromise',
  z
    .object(commitment.shape)
    .pick({ id: true, reference: true, kind: true, subject: true, due: true, state: true, placedOn: true })
    .extend({ placing: z.enum(['placed', 'not-placed', 'no-meeting-in-window', 'no-date']) }),
);

/** The plan of a body for a year from today. */
export const planView = named(
  'Plan',
  z.object({
    bodyId: recordId,
    from: day,
    to: day,
    meetings: z.array(
      z.object(meeting.shape).pick({ id: true, day: true, time: true, state: true }).extend({ items: z.int() }),
    ),
    promises: z.array(plannedView),
  }),
);

/** One entry of a record's history: who, when and what, with the names of the fields that changed. */
export const historyView = named(
  'HistoryEntry',
  z
    .object(envelope.shape)
    .pick({ version: true, at: true, event: true, reason: true })
    .extend({
      by: recordId.nullable(),
      onBehalfOf: recordId.nullable(),
      fields: z.array(z.string()),
    }),
);

/** A decision in writing. */
export const writtenView = named('WrittenResolution', z.object(writtenResolution.shape));

/** A member's answer; how they answered is null while that is not for the reader. */
export const answerView = named(
  'WrittenAnswer',
  z
    .object(vote.shape)
    .pick({ id: true, personId: true, at: true, given: true })
    .extend({ given: given.nullable(), comment: z.string().nullable() }),
);

/** A decision by one member or officer, as its record is kept. */
export const decisionView = named('Decision', z.object(decision.shape));
