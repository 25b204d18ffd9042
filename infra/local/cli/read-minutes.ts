import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { day } from '../../../shared/domain/calendar/day.ts';
import { toGoldShape } from '../../../shared/minutes/gold-shape.ts';
import { type GivenMeeting, readMinutes } from '../../../shared/minutes/read-minutes.ts';
import { type CliCommand, type CliIo, WrongUse } from './command.ts';
import { textOf } from './text-files.ts';

function parsed(args: string[]): { files: string[]; given: GivenMeeting } {
  const { values, positionals } = optionsIn(args);
  const said = values['meeting-date'];
  if (said !== undefined && !day.safeParse(said).success)
    throw new WrongUse(`--meeting-date "${said}" is not a real day written YYYY-MM-DD`);
  return { files: positionals, given: { meetingDate: said, body: values.body } };
}

function optionsIn(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { 'meeting-date': { type: 'string' }, body: { type: 'string' } },
    });
  } catch (error) {
    const { message } = z.object({ message: z.string() }).parse(error);
    throw new WrongUse(`read-minutes: ${message.split('.')[0]}`);
  }
}

async function run(args: string[], io: CliIo): Promise<number> {
  const { files, given } = parsed(args);
  if (files.length === 0) throw new WrongUse('read-minutes needs at least one file (or --help)');
  for (const file of files) {
    const reading = readMinutes(await textOf(file), given);
    io.out(JSON.stringify(toGoldShape(reading, basename(file))));
  }
  return 0;
}

export const readMinutesCommand: CliCommand = {
  name: 'read-minutes',
  summary: 'read minutes into items, decisions and promises, one JSON line a file',
  help: `Usage: npm run -s quorate -- read-minutes FILE... [--meeting-date DAY] [--body NAME]

Reads each file (plain text or HTML) by explicit rules and writes one JSON line for it, in the shape described
in docs/reading-minutes.md: kind, body, meetingDate, items, resolutions, actions, reportBacks, attendees,
supportingDocuments, votes, presenters and what else was found. Texts are whole. A promise that is both an
action and a report-back stands under both.

  --meeting-date DAY   the day of the meeting, YYYY-MM-DD; it goes before any day in the text, and windows such
                       as "in six to twelve months" are counted from it
  --body NAME          the body that met

Nothing is entered in a register, published or sent. Exit codes: 0 read, 2 wrong use or a file that is not text.`,
  run,
};
