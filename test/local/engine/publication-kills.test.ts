import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginAgenda } from '../../../shared/domain/agendas/build.ts';
import { bodyInPublic } from '../../../shared/domain/meetings/published-meeting.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { agendaItems } from '../../../shared/store/business.ts';
import { change, commit } from '../../../shared/store/commit.ts';
import { historyOf } from '../../../shared/store/history.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { operationsNotes } from '../../../shared/store/operations.ts';
import { memberships, people } from '../../../shared/store/people.ts';
import { lookAgain, publishAgenda } from '../../../shared/store/publication-acts.ts';
import { showBody } from '../../../shared/store/published.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { aPerson } from '../../support/administration.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aBody, aMeeting, maya } from '../../support/builders.ts';
import { aCommand } from '../../support/command.ts';
import { publicSite } from '../../support/public-site.ts';
import { anItem } from '../../support/publication.ts';
import { testRegister } from '../../support/register.ts';
import { engineFile } from './support.ts';

const child = fileURLToPath(new URL('publication-child.ts', import.meta.url));
const members = ['rowan-kestrel', 'farida-linnet', 'maya-lapwing'];

let opened: Awaited<ReturnType<typeof testRegister>>;
let site: Awaited<ReturnType<typeof publicSite>>;

beforeAll(async () => {
  opened = await testRegister(testBlobs());
  site = await publicSite(opened.endpoint);
  const body = aBody({ secretaryId: 'maya-lapwing' });
  await commit(opened.register, {
    commandId: 'body',
    actor: maya,
    at: '2019-04-14T09:00:00.000Z',
    outcome: {},
    changes: [
      change(bodies, { was: null, record: body, event: 'set up' }),
      ...members.flatMap((id) => [
        change(people, {
          was: null,
          record: aPerson({ id, name: id, email: `${id}@brackenford.example` }),
          event: 'entered',
        }),
        change(memberships, {
          was: null,
          record: {
            id: `m-${id}`,
            bodyId: body.id,
            personId: id,
            role: id === 'maya-lapwing' ? 'secretary' : 'member',
            votes: 'all',
            group: null,
            from: '2018-05-17',
            to: null,
          },
          event: 'begun',
        }),
      ]),
    ],
    also: showBody(bodyInPublic(body)),
  });
}, 60_000);
afterAll(async () => {
  await site.close();
  opened.close();
});

/** A meeting whose agenda has been asked to be published: two public items and a private one. */
async function asked(meetingId: string): Promise<void> {
  const meeting = aMeeting({ id: meetingId, day: '2019-06-12' });
  const of = (number: number, more = {}) =>
    anItem({ id: `${meetingId}-${number}`, bodyId: 'hosb', meetingId, number: String(number), ...more });
  const items = [
    of(1, { title: 'Air quality' }),
    of(2, { title: 'Dental access' }),
    of(3, { title: 'Zorilla contract', accessClass: 'private' }),
  ];
  const begun = { id: meetingId, bodyId: 'hosb', numbering: 'plain', firstNumber: 1, series: '19' } as const;
  await commit(opened.register, {
    commandId: `set-up-${meetingId}`,
    actor: maya,
    at: '2019-04-14T09:00:00.000Z',
    outcome: {},
    changes: [
      change(meetings, { was: null, record: meeting, event: 'called' }),
      ...items.map((record) => change(agendaItems, { was: null, record, event: 'placed' })),
      change(agendas, { was: null, record: beginAgenda(begun, items), event: 'begun' }),
    ],
  });
  await publishAgenda(opened.register, aCommand(`publish-${meetingId}`), meetingId);
}

/** One life of the process; answers what it printed, or the signal that ended it. */
function life(
  file: string,
  meetingId: string,
  deadly = '',
  passing = 1,
): Promise<{ signal: string | null; text: string }> {
  return new Promise((ended) => {
    const given = ['--no-warnings', child, file, opened.endpoint, meetingId, deadly, String(passing)];
    const lived = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    lived.stdout.on('data', (part) => {
      text += part;
    });
    lived.on('close', (_, signal) => ended({ signal, text }));
  });
}

const page = (meetingId: string) => site.get(`/committees/hosb/meetings/${meetingId}`);

/** Whenever somebody looks, the public sees all of it or nothing, and of private business nothing ever. */
async function expectWholeOrNothing(meetingId: string): Promise<boolean> {
  const { status, html } = await page(meetingId);
  const seen = ['1. Air quality', '2. Dental access', 'Part II: items likely'].map((words) => html.includes(words));
  expect(html).not.toContain('Zorilla');
  expect(new Set(seen).size).toBe(1);
  expect(status).toBe(seen[0] ? 200 : 404);
  const listed = (await site.get('/committees/hosb')).html.includes(`meetings/${meetingId}"`);
  expect(listed).toBe(seen[0]);
  return listed;
}

/** In the end it was published once, verified, and nobody was told twice. */
async function expectPublished(file: string, meetingId: string): Promise<void> {
  expect(await expectWholeOrNothing(meetingId)).toBe(true);
  const { record } = await get(opened.register, agendas, meetingId);
  expect(record.publications).toMatchObject([
    {
      id: 'agenda-1',
      state: 'verified',
      proof: expect.stringMatching(/^[0-9a-f]{64}$/),
      documents: { state: 'made', made: [{ name: 'agenda' }, { name: 'notice' }] },
      found: [{ file: 'agenda.pdf' }, { file: 'notice.pdf' }],
    },
  ]);
  const laid = readFileSync(`${file}.files`, 'utf8').trim().split('\n');
  expect(new Set(laid).size).toBe(2);
  expect((await page(meetingId)).html).toMatch(/Agenda \(PDF, \d+ KB\)/);
  const events = async (type: 'agenda' | 'meeting' | 'agenda-item', id: string) =>
    (await historyOf(opened.register, type, id)).map(({ envelope }) => envelope.event);
  expect(await events('agenda', meetingId)).toEqual([
    'begun',
    'agenda published',
    'agenda shown',
    'agenda made as PDF',
    'agenda verified',
  ]);
  expect(await events('meeting', meetingId)).toEqual(['called', 'published']);
  expect(await events('agenda-item', `${meetingId}-1`)).toEqual(['placed', 'published']);
  const mails = existsSync(`${file}.mails`) ? readFileSync(`${file}.mails`, 'utf8').trim().split('\n') : [];
  expect(new Set(mails).size).toBe(mails.length);
}

const points = [
  'engine:before-start',
  'engine:inside-start',
  'engine:after-start',
  'engine:before-transition',
  'engine:inside-transition',
  'engine:after-transition',
  'engine:before-invoke',
  'engine:after-invoke',
  'table:before-write',
  'table:after-write',
];

test.each(points)(
  'killed at %s a publication is never half there, and comes to the same end once',
  async (point) => {
    const { file, folder } = engineFile();
    const meetingId = `killed-${point.replaceAll(':', '-')}`;
    try {
      await asked(meetingId);
      expect((await life(file, meetingId, point)).signal).toBe('SIGKILL');
      await expectWholeOrNothing(meetingId);
      expect(JSON.parse((await life(file, meetingId)).text)).toEqual({ status: 'SUCCEEDED' });
      await expectPublished(file, meetingId);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);

test('killed at every transition and every write in turn, it is published once all the same', async () => {
  const { file, folder } = engineFile();
  const meetingId = 'killed-again-and-again';
  try {
    await asked(meetingId);
    let lives = 0;
    let last = await life(file, meetingId, 'any', 7);
    // Each life passes a commit at least, so the story ends; the bound is for the day it does not.
    for (; last.signal === 'SIGKILL' && lives < 40; lives += 1) {
      await expectWholeOrNothing(meetingId);
      last = await life(file, meetingId, 'any', 9 + (lives % 5));
    }
    expect(last.signal).toBeNull();
    expect(lives).toBeGreaterThan(4);
    await expectPublished(file, meetingId);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);

test('a PDF that cannot be made holds nothing up, is recorded, and is made when it is asked for again', async () => {
  const { file, folder } = engineFile();
  const meetingId = 'no-engine-today';
  try {
    await asked(meetingId);
    expect(JSON.parse((await life(file, meetingId, 'no-engine')).text)).toEqual({ status: 'SUCCEEDED' });
    expect(await expectWholeOrNothing(meetingId)).toBe(true);
    const publication = async () => (await get(opened.register, agendas, meetingId)).record.publications[0];
    expect(await publication()).toMatchObject({ state: 'verified', documents: { state: 'not-made' }, found: [] });
    expect((await page(meetingId)).html).toContain('the PDF is being made');
    expect(await operationsNotes(opened.register.table)).toContainEqual(
      expect.objectContaining({ what: 'documents-not-made', id: meetingId, detail: 'agenda-1' }),
    );
    await lookAgain(opened.register, aCommand('make-again'), meetingId, 'agenda-1');
    const again = engineFile();
    expect(JSON.parse((await life(again.file, meetingId)).text)).toEqual({ status: 'SUCCEEDED' });
    rmSync(again.folder, { recursive: true });
    expect(await publication()).toMatchObject({ state: 'verified', documents: { state: 'made' } });
    expect((await page(meetingId)).html).toMatch(/Agenda \(PDF, \d+ KB\)/);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('two executions of one publication at the same time publish it once', async () => {
  const [first, second] = [engineFile(), engineFile()];
  const meetingId = 'published-by-two';
  try {
    await asked(meetingId);
    const lived = await Promise.all([life(first.file, meetingId), life(second.file, meetingId)]);
    for (const { text } of lived) expect(JSON.parse(text)).toEqual({ status: 'SUCCEEDED' });
    await expectPublished(first.file, meetingId);
    const mails = [first, second].flatMap(({ file }) =>
      existsSync(`${file}.mails`) ? readFileSync(`${file}.mails`, 'utf8').trim().split('\n') : [],
    );
    expect(mails.toSorted()).toEqual([...new Set(mails)].toSorted());
    expect(mails).toHaveLength(members.length);
  } finally {
    rmSync(first.folder, { recursive: true });
    rmSync(second.folder, { recursive: true });
  }
}, 60_000);
