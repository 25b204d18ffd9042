import type { Caller, Operation } from '../operation.ts';
import { agendaActOperations } from './agenda-acts.ts';
import { bodyOperations } from './bodies.ts';
import { decidedOperations } from './decided.ts';
import { decisionOperations } from './decisions.ts';
import { historyOperations } from './history.ts';
import { meetingOperations } from './meetings.ts';
import { planOperations } from './plans.ts';
import { promiseActOperations } from './promise-acts.ts';
import { promiseOperations } from './promises.ts';
import { publicationOperations } from './publication.ts';
import { secretaryActOperations } from './secretary-acts.ts';
import { writtenOperations } from './written.ts';

/** Everything that can be asked with a token. The router, the document and the contract tests are made from this list. */
export const operations: readonly Operation<Caller>[] = [
  ...bodyOperations,
  ...meetingOperations,
  ...agendaActOperations,
  ...publicationOperations,
  ...decidedOperations,
  ...writtenOperations,
  ...decisionOperations,
  ...promiseOperations,
  ...promiseActOperations,
  ...secretaryActOperations,
  ...planOperations,
  ...historyOperations,
];
