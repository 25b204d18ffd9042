import * as z from 'zod';
import { actor } from '../domain/history/history-entry.ts';
import { type PasteStep, pasteStep } from '../domain/people/judge-paste.ts';
import { commit } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { NotFound, NotUnique } from './errors.ts';
import { saveMembership, savePerson } from './people-acts.ts';
import type { Register } from './record-kind.ts';

/** An accepted table: everything that is to be entered, and how far that has come. */
const acceptedPaste = z.object({
  steps: z.array(pasteStep),
  actor,
  at: z.string(),
  today: z.string(),
  entered: z.int().min(0),
});
type AcceptedPaste = z.infer<typeof acceptedPaste>;

const keyOf = (id: string) => ({ pk: `PASTE#${id}`, sk: 'LIST' });

/**
 * Accepts a table in one transaction: the whole list and the outbox entry that has it entered. From here on it is entered
 * in full, whatever stops on the way; a table of hundreds of rows does not fit one transaction of records.
 */
export async function acceptPaste(register: Register, command: Command, id: string, steps: readonly PasteStep[]) {
  const { commandId, actor: by, at, today } = command;
  return commit(register, {
    commandId,
    actor: by,
    at,
    outcome: { id },
    changes: [],
    outbox: [{ topic: 'people-pasted', recordId: id, word: 'accepted' }],
    also: [{ put: { ...keyOf(id), steps, actor: by, at, today, entered: 0 } }],
  });
}

/** How far an accepted table has come. Throws `NotFound`. */
export async function pasteProgress({ table }: Register, id: string): Promise<AcceptedPaste> {
  const item = await table.get(keyOf(id));
  if (!item) throw new NotFound(`pasted table ${id}`);
  return acceptedPaste.parse(item);
}

async function enter(register: Register, step: PasteStep, command: Command): Promise<void> {
  if (step.sort === 'membership') {
    await saveMembership(register, { ...command, version: 0 }, step.membership);
    return;
  }
  try {
    await savePerson(register, { ...command, version: 0 }, step.person);
  } catch (fault) {
    if (!(fault instanceof NotUnique)) throw fault;
    // Somebody else was given the address meanwhile. What was accepted is entered all the same, to be looked at.
    await savePerson(register, { ...command, version: 0 }, { ...step.person, emailConfirmed: false });
  }
}

/** Enters what of an accepted table is not entered yet, each record by a command of its own: twice is the same as once. */
export async function enterPasted(register: Register, id: string): Promise<void> {
  const { steps, entered, actor: by, at, today } = await pasteProgress(register, id);
  for (const [number, step] of steps.entries()) {
    if (number < entered) continue;
    await enter(register, step, { commandId: `paste-${id}-${number}`, actor: by, at, today });
    await register.table.update(keyOf(id), {
      UpdateExpression: 'SET entered = :n',
      ExpressionAttributeValues: { ':n': number + 1 },
    });
  }
}
