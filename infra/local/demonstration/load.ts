import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { bodyInPublic, meetingInPublic } from '../../../shared/domain/meetings/published-meeting.ts';
import { bodies, procedures } from '../../../shared/store/bodies.ts';
import { agendaItems, minutes, resolutions } from '../../../shared/store/business.ts';
import { type Change, change, commit } from '../../../shared/store/commit.ts';
import { commitments, nextAction } from '../../../shared/store/commitments.ts';
import { meetings, sitting } from '../../../shared/store/meetings.ts';
import { claimMessage } from '../../../shared/store/messages.ts';
import { emailEntry, membershipCopy, memberships, people } from '../../../shared/store/people.ts';
import { laySnapshot, pointTo, showBody } from '../../../shared/store/published.ts';
import { find, type RecordKind, type Register } from '../../../shared/store/record-kind.ts';
import { numbersTaken } from '../../../shared/store/references.ts';
import { calendars } from '../../../shared/store/settings.ts';
import type { Write } from '../../../shared/store/table.ts';
import { demonstrationDay } from './demonstration-day.ts';
import { demonstrationStory, type Step } from './demonstration-story.ts';
import { messagesBefore } from './messages-before.ts';

const LOADED = { pk: 'DEMONSTRATION', sk: 'LOADED' };

async function changeOf<T extends { id: string }>(
  register: Register,
  kind: RecordKind<T>,
  { event, reason }: Step,
  record: T,
): Promise<Change> {
  const was = (await find(register, kind, record.id)) ?? null;
  return change(kind, { was, record, event, reason });
}

function toChange(register: Register, step: Step): Promise<Change> {
  switch (step.type) {
    case 'person':
      return changeOf(register, people, step, step.record);
    case 'body':
      return changeOf(register, bodies, step, step.record);
    case 'membership':
      return changeOf(register, memberships, step, step.record);
    case 'procedure':
      return changeOf(register, procedures, step, step.record);
    case 'calendar':
      return changeOf(register, calendars, step, step.record);
    case 'meeting':
      return changeOf(register, meetings, step, step.record);
    case 'agenda-item':
      return changeOf(register, agendaItems, step, step.record);
    case 'minute':
      return changeOf(register, minutes, step, step.record);
    case 'resolution':
      return changeOf(register, resolutions, step, step.record);
    case 'commitment':
      return changeOf(register, commitments, step, step.record);
  }
}

/** What must agree with a record of each type; the first time it is written, its uniqueness too. */
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
    case 'meeting':
      return { also: [], unique: [sitting(step.record)] };
    case 'commitment':
      return {
        also: [nextAction(step.record.id, step.record.chasedFrom === null ? null : demonstrationDay)],
        unique: [`reference ${step.record.reference}`],
      };
    default:
      return { also: [], unique: [] };
  }
}

/** Steps of different records go together, so that loading takes seconds; the order of each record's steps is kept. */
const MOST_ACTIONS = 38;

/** A step writes the record, its history entry and what must agree with it. */
const actionsOf = (steps: readonly Step[]): number =>
  steps.map(withIt).reduce((sum, { also, unique }) => sum + 2 + also.length + unique.length, 1);

const goTogether = (batch: readonly Step[], step: Step): boolean =>
  actionsOf([...batch, step]) <= MOST_ACTIONS &&
  batch.every(
    ({ at, actor, record }) =>
      at === step.at && JSON.stringify(actor) === JSON.stringify(step.actor) && record.id !== step.record.id,
  );

function batches(steps: readonly Step[]): Step[][] {
  const made: Step[][] = [];
  for (const step of steps) {
    const last = made.at(-1);
    if (last && goTogether(last, step)) last.push(step);
    else made.push([step]);
  }
  return made;
}

async function commitBatch(
  register: Register,
  batch: readonly Step[],
  number: number,
  seen: Set<string>,
): Promise<void> {
  const first = batch[0];
  if (!first) return;
  const together = batch.map(withIt);
  const fresh = batch.map((step) => !seen.has(`${step.type} ${step.record.id}`));
  for (const step of batch) seen.add(`${step.type} ${step.record.id}`);
  await commit(register, {
    commandId: `demonstration-${number}`,
    actor: first.actor,
    at: first.at,
    outcome: { loaded: batch.length },
    changes: await Promise.all(batch.map((step) => toChange(register, step))),
    unique: together.flatMap(({ unique }, index) => (fresh[index] ? unique : [])),
    also: together.flatMap(({ also }) => also),
  });
}

type Latest = Map<string, Step>;

const latestOf = <Found>(latest: Latest, pick: (step: Step) => Found | null): Found[] =>
  [...latest.values()].flatMap((step) => pick(step) ?? []);

const bodyIn = (step: Step) => (step.type === 'body' ? step.record : null);
const meetingIn = (step: Step) => (step.type === 'meeting' ? step.record : null);
const itemIn = (step: Step) => (step.type === 'agenda-item' ? step.record : null);
const minuteIn = (step: Step) => (step.type === 'minute' ? step.record : null);
const resolutionIn = (step: Step) => (step.type === 'resolution' ? step.record : null);
const promiseIn = (step: Step) => (step.type === 'commitment' ? step.record : null);

/** Shows to the public what the story says is published, as its publication would have. */
async function showPublished(register: Register, latest: Latest): Promise<void> {
  const shown = <T extends Pick<AgendaItem, 'published'>>(all: T[]) => all.filter(({ published }) => published);
  const business = {
    items: shown(latestOf(latest, itemIn)),
    minutes: shown(latestOf(latest, minuteIn)),
    resolutions: shown(latestOf(latest, resolutionIn)),
  };
  for (const meeting of latestOf(latest, meetingIn).filter(({ published }) => published)) {
    const body = latestOf(latest, bodyIn).find(({ id }) => id === meeting.bodyId);
    if (!body) continue;
    const items = business.items.filter(({ meetingId }) => meetingId === meeting.id);
    const snapshot = meetingInPublic(meeting, body, { ...business, items });
    await laySnapshot(register.table, `${meeting.id}-demonstration`, snapshot);
    await register.table.transact(pointTo(snapshot.sitting, `${meeting.id}-demonstration`));
  }
}

/** The counters of references begin after the ones that the story has given. */
async function countReferences(register: Register, latest: Latest): Promise<void> {
  for (const { reference } of latestOf(latest, promiseIn)) {
    const [code = '', year = '', number = ''] = reference.split('/');
    await numbersTaken(register.table, code, year, Number(number));
  }
}

/**
 * Puts the demonstration organisation into an empty register: every step a command with its history. Killed on the way,
 * it goes on where it was: commands done before answer as they did. Does nothing when it has been loaded.
 */
export async function loadDemonstration(register: Register): Promise<'loaded' | 'already-loaded'> {
  if (await register.table.get(LOADED)) return 'already-loaded';
  const story = demonstrationStory();
  const seen = new Set<string>();
  for (const [number, batch] of batches(story).entries()) await commitBatch(register, batch, number, seen);
  const latest = new Map(story.map((step) => [`${step.type} ${step.record.id}`, step]));
  for (const message of messagesBefore) await claimMessage(register.table, message, null);
  await countReferences(register, latest);
  await showPublished(register, latest);
  await register.table.put({ ...LOADED, at: new Date().toISOString() });
  return 'loaded';
}
