import * as z from 'zod';
import { addDays } from '../domain/calendar/day.ts';
import { type QuestionRules, questionRules } from '../domain/questions/question-rules.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import type { PublishedTable } from './published.ts';
import { list, type RecordKind, type Register, type Versioned } from './record-kind.ts';
import { PUBLISHED_PREFIX } from './table-definition.ts';

/** What bodies take from the public, dated; listed by body and first day. */
export const questionRulesKind: RecordKind<QuestionRules> = {
  type: 'question-rules',
  schema: questionRules,
  stored: 1,
  upcasts: {},
  accessClassOf: () => 'public',
  lists: ({ id, bodyId, from }) => ({ gsi1: [`QUESTION-RULES#${bodyId}`, `${from}#${id}`] }),
};

/** The rules of a body, the oldest first. */
export async function questionRulesOf(register: Register, bodyId: string): Promise<Versioned<QuestionRules>[]> {
  return list(register, questionRulesKind, { index: 'gsi1', partition: `QUESTION-RULES#${bodyId}` });
}

const publishedKey = (bodyId: string) => ({ pk: `${PUBLISHED_PREFIX}BODY#${bodyId}`, sk: 'QUESTION-RULES' });

/** The same as the public's own form may read them: what the body has entered, without the presets. */
export async function publishedQuestionRules(table: PublishedTable, bodyId: string): Promise<QuestionRules[]> {
  const item = await table.get(publishedKey(bodyId));
  return item ? z.array(questionRules).parse(item['rules']) : [];
}

/**
 * Has a body take questions by new rules from a day on: a new record; the one before it gets its last day and is never
 * overwritten. `command.version` is how many the body had when the form was made. Throws `VersionConflict`.
 */
export async function saveQuestionRules(register: Register, command: Command, record: QuestionRules) {
  return runCommand(register, command.commandId, async () => {
    const all = await questionRulesOf(register, record.bodyId);
    if (command.version !== undefined && command.version !== all.length) throw new VersionConflict([record.bodyId]);
    const last = all.at(-1);
    if (last && last.record.from >= record.from) throw new VersionConflict([last.record.id]);
    const ended = last && { ...last.record, to: addDays(record.from, -1) };
    const before = all.slice(0, -1).map((one) => one.record);
    const rules = [...before, ...(ended ? [ended] : []), record];
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [
        change(questionRulesKind, { was: null, record, event: 'rules for public questions begun' }),
        ...(last && ended
          ? [change(questionRulesKind, { was: last, record: ended, event: 'rules ended by the next' })]
          : []),
      ],
      also: [{ put: { ...publishedKey(record.bodyId), rules } }],
    };
  });
}
