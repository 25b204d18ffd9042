import { parseArgs } from 'node:util';
import { type Day, day } from '../../shared/domain/calendar/day.ts';
import { StartRefused } from './start-refused.ts';

/** What was asked for on the command line and in the environment. */
export type StartOptions = {
  readonly port: number;
  readonly folder: string;
  readonly today: Day | undefined;
  readonly empty: boolean;
};

const WRONG_USE = 2;
const USAGE = 'Usage: npm start -- [--today YYYY-MM-DD] [--data FOLDER] [--empty]';

const portOf = (text: string | undefined): number => {
  const port = Number(text === undefined || text === '' ? '3000' : text);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new StartRefused(`PORT must be a number from 1 to 65534, not "${text}".`, WRONG_USE);
};

const dayOf = (text: string | undefined): Day | undefined => {
  if (text === undefined) return undefined;
  const parsed = day.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new StartRefused(`--today must be a real day written YYYY-MM-DD, not "${text}".`, WRONG_USE);
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { today: { type: 'string' }, data: { type: 'string' }, empty: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartRefused(`${reason}. ${USAGE}`, WRONG_USE);
  }
};

/** Reads the options of `npm start`. Throws `StartRefused` with exit code 2 for a wrong one. */
export function readOptions(args: readonly string[], environment: Record<string, string | undefined>): StartOptions {
  const values = parsed(args);
  return {
    port: portOf(environment['PORT']),
    folder: values.data ?? '.quorate',
    today: dayOf(values.today),
    empty: values.empty ?? false,
  };
}
