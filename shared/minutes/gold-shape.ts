import type { Find, FindKind, FindOf, Reading, Relative, Window } from './find.ts';

/** The JSON of one text's gold file (see docs/reading-minutes.md): what `read-minutes` prints, whole texts, not cut. */
export type GoldShape = {
  doc: string;
  kind: Reading['kind'];
  body: string | null;
  meetingDate: string | null;
  items: { number: string | null; title: string }[];
  resolutions: { number: string | null; text: string; outcome: string }[];
  actions: {
    owner: string | null;
    text: string;
    due: string | null;
    dueISO?: string;
    number?: string;
    status?: string;
  }[];
  reportBacks: {
    text: string;
    rawWindow: string | null;
    window: Window | null;
    relative?: Relative;
    recurring?: string;
  }[];
  recommendations?: { number: string | null; text: string }[];
  attendees: number | null;
  supportingDocuments: number;
  votes: VoteShape[];
  presenters: string[];
  mattersRaised?: number;
  apologies?: number;
  nextMeeting?: string;
};

type VoteShape = {
  text: string;
  outcome?: string;
  for?: number;
  against?: number;
  abstain?: number | null;
  unanimous?: true;
  nemCon?: true;
  recorded?: true;
};

/** A reading in the shape of the gold files. A promise of both kinds stands under `actions` and under `reportBacks`. */
export function toGoldShape(reading: Reading, docName: string): GoldShape {
  const of = <K extends FindKind>(kind: K): FindOf<K>[] =>
    reading.finds.filter((find): find is FindOf<K> => find.kind === kind);
  const promises = of('promise');
  const attendees = of('attendee');
  const recommendations = of('recommendation').map(({ number, text }) => ({ number, text }));
  const [matters, apologies, next] = [of('matter-raised').length, of('apology').length, of('next-meeting')[0]?.day];
  return {
    doc: docName,
    kind: reading.kind,
    body: reading.body,
    meetingDate: reading.meetingDate,
    items: of('item').map(({ number, title }) => ({ number, title })),
    resolutions: of('resolution').map(({ number, text, outcome }) => ({ number, text, outcome })),
    actions: promises.filter((promise) => promise.promiseKinds.includes('action')).map(actionShape),
    reportBacks: promises.filter((promise) => promise.promiseKinds.includes('report-back')).map(reportBackShape),
    ...(recommendations.length === 0 ? {} : { recommendations }),
    attendees: attendees.length === 0 ? null : attendees.length,
    supportingDocuments: of('supporting-documents')[0]?.names.length ?? 0,
    votes: of('vote').map(voteShape),
    presenters: presentersOf(reading.finds),
    ...(matters === 0 ? {} : { mattersRaised: matters }),
    ...(apologies === 0 ? {} : { apologies }),
    ...(next === undefined ? {} : { nextMeeting: next }),
  };
}

function actionShape(promise: FindOf<'promise'>): GoldShape['actions'][number] {
  return {
    owner: promise.owner,
    text: promise.text,
    due: promise.rawWindow,
    ...(promise.window === null ? {} : { dueISO: promise.window.to }),
    ...(promise.number === null ? {} : { number: promise.number }),
    ...(promise.status === null ? {} : { status: promise.status }),
  };
}

function reportBackShape(promise: FindOf<'promise'>): GoldShape['reportBacks'][number] {
  return {
    text: promise.text,
    rawWindow: promise.rawWindow,
    window: promise.window,
    ...(promise.relative === null ? {} : { relative: promise.relative }),
    ...(promise.recurring === null ? {} : { recurring: promise.recurring }),
  };
}

function voteShape(vote: FindOf<'vote'>): VoteShape {
  const counted = vote.for !== null || vote.against !== null;
  return {
    text: vote.text,
    ...(vote.result === null ? {} : { outcome: vote.result }),
    ...(vote.for === null ? {} : { for: vote.for }),
    ...(vote.against === null ? {} : { against: vote.against }),
    ...(counted ? { abstain: vote.abstain } : {}),
    ...(vote.unanimous ? { unanimous: true as const } : {}),
    ...(vote.nemCon ? { nemCon: true as const } : {}),
    ...(vote.recorded ? { recorded: true as const } : {}),
  };
}

/** Whoever presented and whoever came for the item, each once. */
function presentersOf(finds: readonly Find[]): string[] {
  const names = finds.flatMap((find) =>
    find.kind === 'presenter' || (find.kind === 'attendee' && find.attendance === 'for-this-item') ? [find.name] : [],
  );
  return [...new Set(names)];
}
