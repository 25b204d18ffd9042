import { administrationExamples } from './administration.ts';
import { decisionExamples } from './decisions.ts';
import type { Examples } from './example.ts';
import { meetingExamples } from './meetings.ts';
import { promiseExamples } from './promises-and-decisions.ts';
import { readingExamples } from './readings.ts';
import { reportExamples } from './reports.ts';
import { writtenExamples } from './written.ts';

/** How each operation is asked for in earnest, by its name; those that are not here need nothing of their own. */
export const examples: Examples = {
  ...promiseExamples,
  ...meetingExamples,
  ...readingExamples,
  ...writtenExamples,
  ...decisionExamples,
  ...administrationExamples,
  ...reportExamples,
};
