import '../../shared/pages/words/decision-messages.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { say } from '../../shared/pages/say.ts';
import { requestAround } from '../../shared/store/call-in-acts.ts';
import { decisionAround } from '../../shared/store/decision-around.ts';
import { aboutDecision, callInLink, madeRows, windowRows } from './decision-facts.ts';
import type { NoticeKind } from './notice-kind.ts';

/** To scrutiny: a decision has been published and can be called in. */
export const decisionOpenToCallIn: NoticeKind = async ({ recordId, day }, { register }) => {
  const around = await decisionAround(register, recordId, day);
  const { record, window, context } = around;
  if (window === null || record.state !== 'call-in-open') return null;
  const closes = formatDay(window.closesOn);
  return {
    bodyId: record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      tone: 'soon',
      subject: say('decisionMessages', 'openSubject', { title: record.title, day: closes }),
      status: say('decisionMessages', 'openStatus', { day: closes }),
      sentence: say('decisionMessages', 'openSentence', { body: context.body.name, day: closes }),
      rows: [...madeRows(record), ...windowRows(around)],
      why: say('decisionMessages', 'whyScrutiny'),
    },
  };
};

const askedWords = {
  asked: ['askedSubject', 'askedSentence'],
  whole: ['wholeSubject', 'wholeSentence'],
  due: ['dueSubject', 'dueSentence'],
} as const;

/** To those who judge: a call-in is asked for, it has the signatures that it needs, or today is the last day to judge it. */
export const callInAskedFor: NoticeKind = async ({ recordId, day, round }, { register }) => {
  const { request, around } = await requestAround(register, recordId, day);
  const { record } = request;
  if (record.state !== 'open') return null;
  const signed = record.signatories.filter(({ signedAt }) => signedAt !== null).length;
  const { title } = around.record;
  const words = askedWords[round === 'whole' || round === 'due' ? round : 'asked'];
  return {
    bodyId: record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      tone: round === 'due' ? 'late' : 'soon',
      subject: say('decisionMessages', words[0], { title }),
      status: say('decisionMessages', 'signatures', { count: signed }),
      sentence: say('decisionMessages', words[1]),
      rows: windowRows(around),
      link: callInLink(record.id),
      why: say('decisionMessages', 'whyJudge'),
    },
  };
};

/** To a member who is named on a request: it counts when they sign it themselves. */
export const callInSignature: NoticeKind = async ({ recordId, personId, day }, { register }) => {
  const { request, around } = await requestAround(register, recordId, day);
  const own = request.record.signatories.find((one) => one.personId === personId);
  if (request.record.state !== 'open' || !own || own.signedAt !== null) return null;
  return {
    bodyId: request.record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      tone: 'soon',
      subject: say('decisionMessages', 'signSubject', { title: around.record.title }),
      status: say('decisionMessages', 'signStatus'),
      sentence: say('decisionMessages', 'signSentence'),
      rows: windowRows(around),
      link: callInLink(recordId),
      why: say('decisionMessages', 'whyNamed'),
    },
  };
};

/** To whoever asked: the call-in is not valid or has lapsed, and why. */
export const callInRefused: NoticeKind = async ({ recordId, day }, { register }) => {
  const { request, around } = await requestAround(register, recordId, day);
  const { judgement } = request.record;
  const ended = request.record.state === 'not-valid' || request.record.state === 'lapsed';
  if (!ended || judgement === null) return null;
  const lapsed = request.record.state === 'lapsed';
  return {
    bodyId: request.record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      subject: say('decisionMessages', lapsed ? 'lapsedSubject' : 'refusedSubject', { title: around.record.title }),
      status: say('decisionMessages', lapsed ? 'lapsedStatus' : 'refusedStatus'),
      sentence: say('decisionMessages', lapsed ? 'lapsedSentence' : 'refusedSentence', {
        day: formatDay(judgement.on),
      }),
      quotation: {
        words: judgement.reason,
        source: say('decisionMessages', lapsed ? 'lapsedSource' : 'refusedSource'),
      },
      rows: windowRows(around),
      link: callInLink(recordId),
      why: say('decisionMessages', 'whyAsked'),
    },
  };
};

/** To the decision maker, the monitoring officer and both secretaries: it is suspended. */
export const decisionCalledIn: NoticeKind = async ({ recordId, day }, { register }) => {
  const around = await decisionAround(register, recordId, day);
  const { record } = around;
  if (record.calledInBy === null) return null;
  const request = around.requests.find((one) => one.record.id === record.calledInBy)?.record;
  return {
    bodyId: record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      tone: 'late',
      subject: say('decisionMessages', 'calledInSubject', { title: record.title }),
      status: say('decisionMessages', 'calledInStatus'),
      sentence: say('decisionMessages', 'calledInSentence'),
      quotation: request ? { words: request.grounds, source: say('decisionMessages', 'groundsSource') } : null,
      rows: madeRows(record),
      why: say('decisionMessages', 'whyCalledIn'),
    },
  };
};

/** To the decision maker, the monitoring officer and scrutiny: what was done with a called-in decision. */
export const decisionOutcomeNotice: NoticeKind = async ({ recordId, day, round }, { register }) => {
  const around = await decisionAround(register, recordId, day);
  const outcome = around.record.outcomes.filter(({ event }) => event !== 'implement')[Number(round)];
  if (outcome === undefined) return null;
  const what = say('decisionMessages', `outcome-${outcome.event}`);
  return {
    bodyId: around.record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      subject: say('decisionMessages', 'outcomeSubject', { title: around.record.title, what }),
      status: what,
      sentence: say('decisionMessages', 'outcomeSentence', { day: formatDay(outcome.on), what }),
      quotation:
        outcome.reasons === '' ? null : { words: outcome.reasons, source: say('decisionMessages', 'reasonsSource') },
      rows: madeRows(around.record),
      why: say('decisionMessages', 'whyCalledIn'),
    },
  };
};

/** To the decision maker and the body's secretary: it may be carried out. */
export const decisionMayTakeEffect: NoticeKind = async ({ recordId, day }, { register }) => {
  const around = await decisionAround(register, recordId, day);
  const { record } = around;
  if (record.state !== 'implementable' && record.state !== 'implemented') return null;
  return {
    bodyId: record.bodyId,
    notice: {
      ...aboutDecision(around, day),
      subject: say('decisionMessages', 'effectSubject', { title: record.title }),
      status: say('decisionMessages', 'effectStatus'),
      sentence: say('decisionMessages', record.calledInBy === null ? 'effectSentence' : 'effectAfterCallIn'),
      rows: madeRows(record),
      why: say('decisionMessages', 'whyDecides'),
    },
  };
};
