import type { DigestSection } from '../domain/messages/digest.ts';
import type { What, Who } from '../domain/messages/milestone.ts';
import type { Because } from '../domain/messages/recipients.ts';
import type { Phrase } from './fill.ts';
import { englishSayings, type Saying } from './sayings.ts';

/** A language of the messages. Another is added here and in `messageWords`. */
export type Language = 'en';

const englishPhrases = {
  product: 'Quorate',
  privateItem: 'An item you may see',
  privateSentence: 'there is an item of the {{body}} that you may see{{byLast}}. Its page says the rest.',
  privateSubject: '{{body}}, {{day}}{{item}}',
  privateNotice: 'there is an item of the {{body}} that you may see, for {{day}}. Its page says the rest.',
  openPage: 'Open its page',
  itemNumber: ', item {{number}}',
  byLast: ', by {{last}}',
  forMeeting: ', for the meeting of {{meeting}}',
  atMeeting: ', on {{meeting}},',
  couldGoTo: {
    one: 'It could go to the meeting of {{meetings}}.',
    other: 'It could go to the meetings of {{meetings}}.',
  },
  nowhereToGo: 'No meeting is left inside it.',
  and: 'and',
  nobody: 'nobody yet',
  whereItStands: 'Where it stands',
  rowOwner: 'Owner',
  rowMoved: 'Moved',
  rowWindow: 'Window',
  rowDue: 'Due',
  rowNextMeeting: 'Next meeting',
  rowReference: 'Reference',
  window: '{{from}} to {{to}}',
  moved: { one: 'Once', other: '{{count}} times' },
  wasDue: 'Was due on {{target}}',
  publishBy: '{{day}}. Publish by {{publishBy}}',
  saidOn: '{{source}}, {{day}}',
  promised: 'Promised on {{day}}',
  story: 'Read its story',
  findOwner: 'Find who owes it',
  decide: 'See where it stands',
  storyInSentence: 'Or {{link}}.',
  storyLink: 'read its story',
  storyAfter: 'Each link opens a page; nothing happens until you press the button there.',
  replyTo: 'Answer {{name}}',
  once: 'It is sent once.',
  rhythm: 'Choose channel and rhythm',
  digestSubject: { one: '{{first}}', other: '{{first}}, and {{rest}} more' },
  severalUrgent: { one: '{{first}}', other: '{{count}} urgent things: {{first}}, and {{rest}} more' },
  digestTitle: { one: 'One thing for you', other: '{{count}} things for you' },
  severalTitle: { one: 'One urgent thing for you', other: '{{count}} urgent things for you' },
  digestFor: '{{reader}}, this is how things stand on {{today}}.',
  digestWhy:
    'You get this because something of yours has moved or falls due. Nothing is sent when there is nothing to say.',
  andMore: { one: 'And {{count}} more.', other: 'And {{count}} more.' },
  openHome: 'See all of it',
  channelPublic: 'From what the {{body}} has published.',
} satisfies Record<string, Phrase>;

type MessageWords = {
  readonly says: Record<What, Saying>;
  readonly because: Record<Because, string>;
  readonly capacity: Record<Who, string>;
  /** Said to the secretary in place of an owner who cannot be asked. */
  readonly standsIn: { readonly [because in Because]?: string };
  readonly sections: Record<DigestSection, string>;
  readonly phrases: Record<keyof typeof englishPhrases, Phrase>;
};

const english: MessageWords = {
  says: englishSayings,
  because: {
    'is-it': 'You get this because {{capacity}}.',
    covers: 'You get this because you cover for somebody who is away.',
    'link-officer-instead':
      'You get this as link officer: the owner has no address of their own here. Please pass it on.',
    'role-is-vacant': 'You get this because nobody holds the role that owes it. Please find who does.',
    'owner-has-left': 'You get this because the person who owed it has left. Please find another owner.',
    'no-confirmed-address': 'You get this because the owner has no confirmed address. Please see that they hear of it.',
    'chair-is-vacant': 'You get this because the {{body}} has no chair today.',
    'secretary-is-vacant': 'You get this because the {{body}} has no secretary today.',
  },
  capacity: {
    owner: 'you owe it',
    'line-manager': 'you manage the person who owes it',
    'their-manager': 'it is owed in your line of management and was not resolved',
    secretary: 'you are secretary of the {{body}}',
    'link-officer': 'you are its link officer',
    chair: 'you chair the {{body}}',
  },
  standsIn: {
    'role-is-vacant': 'this is owed to the {{body}}{{byLast}}, and nobody holds the role that owes it.',
    'owner-has-left': 'this is owed to the {{body}}{{byLast}}, and the person who owed it has left.',
    'no-confirmed-address': 'this is owed to the {{body}}{{byLast}}, and its owner has no confirmed address.',
  },
  sections: { clocks: 'Clocks', missing: 'Missing', answers: 'Answers', bounces: 'Messages that came back' },
  phrases: englishPhrases,
};

/** Everything that messages say, by language. */
export const messageWords: Record<Language, MessageWords> = { en: english };
