import { formatDate } from '../domain/calendar/day-words.ts';
import type { FoundBody } from './body-name.ts';
import type { Find, NotFound, Reading } from './find.ts';
import type { GivenMeeting } from './read-minutes.ts';

type Known = { kind: Reading['kind']; given: GivenMeeting; day: string | null; body: FoundBody | null };

/** What one expects in minutes and did not find, or found otherwise than it was said, each a sentence for the secretary. */
export function notFoundIn(finds: readonly Find[], { kind, given, day, body }: Known): NotFound[] {
  const has = (wanted: Find['kind']): boolean => finds.some((find) => find.kind === wanted);
  const documents = finds.find((find) => find.kind === 'supporting-documents');
  return [
    ...dayDoubts(given, day),
    ...bodyDoubts(given, body),
    ...(has('item')
      ? []
      : [
          {
            code: 'no-items' as const,
            sentence: 'No item of business was found. Type its title, or check that the whole text was pasted.',
          },
        ]),
    ...(has('resolution') || kind === 'report' || kind === 'cover-sheet'
      ? []
      : [
          {
            code: 'no-decisions' as const,
            sentence: 'No decision was found. If the body decided something, add it by hand.',
          },
        ]),
    ...(documents !== undefined && documents.names.length === 0
      ? [
          {
            code: 'report-not-attached' as const,
            sentence: 'Report not attached: the heading for supporting documents has nothing under it.',
          },
        ]
      : []),
  ];
}

function dayDoubts({ meetingDate }: GivenMeeting, day: string | null): NotFound[] {
  if (day === null && meetingDate === undefined)
    return [
      {
        code: 'no-meeting-date',
        sentence: 'The text does not give the day of the meeting. Without it no window can be worked out.',
      },
    ];
  if (day !== null && meetingDate !== undefined && day !== meetingDate)
    return [
      {
        code: 'meeting-date-differs',
        sentence: `You said ${formatDate(meetingDate)}; the text says ${formatDate(day)}. Windows are counted from the day you said.`,
      },
    ];
  return [];
}

function bodyDoubts(given: GivenMeeting, body: FoundBody | null): NotFound[] {
  if (body === null)
    return given.body === undefined ? [{ code: 'no-body', sentence: 'The text does not name the body that met.' }] : [];
  if (given.body === undefined)
    return body.confidence === 'certain'
      ? []
      : [{ code: 'body-guessed', sentence: `The body is guessed from “${body.name}” in the text.` }];
  const [said, read] = [given.body.toLowerCase(), body.name.toLowerCase()];
  if (body.confidence === 'check' || said.includes(read) || read.includes(said)) return [];
  return [{ code: 'body-differs', sentence: `You said ${given.body}; the text says ${body.name}.` }];
}
