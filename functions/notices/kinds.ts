import type { NoticeKind } from './notice-kind.ts';

const agendaNoticesFile = () => import('./agenda-notices.ts');
const agendaPublicationFile = () => import('./agenda-publication.ts');
const apologiesAskedFile = () => import('./apologies-asked.ts');
const askingToConfirmFile = () => import('./asking-to-confirm.ts');
const decisionNoticesFile = () => import('./decision-notices.ts');
const submissionToldFile = () => import('./submission-told.ts');
const voteNoticesFile = () => import('./vote-notices.ts');

/** A kind whose file is loaded when there is such a notice to send: each brings the records that it reads, and nobody else's. */
const kindFrom =
  (load: () => Promise<NoticeKind>): NoticeKind =>
  async (asked, services) =>
    (await load())(asked, services);

/** Every kind of notice that is not about a promise: one line and one file each. The name is part of what is sent once. */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  'agenda-to-agree': kindFrom(async () => (await agendaNoticesFile()).agendaToAgree),
  'urgency-asked': kindFrom(async () => (await agendaNoticesFile()).urgencyAsked),
  'deadlines-moved': kindFrom(async () => (await agendaNoticesFile()).deadlinesMoved),
  'agenda-publication': kindFrom(async () => (await agendaPublicationFile()).agendaPublication),
  'meeting-called': kindFrom(async () => (await agendaPublicationFile()).meetingCalled),
  'apologies-asked': kindFrom(async () => (await apologiesAskedFile()).apologiesAsked),
  'asking-to-confirm': kindFrom(async () => (await askingToConfirmFile()).askingToConfirm),
  'decision-open-to-call-in': kindFrom(async () => (await decisionNoticesFile()).decisionOpenToCallIn),
  'call-in-asked-for': kindFrom(async () => (await decisionNoticesFile()).callInAskedFor),
  'call-in-signature': kindFrom(async () => (await decisionNoticesFile()).callInSignature),
  'call-in-refused': kindFrom(async () => (await decisionNoticesFile()).callInRefused),
  'decision-called-in': kindFrom(async () => (await decisionNoticesFile()).decisionCalledIn),
  'decision-outcome': kindFrom(async () => (await decisionNoticesFile()).decisionOutcomeNotice),
  'decision-may-take-effect': kindFrom(async () => (await decisionNoticesFile()).decisionMayTakeEffect),
  'submission-admitted': kindFrom(async () => (await submissionToldFile()).submissionAdmitted),
  'submission-refused': kindFrom(async () => (await submissionToldFile()).submissionRefused),
  'submission-answered': kindFrom(async () => (await submissionToldFile()).submissionAnswered),
  'vote-asked': kindFrom(async () => (await voteNoticesFile()).voteAsked),
  'vote-reminder': kindFrom(async () => (await voteNoticesFile()).voteReminder),
  'vote-standing': kindFrom(async () => (await voteNoticesFile()).voteStanding),
  'vote-ended': kindFrom(async () => (await voteNoticesFile()).voteEnded),
};
