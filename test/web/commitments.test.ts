import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commitmentRoutes } from '../../functions/web/commitments/routes.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { get } from '../../shared/store/record-kind.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

let forms = 0;
/** The pages as one person sees them; each form posted carries an id of its own, as each rendering gives it. */
const as = async (personId: string | null, today = '2019-04-15') => {
  const web = await webFor(opened.register, commitmentRoutes, { personId, today });
  const post: typeof web.post = (address, fields, options) => {
    forms += 1;
    return web.post(address, { commandId: `rendered-form-${forms}`, ...fields }, options);
  };
  return { ...web, post };
};
const now = async (id: string) => get(opened.register, commitments, id);
const eventsOf = async (id: string) =>
  (await historyOf(opened.register, 'commitment', id)).map(({ envelope }) => envelope.event);
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

let made = 0;
const aPromise = async (overrides: Parameters<typeof aCommitment>[0] = {}) => {
  made += 1;
  const id = `made-${made}`;
  const record = aCommitment({ id, reference: `HOSB/30/${made + 10}`, ...overrides });
  await commit(opened.register, {
    commandId: `make-${id}`,
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: { id },
    changes: [change(commitments, { was: null, record, event: 'recorded' })],
  });
  return id;
};

test('the story of an overdue promise says for how long, whose step is next, the exact words and what was sent', async () => {
  const web = await as('maya-lapwing');
  const { status, html } = await web.get('/commitments/c01-hosb-18-14');
  const text = textOf(html);
  expect(status).toBe(200);
  expect(text).toContain('32 working days overdue');
  expect(text).toContain('be brought to the Board within the next three months');
  expect(text).toContain('Director of public health (Dr Amara Whimbrel)');
  expect(text).toContain('Line manager Ruth Avocet');
  expect(text).toContain('Sent: Overdue: report on air quality around schools');
  expect(html).toContain('/commitments/c01-hosb-18-14/place');
});

test('both days of a promise that was given more time are kept, with why', async () => {
  const web = await as('tom-dunnock');
  const text = textOf((await web.get('/commitments/c09-cab-18-21')).html);
  expect(text).toContain('by 9 April 2019');
  expect(text).toContain('by 18 June 2019');
  expect(text).toContain('The counts of the last quarter will be complete in May.');
});

test('slippage is kept after closure', async () => {
  const text = textOf((await (await as('maya-lapwing')).get('/commitments/c06-hosb-18-09')).html);
  expect(text).toContain('Closed 28 November 2018');
  expect(text).toContain('Came 5 working days late');
});

test('a vacancy and an owner who has left stand out', async () => {
  const vacancy = textOf((await (await as('maya-lapwing')).get('/commitments/c14-pse-19-02')).html);
  expect(vacancy).toContain('Partnership manager: nobody holds this role');
  const leaver = textOf((await (await as('grace-siskin')).get('/commitments/c15-pcc-19-04')).html);
  expect(leaver).toContain('Pat Dotterel, Interim director, left on 31 March 2019');
  expect(leaver).toContain('Find an owner');
});

test('opening the link of a message changes nothing', async () => {
  const id = await aPromise();
  const before = await now(id);
  const web = await as('owen-sandpiper');
  expect((await web.get(`/commitments/${id}/answer?about=accept`)).status).toBe(200);
  expect(await now(id)).toEqual(before);
});

test('somebody who follows a link before signing in lands on the same page afterwards', async () => {
  const { location } = await (await as(null)).get('/commitments/c01-hosb-18-14/answer?about=overdue');
  expect(location).toBe(`/sign-in?to=${encodeURIComponent('/commitments/c01-hosb-18-14/answer?about=overdue')}`);
});

test('an owner accepts, and sending the form twice accepts once', async () => {
  const id = await aPromise();
  const web = await as('owen-sandpiper');
  const form = { answer: 'accept', commandId: `accept-${id}` };
  const first = await web.post(`/commitments/${id}/answer`, form);
  const second = await web.post(`/commitments/${id}/answer`, form);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect((await now(id)).record.acceptance).toEqual({ state: 'accepted', on: '2019-04-15' });
  expect(await eventsOf(id)).toEqual(['recorded', 'accepted']);
});

test('more time is asked for with a reason and a new day; the day stands until the secretary agrees', async () => {
  const id = await aPromise();
  const owner = await as('owen-sandpiper');
  await owner.post(`/commitments/${id}/answer`, {
    answer: 'more-time',
    wantedMeeting: 'meeting-hosb-2019-11-27',
    why: 'The hub opened five weeks late.',
  });
  expect((await now(id)).record.due).toMatchObject({ to: '2019-10-17' });
  const secretary = await as('maya-lapwing');
  const asked = await secretary.get(`/commitments/${id}/more-time`);
  expect(textOf(asked.html)).toContain('Owen Sandpiper asks for it to be due by 27 November 2019');
  await secretary.post(`/commitments/${id}/more-time`, {
    answer: 'agreed',
    reason: 'Agreed by the chair on 15 April.',
    version: String((await now(id)).version),
  });
  const { record } = await now(id);
  expect(record.due).toMatchObject({ sort: 'day', day: '2019-11-27' });
  expect(record.extensions[0]).toMatchObject({ was: { to: '2019-10-17' }, answer: 'agreed' });
});

test('what is missing from an answer is said beside the field, and everything typed is kept', async () => {
  const id = await aPromise();
  const web = await as('owen-sandpiper');
  const { status, html } = await web.post(`/commitments/${id}/answer`, {
    answer: 'more-time',
    'wanted-day': '31',
    'wanted-month': '2',
    'wanted-year': '2020',
    why: '<script>alert(1)</script> the hub',
  });
  expect(status).toBe(422);
  expect(html).toContain('href="#wanted-day"');
  expect(html).toContain('Enter a real day');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; the hub');
  expect(html).toContain('value="31"');
  expect(html).not.toContain('<script>alert');
});

test('"not mine" goes back to the secretary, who finds another owner', async () => {
  const id = await aPromise();
  await (await as('owen-sandpiper')).post(`/commitments/${id}/answer`, {
    answer: 'not-mine',
    whyNot: 'It is public health.',
  });
  expect((await now(id)).record.state).toBe('not-mine');
  const { status } = await (await as('maya-lapwing')).post(`/commitments/${id}/reassign`, {
    role: 'Director of public health',
    person: 'amara-whimbrel',
    link: '',
    reason: 'Defibrillators are with public health.',
    version: String((await now(id)).version),
  });
  expect(status).toBe(303);
  expect((await now(id)).record).toMatchObject({ state: 'open', owner: { personId: 'amara-whimbrel' } });
});

test('a link officer answers for an owner outside, and the history says for whom', async () => {
  const id = await aPromise({
    owner: {
      role: 'Director of operations',
      personId: 'andy-ouzel',
      linkOfficerId: 'nia-redstart',
      since: '2019-04-15',
    },
  });
  await (await as('nia-redstart')).post(`/commitments/${id}/answer`, {
    answer: 'done',
    evidence: 'The letter came today.',
  });
  const { envelope } = (await historyOf(opened.register, 'commitment', id)).at(-1) ?? {};
  expect(envelope?.actor).toEqual({ sort: 'person', personId: 'nia-redstart', onBehalfOf: 'andy-ouzel' });
});

test('whoever covers for an absent owner may answer, and only while they are away', async () => {
  expect((await (await as('colin-turnstone', '2019-04-15')).get('/commitments/c08-cab-19-05/answer')).status).toBe(200);
  expect((await (await as('colin-turnstone', '2019-04-29')).get('/commitments/c08-cab-19-05/answer')).status).toBe(403);
});

test('a line manager who is told that it is late may read its story and not answer', async () => {
  const web = await as('ruth-avocet');
  expect((await web.get('/commitments/c01-hosb-18-14')).status).toBe(200);
  expect((await web.get('/commitments/c01-hosb-18-14/answer')).status).toBe(403);
});

test('an answer about something already done says what it is now, and keeps what was typed', async () => {
  const id = await aPromise();
  const web = await as('owen-sandpiper');
  await web.post(`/commitments/${id}/answer`, { answer: 'done', evidence: 'Six members visited on 7 March.' });
  const shown = await web.get(`/commitments/${id}/answer`);
  expect(shown.status).toBe(200);
  expect(textOf(shown.html)).toContain('It was said to be done on 15 April 2019');
  const sent = await web.post(`/commitments/${id}/answer`, {
    answer: 'more-time',
    'wanted-day': '1',
    'wanted-month': '6',
    'wanted-year': '2019',
    why: 'The figures of May are still to come.',
  });
  expect(sent.status).toBe(409);
  expect(sent.html).toContain('The figures of May are still to come.');
});

test('noted is not closed: the committee closes it, at a minute, and closing it twice gets a clear answer', async () => {
  const id = await aPromise({ due: { sort: 'day', day: '2019-04-25', asSaid: '' } });
  const web = await as('maya-lapwing', '2019-04-26');
  await web.post(`/commitments/${id}/consider`, {
    meeting: 'meeting-hosb-2019-04-25',
    minute: 'item 7',
    said: 'That the report be noted.',
  });
  expect((await now(id)).record.state).toBe('reported');
  const closing = { answer: 'yes', meeting: 'meeting-hosb-2019-04-25', minute: 'item 7 (2)' };
  const unminuted = await web.post(`/commitments/${id}/close`, { ...closing, minute: '' });
  expect(unminuted.status).toBe(422);
  expect((await web.post(`/commitments/${id}/close`, closing)).status).toBe(303);
  expect((await now(id)).record).toMatchObject({
    state: 'closed',
    closure: { how: 'satisfied', minuteReference: 'item 7 (2)' },
  });
  // Satisfied when it met, though it was recorded the day after.
  const { html } = await web.get(`/commitments/${id}`);
  expect(textOf(html)).toContain('was satisfied on 25 April 2019 (item 7 (2)). Recorded by Maya Lapwing.');
  const again = await web.post(`/commitments/${id}/close`, closing);
  expect(again.status).toBe(409);
  expect(textOf(again.html)).toContain('It was closed on 26 April 2019 by Maya Lapwing (item 7 (2)).');
});

test('a closing from a page that is out of date is refused with what it is now, and reopens nothing', async () => {
  const said = { meetingId: 'meeting-hosb-2019-03-13', on: '2019-03-13', minuteReference: 'item 6', said: 'Noted.' };
  const id = await aPromise({ state: 'reported', reports: [said] });
  const closing = { answer: 'yes', meeting: 'meeting-hosb-2019-03-13', minute: 'item 6', version: '1' };
  await (await as('maya-lapwing')).post(`/commitments/${id}/close`, closing);
  const tom = await as('tom-dunnock');
  const same = await tom.post(`/commitments/${id}/close`, closing);
  expect(textOf(same.html)).toContain('It was closed on 15 April 2019 by Maya Lapwing');
  const other = await tom.post(`/commitments/${id}/close`, {
    answer: 'not-yet',
    untilMeeting: 'meeting-hosb-2019-06-12',
    whyNotYet: 'Figures for the city.',
    version: '1',
  });
  expect(other.status).toBe(409);
  expect(textOf(other.html)).toContain('Maya Lapwing changed this promise');
  expect(other.html).toContain('value="Figures for the city."');
  expect((await now(id)).record.state).toBe('closed');
});

test('a committee that is not yet satisfied opens the promise again with a new date', async () => {
  const id = await aPromise({
    state: 'reported',
    reports: [{ meetingId: 'meeting-hosb-2019-03-13', on: '2019-03-13', minuteReference: 'item 6', said: 'Noted.' }],
  });
  await (await as('maya-lapwing')).post(`/commitments/${id}/close`, {
    answer: 'not-yet',
    untilMeeting: 'meeting-hosb-2019-06-12',
    whyNotYet: 'Figures for the city, ward by ward.',
  });
  expect((await now(id)).record).toMatchObject({ state: 'open', cycle: 1, due: { sort: 'day', day: '2019-06-12' } });
});

test('a promise read too late is chased from now, or kept as history and never chased', async () => {
  const chased = await aPromise({ chasedFrom: null });
  const kept = await aPromise({ chasedFrom: null });
  const web = await as('maya-lapwing');
  await web.post(`/commitments/${chased}/late`, { answer: 'chase', version: '1' });
  await web.post(`/commitments/${kept}/late`, { answer: 'history', reason: 'Overtaken by the merger.', version: '1' });
  expect((await now(chased)).record.chasedFrom).toBe('2019-04-15');
  expect((await now(kept)).record).toMatchObject({ state: 'history', chasedFrom: null });
});

test('two secretaries place one promise: the second sees what the first saved, keeps theirs, and chooses', async () => {
  const id = await aPromise();
  const [first, second] = [await as('maya-lapwing'), await as('tom-dunnock')];
  await first.post(`/commitments/${id}/place`, {
    meeting: 'meeting-hosb-2019-06-12',
    version: '1',
    commandId: `first-${id}`,
  });
  const conflict = await second.post(`/commitments/${id}/place`, {
    meeting: 'meeting-hosb-2019-07-24',
    version: '1',
    commandId: `second-${id}`,
  });
  expect(conflict.status).toBe(409);
  const text = textOf(conflict.html);
  expect(text).toContain('Maya Lapwing changed this promise');
  expect(text).toContain('12 June 2019');
  expect(text).toContain('24 July 2019');
  expect(conflict.html).toContain('name="meeting" value="meeting-hosb-2019-07-24"');
  const chosen = { meeting: 'meeting-hosb-2019-07-24', version: '2', commandId: `third-${id}` };
  await second.post(`/commitments/${id}/place`, { ...chosen, 'choose-it': 'theirs' });
  expect((await now(id)).record.placedOn?.day).toBe('2019-06-12');
  await second.post(`/commitments/${id}/place`, { ...chosen, 'choose-it': 'yours' });
  expect((await now(id)).record.placedOn?.day).toBe('2019-07-24');
});

test('a member and a chair can read the story and can neither place nor close', async () => {
  for (const who of ['rowan-kestrel', 'jo-waxwing'])
    for (const act of ['place', 'close', 'reassign', 'consider']) {
      const web = await as(who);
      expect((await web.get('/commitments/c03-hosb-19-07')).status).toBe(200);
      expect(
        (await web.post(`/commitments/c03-hosb-19-07/${act}`, { meeting: 'meeting-hosb-2019-07-24' })).status,
      ).toBe(403);
    }
  expect((await now('c03-hosb-19-07')).record.placedOn?.day).toBe('2019-06-12');
});

test('a post without the token of the session does nothing', async () => {
  const id = await aPromise();
  const web = await as('maya-lapwing');
  const { status } = await web.post(
    `/commitments/${id}/place`,
    { meeting: 'meeting-hosb-2019-06-12' },
    { token: false },
  );
  expect(status).toBe(403);
  expect((await now(id)).record.placedOn).toBeNull();
});

test('of a private promise somebody who may not know gets "not found", and no list names it', async () => {
  const subject = 'Settlement with the contractor';
  const id = await aPromise({ accessClass: 'private', subject });
  const outsider = await as('nia-redstart');
  expect((await outsider.get(`/commitments/${id}`)).status).toBe(404);
  expect((await outsider.get('/commitments')).html).not.toContain(subject);
  expect((await (await as('helen-curlew')).get(`/commitments/${id}`)).status).toBe(200);
  expect((await (await as('maya-lapwing')).get(`/commitments/${id}`)).html).toContain(subject);
});

test('a promise recorded by hand gets the next reference of its body, once, however often the form is sent', async () => {
  const web = await as('maya-lapwing');
  const form = {
    commandId: 'record-by-hand-1',
    body: 'hosb',
    kind: 'action',
    subject: '=HYPERLINK("http://x.example")',
    asSaid: 'That the minutes of the visit be circulated.',
    'madeOn-day': '13',
    'madeOn-month': '3',
    'madeOn-year': '2019',
    meeting: 'meeting-hosb-2019-03-13',
    role: 'Programme manager',
    person: 'owen-sandpiper',
    due: 'day',
    'dueDay-day': '31',
    'dueDay-month': '5',
    'dueDay-year': '2019',
    chase: 'yes',
  };
  const first = await web.post('/commitments/new', form);
  const again = await web.post('/commitments/new', form);
  expect(again.location).toBe(first.location);
  const { record } = await now(first.location.replace('/commitments/', ''));
  expect(record).toMatchObject({ reference: 'HOSB/19/10', chasedFrom: '2019-04-15', due: { day: '2019-05-31' } });
  const incomplete = await web.post('/commitments/new', {
    ...form,
    commandId: 'record-by-hand-2',
    subject: '',
    due: '',
  });
  expect(incomplete.status).toBe(422);
  expect(textOf(incomplete.html)).toContain('Say what is promised');
  expect(incomplete.html).toContain('That the minutes of the visit be circulated.');
});

test('a secretary records promises only to their own committees', async () => {
  const { status } = await (await as('grace-siskin')).post('/commitments/new', { body: 'hosb' });
  expect(status).toBe(403);
});
