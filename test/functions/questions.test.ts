import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { bodyInPublic } from '../../shared/domain/meetings/published-meeting.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { historyOf } from '../../shared/store/history.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { publishMeeting } from '../../shared/store/publish.ts';
import { pointTo, publishedMeetingOf, showBody } from '../../shared/store/published.ts';
import { find } from '../../shared/store/record-kind.ts';
import {
  admitSubmission,
  answerSubmission,
  forgetSubmission,
  refuseSubmission,
} from '../../shared/store/submission-acts.ts';
import { admittedQuestions, dueToForget, saidOf, submissions, submissionsFor } from '../../shared/store/submissions.ts';
import { askSite } from '../support/ask-site.ts';
import { testBlobs } from '../support/blobs.ts';
import { aBody, aMeeting, maya } from '../support/builders.ts';
import { publicSite } from '../support/public-site.ts';
import { testRegister } from '../support/register.ts';

let opened: Awaited<ReturnType<typeof testRegister>>;
let site: Awaited<ReturnType<typeof askSite>>;

const april = aMeeting({ id: 'hosb-2019-04-25', day: '2019-04-25', published: true });
const june = aMeeting({ id: 'hosb-2019-06-12', day: '2019-06-12', published: true });

beforeAll(async () => {
  opened = await testRegister(testBlobs());
  const body = aBody();
  await commit(opened.register, {
    commandId: 'set-up',
    actor: maya,
    at: '2019-04-01T09:00:00.000Z',
    outcome: {},
    changes: [
      change(bodies, { was: null, record: body, event: 'body set up' }),
      ...[april, june].map((record) => change(meetings, { was: null, record, event: 'meeting called' })),
    ],
    also: [
      ...showBody(bodyInPublic(body)),
      ...[april, june].flatMap(({ id, bodyId, day, time, venue, sort }) =>
        pointTo(
          {
            id,
            bodyId,
            bodyName: body.name,
            day,
            time,
            venue,
            sort,
            cancelled: false,
            minutesStatus: null,
            agendaOut: false,
            movedFrom: null,
            sequence: 0,
            revisedAt: null,
          },
          { snapshot: `snapshot-${id}`, at: '2019-04-01T09:00:00.000Z' },
        ),
      ),
    ],
  });
}, 60_000);
beforeEach(async () => {
  site = await askSite(opened.endpoint);
});
afterAll(() => opened.close());

let people = 0;
const typed = (more: Record<string, string> = {}) => {
  people += 1;
  return {
    commandId: `asked-by-${people}`,
    sort: 'question',
    meeting: april.id,
    text: 'When will the walk-in centre at Kiln Lane open again?',
    name: 'Wilma Redpoll',
    email: `wilma.redpoll${people}@fenside.example`,
    connection: 'I live in Fenside ward',
    publishName: 'yes',
    signatures: '',
    ...more,
  };
};

/** The link that the mail carries: the id and the secret of what waits. */
async function linkOf(commandId: string): Promise<string> {
  const item = await opened.register.table.get({ pk: `ASKED#${commandId}`, sk: 'ASKING' });
  const asking = item?.['asking'] as { secret: string };
  return `/ask/link/${commandId}.${asking.secret}`;
}

const ask = async (more: Record<string, string> = {}) => {
  const fields = typed(more);
  const { status, location } = await site.post('/ask/hosb', fields);
  expect({ status, location }).toEqual({ status: 303, location: '/ask/sent/hosb' });
  return { fields, link: await linkOf(fields.commandId) };
};
const afterEachSite = async () => {
  expect(site.refused).toEqual([]);
  await site.close();
};

test('a question counts once its address is confirmed, and not by opening the link', async () => {
  const { fields, link } = await ask();
  const opening = await site.get(link);
  expect(opening.status).toBe(200);
  expect(opening.html).toContain('Confirm your question');
  expect(opening.headers['cache-control']).toBe('no-store');
  expect(await find(opened.register, submissions, fields.commandId)).toBeUndefined();
  const done = await site.post(link, { meeting: april.id });
  expect(done.status).toBe(303);
  const now = await find(opened.register, submissions, fields.commandId);
  expect(now?.record).toMatchObject({ state: 'received', meetingId: april.id, words: 10 });
  // A second confirmation, and a third look, change nothing.
  expect((await site.post(link, { meeting: june.id })).location).toBe(done.location);
  expect((await site.get(link)).html).toContain('We have your question');
  expect((await find(opened.register, submissions, fields.commandId))?.version).toBe(1);
  await afterEachSite();
});

test('what the asker gave is in no record, no history and no key, only beside the record where it can be deleted', async () => {
  const { fields, link } = await ask();
  await site.post(link, {});
  const record = await find(opened.register, submissions, fields.commandId);
  const history = await historyOf(opened.register, 'submission', fields.commandId);
  for (const kept of [JSON.stringify(record), JSON.stringify(history)])
    for (const theirs of [fields.name, fields.email, fields.connection, fields.text])
      expect(kept).not.toContain(theirs);
  expect((await saidOf(opened.register.table, fields.commandId))?.email).toBe(fields.email);
  await afterEachSite();
});

test('10,000 words are counted and kept in the form; at most 100', async () => {
  const text = 'word '.repeat(10_000).trim();
  const { status, html } = await site.post('/ask/hosb', typed({ text }));
  expect(status).toBe(422);
  expect(html).toContain('You have written 10,000 words; at most 100');
  expect(html).toContain(text);
  await afterEachSite();
});

test('by the link of the mail the asker takes it back, once; its place is free, and nobody without the link can', async () => {
  const { fields, link } = await ask();
  await site.post(link, {});
  const page = await site.get(link);
  expect(page.html).toContain('10 words; at most 100');
  expect(page.html).toContain('Withdraw it');
  const other = link.slice(0, -4) + (link.endsWith('AAAA') ? 'BBBB' : 'AAAA');
  expect((await site.post(other, { act: 'withdraw' })).status).toBe(404);
  expect((await find(opened.register, submissions, fields.commandId))?.record.state).toBe('received');
  expect((await site.post(link, { act: 'withdraw' })).location).toBe(link);
  // Pressed twice, it is withdrawn once.
  await site.post(link, { act: 'withdraw' });
  const now = await find(opened.register, submissions, fields.commandId);
  expect([now?.record.state, now?.version]).toEqual(['withdrawn', 2]);
  const after = await site.get(link);
  expect(after.html).not.toContain('Withdraw it');
  const events = (await historyOf(opened.register, 'submission', fields.commandId)).map(({ envelope }) => envelope);
  expect(events.at(-1)).toMatchObject({
    event: 'withdrawn by the asker',
    actor: { sort: 'system', part: 'public form' },
  });
  expect((await submissionsFor(opened.register, april.id)).some(({ record }) => record.id === fields.commandId)).toBe(
    true,
  );
  await afterEachSite();
});

test('what was admitted can still be taken back, and what was answered no more', async () => {
  const { fields, link } = await ask();
  await site.post(link, {});
  const by = { actor: maya, at: '2019-04-16T09:00:00.000Z', today: '2019-04-16' };
  await admitSubmission(opened.register, { ...by, commandId: 'admit-to-take-back' }, fields.commandId);
  await answerSubmission(opened.register, { ...by, commandId: 'answer-to-take-back' }, fields.commandId, 'In May.');
  expect((await site.get(link)).html).not.toContain('Withdraw it');
  await site.post(link, { act: 'withdraw' });
  expect((await find(opened.register, submissions, fields.commandId))?.record.state).toBe('answered');
  await afterEachSite();
});

test('the form draws the sum of each sort that the body takes, question, petition and deputation', async () => {
  const { html } = await site.get('/ask/hosb');
  for (const words of [
    'A question to the meeting of',
    'A petition to the meeting of',
    'A deputation to the meeting of',
  ])
    expect([words, html.includes(words)]).toEqual([words, true]);
  await afterEachSite();
});

test.each(['petition', 'deputation'])(
  'a %s of 10,000 words is refused with its own length, and nothing typed is lost',
  async (sort) => {
    const text = 'word '.repeat(10_000).trim();
    const { status, html } = await site.post('/ask/hosb', typed({ sort, text, signatures: '600' }));
    expect(status).toBe(422);
    expect(html).toContain('You have written 10,000 words; at most 200');
    for (const kept of [text, 'Wilma Redpoll', 'I live in Fenside ward']) expect(html).toContain(kept);
    await afterEachSite();
  },
);

test('a minute late is too late, said with the deadline and what can be done', async () => {
  site.moveTo('2019-04-16T11:00:30.000Z');
  expect((await site.post('/ask/hosb', typed())).status).toBe(303);
  site.moveTo('2019-04-16T11:01:00.000Z');
  const { status, html } = await site.post('/ask/hosb', typed({ text: 'Is the <b>hub</b> open?' }));
  expect(status).toBe(422);
  expect(html).toContain(
    'Too late for the meeting of Thursday 25 April 2019: the last moment was noon on Tuesday 16 April 2019. You can put it to the meeting of Wednesday 12 June 2019.',
  );
  expect(html).toContain('Is the &lt;b&gt;hub&lt;/b&gt; open?');
  await afterEachSite();
});

test('confirmed after the deadline and within three days, it counts from when it was sent', async () => {
  site.moveTo('2019-04-16T10:59:00.000Z');
  const { fields, link } = await ask();
  site.moveTo('2019-04-19T09:00:00.000Z');
  await site.post(link, {});
  const found = await find(opened.register, submissions, fields.commandId);
  expect(found?.record).toMatchObject({ meetingId: april.id, countsFrom: '2019-04-16T10:59:00.000Z' });
  await afterEachSite();
});

test('confirmed later than that, it is offered the next meeting, and goes there when its asker says so', async () => {
  site.moveTo('2019-04-16T10:59:00.000Z');
  const { fields, link } = await ask();
  site.moveTo('2019-04-20T09:00:00.000Z');
  const refused = await site.post(link, {});
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Too late for the meeting of Thursday 25 April 2019');
  expect((await site.post(link, { meeting: june.id })).status).toBe(303);
  expect((await find(opened.register, submissions, fields.commandId))?.record.meetingId).toBe(june.id);
  await afterEachSite();
});

test('after seven days what was not confirmed is gone, and a link with another secret never works', async () => {
  const { link } = await ask();
  expect((await site.get(`${link}x`)).status).toBe(404);
  expect((await site.get('/ask/link/..%2F..%2Fetc')).status).toBe(404);
  site.moveTo('2019-04-22T09:00:01.000Z');
  expect((await site.get(link)).status).toBe(404);
  expect((await site.post(link, {})).status).toBe(404);
  await afterEachSite();
});

test.each([
  ['no address', { email: 'no address' }, 'Give an email address'],
  ['an address that is two', { email: 'a@b.example, c@d.example' }, 'Give an email address'],
  ['an address with a header in it', { email: 'a@b.example\r\nBcc: all@b.example' }, 'Give an email address'],
  ['no words', { text: ' – ' }, 'Write what you want to say'],
  ['a meeting that is not there', { meeting: 'nowhere' }, 'Choose a meeting'],
  ['a petition without signatures', { sort: 'petition', signatures: 'many' }, 'Say how many people have signed'],
  ['a sort that does not exist', { sort: 'demand' }, 'Choose what you want to put'],
  ['no answer about the name', { publishName: '' }, 'Say whether your name may be published'],
])('%s is refused, said at its field, and what was typed is kept', async (_, wrong, said) => {
  const { status, html } = await site.post('/ask/hosb', typed({ connection: 'I work in <i>Dyers</i>', ...wrong }));
  expect(status).toBe(422);
  expect(html).toContain(said);
  expect(html).toContain('I work in &lt;i&gt;Dyers&lt;/i&gt;');
  await afterEachSite();
});

test('a form from another site does nothing', async () => {
  const { status } = await site.post('/ask/hosb', typed(), 'https://elsewhere.example');
  expect(status).toBe(403);
  await afterEachSite();
});

test('one address may have three waiting in a day, whatever it is called, and the same form sent twice is one', async () => {
  const email = 'flood@fenside.example';
  const first = typed({ email });
  expect((await site.post('/ask/hosb', first)).status).toBe(303);
  expect((await site.post('/ask/hosb', first)).status).toBe(303);
  for (const spelling of ['Flood@Fenside.example', 'FLOOD@fenside.example'])
    expect((await site.post('/ask/hosb', typed({ email: spelling }))).status).toBe(303);
  const fourth = await site.post('/ask/hosb', typed({ email }));
  expect(fourth.status).toBe(429);
  expect(fourth.html).toContain('As many as we take in a day have been sent');
  await afterEachSite();
});

test('one person may put two questions to a meeting: a third is refused at the form and again at the link', async () => {
  const email = 'twice@fenside.example';
  const asked = [];
  for (let count = 0; count < 3; count += 1) asked.push(await ask({ email }));
  for (const { link } of asked.slice(0, 2)) expect((await site.post(link, {})).status).toBe(303);
  const third = await site.post(asked[2]?.link ?? '', {});
  expect(third.status).toBe(422);
  expect(third.html).toContain('takes 2 from each person, and has as many from this address');
  site.moveTo('2019-04-16T09:00:00.000Z');
  const fourth = await site.post('/ask/hosb', typed({ email }));
  expect(fourth.status).toBe(422);
  await afterEachSite();
});

test('two confirmations at once for the last place: one is received, the other is told', async () => {
  const email = 'last-place@fenside.example';
  const asked = [];
  for (let count = 0; count < 3; count += 1) asked.push(await ask({ email }));
  const answers = await Promise.all(asked.map(({ link }) => site.post(link, {})));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 303, 422]);
  await afterEachSite();
});

test('what is admitted stands on the agenda in the order in which it counts, its name only where the asker agreed', async () => {
  const named = await ask({ meeting: june.id, text: 'Will the plan be published?', email: 'one@fenside.example' });
  const unnamed = await ask({ meeting: june.id, publishName: 'no', email: 'two@fenside.example' });
  const refused = await ask({ meeting: june.id, email: 'three@fenside.example' });
  for (const { link } of [named, unnamed, refused]) expect((await site.post(link, {})).status).toBe(303);
  const command = (commandId: string) => ({
    commandId,
    actor: maya,
    at: '2019-04-16T09:00:00.000Z',
    today: '2019-04-16',
  });
  await admitSubmission(opened.register, command('admit-1'), named.fields.commandId);
  await admitSubmission(opened.register, command('admit-2'), unnamed.fields.commandId);
  await answerSubmission(opened.register, command('reply-2'), unnamed.fields.commandId, 'In June.');
  await refuseSubmission(opened.register, command('refuse-3'), refused.fields.commandId, {
    reason: 'not-our-business',
    why: 'It is for the Cabinet.',
  });
  const admitted = await admittedQuestions(opened.register, june.id);
  expect(admitted.map(({ text, name, reply }) => [text, name, reply])).toEqual([
    ['Will the plan be published?', 'Wilma Redpoll', null],
    ['When will the walk-in centre at Kiln Lane open again?', null, 'In June.'],
  ]);
  expect((await site.get(refused.link.replace(/$/, ''))).html).toContain('It is not the business of this committee.');
  await afterEachSite();
});

test('a store that is busy for a moment loses nothing; one that stays so gives back what was typed', async () => {
  let faults = 2;
  const busy = await askSite(opened.endpoint, '2019-04-15T09:00:00.000Z', (operation) => {
    if (operation !== 'TransactWriteItems' || faults === 0) return undefined;
    faults -= 1;
    return 'conflict';
  });
  const fields = typed({ email: 'busy@fenside.example', meeting: june.id, text: 'Is the <i>hub</i> busy?' });
  expect((await busy.post('/ask/hosb', fields)).status).toBe(303);
  faults = 2;
  expect((await busy.post(await linkOf(fields.commandId), {})).status).toBe(303);
  expect((await find(opened.register, submissions, fields.commandId))?.version).toBe(1);
  faults = 100;
  const lost = await busy.post('/ask/hosb', { ...fields, commandId: 'asked-while-down' });
  expect(lost.status).toBe(503);
  expect(lost.html).toContain('Is the &lt;i&gt;hub&lt;/i&gt; busy?');
  faults = 0;
  // The same form, sent again as the page suggests.
  expect((await busy.post('/ask/hosb', { ...fields, commandId: 'asked-while-down' })).status).toBe(303);
  await busy.close();
  await afterEachSite();
});

test('what was admitted is published with the meeting: its words, and no name or address that was not given for it', async () => {
  const command = { commandId: 'publish-june', actor: maya, at: '2019-06-04T09:00:00.000Z', today: '2019-06-04' };
  await publishMeeting(opened.register, command, june.id);
  const shown = await publishedMeetingOf(opened.register.table, june.id);
  expect(shown?.questions).toEqual([
    { sort: 'question', text: 'Will the plan be published?', name: 'Wilma Redpoll', signatures: null, reply: null },
    {
      sort: 'question',
      text: 'When will the walk-in centre at Kiln Lane open again?',
      name: null,
      signatures: null,
      reply: 'In June.',
    },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/fenside|Fenside ward/);
  const page = await publicSite(opened.endpoint);
  const { html } = await page.get(`/committees/hosb/meetings/${june.id}`);
  expect(html).toContain('Question from Wilma Redpoll');
  expect(html).toContain('Question from a member of the public');
  expect(html).toContain(`href="/ask/hosb?meeting=${june.id}"`);
  await page.close();
  await afterEachSite();
});

test('a year after the meeting what the asker wrote is deleted, and the act stays', async () => {
  const { fields, link } = await ask({ email: 'forget@fenside.example' });
  await site.post(link, {});
  expect(await dueToForget(opened.register.table, '2020-04-24')).not.toContain(fields.commandId);
  expect(await dueToForget(opened.register.table, '2020-04-25')).toContain(fields.commandId);
  await forgetSubmission(opened.register, { at: '2020-04-25T08:00:00.000Z', today: '2020-04-25' }, fields.commandId);
  expect(await saidOf(opened.register.table, fields.commandId)).toBeUndefined();
  expect(await dueToForget(opened.register.table, '2020-04-25')).not.toContain(fields.commandId);
  expect(
    (await submissionsFor(opened.register, april.id)).find(({ record }) => record.id === fields.commandId)?.record
      .forgotten,
  ).toBe(true);
  expect((await site.get(link)).status).toBe(404);
  await afterEachSite();
});
