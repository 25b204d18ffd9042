import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { formatDate, formatDay, formatDayShort } from '../../../shared/domain/calendar/day-words.ts';
import type { Answered, Decision, DecisionState } from '../../../shared/domain/decisions/decision.ts';
import { privateWords } from '../../../shared/domain/decisions/in-public.ts';
import { earliestByException } from '../../../shared/domain/decisions/key-route.ts';
import { inWindow, type Window } from '../../../shared/domain/decisions/standing.ts';
import { inspectionPeriods } from '../../../shared/domain/statutory-clock/retention.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import type { DecisionAround } from '../../../shared/store/decision-around.ts';

const kinds: Readonly<Record<DecisionState, string>> = {
  draft: 'todo',
  'for-decision': 'todo',
  deferred: 'wait',
  withdrawn: 'open',
  made: 'todo',
  recommendation: 'done',
  'call-in-open': 'wait',
  'called-in': 'stop',
  'referred-back': 'stop',
  'referred-to-council': 'stop',
  implementable: 'done',
  implemented: 'done',
};

/** How a decision stands, with what else a reader must know first. */
export function statusesOf({ state, key, accessClass }: Decision) {
  return [
    { kind: kinds[state], text: say('decisions', `state-${state}`) },
    ...(key?.sort === 'key' ? [{ kind: 'open', text: say('decisions', 'keyDecision') }] : []),
    ...(accessClass === 'private' ? [{ kind: 'private', text: say('decisions', 'private') }] : []),
  ];
}

/** Where it stands in its window at this moment, in words. */
export function windowWords({ record, window, requests }: DecisionAround, now: string): string {
  if (window === null || record.state !== 'call-in-open') return say('decisions', `state-${record.state}`);
  const where = inWindow(
    window,
    requests.map((one) => one.record),
    now,
  );
  const day = where === 'open' ? window.closesOn : window.implementableFrom;
  return say('decisions', `in-${where}`, { day: formatDay(day) });
}

/** The sum of a window, day by day. */
export function windowSum(window: Window, { workingDays, closesAt }: { workingDays: number; closesAt: string }) {
  const counted = window.sum
    .filter(({ number }) => number !== null && number <= workingDays)
    .map(({ day }) => formatDayShort(day));
  return [
    { term: say('decisions', 'sumRule'), text: say('decisions', 'sumRuleText', { count: workingDays }) },
    { term: say('decisions', 'sumPublished'), text: formatDay(window.publishedOn) },
    { term: say('decisions', 'sumDays', { count: counted.length }), text: counted.join(', ') },
    {
      term: say('decisions', 'sumCloses'),
      text: say('decisions', 'dayAndTime', { day: formatDay(window.closesOn), time: formatTime(closesAt) }),
    },
    { term: say('decisions', 'sumFrom'), text: formatDay(window.implementableFrom), total: true },
  ];
}

const answeredWords = (of: Answered | null): string => {
  if (of === null) return say('decisions', 'notAnswered');
  return of.sort === 'none' ? say('decisions', 'none') : of.text.split('\n').join('; ');
};

const given = (text: string): string => (text === '' ? say('decisions', 'notSaid') : text);

function wayWords({ keyRoute }: Decision, { context }: Pick<DecisionAround, 'context'>): string {
  const day = (of: string | null): string => (of === null ? say('decisions', 'notDated') : formatDate(of));
  switch (keyRoute?.sort) {
    case undefined:
      return say('decisions', 'way-none');
    case 'notice':
      return say('decisions', 'way-notice', { day: day(keyRoute.publishedOn) });
    case 'general-exception': {
      const on = keyRoute.noticeAvailableOn;
      const earliest = on === null ? null : earliestByException(on, context.calendar);
      return say('decisions', 'way-general-exception', { day: day(on), earliest: day(earliest) });
    }
    case 'special-urgency':
      return say('decisions', 'way-special-urgency', {
        who: given(keyRoute.agreement.name),
        day: day(keyRoute.agreement.agreedOn),
      });
  }
}

function keyRows(record: Decision, around: Pick<DecisionAround, 'context'>) {
  const { key } = record;
  if (around.context.body.kind !== 'executive') return [];
  const text =
    key === null
      ? say('decisions', 'notAnswered')
      : say('decisions', `key-${key.sort === 'key' ? key.ground : 'not-key'}`, { why: key.why });
  return [
    { term: say('decisions', 'rowKey'), text },
    ...(key?.sort === 'key' ? [{ term: say('decisions', 'rowRoute'), text: wayWords(record, around) }] : []),
  ];
}

function privateRows({ accessClass, privateReason, publicWords }: Decision) {
  if (accessClass !== 'private') return [];
  return [
    { term: say('decisions', 'rowPrivate'), text: privateWords(privateReason) ?? '' },
    { term: say('decisions', 'rowPublicWords'), text: given(publicWords ?? '') },
  ];
}

function publishedRows({ published, decidedOn }: Decision) {
  if (published === null || decidedOn === null) return [];
  const { sixYearsLastDay, fourYearsLastDay } = inspectionPeriods(decidedOn);
  const until = { six: formatDate(sixYearsLastDay), four: formatDate(fourYearsLastDay) };
  return [
    { term: say('decisions', 'rowPublished'), text: formatDay(londonDay(published.at)) },
    { term: say('decisions', 'rowInspect'), text: say('decisions', 'inspection', until) },
  ];
}

/** The record as rows of name and value: what is not answered says so. */
export function factsOf(around: Pick<DecisionAround, 'record' | 'context'>) {
  const { record } = around;
  const { callIn } = record;
  const row = (key: Parameters<typeof say<'decisions'>>[1], text: string, note?: string) => ({
    term: say('decisions', key),
    text,
    ...(note ? { note } : {}),
  });
  return [
    row('rowReasons', given(record.reasons)),
    row('rowAlternatives', answeredWords(record.alternatives)),
    row('rowConflicts', answeredWords(record.conflicts)),
    row('rowDispensation', answeredWords(record.dispensation)),
    ...(record.sort === 'body' ? [] : [row('rowDelegation', given(record.decidedBy.delegation))]),
    row('rowReport', answeredWords(record.report)),
    row('rowBackground', answeredWords(record.backgroundPapers)),
    ...keyRows(record, around),
    row(
      'rowCallIn',
      say('decisions', `callin-${callIn.sort === 'applies' ? 'applies' : callIn.why}`),
      callIn.sort === 'waived' ? callIn.reason : '',
    ),
    ...privateRows(record),
    ...publishedRows(record),
  ];
}

/** Who decided, in which office. */
export function makerWords({ decidedBy: { name, role } }: Decision): string {
  return role === '' ? name : `${name}, ${role}`;
}
