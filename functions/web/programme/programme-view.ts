import { formatDay, formatDayShortWithYear } from '../../../shared/domain/calendar/day-words.ts';
import type { ProgrammeDoubt, ProgrammeJudged } from '../../../shared/domain/meetings/judge-programme.ts';
import { programmeColumns } from '../../../shared/domain/meetings/programme-table.ts';
import { say } from '../../../shared/pages/say.ts';

/** One doubt in words. */
function doubtInWords(doubt: ProgrammeDoubt): string {
  switch (doubt.doubt) {
    case 'shut':
      return say('programme', 'doubt-shut', { why: doubt.why === 'weekend' ? say('programme', 'weekend') : doubt.why });
    case 'notice-passed':
    case 'key-notice-passed':
      return say('programme', `doubt-${doubt.doubt}`, { day: formatDay(doubt.day) });
    case 'room':
      return say('programme', 'doubt-room', { body: doubt.body });
    case 'members':
      return say('programme', 'doubt-members', { body: doubt.body, count: doubt.count });
    case 'not-known-yet':
    case 'same-day':
      return say('programme', `doubt-${doubt.doubt}`);
  }
}

/** A row as it would be entered, or as it was written with what is wrong under each cell. */
export function rowView({ row, problems, doubts, meeting, dates }: ProgrammeJudged, hasKeyNotice: boolean) {
  const shown = {
    day: meeting === null ? row.cells.day : formatDay(meeting.day),
    time: meeting?.time ?? row.cells.time,
    venue: row.cells.venue,
    sort: meeting?.sort ?? row.cells.sort,
  };
  const short = (day: string | undefined): string => (day === undefined ? '' : formatDayShortWithYear(day));
  return {
    line: row.line,
    cells: programmeColumns.map((column) => ({
      label: say('programme', `column-${column}`),
      text: shown[column],
      wrong: problems.filter((one) => one.column === column).map((one) => say('programme', one.problem)),
    })),
    dates: [
      { label: say('programme', 'headReports'), text: short(dates?.reports) },
      { label: say('programme', 'headPublish'), text: short(dates?.publish.day) },
      ...(hasKeyNotice ? [{ label: say('programme', 'headKeyNotice'), text: short(dates?.keyNotice?.day) }] : []),
    ],
    doubts: doubts.map(doubtInWords),
    fine: problems.length === 0 && doubts.length === 0 ? say('programme', 'fine') : '',
  };
}

/** Every problem as a line of the summary of errors, leading to its row. */
export function faultsOf(rows: readonly ProgrammeJudged[]) {
  return rows.flatMap(({ row, problems }) =>
    problems.map(({ column, problem }) => ({
      text: say('programme', 'faultInLine', {
        line: row.line,
        column: say('programme', `column-${column}`),
        problem: say('programme', problem),
      }),
      href: `#line-${row.line}`,
    })),
  );
}
