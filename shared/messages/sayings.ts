import type { What, Who } from '../domain/messages/milestone.ts';
import type { Phrase } from './fill.ts';

/**
 * What a milestone says. `subject` begins the subject line, `status` stands over the title, and the sentence is for the
 * reader's capacity, or `anyone` for those not named. Sentences follow the reader's name and a comma.
 */
export type Saying = {
  readonly subject: string;
  readonly status: Phrase;
  readonly tone: 'late' | 'soon' | 'plain';
  /** The button of the one whose turn it is; everybody else's opens the story. */
  readonly button: Phrase;
  readonly turn: 'owner' | 'secretary';
  readonly sentences: { readonly anyone: Phrase } & { readonly [who in Who]?: Phrase };
};

const answer = 'Answer: done, more time, hand over or not mine';
const place = 'Place it, or give it another day';

export const overdueBy: Phrase = {
  one: 'Overdue by {{count}} working day',
  other: 'Overdue by {{count}} working days',
};
export const daysLeft: Phrase = { one: 'Due in {{count}} working day', other: 'Due in {{count}} working days' };

const acceptance = {
  accept: {
    subject: 'Please accept',
    status: 'Waiting for your answer',
    tone: 'plain',
    button: 'Answer: accept, hand over, not mine or not by then',
    turn: 'owner',
    sentences: {
      owner:
        'this was promised to the {{body}}{{byLast}}, and you are asked to see to it. Please say whether you accept it, hand it over, it is not yours, or it cannot be done by then.',
      anyone: '{{owner}} has been asked to accept this for the {{body}}{{byLast}}.',
    },
  },
  'second-ask': {
    subject: 'Still waiting for your answer',
    status: 'No answer yet',
    tone: 'soon',
    button: 'Answer: accept, hand over, not mine or not by then',
    turn: 'owner',
    sentences: {
      owner:
        'you were asked to see to this for the {{body}}{{byLast}} and have not answered. Please accept it, hand it over, or say that it is not yours or cannot be done by then.',
      anyone: '{{owner}} has not said whether this is theirs, after being asked. It is owed to the {{body}}{{byLast}}.',
    },
  },
  reassign: {
    subject: 'Needs another owner',
    status: 'The owner says "not mine"',
    tone: 'soon',
    button: 'Find another owner',
    turn: 'secretary',
    sentences: { anyone: 'the person asked to see to this for the {{body}}{{byLast}} says that it is not theirs.' },
  },
  'answer-more-time': {
    subject: 'More time asked for',
    status: 'More time asked for',
    tone: 'soon',
    button: 'Answer the request',
    turn: 'secretary',
    sentences: {
      anyone: '{{owner}} asks for more time for this, owed to the {{body}}{{byLast}}. The request waits for you.',
    },
  },
} as const;

const placing = {
  'not-placed': {
    subject: 'Not yet placed',
    status: 'Window open, not yet placed',
    tone: 'soon',
    button: place,
    turn: 'secretary',
    sentences: { anyone: 'the window of this promise to the {{body}} is open until {{last}}. {{couldGoTo}}' },
  },
  placed: {
    subject: 'Placed',
    status: 'Placed in the programme',
    tone: 'plain',
    button: answer,
    turn: 'owner',
    sentences: { anyone: 'this is now to go to the {{body}} on {{meeting}}.' },
  },
  'no-date': {
    subject: 'No date',
    status: 'No date',
    tone: 'soon',
    button: 'Give it a day',
    turn: 'secretary',
    sentences: { anyone: 'this was promised to the {{body}} without a date. Should it have one?' },
  },
} as const;

const approaching = {
  'start-now': {
    subject: 'Start now if it needs long preparation',
    status: daysLeft,
    tone: 'plain',
    button: answer,
    turn: 'owner',
    sentences: {
      anyone:
        'the {{paper}} for the {{body}} is due on {{target}}{{forMeeting}}. Start now if it needs an equality impact assessment or a consultation.',
    },
  },
  'report-due-soon': {
    subject: 'Due soon',
    status: daysLeft,
    tone: 'soon',
    button: answer,
    turn: 'owner',
    sentences: {
      owner: 'your {{paper}} for the {{body}} is due on {{target}}{{forMeeting}}.',
      anyone: 'the {{paper}} owed to the {{body}} is due on {{target}}{{forMeeting}}. It is owed by {{owner}}.',
    },
  },
  'report-due-today': {
    subject: 'Due today',
    status: 'Due today',
    tone: 'soon',
    button: answer,
    turn: 'owner',
    sentences: {
      owner: 'your {{paper}} for the {{body}} is due today{{forMeeting}}.',
      anyone: 'the {{paper}} owed to the {{body}} is due today{{forMeeting}}. It is owed by {{owner}}.',
    },
  },
  'due-soon': {
    subject: 'Due soon',
    status: daysLeft,
    tone: 'soon',
    button: answer,
    turn: 'owner',
    sentences: {
      owner: 'this is owed to the {{body}} by {{target}}.',
      anyone: 'this is owed to the {{body}} by {{target}}, by {{owner}}.',
    },
  },
  'due-today': {
    subject: 'Due today',
    status: 'Due today',
    tone: 'soon',
    button: answer,
    turn: 'owner',
    sentences: {
      owner: 'this is owed to the {{body}} today.',
      anyone: 'this is owed to the {{body}} today, by {{owner}}.',
    },
  },
  'response-asked': {
    subject: 'Response asked for',
    status: 'Response asked for',
    tone: 'plain',
    button: answer,
    turn: 'owner',
    sentences: { anyone: 'the {{body}} asks for a response by {{last}}.' },
  },
  'response-half-way': {
    subject: 'Half of the time has passed',
    status: 'Half of the time has passed',
    tone: 'plain',
    button: answer,
    turn: 'owner',
    sentences: { anyone: 'the {{body}} waits for a response by {{last}}. Half of the time has passed.' },
  },
} as const;

const late = {
  'report-missing': {
    subject: 'Report missing',
    status: 'No report has come',
    tone: 'late',
    button: answer,
    turn: 'owner',
    sentences: {
      owner:
        'your {{paper}} for the {{body}} was due on {{target}}{{forMeeting}} and has not come. You can still send it late, choose a later meeting, or ask for more time.',
      chair: 'the {{paper}} owed to you was due on {{target}}{{forMeeting}}, the last in its window, and has not come.',
      anyone: 'the {{paper}} that {{owner}} owes to the {{body}} was due on {{target}}{{forMeeting}} and has not come.',
    },
  },
  'agenda-without-it': {
    subject: 'Will be overdue',
    status: 'Will be overdue after {{last}}',
    tone: 'late',
    button: place,
    turn: 'secretary',
    sentences: {
      anyone:
        'the agenda of the last meeting in the window of this promise{{atMeeting}} goes out without a {{paper}}. It will be overdue to the {{body}} after {{last}}.',
    },
  },
  overdue: {
    subject: 'Overdue',
    status: overdueBy,
    tone: 'late',
    button: answer,
    turn: 'owner',
    sentences: {
      owner: 'this was promised to the {{body}} by {{last}}. Nothing was reported.',
      anyone: 'this was promised to the {{body}} by {{last}}. Nothing was reported.',
    },
  },
  'still-overdue': {
    subject: 'Still overdue',
    status: overdueBy,
    tone: 'late',
    button: answer,
    turn: 'owner',
    sentences: {
      secretary:
        'this was promised to the {{body}} by {{last}} and nothing has been reported. Should it go on the next agenda?',
      chair:
        'this was promised to the {{body}} by {{last}} and nothing has been reported. Should it go on the next agenda?',
      anyone: 'this was promised to the {{body}} by {{last}} and nothing has been reported.',
    },
  },
  'lapsed-unaccepted': {
    subject: 'Overdue, and never accepted',
    status: 'Its last day has passed and nobody has accepted it',
    tone: 'late',
    button: answer,
    turn: 'owner',
    sentences: {
      owner:
        'this was promised to the {{body}} by {{last}}. You were asked and have not said whether it is yours. Please answer now.',
      anyone: 'this was promised to the {{body}} by {{last}}. Nothing was reported, and nobody had accepted it.',
    },
  },
} as const;

/** What each milestone says, in English. */
export const englishSayings: Record<What, Saying> = { ...acceptance, ...placing, ...approaching, ...late };
