import * as z from 'zod';
import { actor } from '../domain/history/history-entry.ts';
import { type Meeting, meeting } from '../domain/meetings/meeting.ts';
import { recordId } from '../domain/record.ts';
import { change, commit } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotFound, NotUnique } from './errors.ts';
import { meetings, sitting } from './meetings.ts';
import { list, type Register, type Versioned } from './record-kind.ts';

/** An adopted programme: every meeting that is to be entered, and how far that has come. */
const adoptedProgramme = z.object({
  bodyId: recordId,
  meetings: z.array(meeting),
  actor,
  at: z.string(),
  today: z.string(),
  entered: z.int().min(0),
});
type AdoptedProgramme = z.infer<typeof adoptedProgramme>;

const keyOf = (id: string) => ({ pk: `PROGRAMME#${id}`, sk: 'LIST' });

/**
 * Adopts a programme in one transaction: the whole list, and the outbox entry that has it entered. From here on all of it
 * is entered, whatever stops on the way.
 */
export async function adoptProgramme(
  register: Register,
  command: Command,
  { id, bodyId, all }: { id: string; bodyId: string; all: readonly Meeting[] },
) {
  const { commandId, actor: by, at, today } = command;
  return commit(register, {
    commandId,
    actor: by,
    at,
    outcome: { id },
    changes: [],
    outbox: [{ topic: 'programme-adopted', recordId: id, word: bodyId }],
    also: [{ put: { ...keyOf(id), bodyId, meetings: all, actor: by, at, today, entered: 0 } }],
  });
}

/** How far an adopted programme has come. Throws `NotFound`. */
export async function programmeProgress({ table }: Register, id: string): Promise<AdoptedProgramme> {
  const item = await table.get(keyOf(id));
  if (!item) throw new NotFound(`adopted programme ${id}`);
  return adoptedProgramme.parse(item);
}

async function enter(register: Register, record: Meeting, command: Command): Promise<void> {
  const event = record.state === 'called' ? 'called by the adopted programme' : 'planned by the adopted programme';
  try {
    await commit(register, {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [change(meetings, { was: null, record, event })],
      // Members get their calendar entry when a meeting is called; one that is only planned may still change.
      outbox: record.state === 'called' ? [{ topic: 'meeting-called', recordId: record.id, word: 'called' }] : [],
      unique: [sitting(record)],
    });
  } catch (fault) {
    // Somebody entered the same sitting meanwhile: it is there, which is all that is wanted.
    if (!(fault instanceof NotUnique)) throw fault;
  }
}

/** Enters what of an adopted programme is not entered yet, each meeting by a command of its own: twice is the same as once. */
export async function enterProgramme(register: Register, id: string): Promise<void> {
  const adopted = await programmeProgress(register, id);
  const command = (name: string): Command => ({
    commandId: `programme-${id}-${name}`,
    actor: adopted.actor,
    at: adopted.at,
    today: adopted.today,
  });
  for (const [number, record] of adopted.meetings.entries()) {
    if (number < adopted.entered) continue;
    await enter(register, record, command(String(number)));
    await register.table.update(keyOf(id), {
      UpdateExpression: 'SET entered = :n',
      ExpressionAttributeValues: { ':n': number + 1 },
    });
  }
  // Promises of the body may have more meetings to go to: they are looked at afresh.
  await commit(register, {
    ...command('entered'),
    outcome: { id },
    changes: [],
    outbox: [{ topic: 'programme-changed', recordId: adopted.bodyId, word: id.slice(0, 80) }],
  });
}

/** Every body's meetings of the years named, 'YYYY', in order of day. */
export async function meetingsOfYears(
  register: Register,
  years: readonly string[],
): Promise<readonly Versioned<Meeting>[]> {
  const each = years.map((year) =>
    list(register, meetings, { index: 'gsi2', partition: 'MEETINGS', prefix: `${year}-` }),
  );
  return (await Promise.all(each)).flat();
}
