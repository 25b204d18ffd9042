import { setTimeout as pause } from 'node:timers/promises';
import { until } from './host.ts';
import type { Life, Story } from './kill-scenario.ts';
import { dayFields, type Page, sendForm } from './story-acts.ts';

/** Easter Monday: on the day after, the first decision of the demonstration may take effect. */
export const BEGINS = '2019-04-22';
/** The meeting whose agenda goes out. */
export const MEETING = 'meeting-hosb-2019-04-25';
const BOARD = `/meetings/${MEETING}`;
const BOARD_PUBLIC = `/committees/hosb${BOARD}`;
const ADDED = 'Weekend closure of the Kiln Lane walk-in centre';

/** What the agenda says to the public; none of it stands anywhere before. */
const ITEMS = [
  '1. Apologies and substitutions',
  '2. Declarations of interest',
  '6. Better Care Fund plan 2019/20',
  '7. Dental access: further report',
  '8. GP extended access',
  '9. Work programme',
  '10. Urgent business',
  '11. Date of next meeting: 12 June 2019',
];
/** What the supplement says to the public. */
const SUPPLEMENT = [`12. ${ADDED}`, 'Supplement 1'];

const whole = (text: string, words: readonly string[]): boolean | undefined => {
  const seen = new Set(words.map((one) => text.includes(one)));
  return seen.size === 1 ? seen.has(true) : undefined;
};

/** What the public may see of the agenda, in this order and nothing between. */
export const STAGES = ['nothing', 'agenda', 'agenda and supplement'];

// What is there by halves is named, and is none of the stages.
function stageOf({ status, text }: Pick<Page, 'status' | 'text'>): string {
  const [agenda, supplement] = [whole(text, ITEMS), whole(text, SUPPLEMENT)];
  const stage = STAGES[[agenda, supplement].filter(Boolean).length];
  if (
    status === 200 &&
    stage !== undefined &&
    agenda !== undefined &&
    supplement !== undefined &&
    (agenda || !supplement)
  )
    return stage;
  return `half published: ${status}, ${[...ITEMS, ...SUPPLEMENT].filter((one) => text.includes(one)).join('; ')}`;
}

/** Looks at the public page again and again while a story goes on; `stop` answers the stages that were seen, in order. */
function watchPublicPage({ host }: Pick<Life, 'host'>): { stop: () => Promise<string[]> } {
  const seen: string[] = [];
  let watching = true;
  const look = async (): Promise<void> => {
    // A host that is down answers nothing, and half an answer is none: only what it said whole is judged.
    const answer = await fetch(`${host.address}${BOARD_PUBLIC}`)
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    const stage = answer && stageOf(answer);
    if (stage !== undefined && seen.at(-1) !== stage) seen.push(stage);
  };
  const work = (async () => {
    while (watching) {
      await look();
      await pause(100);
    }
    await look();
  })();
  return {
    stop: async () => {
      watching = false;
      await work;
      return seen;
    },
  };
}

/** What the secretary reads of a publication, once it was found where the public looks, with its documents. */
const verified = (what: string, { as, again }: Life): Promise<unknown> =>
  until(`${what} is verified`, async () => {
    const { text } = await again(() => as('maya-lapwing').go(BOARD));
    const [, rows = ''] = /id="publication"([\s\S]*?)<\/section>/.exec(text) ?? [];
    return [...rows.matchAll(/<tr[\s\S]*?<\/tr>/g)].some(([row]) => row.includes(what) && row.includes('Verified'));
  });

/**
 * Everybody who is told of something has been: so many mails and posts begin with its title. What is done next may change
 * whom it concerns and what it says, as it would for people who act a minute later.
 */
async function told({ host, again }: Life, title: string, { mails, posts }: { mails: number; posts: number }) {
  await until(`${title} is told`, () =>
    again(async () => {
      const sent = new Set(
        (await host.inbox()).filter((one) => one.subject.startsWith(title)).map((one) => one.messageId),
      );
      const posted = (await host.slack()).filter((one) => one.text.startsWith(title));
      return sent.size >= mails && posted.length >= posts;
    }),
  );
}

const wordsOf = ({ text }: Page): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const pathOf = ({ url }: Page): string => new URL(url).pathname;

const expectAnswer = (page: Page, what: string): Page => {
  if (page.status !== 200) throw new Error(`${what} answered ${page.status} on ${page.url}`);
  return page;
};

async function publishes(life: Life): Promise<void> {
  const { as, again } = life;
  const page = await sendForm(
    as('maya-lapwing'),
    { page: `${BOARD}/publish`, action: `${BOARD}/publish/agenda` },
    again,
  );
  expectAnswer(page, 'Publishing');
  await verified('Agenda', life);
}

async function supplements(life: Life): Promise<void> {
  const { as, again } = life;
  const maya = as('maya-lapwing');
  const item = { title: ADDED, report: 'oral' };
  expectAnswer(await sendForm(maya, { page: `${BOARD}/agenda/add`, typed: () => item }, again), 'Adding the item');
  const typed = ({ text }: Page) => ({
    which: /name="which"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '',
    said: 'Item 12 is added.',
  });
  expectAnswer(await sendForm(maya, { page: `${BOARD}/publish/supplement`, typed }, again), 'The supplement');
  await verified('Supplement 1', life);
}

/** Put to the seven members who vote; one is against, and with the fourth for it, it is carried. */
const ANSWERS = [
  ['ruth-avocet', 'reject'],
  ['vic-treecreeper', 'approve'],
  ['una-smew', 'approve'],
  ['harjit-dunlin', 'approve'],
  ['imran-godwit', 'approve'],
] as const;

async function decidesInWriting(life: Life): Promise<void> {
  const { as, again } = life;
  const grace = as('grace-siskin');
  const asked = {
    title: 'Winter access scheme',
    text: '1. That the winter access scheme goes on until 30 June 2019.',
    ...dayFields('closes', '2019-05-03'),
  };
  const form = { page: '/written-resolutions/new?body=pccc', action: '/written-resolutions/new', typed: () => asked };
  const page = pathOf(expectAnswer(await sendForm(grace, form, again), 'The draft'));
  expectAnswer(await sendForm(grace, { page, action: `${page}/put` }, again), 'Putting it');
  await told(life, 'Your vote is asked for: Winter', { mails: 7, posts: 1 });
  for (const [personId, answer] of ANSWERS)
    expectAnswer(await sendForm(as(personId), { page: `${page}/vote`, typed: () => ({ answer }) }, again), personId);
  await told(life, 'Carried: Winter', { mails: 8, posts: 1 });
}

const DECISION = {
  title: 'Traffic order, Fenside',
  sort: 'individual',
  bodyId: 'cabinet',
  personId: 'des-corncrake',
  role: 'Cabinet member for environment',
  delegation: 'Scheme of delegation, part 3',
  ...dayFields('decidedOn', '2019-04-12'),
  text: 'That the order is made.',
  reasons: 'Children cross there.',
  'alternatives-none': 'none',
  'conflicts-none': 'none',
  'dispensation-none': 'none',
  report: 'Report of the director of place',
  'background-none': 'none',
  key: 'not-key',
  keyWhy: 'One ward.',
  route: 'none',
  callIn: 'applies',
  private: 'open',
};

/** With the member who asks for it they are the five that the procedure asks for. */
const SIGN_TOO = ['gwyn-twite', 'hema-gannet', 'leonie-serin', 'olu-puffin'];

async function decidesAndIsCalledIn(life: Life) {
  const { as, again } = life;
  const tom = as('tom-dunnock');
  const begun = await sendForm(tom, { page: '/decision-records/new', typed: () => DECISION }, again);
  const page = pathOf(expectAnswer(begun, 'The decision'));
  const open = expectAnswer(await sendForm(tom, { page, action: `${page}/publish` }, again), 'Publishing the decision');
  const said = /In call-in until ([^.]+?\d{4}).*May take effect (\w+ \d+ \w+ \d{4})/.exec(wordsOf(open));
  await told(life, 'Can be called in until', { mails: 2, posts: 1 });
  const grounds = { grounds: 'Nobody asked those who live there.', named: SIGN_TOO[0] ?? '' };
  const asked = await sendForm(as('farida-linnet'), { page: `${page}/call-in`, typed: () => grounds }, again);
  const request = pathOf(expectAnswer(asked, 'Asking for call-in'));
  await told(life, 'Your signature is asked for', { mails: 1, posts: 0 });
  await told(life, 'A call-in is asked for', { mails: 2, posts: 1 });
  const helen = as('helen-curlew');
  for (const paper of SIGN_TOO) {
    const signed = await sendForm(
      helen,
      { page: request, action: `${request}/paper`, typed: () => ({ paper }) },
      again,
    );
    expectAnswer(signed, `The signature of ${paper}`);
  }
  await told(life, 'To be judged', { mails: 2, posts: 1 });
  const judged = { judgement: 'valid', reason: 'Five members, in time.' };
  const judgement = { page: request, action: `${request}/judge`, typed: () => judged };
  expectAnswer(await sendForm(helen, judgement, again), 'Judging the request');
  await told(life, 'Called in: Traffic', { mails: 3, posts: 1 });
  const then = wordsOf(await again(() => tom.go(page)));
  return { until: said?.[1], mayTakeEffect: said?.[2], suspended: then.includes('Called in: suspended') };
}

export type Seen = {
  /** What the public saw of the agenda from the beginning to the end, each stage once. */
  stages: readonly string[];
  /** What the page of the decision says of its call-in. */
  window: Awaited<ReturnType<typeof decidesAndIsCalledIn>>;
};

async function live(life: Life): Promise<Seen> {
  const watch = watchPublicPage(life);
  try {
    await publishes(life);
    await decidesInWriting(life);
    await supplements(life);
    const window = await decidesAndIsCalledIn(life);
    // The parking decision of the demonstration may be carried out from that day on.
    await life.until('2019-04-23');
    return { stages: await watch.stop(), window };
  } finally {
    await watch.stop();
  }
}

/**
 * An agenda and its supplement go out, members decide in writing, a decision is published and called in, and the day
 * comes on which another may take effect.
 */
export const agendaStory: Story<Seen> = {
  people: [
    'maya-lapwing',
    'grace-siskin',
    ...ANSWERS.map(([personId]) => personId),
    'tom-dunnock',
    'farida-linnet',
    'helen-curlew',
  ],
  begins: BEGINS,
  before: () => Promise.resolve(),
  live,
};
