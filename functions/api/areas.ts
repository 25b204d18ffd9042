import { BASE } from './find-operation.ts';
import type { Caller, Operation } from './operation.ts';

type Area = {
  /** Holds of the addresses below /api/v1 that it has operations at. Two areas may share one. */
  holds: RegExp;
  load: () => Promise<readonly Operation<Caller>[]>;
};

/** All that can be asked with a token, by area: a request loads what it asks for, and starts no slower for the rest. */
const areas: readonly Area[] = [
  { holds: /^\/(bodies|people)/, load: async () => (await import('./operations/bodies.ts')).bodyOperations },
  {
    holds: /^\/(meetings|items|bodies\/[^/]+\/meetings)/,
    load: async () => (await import('./operations/meetings.ts')).meetingOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/agenda/,
    load: async () => (await import('./operations/agenda-acts.ts')).agendaActOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/agenda\/offered/,
    load: async () => (await import('./operations/offered.ts')).offeredOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/(agenda\/(items\/|ask-chair|chair)|reconvene)/,
    load: async () => (await import('./operations/lateness.ts')).latenessOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/attendance/,
    load: async () => (await import('./operations/attendance.ts')).attendanceOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/agenda\/publication/,
    load: async () => (await import('./operations/publication.ts')).publicationOperations,
  },
  {
    holds: /^\/meetings\/[^/]+\/(agenda\/|cancel|move)/,
    load: async () => (await import('./operations/after-publication.ts')).afterPublicationOperations,
  },
  {
    holds: /^\/(resolutions|minutes|meetings\/[^/]+\/(resolutions|minutes))/,
    load: async () => (await import('./operations/decided.ts')).decidedOperations,
  },
  {
    holds: /^\/(written-resolutions|bodies\/[^/]+\/written-resolutions)/,
    load: async () => (await import('./operations/written.ts')).writtenOperations,
  },
  {
    holds: /^\/(written-resolutions|bodies\/[^/]+\/written-resolutions)/,
    load: async () => (await import('./operations/written-acts.ts')).writtenActOperations,
  },
  {
    holds: /^\/key-decision-notices/,
    load: async () => (await import('./operations/notices.ts')).noticeOperations,
  },
  {
    holds: /^\/(call-ins|decisions\/[^/]+\/call-ins)/,
    load: async () => (await import('./operations/call-ins.ts')).callInOperations,
  },
  { holds: /^\/decisions/, load: async () => (await import('./operations/decisions.ts')).decisionOperations },
  { holds: /^\/commitments/, load: async () => (await import('./operations/promises.ts')).promiseOperations },
  {
    holds: /^\/commitments($|\/[^/]+\/)/,
    load: async () => (await import('./operations/new-promise.ts')).newPromiseOperations,
  },
  { holds: /^\/(typed-)?readings/, load: async () => (await import('./operations/readings.ts')).readingOperations },
  {
    holds: /^\/commitments\/[^/]+\/./,
    load: async () => (await import('./operations/promise-acts.ts')).promiseActOperations,
  },
  {
    holds: /^\/commitments\/[^/]+\/./,
    load: async () => (await import('./operations/secretary-acts.ts')).secretaryActOperations,
  },
  {
    holds: /^\/bodies\/[^/]+\/(plan|publish-by)/,
    load: async () => (await import('./operations/plans.ts')).planOperations,
  },
  {
    holds: /^\/items\/[^/]+\/reports/,
    load: async () => (await import('./operations/reports.ts')).reportOperations,
  },
  {
    holds: /^\/(questions|bodies\/[^/]+\/questions)/,
    load: async () => (await import('./operations/questions.ts')).questionOperations,
  },
  {
    holds: /^\/bodies\/[^/]+\/programmes/,
    load: async () => (await import('./operations/programme.ts')).programmeOperations,
  },
  { holds: /^\/people/, load: async () => (await import('./operations/people-acts.ts')).peopleActOperations },
  {
    holds: /^\/(calendar|bodies($|\/[^/]+($|\/(procedures|chasing))))/,
    load: async () => (await import('./operations/administration.ts')).administrationOperations,
  },
  { holds: /\/history$/, load: async () => (await import('./operations/history.ts')).historyOperations },
];

/** The operations of the areas that hold an address; they may be at others. */
export async function operationsAt(address: string): Promise<readonly Operation<Caller>[]> {
  const below = address.startsWith(`${BASE}/`) ? address.slice(BASE.length) : '';
  const lists = await Promise.all(areas.filter(({ holds }) => holds.test(below)).map(({ load }) => load()));
  return lists.flat();
}

/** Everything that can be asked with a token. The document and the contract tests are made from this list. */
export async function everyOperation(): Promise<readonly Operation<Caller>[]> {
  const lists = await Promise.all(areas.map(({ load }) => load()));
  return lists.flat();
}
