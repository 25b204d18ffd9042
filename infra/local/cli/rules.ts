import * as z from 'zod';
import { computeRule, rules } from '../../../shared/domain/statutory-clock/registry.ts';
import { BadRuleInput, UnknownRule } from '../../../shared/domain/statutory-clock/rule-input.ts';
import { type CliCommand, type CliIo, WrongUse } from './command.ts';
import { linesOf } from './lines.ts';

const lineId = z.union([z.string(), z.number()]).nullable().catch(null);
const request = z.object({ id: lineId, rule: z.string(), input: z.unknown() });

type Answer = { id: string | number | null } & ({ result: object } | { error: string });

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function answerTo(line: string): Answer {
  const json = parseJson(line);
  const asked = request.safeParse(json);
  if (!asked.success) {
    const { id } = z.object({ id: lineId }).catch({ id: null }).parse(json);
    return { id, error: json === undefined ? 'The line is not JSON.' : 'The line is not {"id", "rule", "input"}.' };
  }
  const { id, rule, input } = asked.data;
  try {
    return { id, result: computeRule(rule, input) };
  } catch (error) {
    if (error instanceof UnknownRule || error instanceof BadRuleInput) return { id, error: error.message };
    throw error;
  }
}

async function run(args: string[], io: CliIo): Promise<number> {
  if (args[0] !== undefined)
    throw new WrongUse(`rules takes no arguments, not "${args[0]}"; give JSON lines on standard input`);
  let exitCode = 0;
  for await (const line of linesOf(io.stdin)) {
    const answer = answerTo(line);
    if ('error' in answer) exitCode = 1;
    io.out(JSON.stringify(answer));
  }
  return exitCode;
}

export const rulesCommand: CliCommand = {
  name: 'rules',
  summary: 'compute rules of the statutory clock, JSON lines in and out',
  help: `Usage: npm run -s quorate -- rules < requests.jsonl

Reads JSON lines {"id", "rule", "input"} from standard input and writes {"id", "result"} for each, in
order. A line that is not JSON, names no rule or has an input the rule cannot use gives {"id", "error"}
with a sentence; the others are still computed.

Every input may carry "division" (england-and-wales, scotland, northern-ireland; England and Wales if left
out), "mode" (working, or calendar; working if left out), "closureDays" (days on which offices are shut)
and "holidayListOverride" (such as "england-and-wales minus 2022-09-19"). Other fields of a line are ignored.

Exit codes: 0 all computed, 1 at least one error, 2 wrong use.

Rules: ${Object.keys(rules).join('\n       ')}`,
  run,
};
