import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './host.ts';
import type { Life, Story } from './kill-scenario.ts';
import { entered, promiseAddress, readIn, sendForm } from './story-acts.ts';

const coventry = readFileSync(
  join(import.meta.dirname, '../fixtures/seeds/coventry-board-out-of-hospital-update.txt'),
  'utf8',
);

// Long enough to be kept beside the table, as a long meeting's minutes are.
const longMinutes = coventry.replace(
  'The report set out the following objectives',
  `${'The Board heard how the programme had gone on in each of its places. '.repeat(1600)}\n\nThe report set out the following objectives`,
);

const source = { text: coventry, body: 'hosb', day: '2018-10-17', owner: 'owen-sandpiper' };

async function before({ as, again }: Life): Promise<void> {
  const maya = as('maya-lapwing');
  const reading = await readIn(maya, source, again);
  await until('the first minutes are entered', () => entered(maya, reading));
}

async function live({ as, again, until: moveTo }: Life): Promise<void> {
  const [maya, owen] = [as('maya-lapwing'), as('owen-sandpiper')];
  const reading = await readIn(maya, { ...source, text: longMinutes, day: '2018-11-28' }, again);
  const page = await until('the minutes are entered', () => again(() => entered(maya, reading)));
  const promise = promiseAddress(page);
  await moveTo('2019-05-14');
  const accepts = (): Record<string, string> => ({ answer: 'accept' });
  await sendForm(owen, { page: `${promise}/answer`, typed: accepts }, again);
  await sendForm(
    maya,
    {
      page: `${promise}/close`,
      typed: ({ text }) => ({
        answer: 'no-longer',
        meeting: /<option value="(meeting-[^"]+)"/.exec(text)?.[1] ?? '',
        minute: '12/19',
        whyNoLonger: 'The programme has ended.',
      }),
    },
    again,
  );
  await moveTo('2019-05-15');
}

/**
 * The demonstration with one more promise, asked about and not answered for 28 days but one: on the first day that is
 * moved to, the workflow that waits for its owner runs out of time.
 */
export const promiseStory: Story = {
  people: ['maya-lapwing', 'owen-sandpiper'],
  begins: '2019-05-13',
  before,
  live,
};
