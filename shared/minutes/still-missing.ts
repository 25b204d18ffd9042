import { findsOf, keptOf, unanswered } from './kept-finds.ts';
import type { PromiseAnswer, ReadingRecord } from './reading-record.ts';

/** Something that must be said before a text can be accepted: of which find, or null for the title of the one item. */
export type Missing = { readonly what: 'title' | 'keep' | 'late' | 'link'; readonly findId: string | null };

/** A promise that is kept, or a matter that is to follow. */
function isOffered(record: ReadingRecord, id: string): boolean {
  return record.mattersToFollow.includes(id) || keptOf(record, 'promise').some((find) => find.id === id);
}

/**
 * What must still be said before a text can be accepted. Somebody without an account never signs in: an officer inside
 * passes on what is asked and answered, and must be named.
 */
export function stillMissing(
  record: ReadingRecord,
  people: readonly { readonly id: string; readonly accountless: boolean }[],
  isLate: (answer: PromiseAnswer) => boolean,
): readonly Missing[] {
  const about = (what: Missing['what'], of: readonly { id: string }[]): Missing[] =>
    of.map(({ id }) => ({ what, findId: id }));
  const answered = findsOf(record).flatMap((find) => {
    const answer = record.promises[find.id];
    return answer !== undefined && isOffered(record, find.id) ? [{ id: find.id, answer }] : [];
  });
  const outside = (id: string | null): boolean => people.some((one) => one.id === id && one.accountless);
  const untitled = keptOf(record, 'item').length === 0 && record.ownTitle === null;
  return [
    ...(untitled ? [{ what: 'title' as const, findId: null }] : []),
    ...about('keep', unanswered(record)),
    ...about(
      'late',
      answered.filter(({ answer }) => answer.late === null && isLate(answer)),
    ),
    ...about(
      'link',
      answered.filter(({ answer }) => answer.linkOfficerId === null && outside(answer.ownerPersonId)),
    ),
  ];
}
