import { CALENDAR, type CalendarRecord, shippedRecord } from '../domain/calendar/calendar-record.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { VersionConflict } from './errors.ts';
import { find, type Register } from './record-kind.ts';
import { calendars } from './settings.ts';

/**
 * Saves the calendar and has every deadline worked out again. The outcome holds the new version, under which what flipped
 * is reported. Throws `VersionConflict` when somebody else changed it since `command.version` (0: nobody yet).
 */
export async function saveCalendar(
  register: Register,
  command: Command,
  { record, event }: { record: CalendarRecord; event: string },
) {
  return runCommand(register, command.commandId, async () => {
    const was = await find(register, calendars, CALENDAR);
    const version = (was?.version ?? 0) + 1;
    if (command.version !== undefined && command.version !== version - 1) throw new VersionConflict([CALENDAR]);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { version },
      changes: [change(calendars, { was: was ?? null, record, event })],
      outbox: [{ topic: 'calendar-changed', recordId: CALENDAR, word: String(version) }],
    };
  });
}

/** The calendar with its version; the shipped one, version 0, before anybody has changed it. */
export async function calendarToChange(register: Register): Promise<{ record: CalendarRecord; version: number }> {
  return (await find(register, calendars, CALENDAR)) ?? { record: shippedRecord, version: 0 };
}
