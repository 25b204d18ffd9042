import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const helpWords = {
  en: {
    publicTitle: 'Finding out what a committee decided',
    publicLede: 'You need no account. Everything that is published can be read by anyone.',
    findTitle: 'Find a meeting',
    find: 'Choose Committees, then the committee, then the day of the meeting. Meetings to come are above those held.',
    findStatus: 'Only meetings that have been published are listed. If one is missing, ask.',
    decidedTitle: 'What was decided',
    decided:
      'On a meeting’s page the agenda says what became of each item. Below it, a block called “Decided” has the decision in the committee’s own words, in numbered parts, each with its outcome.',
    draft:
      'Draft minutes can still be corrected: the committee confirms them at a later meeting. The page says at its top which they are.',
    askTitle: 'Ask, or put a question',
    askPublic:
      'A committee that takes questions, petitions or deputations has a link to its form on its page, with the last day for each meeting. You confirm what you sent by an email; you need no account. For anything else write to {{contact}}.',

    secretariesTitle: 'Help for committee secretaries',
    secretariesLede: 'From the minutes to the promise, and from the promise to the committee that is satisfied.',
    readTitle: 'Read minutes',
    read: 'Choose Minutes, then read minutes. Paste the text or send the file, and say which committee it was, on which day, and whether the minutes are draft or confirmed.',
    readCheck:
      'Quorate shows what it found beside the text: items, decisions, promises. Correct or drop each find, and say who owes each promise: first the role, then who holds it.',
    readAccept:
      'Nothing is in the record until you accept it. Nothing is published by reading: only if you asked for it, and then once everything is entered. If a promise is already late you are asked what to do: chase it, give it a new date, or keep it as history.',
    placeTitle: 'Place a promise on a meeting',
    place:
      'The committee’s plan shows each promise in the time it was promised for, beside the meetings it could go to. Place it on one: its owner is then reminded towards the report deadline of that meeting.',
    closeTitle: 'Close it, or not',
    close:
      'When the report has been considered, open the promise and record it. That a report was noted closes nothing: you are asked whether the committee is satisfied, and at which minute.',
    closeNot:
      'If it is not satisfied, give the new time in which it wants to hear. If it no longer wants the report, say so.',

    chairsTitle: 'Help for chairs',
    chairsLede: 'What was promised to your committee, and what has not come.',
    chairHomeTitle: 'Your home page',
    chairHome:
      'It lists what is overdue to your committees, the oldest first, and for how many working days. Open one to read its whole story.',
    chairMessagesTitle: 'The messages you get',
    chairMessages:
      'You get one message of its own when a promise to your committee becomes overdue, on a working day, and no other for each step. Closing is for the committee, at a minute; where its rules allow it you may close an action between meetings.',

    membersTitle: 'Help if a committee asked you to do something',
    membersLede: 'You owe it as the holder of a role. When you leave the role, it passes on.',
    askedTitle: 'When you are asked',
    asked:
      'A message tells you what was promised, in the words of the minutes, to which committee and by when. Its link leads to the promise, once you have signed in.',
    answerTitle: 'What you can answer',
    answerAccept: 'That it is yours.',
    answerDone: 'That it is done, with what shows it. The committee decides whether it is satisfied.',
    answerTime: 'That you need more time, with the reason.',
    answerOver: 'That somebody else takes it over.',
    answerNotMine: 'That it is not yours. The secretary then finds out whose it is.',
    linksTitle: 'Links only open pages',
    links: 'Opening a link in a message never answers for you. You are asked on the page first.',

    administratorsTitle: 'Help for administrators',
    administratorsLede: 'People, roles, the rules of each committee, and the messages.',
    rolesTitle: 'People and their roles',
    roles:
      'What somebody may do comes from their roles on that day. End a role on its last day: who is reminded then changes by itself.',
    procedureTitle: 'Rules and calendars',
    procedure:
      'Notice periods, quorum and the like are kept with the days from which they hold. Bank holidays are supplied; add the days on which your offices are closed.',
    messagesTitle: 'Messages',
    messages:
      'The message log lists what was sent and what failed. A message marked “in doubt” may have arrived twice; it was never left out.',
  },
} satisfies Catalogue;

addWords({ help: helpWords });
