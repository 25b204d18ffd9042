import { agendaPublication, meetingCalled } from './agenda-publication.ts';
import { apologiesAsked } from './apologies-asked.ts';
import { askingToConfirm } from './asking-to-confirm.ts';
import {
  callInAskedFor,
  callInRefused,
  callInSignature,
  decisionCalledIn,
  decisionMayTakeEffect,
  decisionOpenToCallIn,
  decisionOutcomeNotice,
} from './decision-notices.ts';
import type { NoticeKind } from './notice-kind.ts';
import { submissionAdmitted, submissionAnswered, submissionRefused } from './submission-told.ts';
import { voteAsked, voteEnded, voteReminder, voteStanding } from './vote-notices.ts';

/** Every kind of notice that is not about a promise: one line and one file each. The name is part of what is sent once. */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  'agenda-publication': agendaPublication,
  'meeting-called': meetingCalled,
  'apologies-asked': apologiesAsked,
  'asking-to-confirm': askingToConfirm,
  'decision-open-to-call-in': decisionOpenToCallIn,
  'call-in-asked-for': callInAskedFor,
  'call-in-signature': callInSignature,
  'call-in-refused': callInRefused,
  'decision-called-in': decisionCalledIn,
  'decision-outcome': decisionOutcomeNotice,
  'decision-may-take-effect': decisionMayTakeEffect,
  'submission-admitted': submissionAdmitted,
  'submission-refused': submissionRefused,
  'submission-answered': submissionAnswered,
  'vote-asked': voteAsked,
  'vote-reminder': voteReminder,
  'vote-standing': voteStanding,
  'vote-ended': voteEnded,
};
