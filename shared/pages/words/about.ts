import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const aboutWords = {
  en: {
    privacyTitle: 'Privacy',
    privacyLede: 'What {{organisation}} keeps about you when you use this site, and why.',
    readersTitle: 'If you only read',
    readers: 'The public pages set no cookies, know nobody’s name and load nothing from other sites.',
    readersLogs:
      'The service counts requests and their errors to keep itself running. Those records hold no names, no words that you typed and no text from the pages.',
    askersTitle: 'If you put a question, a petition or a request to speak',
    askers: 'You give your name, an email address, how you are connected with the area, and what you want to say.',
    askersWaiting:
      'Until you confirm your address, this is kept for seven days at most, read by nobody, and then deleted.',
    askersKept:
      'After that the staff of the committee read it to decide on it and to write to you. It is deleted here some months after the meeting, and the form says how many: twelve unless the committee has decided otherwise. That you put something, when, and what became of it stays in the record, without you.',
    askersPublished:
      'If it is put to the meeting its words are published with the agenda and minutes, which stay; your name only if you said so; your address and your connection with the area never.',
    heldTitle: 'If you have an account',
    held: 'These are kept because the organisation must be able to show who decided and who did what:',
    heldPerson: 'your name, your work email address and your job title',
    heldRoles: 'your roles in committees, and from which day to which day',
    heldActs: 'what you did here (such as accepting or closing a promise), when, and the reason you gave',
    heldMessages: 'which reminders were sent to you, when, and whether they arrived',
    cookiesTitle: 'Cookies',
    cookies: 'Cookies are set only when you sign in, and only these. None of them follows you to other sites.',
    cookieSession: 'one that keeps you signed in, until you sign out or the session ends',
    cookieSignIn: 'one for the minutes that signing in takes',
    cookieFlash: 'one that lets the next page say what has just been saved; it lasts a minute at most',
    whyTitle: 'Why, and for how long',
    why: 'Meetings and decisions of public bodies are a public task. The people in them are named because the law says who must take part and who must be told.',
    recordStays:
      'The record of decisions is kept for as long as the organisation’s retention rules say. What is wrong is corrected by a new entry that says so.',
    rightsTitle: 'Your rights',
    rights:
      'You may ask to see what is held about you, and to have mistakes put right. Write to {{contact}}, who will pass it to the data protection officer of {{organisation}}.',
    commissioner: 'If you are not content with the answer, you may complain to the Information Commissioner’s Office.',

    accessibilityTitle: 'Accessibility statement',
    accessibilityLede: 'This statement is about this website, run for {{organisation}} with Quorate.',
    ableTitle: 'What you should be able to do',
    ableZoom: 'zoom in to 400%, or read on a screen 320 pixels wide, without scrolling sideways',
    ableKeyboard: 'reach and use everything with a keyboard alone, and see where you are',
    ableScript: 'use every page without JavaScript',
    ableColour: 'read every status as a word: no meaning is in a colour alone',
    ableCharts: 'read every chart as a table too',
    testedTitle: 'How it was tested',
    tested: 'The people who made it tested it themselves, on 22 November 2026, in one browser (Chromium):',
    testedAxe:
      'the public pages with axe-core 4.14, against its rules for WCAG 2.0 to 2.2 at levels A and AA and for good practice: it found nothing',
    testedWidths: 'at widths of 1280 and 320 pixels',
    testedBlocks: 'what the pages behind sign-in are built of, and their error pages, in the same way',
    testedKeyboard: 'with the keyboard alone, from the list of committees to what a committee decided',
    limitsTitle: 'What we do not know, and what does not work yet',
    limits: 'Automatic tests find only some of the problems that people meet.',
    limitReaders: 'It has not been tested with screen readers, magnifiers or speech recognition.',
    limitPeople: 'It has not been tested by disabled people.',
    limitMinutes:
      'Minutes taken over from elsewhere are shown with their words and paragraphs; headings and tables inside them are plain text.',
    limitPapers:
      'Reports and other papers are not on this site yet. When you ask for one, ask for the format you need.',
    complianceTitle: 'How accessible it is',
    compliance:
      'It is built to meet the Web Content Accessibility Guidelines version 2.2, level AA. Nobody independent has audited it, so we do not claim that it complies in full.',
    problemTitle: 'If something does not work for you',
    problem:
      'Write to {{contact}}. Say which page it was and what you need: the same information as a printed page, in large print, or read to you, for example.',
    enforcementTitle: 'If you are not content with the answer',
    enforcement:
      'The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. The Equality Advisory and Support Service can advise you.',
    preparedTitle: 'When this was written',
    prepared:
      'This statement was prepared on 22 November 2026 with version 0.1.0. It is looked at again with each version.',

    openDataTitle: 'Open data and feeds',
    openDataLede: 'What is published here, and what is not there yet.',
    publishedTitle: 'What is published',
    publishedBodies: 'committees and boards, with their first and last days',
    publishedMeetings:
      'meetings that have been published: day, time, place, and whether the minutes are draft or confirmed',
    publishedItems: 'the agenda items of those meetings',
    publishedText: 'minutes, and what was decided, part by part, each with its outcome',
    addressesTitle: 'Addresses that stay',
    addresses:
      'Each committee and each meeting has an address of its own that does not change. Each item on a meeting’s page can be linked to.',
    dataTitle: 'The same as data',
    data: 'Everything published here can be read as JSON by programs, without an account.',
    dataLink: 'The API',
    notYetTitle: 'Not there yet',
    notYet: 'All of this is web pages for now. These are planned for later versions:',
    publishedFeeds: 'a calendar (iCalendar) and a feed (Atom) for each committee, linked from its page',
    notYetPapers: 'reports and agenda packs',
    reuseTitle: 'Using it again',
    reuse:
      'Under which licence its records may be used again is for {{organisation}} to say. To ask, write to {{contact}}.',

    helpTitle: 'Help with Quorate',
    helpLede: 'Quorate keeps the promises that are made in meetings: who owes what, to which committee, by when.',
    helpWho: 'Choose what you are here for',
    helpPublic: 'I want to know what a committee decided',
    helpSecretaries: 'I am a committee secretary',
    helpChairs: 'I chair a committee',
    helpMembers: 'I have been asked to do something for a committee',
    helpAdministrators: 'I look after Quorate for my organisation',
    helpAskTitle: 'Ask a person',
    helpAsk: 'Write to {{contact}}.',
  },
} satisfies Catalogue;

addWords({ about: aboutWords });
