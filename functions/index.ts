/**
 * The registry: every function there is, as plain data, read by both hosts. CDK makes each line a Lambda with just the
 * grants named; the one-machine host makes it an in-process handler. A function exists in both places or in neither.
 */
export type FunctionEntry = {
  /** Also the `${Name}` placeholder in workflows/*.asl.json. */
  readonly name: string;
  /** Exports `handler`. */
  readonly file: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** What of the table it may touch. `published` = read of keys beginning PUBLISHED# and nothing else; `asked` = `askedKeys`, no index. */
  readonly table: 'none' | 'read' | 'read-write' | 'published' | 'asked';
  /**
   * What of the files store it may touch. `long-texts` = texts that are too long for the table, which records point to;
   * `documents` = those to read, and what is made of publications to write; `withdrawing` = those to read, and what is
   * published to take away.
   */
  readonly files: 'none' | 'long-texts' | 'read-write' | 'published' | 'documents' | 'withdrawing';
  /** Which senders it may use. */
  readonly sends: readonly ('email' | 'slack')[];
  /** May start and answer workflows. */
  readonly workflows: boolean;
  readonly events: readonly FunctionEvent[];
  /** What lies beside its bundle as files, because it cannot be bundled. A compiled program in it makes the function x86-64. */
  readonly brings?: {
    /** Packages, or files of packages, as they are named in node_modules. */
    readonly packages: readonly string[];
    /** Files of ours that it reads, put beside the bundle. */
    readonly files: readonly string[];
  };
};

export type FunctionEvent =
  | { readonly sort: 'http'; readonly paths: readonly string[] }
  | { readonly sort: 'outbox-stream' }
  /** Asked before any http event: did the request come through the edge? One machine has no edge, so nothing asks there. */
  | { readonly sort: 'origin-check' }
  | { readonly sort: 'schedule'; readonly name: string; readonly cron: string };

/** A workflow started by the clock rather than by an event. Cron is `minute hour day month weekday`, Europe/London. */
export type WorkflowSchedule = { readonly workflow: WorkflowName; readonly cron: string };

export const workflowNames = [
  'daily-round',
  'promise-answer',
  'enter-finds',
  'recompute-deadlines',
  'tell-people',
  'agenda-publication',
  'decision',
  'written-resolution',
] as const;
export type WorkflowName = (typeof workflowNames)[number];

export const workflowSchedules: readonly WorkflowSchedule[] = [{ workflow: 'daily-round', cron: '0 8 * * *' }];

const quiet = { files: 'none', sends: [], workflows: false, events: [] } as const;
const step = { ...quiet, timeoutSeconds: 60, memoryMb: 512, table: 'read-write', files: 'long-texts' } as const;
const sender = { ...step, sends: ['email', 'slack'] } as const;

export const functions: readonly FunctionEntry[] = [
  {
    ...quiet,
    name: 'Web',
    file: 'functions/web/handler.ts',
    timeoutSeconds: 29,
    memoryMb: 1024,
    table: 'read-write',
    files: 'read-write',
    events: [{ sort: 'http', paths: ['$default'] }],
  },
  {
    ...quiet,
    name: 'Public',
    file: 'functions/public/handler.ts',
    timeoutSeconds: 10,
    memoryMb: 512,
    table: 'published',
    files: 'published',
    events: [
      {
        sort: 'http',
        paths: [
          'GET /committees',
          'GET /committees/{proxy+}',
          'GET /about/{proxy+}',
          'GET /decisions',
          'GET /decisions/{proxy+}',
          'GET /forward-plan',
          'HEAD /committees',
          'HEAD /committees/{proxy+}',
          'HEAD /about/{proxy+}',
          'HEAD /decisions',
          'HEAD /decisions/{proxy+}',
          'HEAD /forward-plan',
        ],
      },
    ],
  },
  {
    ...quiet,
    name: 'PublicForms',
    file: 'functions/questions/handler.ts',
    timeoutSeconds: 10,
    memoryMb: 512,
    table: 'asked',
    events: [{ sort: 'http', paths: ['GET /ask', 'GET /ask/{proxy+}', 'POST /ask/{proxy+}'] }],
  },
  {
    ...quiet,
    name: 'TokenApi',
    file: 'functions/api/handler.ts',
    timeoutSeconds: 29,
    memoryMb: 1024,
    table: 'read-write',
    files: 'read-write',
    events: [{ sort: 'http', paths: ['ANY /api/{proxy+}'] }],
  },
  {
    ...quiet,
    name: 'PublicApi',
    file: 'functions/api/public-handler.ts',
    timeoutSeconds: 10,
    memoryMb: 512,
    table: 'published',
    events: [
      {
        sort: 'http',
        paths: [
          'ANY /api',
          'ANY /api/docs',
          'ANY /api/docs/{proxy+}',
          'ANY /api/v1/openapi.json',
          'ANY /api/v1/public/{proxy+}',
        ],
      },
    ],
  },
  {
    // The only function that loads the PDF engine: asked by people, and by the workflow that publishes.
    ...quiet,
    name: 'MakePdf',
    file: 'functions/documents/make-pdf.ts',
    timeoutSeconds: 29,
    memoryMb: 1024,
    table: 'read',
    files: 'documents',
    events: [{ sort: 'http', paths: ['GET /documents/{proxy+}'] }],
    brings: {
      packages: [
        '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
        'source-sans/TTF/SourceSans3-Regular.ttf',
        'source-sans/TTF/SourceSans3-Bold.ttf',
        'source-sans/LICENSE.md',
      ],
      files: ['shared/documents/document.typ'],
    },
  },
  {
    ...quiet,
    name: 'CheckOrigin',
    file: 'functions/edge/check-origin.ts',
    timeoutSeconds: 5,
    memoryMb: 256,
    table: 'none',
    events: [{ sort: 'origin-check' }],
  },
  { ...step, name: 'Relay', file: 'functions/relay/handler.ts', workflows: true, events: [{ sort: 'outbox-stream' }] },
  {
    ...step,
    name: 'SweepOutbox',
    file: 'functions/relay/sweep.ts',
    workflows: true,
    events: [{ sort: 'schedule', name: 'sweep-outbox', cron: '*/5 * * * *' }],
  },
  { ...step, name: 'OpenRound', file: 'functions/daily-round/open-round.ts' },
  { ...step, name: 'FindDue', file: 'functions/daily-round/find-due.ts' },
  { ...step, name: 'LookAtPromise', file: 'functions/daily-round/look-at-promise.ts' },
  { ...sender, name: 'SendToPerson', file: 'functions/daily-round/send-to-person.ts' },
  {
    ...sender,
    name: 'MendMessages',
    file: 'functions/daily-round/mend-messages.ts',
    events: [{ sort: 'schedule', name: 'mend-messages', cron: '*/5 * * * *' }],
  },
  { ...step, name: 'RestartWaiting', file: 'functions/daily-round/restart-waiting.ts', workflows: true },
  { ...step, name: 'CloseRound', file: 'functions/daily-round/close-round.ts' },
  { ...step, name: 'AskOwner', file: 'functions/commitments/ask-owner.ts', workflows: true },
  { ...step, name: 'TellSecretary', file: 'functions/commitments/tell-secretary.ts' },
  { ...step, name: 'LookAtDecision', file: 'functions/decisions/look-at-decision.ts' },
  { ...step, name: 'WaitForDecision', file: 'functions/decisions/wait-for-decision.ts', workflows: true },
  { ...step, name: 'MoveDecisions', file: 'functions/decisions/move-decisions.ts' },
  { ...step, name: 'EnterFind', file: 'functions/minutes/enter-find.ts' },
  { ...step, name: 'FinishEntering', file: 'functions/minutes/finish-entering.ts' },
  { ...step, name: 'OpenWritten', file: 'functions/written-resolutions/open-written.ts' },
  { ...step, name: 'WaitForAnswers', file: 'functions/written-resolutions/wait-for-answers.ts', workflows: true },
  { ...step, name: 'CloseWritten', file: 'functions/written-resolutions/close-written.ts' },
  { ...step, name: 'LookAtWritten', file: 'functions/written-resolutions/look-at-written.ts', workflows: true },
  { ...sender, name: 'SendNotice', file: 'functions/notices/send-notice.ts' },
  { ...step, table: 'read', name: 'CheckPublication', file: 'functions/agendas/check-publication.ts' },
  { ...step, name: 'LaySnapshot', file: 'functions/agendas/lay-snapshot.ts', files: 'read-write' },
  { ...step, name: 'ShowPublication', file: 'functions/agendas/show-publication.ts' },
  { ...step, table: 'read', name: 'TakeAway', file: 'functions/agendas/take-away.ts', files: 'withdrawing' },
  { ...step, name: 'RecordDocuments', file: 'functions/agendas/record-documents.ts' },
  { ...step, table: 'read', name: 'FindWhomToTell', file: 'functions/agendas/find-whom-to-tell.ts' },
  { ...step, table: 'read', name: 'ReadBack', file: 'functions/agendas/read-back.ts' },
  { ...step, name: 'RecordProof', file: 'functions/agendas/record-proof.ts' },
  { ...step, name: 'AskForApologies', file: 'functions/apologies/ask-for-apologies.ts', workflows: true },
  { ...step, name: 'ForgetAsked', file: 'functions/questions/forget-asked.ts' },
  { ...step, name: 'RecomputePage', file: 'functions/meetings/recompute-page.ts', workflows: true },
];
