import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import type { Key } from '../../shared/pages/say.ts';

/** A page of plain words: keys of its area of the catalogue, in the order of the page. */
export type AboutPage<Words extends string> = {
  readonly title: Words;
  readonly lede: Words;
  readonly sections: readonly {
    readonly title: Words;
    readonly text?: readonly Words[];
    readonly points?: readonly Words[];
    readonly links?: readonly { readonly text: Words; readonly href: string }[];
  }[];
};

const help = (name: string): string => `${publicAddresses.help()}/${name}`;

/** What is below /about, by the end of its address. */
export const aboutPages: Readonly<Record<string, AboutPage<Key<'about'>>>> = {
  privacy: {
    title: 'privacyTitle',
    lede: 'privacyLede',
    sections: [
      { title: 'readersTitle', text: ['readers', 'readersLogs'] },
      { title: 'askersTitle', text: ['askers'], points: ['askersWaiting', 'askersKept', 'askersPublished'] },
      { title: 'heldTitle', text: ['held'], points: ['heldPerson', 'heldRoles', 'heldActs', 'heldMessages'] },
      { title: 'cookiesTitle', text: ['cookies'], points: ['cookieSession', 'cookieSignIn', 'cookieFlash'] },
      { title: 'whyTitle', text: ['why', 'recordStays'] },
      { title: 'rightsTitle', text: ['rights', 'commissioner'] },
    ],
  },
  accessibility: {
    title: 'accessibilityTitle',
    lede: 'accessibilityLede',
    sections: [
      { title: 'ableTitle', points: ['ableZoom', 'ableKeyboard', 'ableScript', 'ableColour', 'ableCharts'] },
      {
        title: 'testedTitle',
        text: ['tested'],
        points: ['testedAxe', 'testedWidths', 'testedBlocks', 'testedKeyboard'],
      },
      {
        title: 'limitsTitle',
        text: ['limits'],
        points: ['limitReaders', 'limitPeople', 'limitMinutes', 'limitPapers'],
      },
      { title: 'complianceTitle', text: ['compliance'] },
      { title: 'problemTitle', text: ['problem'] },
      { title: 'enforcementTitle', text: ['enforcement'] },
      { title: 'preparedTitle', text: ['prepared'] },
    ],
  },
  'open-data': {
    title: 'openDataTitle',
    lede: 'openDataLede',
    sections: [
      {
        title: 'publishedTitle',
        points: ['publishedBodies', 'publishedMeetings', 'publishedItems', 'publishedText', 'publishedFeeds'],
      },
      { title: 'addressesTitle', text: ['addresses'] },
      { title: 'dataTitle', text: ['data'], links: [{ text: 'dataLink', href: '/api/docs' }] },
      { title: 'notYetTitle', text: ['notYet'], points: ['notYetPapers'] },
      { title: 'reuseTitle', text: ['reuse'] },
    ],
  },
  help: {
    title: 'helpTitle',
    lede: 'helpLede',
    sections: [
      {
        title: 'helpWho',
        links: [
          { text: 'helpPublic', href: help('public') },
          { text: 'helpSecretaries', href: help('secretaries') },
          { text: 'helpChairs', href: help('chairs') },
          { text: 'helpMembers', href: help('members') },
          { text: 'helpAdministrators', href: help('administrators') },
        ],
      },
      { title: 'helpAskTitle', text: ['helpAsk'] },
    ],
  },
};

/** What is below /about/help: a page for each kind of reader. */
export const helpPages: Readonly<Record<string, AboutPage<Key<'help'>>>> = {
  public: {
    title: 'publicTitle',
    lede: 'publicLede',
    sections: [
      { title: 'findTitle', text: ['find', 'findStatus'] },
      { title: 'decidedTitle', text: ['decided', 'draft'] },
      { title: 'askTitle', text: ['askPublic'] },
    ],
  },
  secretaries: {
    title: 'secretariesTitle',
    lede: 'secretariesLede',
    sections: [
      { title: 'readTitle', text: ['read', 'readCheck', 'readAccept'] },
      { title: 'placeTitle', text: ['place'] },
      { title: 'closeTitle', text: ['close', 'closeNot'] },
    ],
  },
  chairs: {
    title: 'chairsTitle',
    lede: 'chairsLede',
    sections: [
      { title: 'chairHomeTitle', text: ['chairHome'] },
      { title: 'chairMessagesTitle', text: ['chairMessages'] },
    ],
  },
  members: {
    title: 'membersTitle',
    lede: 'membersLede',
    sections: [
      { title: 'askedTitle', text: ['asked'] },
      { title: 'answerTitle', points: ['answerAccept', 'answerDone', 'answerTime', 'answerOver', 'answerNotMine'] },
      { title: 'linksTitle', text: ['links'] },
    ],
  },
  administrators: {
    title: 'administratorsTitle',
    lede: 'administratorsLede',
    sections: [
      { title: 'rolesTitle', text: ['roles'] },
      { title: 'procedureTitle', text: ['procedure'] },
      { title: 'messagesTitle', text: ['messages'] },
    ],
  },
};
