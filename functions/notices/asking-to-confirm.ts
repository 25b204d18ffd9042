import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { formatMoment } from '../../shared/pages/day-words.ts';
import { findAsking } from '../../shared/store/askings.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { find } from '../../shared/store/record-kind.ts';
import type { NoticeKind } from './notice-kind.ts';

const sorts = { question: 'a question', petition: 'a petition', deputation: 'a request to speak' } as const;

/**
 * Asks whoever has the address whether what was sent with it is theirs. It repeats no word that was typed: anybody can
 * type somebody else's address, and this must carry no message of theirs.
 */
export const askingToConfirm: NoticeKind = async ({ recordId, person }, { register }) => {
  const one = person === null ? await findAsking(register.table, recordId, Date.now()) : undefined;
  if (!one) return null;
  const { bodyId, meetingId, sort } = one.asked;
  const [body, meeting] = await Promise.all([find(register, bodies, bodyId), find(register, meetings, meetingId)]);
  if (!body || !meeting) return null;
  const { name } = body.record;
  const what = sorts[sort];
  return {
    bodyId,
    to: { name: 'Good day', email: one.said.email },
    notice: {
      accessClass: 'public',
      bodyName: name,
      day: meeting.record.day,
      subject: `Please confirm: ${what} to the ${name}`,
      status: 'Waiting for you to confirm',
      tone: 'soon',
      title: `Confirm what you sent to the ${name}`,
      sentence: `${what} to the ${name} was sent with this address. It is put to the committee only when you confirm it.`,
      quotation: null,
      rows: [
        { name: 'Meeting', value: formatDay(meeting.record.day) },
        { name: 'Sent', value: formatMoment(one.sentAt) },
      ],
      link: { label: 'Read it and confirm', path: `/ask/link/${one.id}.${one.secret}` },
      why: 'You get this because this address was given with the form. If it was not you, do nothing: what was sent is deleted after seven days.',
    },
  };
};
