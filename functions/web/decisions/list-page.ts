import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Decision, DecisionState } from '../../../shared/domain/decisions/decision.ts';
import { type KeyDecisionNotice, noticeDays } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { windowIn } from '../../../shared/store/decision-around.ts';
import { allDecisions, allNotices } from '../../../shared/store/decisions.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { makerWords, statusesOf } from './decision-words.ts';
import { ownExecutives } from './notice-form.ts';
import { noticeMaker, noticeStatuses } from './notice-words.ts';
import { maySeeDecision, maySeeNotice } from './see-decision.ts';

const ended: readonly DecisionState[] = ['withdrawn', 'recommendation', 'implemented'];

type Contexts = ReadonlyMap<string, BodyContext>;

const dayWords = (day: string | null): string => (day === null ? say('decisions', 'notDated') : formatDay(day));

const nameCell = (decision: Decision, contexts: Contexts) => ({
  text: decision.title,
  href: paths.decision(decision.id),
  note: `${makerWords(decision)} (${contexts.get(decision.bodyId)?.body.name ?? ''})`,
});

/** The first status is the cell's own, the others stand beside it in words. */
const standsCell = ([first, ...others]: { kind: string; text: string }[]) => ({
  text: '',
  ...(first ? { status: first } : {}),
  ...(others.length > 0 ? { note: others.map(({ text }) => text).join('. ') } : {}),
});

function windowCell(decision: Decision, contexts: Contexts): string {
  const context = contexts.get(decision.bodyId);
  const window = context ? windowIn(decision, context) : null;
  if (window === null)
    return decision.callIn.sort === 'applies' ? '' : say('decisions', `callin-${decision.callIn.why}`);
  return `${say('decisions', 'sumCloses')} ${formatDay(window.closesOn)}. ${say('decisions', 'sumFrom')} ${formatDay(window.implementableFrom)}.`;
}

function noticeRow(notice: KeyDecisionNotice, contexts: Contexts, today: string) {
  const context = contexts.get(notice.bodyId);
  if (!context) return [];
  const noticeMode = context.procedure.keyDecisionNotice?.mode ?? 'calendar';
  const by = notice.from === null ? null : noticeDays(notice.from, { calendar: context.calendar, noticeMode }).noticeBy;
  return [
    [
      { text: notice.title, href: paths.notice(notice.id), note: noticeMaker(notice) },
      dayWords(notice.from),
      by === null ? '' : formatDay(by),
      standsCell(noticeStatuses(notice, context, today)),
    ],
  ];
}

/** Decisions that go on and those that have ended, and the forward plan with what each notice lacks. */
export async function listPage(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  request.signedIn();
  const [all, notices, executives] = await Promise.all([
    allDecisions(register),
    allNotices(register),
    ownExecutives(request),
  ]);
  const seen = all.map(({ record }) => record).filter((one) => maySeeDecision(request, one));
  const announced = notices.map(({ record }) => record).filter((one) => maySeeNotice(request, one));
  const ids = [...new Set([...seen, ...announced].map(({ bodyId }) => bodyId))];
  const read = await Promise.all(ids.map((id) => bodyContext(register, id, request.today)));
  const contexts: Contexts = new Map(read.map((context) => [context.body.id, context]));
  const mayWrite = executives.length > 0;
  const me = request.signedIn().person.id;
  const html = render('decisions/list.njk', {
    frame: request.frame(say('decisions', 'title')),
    title: say('decisions', 'title'),
    links: [
      ...(request.may('decision.record', { ownerIds: [me] })
        ? [
            { text: say('decisions', 'record'), href: paths.newDecision() },
            { text: say('needsRecord', 'link'), href: paths.needsRecord() },
          ]
        : []),
      ...(mayWrite
        ? [
            { text: say('decisions', 'writeNotice'), href: paths.newNotice() },
            { text: say('specialUrgency', 'link'), href: paths.specialUrgency() },
          ]
        : []),
    ],
    open: seen
      .filter(({ state }) => !ended.includes(state))
      .map((one) => [
        nameCell(one, contexts),
        dayWords(one.decidedOn),
        standsCell(statusesOf(one)),
        windowCell(one, contexts),
      ]),
    ended: seen
      .filter(({ state }) => ended.includes(state))
      .map((one) => [nameCell(one, contexts), dayWords(one.decidedOn), standsCell(statusesOf(one))]),
    notices: announced.flatMap((notice) => noticeRow(notice, contexts, request.today)),
  });
  return { html };
}
