import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import { bodyInPublic, meetingInPublic } from '../../../shared/domain/meetings/published-meeting.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { bodies, procedures } from '../../../shared/store/bodies.ts';
import { agendaItems, minutes, resolutions } from '../../../shared/store/business.ts';
import { type Change, change } from '../../../shared/store/commit.ts';
import { commitments, nextAction } from '../../../shared/store/commitments.ts';
import { withDecision } from '../../../shared/store/decision-acts.ts';
import { decisions, keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { meetings, sitting } from '../../../shared/store/meetings.ts';
import { noticeShown } from '../../../shared/store/notice-acts.ts';
import { emailEntry, membershipCopy, memberships, people } from '../../../shared/store/people.ts';
import { nameOfSnapshot, pointTo, showBody, snapshotPieces } from '../../../shared/store/published.ts';
import type { RecordKind, Versioned } from '../../../shared/store/record-kind.ts';
import { calendars } from '../../../shared/store/settings.ts';
import { submissions } from '../../../shared/store/submissions.ts';
import type { Item, Write } from '../../../shared/store/table.ts';
import { voteCopy, votes, writtenResolutions } from '../../../shared/store/written-resolutions.ts';
import { bodies as ownBodies } from './bodies.ts';
import { demonstrationDay, registerOpened } from './demonstration-day.ts';
import type { Step, Told } from './demonstration-story.ts';
import { demonstrationCalendar } from './meetings.ts';
import { procedures as ownProcedures } from './procedures.ts';
import { saidBeside } from './public-questions.ts';
import { besideWritten } from './written-resolution.ts';

/** What is written together or not at all; how many actions it takes of a commit. */
export type Part = {
  readonly changes: readonly Change[];
  readonly unique: readonly string[];
  readonly also: readonly Write[];
  readonly actions: number;
};

/** Writes of their own, which belong to no record's change. */
export const partOf = (also: readonly Write[]): Part => ({ changes: [], unique: [], also, actions: also.length });

/** What the public is shown of a decision or notice goes by the rules of its body. */
function rulesFor({ bodyId }: { readonly bodyId: string }) {
  const body = ownBodies.find(({ id }) => id === bodyId);
  const procedure = ownProcedures.find((one) => one.bodyId === bodyId);
  if (!body || !procedure) throw new Error(`The demonstration has no rules for ${bodyId}`);
  return { body, procedure, calendar: demonstrationCalendar };
}

/** What must agree with a record as it now is. */
function withIt(step: Step): { also: Write[]; unique: string[] } {
  switch (step.type) {
    case 'person':
      return { also: emailEntry(step.record), unique: [] };
    case 'membership':
      return { also: [membershipCopy(step.record)], unique: [] };
    case 'body':
      return {
        also: step.record.published ? showBody(bodyInPublic(step.record)) : [],
        unique: [`body code ${step.record.code}`],
      };
    case 'submission':
      return { also: [...(saidBeside.get(step.record.id) ?? [])], unique: [] };
    case 'written-resolution':
      return { also: besideWritten(step.record), unique: [] };
    case 'written-vote':
      return { also: [voteCopy(step.record)], unique: [] };
    case 'meeting':
      return { also: [], unique: [sitting(step.record)] };
    case 'decision':
      return { also: withDecision(step.record, rulesFor(step.record)), unique: [] };
    case 'key-decision-notice':
      return { also: noticeShown(step.record, rulesFor(step.record)), unique: [] };
    case 'commitment':
      return {
        also: [nextAction(step.record.id, step.record.chasedFrom === null ? null : demonstrationDay)],
        unique: [`reference ${step.record.reference}`],
      };
    default:
      return { also: [], unique: [] };
  }
}

const itemOf = (write: Write | undefined): Item => {
  if (!write || !('put' in write)) throw new Error('A change of a record puts the record and its history entry');
  return write.put;
};

/**
 * A new record with all that has happened to it: every step its entry in the chain, and the record as it is after the
 * last. One transaction, so nothing has to be read in between.
 */
function wholeStory<T extends { id: string }>(
  kind: RecordKind<T>,
  id: string,
  told: readonly Told<string, T>[],
): Change {
  return {
    type: kind.type,
    id,
    writes: async ({ commandId }, register) => {
      const fresh = { ConditionExpression: 'attribute_not_exists(pk)' };
      const entries: Write[] = [];
      let was: Versioned<T> | null = null;
      let now: Write[] = [];
      for (const { at, actor, event, reason, record } of told) {
        const next = { was, record, event, reason };
        const [put, entry] = await change(kind, next).writes({ commandId, actor, at }, register);
        const item = itemOf(put);
        was = { record, version: entries.length + 1, head: String(item['head']) };
        now = [{ put: item, when: fresh }];
        entries.push({ put: itemOf(entry), when: fresh });
      }
      return [...now, ...entries];
    },
  };
}

type Steps = ReadonlyMap<string, readonly Step[]>;

const partsOf = <T extends { id: string }>(
  steps: Steps,
  kind: RecordKind<T>,
  pick: (step: Step) => Told<string, T> | null,
): Part[] =>
  [...steps.values()].flatMap((all) => {
    const told = all.flatMap((step) => pick(step) ?? []);
    const last = all.at(-1);
    if (!last || told.length === 0) return [];
    const { also, unique } = withIt(last);
    const actions = 1 + told.length + also.length + unique.length;
    return [{ changes: [wholeStory(kind, last.record.id, told)], also, unique, actions }];
  });

/** Every record of the story as one part each: what becomes of it is not divided between two transactions. */
export function wholeStories(story: readonly Step[]): Part[] {
  const steps = Map.groupBy(story, ({ type, record }) => `${type} ${record.id}`);
  return [
    ...partsOf(steps, people, (step) => (step.type === 'person' ? step : null)),
    ...partsOf(steps, bodies, (step) => (step.type === 'body' ? step : null)),
    ...partsOf(steps, procedures, (step) => (step.type === 'procedure' ? step : null)),
    ...partsOf(steps, calendars, (step) => (step.type === 'calendar' ? step : null)),
    ...partsOf(steps, memberships, (step) => (step.type === 'membership' ? step : null)),
    ...partsOf(steps, meetings, (step) => (step.type === 'meeting' ? step : null)),
    ...partsOf(steps, agendaItems, (step) => (step.type === 'agenda-item' ? step : null)),
    ...partsOf(steps, agendas, (step) => (step.type === 'agenda' ? step : null)),
    ...partsOf(steps, minutes, (step) => (step.type === 'minute' ? step : null)),
    ...partsOf(steps, resolutions, (step) => (step.type === 'resolution' ? step : null)),
    ...partsOf(steps, decisions, (step) => (step.type === 'decision' ? step : null)),
    ...partsOf(steps, keyDecisionNotices, (step) => (step.type === 'key-decision-notice' ? step : null)),
    ...partsOf(steps, writtenResolutions, (step) => (step.type === 'written-resolution' ? step : null)),
    ...partsOf(steps, votes, (step) => (step.type === 'written-vote' ? step : null)),
    ...partsOf(steps, commitments, (step) => (step.type === 'commitment' ? step : null)),
    ...partsOf(steps, submissions, (step) => (step.type === 'submission' ? step : null)),
  ];
}

const shown = <T extends Pick<AgendaItem, 'published'>>(all: T[]): T[] => all.filter(({ published }) => published);

/** What the public is shown of the meetings that are published, each a snapshot and what points to it. */
export function publishedStories(story: readonly Step[]): Part[] {
  const latest = [...new Map(story.map((step) => [`${step.type} ${step.record.id}`, step])).values()];
  const known = new Map(latest.flatMap((step) => (step.type === 'body' ? [[step.record.id, step.record]] : [])));
  const items = shown(latest.flatMap((step) => (step.type === 'agenda-item' ? step.record : [])));
  const business = {
    minutes: shown(latest.flatMap((step) => (step.type === 'minute' ? step.record : []))),
    resolutions: shown(latest.flatMap((step) => (step.type === 'resolution' ? step.record : []))),
  };
  return shown(latest.flatMap((step) => (step.type === 'meeting' ? step.record : []))).flatMap((meeting) => {
    const body = known.get(meeting.bodyId);
    if (!body) return [];
    const own = items.filter(({ meetingId }) => meetingId === meeting.id);
    const snapshot = meetingInPublic(meeting, body, { ...business, items: own });
    const name = nameOfSnapshot(snapshot);
    const shownAs = { snapshot: name, at: londonInstant(registerOpened, '12:00') };
    return partOf([...snapshotPieces(name, snapshot).map((put) => ({ put })), ...pointTo(snapshot.sitting, shownAs)]);
  });
}
