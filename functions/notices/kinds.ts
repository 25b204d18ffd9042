import type { NoticeKind } from './notice-kind.ts';

/** Every kind of notice that is not about a promise: one line and one file each. The name is part of what is sent once. */
export const noticeKinds: Readonly<Record<string, NoticeKind>> = {};
