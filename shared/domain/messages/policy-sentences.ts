import type { ReminderPolicy } from './reminder-policy.ts';

/** One rule of the policy in words, for the administrator's page. */
export type PolicySentence = { readonly subject: string; readonly when: string; readonly who: string };

const days = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`);
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

function acceptanceSentences({ acceptance }: ReminderPolicy): readonly PolicySentence[] {
  const subject = 'Acceptance';
  return [
    {
      subject,
      when: `${days(acceptance.askAfter)} after chasing begins`,
      who: 'The owner is asked to accept it, alone',
    },
    {
      subject,
      when: `no answer ${days(acceptance.secondAskAfter)} later`,
      who: 'The owner is asked again, alone; the secretary in the digest',
    },
  ];
}

function reportBackSentences({ reportBack }: ReminderPolicy): readonly PolicySentence[] {
  const subject = 'Report-back';
  const before = (count: number) => `${days(count)} before the report deadline`;
  const chair = reportBack.chairBeforeOverdue === 'own' ? 'the chair alone' : "the chair's briefing";
  return [
    { subject, when: 'the window opens and it is not placed', who: 'The secretary in the digest' },
    { subject, when: before(reportBack.startNowBefore), who: 'The owner in the digest: start now' },
    {
      subject,
      when: before(reportBack.digestBefore),
      who: 'The owner in the digest; the secretary too if it is not placed',
    },
    {
      subject,
      when: before(reportBack.firstOwnBefore),
      who: 'The owner alone; the secretary in the digest; the line manager in the digest if it is not accepted or not begun',
    },
    {
      subject,
      when: before(reportBack.secondOwnBefore),
      who: 'The owner alone; the line manager and the secretary in the digest',
    },
    { subject, when: 'the day of the report deadline', who: 'The owner alone; the secretary in the digest' },
    {
      subject,
      when: `${days(reportBack.missingAfter)} after the report deadline, with no report`,
      who: `The owner, the line manager and the secretary alone; ${chair} if it was the last meeting in the window`,
    },
    {
      subject,
      when: 'the agenda of the last meeting in the window goes out without it',
      who: `The secretary alone; ${chair}`,
    },
    ...overdueSentences(reportBack),
  ];
}

function overdueSentences(numbers: ReminderPolicy['reportBack']): readonly PolicySentence[] {
  const subject = 'Report-back overdue';
  return [
    {
      subject,
      when: 'the first working day after the window has closed',
      who: 'The owner, the line manager, the secretary and the chair alone, once',
    },
    {
      subject,
      when: `${days(numbers.overdueAgainAfter)} overdue`,
      who: 'The owner, the line manager and the secretary in the digest',
    },
    {
      subject,
      when: `${days(numbers.escalateAfter)} overdue`,
      who: "The owner, the line manager and the line manager's manager alone; the secretary in the digest; the chair's briefing",
    },
    {
      subject,
      when: `then every ${days(numbers.thenEvery)}`,
      who: 'The owner, the line manager, the secretary and the chair in the digest',
    },
  ];
}

function actionSentences({ action }: ReminderPolicy): readonly PolicySentence[] {
  const subject = 'Action';
  return [
    { subject, when: `${days(action.digestBefore)} before the due day`, who: 'The owner in the digest' },
    { subject, when: 'the due day', who: 'The owner alone' },
    { subject, when: `${days(action.secretaryAfter)} overdue`, who: 'The owner alone; the secretary in the digest' },
    { subject, when: `${days(action.lineManagerAfter)} overdue`, who: 'The line manager in the digest' },
    { subject, when: `${days(action.chairAfter)} overdue`, who: "The chair's briefing" },
    {
      subject,
      when: `then every ${days(action.thenEvery)}`,
      who: 'The owner, the line manager and the secretary in the digest',
    },
  ];
}

function otherSentences({ response, undated }: ReminderPolicy): readonly PolicySentence[] {
  return [
    {
      subject: 'Response from another body',
      when: `on sending, half way, ${days(response.ownBefore)} before its last meeting in time, and on the day`,
      who: 'Its owner alone',
    },
    {
      subject: 'Response from another body',
      when: `${days(response.secretaryAfter)} overdue`,
      who: 'The secretary and the link officer alone',
    },
    { subject: 'Response from another body', when: `${days(response.chairAfter)} overdue`, who: 'The chair alone' },
    {
      subject: 'No date',
      when: `${days(undated.reviewBeforeMeeting)} before each meeting`,
      who: `The secretary in the digest; the chair's briefing too from time ${undated.chairFromAsking} on; never the owner`,
    },
  ];
}

function digestSentences({ digests, times }: ReminderPolicy): readonly PolicySentence[] {
  const { owner, chair, lineManager, ownMessagesAtMost } = digests;
  const weekly = (weekday: number) => `${WEEKDAYS[weekday - 1] ?? 'Monday'}, ${times.digestAt}`;
  const pastDue = lineManager.onlyIfPastDue ? ', only if something is past due' : '';
  return [
    {
      subject: 'Digest',
      when: weekly(owner.weeklyDay),
      who: `An owner; daily when something is due within ${days(owner.dailyWhenDueWithin)}`,
    },
    { subject: 'Digest', when: `daily, ${times.digestAt}`, who: 'A secretary, only if there is something' },
    {
      subject: 'Digest',
      when: `${days(chair.digestBeforeBriefing)} before the chair's briefing; without one, the first Monday of the month`,
      who: 'A chair',
    },
    { subject: 'Digest', when: weekly(lineManager.weeklyDay), who: `A line manager${pastDue}` },
    {
      subject: 'Messages alone',
      when: `${times.earliest} to ${times.latest}, working days of the body only`,
      who: `At most ${ownMessagesAtMost} a day to one person; beyond that, one with all of them`,
    },
  ];
}

/** The whole policy in plain sentences, in the order in which a promise meets them. */
export function policySentences(policy: ReminderPolicy): readonly PolicySentence[] {
  return [
    ...acceptanceSentences(policy),
    ...reportBackSentences(policy),
    ...actionSentences(policy),
    ...otherSentences(policy),
    ...digestSentences(policy),
  ];
}
