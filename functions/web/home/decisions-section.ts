import type { Role } from '../../../shared/domain/bodies/membership.ts';
import { heldOn } from '../../../shared/domain/bodies/membership.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import type { CallInRequest } from '../../../shared/domain/decisions/call-in-request.ts';
import { type Decision, suspendedStates } from '../../../shared/domain/decisions/decision.ts';
import { type KeyDecisionNotice, noticeDays } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { isOpenToCallIn, judgedBy } from '../../../shared/domain/decisions/standing.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { missingIn } from '../../../shared/store/decision-acts.ts';
import { windowIn } from '../../../shared/store/decision-around.ts';
import { allDecisions, allNotices, decidedBy, decisions, openCallIns } from '../../../shared/store/decisions.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { maySeeDecision, maySeeNotice, subjectOf } from '../decisions/see-decision.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** One thing about decisions that is the reader's, as home pages show it. */
type Row = {
  status: { kind: string; text: string };
  title: string;
  text: string;
  links: { text: string; href: string; about: string }[];
};

const row = (kind: 'due' | 'wait' | 'stop' | 'late', [title, text]: readonly [string, string], href: string): Row => {
  const words = { due: 'statusDue', wait: 'statusOpen', stop: 'statusStop', late: 'statusLate' } as const;
  const status = { kind, text: say('decisions', words[kind]) };
  return { status, title, text, links: [{ text: say('decisions', 'homeOpen'), href, about: title }] };
};

/** A decision of theirs: in call-in, suspended, or recorded and not published. */
function decisionRow(decision: Decision, context: BodyContext, today: string): Row[] {
  const href = paths.decision(decision.id);
  const { title, state } = decision;
  const window = windowIn(decision, context);
  if (state === 'call-in-open' && window !== null) {
    const time = formatTime(context.procedure.callIn?.closesAt ?? context.procedure.closeTime);
    const slots = { title, day: formatDay(window.closesOn), time, from: formatDay(window.implementableFrom) };
    return [row('wait', [say('decisions', 'homeInCallIn', slots), say('decisions', 'homeMayTake', slots)], href)];
  }
  if (suspendedStates.includes(state))
    return [row('stop', [say('decisions', 'homeSuspended', { title }), say('decisions', 'homeSuspendedText')], href)];
  if (decision.published !== null || state === 'withdrawn') return [];
  const count = missingIn(decision, context, today).length;
  const text = count === 0 ? say('decisions', 'homeRecordWhole') : say('decisions', 'homeRecordText', { count });
  return [row('due', [say('decisions', 'homeRecord', { title }), text], href)];
}

const AHEAD = 10; // working days: what a secretary looks ahead

/** A notice still to be given, or the further notice of private business. */
function noticeRow(notice: KeyDecisionNotice, { calendar, procedure }: BodyContext, today: string): Row[] {
  if (notice.from === null || notice.from < today) return [];
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const { noticeBy, furtherBy } = noticeDays(notice.from, { calendar, noticeMode });
  const horizon = addWorkingDays(today, AHEAD, calendar);
  const href = paths.notice(notice.id);
  const slots = (day: string) => ({ title: notice.title, day: formatDay(day) });
  const when = { day: formatDay(notice.from) };
  const kind = (by: string) => (by < today ? 'late' : 'due');
  if (notice.state === 'draft' && noticeBy <= horizon)
    return [
      row(
        kind(noticeBy),
        [say('decisions', 'homeNotice', slots(noticeBy)), say('decisions', 'homeNoticeText', when)],
        href,
      ),
    ];
  if (notice.state !== 'published' || notice.private === null || notice.private.furtherNotice !== null) return [];
  if (furtherBy > horizon) return [];
  return [
    row(
      kind(furtherBy),
      [say('decisions', 'homeFurther', slots(furtherBy)), say('decisions', 'homeFurtherText', when)],
      href,
    ),
  ];
}

type Asked = { readonly asked: CallInRequest; readonly decision: Decision };

function requestRow(
  { asked, decision }: Asked,
  context: BodyContext,
  { me, judges, today }: { me: string; judges: boolean; today: string },
): Row[] {
  const href = paths.callIn(asked.id);
  const { title } = decision;
  const named = asked.signatories.some(({ personId, signedAt }) => personId === me && signedAt === null);
  if (named) return [row('due', [say('decisions', 'homeSign', { title }), say('decisions', 'homeSignText')], href)];
  if (!judges) return [];
  const count = asked.signatories.filter(({ signedAt }) => signedAt !== null).length;
  const window = windowIn(decision, context);
  const by = window === null || !isOpenToCallIn(decision) ? null : judgedBy(window);
  const text =
    by === null
      ? say('decisions', 'homeJudgeText', { count })
      : say('decisions', 'homeJudgeBy', { count, day: formatDay(by) });
  return [row(by !== null && by < today ? 'late' : 'due', [say('decisions', 'homeJudge', { title }), text], href)];
}

/** Requests that wait, about decisions that the reader may know of. */
async function openRequests(request: WebRequest): Promise<Asked[]> {
  const { person } = request.signedIn();
  // Whoever judges for no body at all and is no councillor has none: each body is asked about below.
  if (!request.may('call-in.judge') && person.councillor === null) return [];
  const { register } = request.services;
  const open = (await openCallIns(register)).map(({ record }) => record);
  if (open.length === 0) return [];
  const about = await getMany(
    register,
    decisions,
    open.map(({ decisionId }) => decisionId),
  );
  return open.flatMap((asked) => {
    const decision = about.find(({ record }) => record.id === asked.decisionId)?.record;
    return decision && maySeeDecision(request, decision) ? [{ asked, decision }] : [];
  });
}

const serving: readonly Role[] = ['secretary', 'cover-secretary', 'proper-officer'];

async function ownRecords(request: WebRequest) {
  const { register } = request.services;
  const { person, memberships } = request.signedIn();
  const serves = memberships.some((held) => serving.includes(held.role) && heldOn(held, request.today));
  if (!serves) return { decided: (await decidedBy(register, person.id)).map(({ record }) => record), notices: [] };
  const [all, announced] = await Promise.all([allDecisions(register), allNotices(register)]);
  return {
    decided: all.map(({ record }) => record).filter((one) => request.may('decision.publish', subjectOf(one))),
    notices: announced
      .map(({ record }) => record)
      .filter((one) => maySeeNotice(request, one) && request.may('decision.publish', { bodyId: one.bodyId })),
  };
}

/** What is somebody's of decisions, call-in and their notices, the most pressing kinds first; empty for most people. */
export async function decisionsSection(request: WebRequest): Promise<Row[]> {
  const [requests, { decided, notices }] = await Promise.all([openRequests(request), ownRecords(request)]);
  const about = [...decided, ...notices, ...requests.map(({ decision }) => decision)];
  const ids = [...new Set(about.map(({ bodyId }) => bodyId))];
  const read = await Promise.all(ids.map((id) => bodyContext(request.services.register, id, request.today)));
  const contexts = new Map(read.map((context) => [context.body.id, context]));
  const of = <T extends { bodyId: string }>(all: readonly T[], rows: (one: T, context: BodyContext) => Row[]) =>
    all.flatMap((one) => {
      const context = contexts.get(one.bodyId);
      return context ? rows(one, context) : [];
    });
  const me = request.signedIn().person.id;
  const asked = requests.flatMap((one) => {
    const { bodyId, accessClass } = one.asked;
    const judges = request.may('call-in.judge', { bodyId, accessClass });
    const context = contexts.get(bodyId);
    return context ? requestRow(one, context, { me, judges, today: request.today }) : [];
  });
  return [
    ...asked,
    ...of(decided, (one, context) => decisionRow(one, context, request.today)),
    ...of(notices, (one, context) => noticeRow(one, context, request.today)),
  ];
}
