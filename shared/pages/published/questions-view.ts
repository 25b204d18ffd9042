import '../words/ask.ts';
import type { PublishedMeeting } from '../../domain/meetings/published.ts';
import { say } from '../say.ts';
import { paragraphsOf } from './item-view.ts';

/** What the public puts to a meeting, in the order in which it counts. */
export function questionsView({ questions = [] }: Pick<PublishedMeeting, 'questions'>) {
  return questions.map(({ sort, text, name, signatures, reply }) => ({
    title: say('ask', name === null ? `from-nobody-${sort}` : `from-${sort}`, name === null ? {} : { name }),
    signatures: signatures === null ? null : say('ask', 'signatures', { count: signatures }),
    text,
    reply: reply === null ? [] : paragraphsOf(reply),
  }));
}
