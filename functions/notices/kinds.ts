import { askingToConfirm } from './asking-to-confirm.ts';
import type { NoticeKind } from './notice-kind.ts';
import { submissionAdmitted, submissionAnswered, submissionRefused } from './submission-told.ts';

/** Every kind of notice that is not about a promise: one line and one file each. The name is part of what is sent once. */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {
  'asking-to-confirm': askingToConfirm,
  'submission-admitted': submissionAdmitted,
  'submission-refused': submissionRefused,
  'submission-answered': submissionAnswered,
};
