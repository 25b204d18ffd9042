import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { agendas } from '../../shared/store/agendas.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { commitments } from '../../shared/store/commitments.ts';
import { historyOf } from '../../shared/store/history.ts';
import { meetings } from '../../shared/store/meetings.ts';
import { get } from '../../shared/store/record-kind.ts';
import { openWritten, writtenResolutions } from '../../shared/store/written-resolutions.ts';
import { aCommitment, maya } from '../support/builders.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { webFor } from '../support/web.ts';

const HOSB = 'meeting-hosb-2019-04-25';
const CABINET = 'meeting-cabinet-2019-04-30';
const JUNE = 'meeting-hosb-2019-06-12';
const AUDIT = 'meeting-audit-2019-05-30';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

let forms = 0;
const open = new Map<string, ReturnType<typeof opening>>();
// One browser a person and day: its ids go on where they were.
const as = (personId: string, today = '2019-04-15') => {
  const key = `${personId} ${today}`;
  const web = open.get(key) ?? opening(personId, today);
  open.set(key, web);
  return web;
};
const opening = async (personId: string, today: string) => {
  const web = await webFor(opened.register, meetingRoutes, { personId, today });
  const post: typeof web.post = (address, fields, options) => {
    forms += 1;
    return web.post(address, { commandId: `agenda-form-${forms}`, ...fields }, options);
  };
  return { ...web, post };
};
const agendaOf = async (id: string) => get(opened.register, agendas, id);
const order = async (id: string) => (await agendaOf(id)).record.slots.map(({ number, title }) => `${number} ${title}`);
const versionOf = async (id: string) => String((await agendaOf(id)).version);
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const base = { access: 'open', report: 'oral' };

describe('the clock', () => {
  test('says by when to publish, that today is the last day, and why: each counted day, holidays by name, and the rule', async () => {
    const { html } = await (await as('maya-lapwing')).get(`/meetings/${HOSB}`);
    const text = textOf(html);
    expect(text).toContain('Publish by Monday 15 April, 5pm Today is the last day.');
    for (const row of [
      'Tuesday 16 April 2019 Day 1',
      'Friday 19 April 2019 Good Friday: not counted',
      'Monday 22 April 2019 Easter Monday: not counted',
      'Wednesday 24 April 2019 Day 5',
    ])
      expect(text).toContain(row);
    expect(text).toContain('Local Government Act 1972 ss.100A(6)(a), 100B(3) and 100E(1)');
    expect(text).toContain('Chair’s urgency.');
  });

  test('of the Cabinet shows the strict answer beside the working day, 28 clear days, and no urgency of the chair', async () => {
    const text = textOf((await (await as('tom-dunnock')).get(`/meetings/${CABINET}`)).html);
    expect(text).toContain('Publish by Thursday 18 April, 5pm 3 working days left.');
    expect(text).toContain('By arithmetic alone the last day would be Monday 22 April 2019');
    expect(text).toContain('28 clear days: by Monday 1 April 2019');
    expect(text).toContain('Not chair’s urgency: Part VA of the 1972 Act does not apply to an executive');
    expect(text).toContain('To Tuesday 28 May 2019, which can be published in time until Friday 17 May.');
    expect(text).not.toContain('Special circumstances, in words.');
  });

  test('of a full council offers no shorter notice, of an NHS body the earlier of notice and papers', async () => {
    const council = textOf((await (await as('tom-dunnock')).get('/meetings/meeting-council-2019-05-22')).html);
    expect(council).toContain('Not shorter notice: the summons to a full council has no exception');
    const nhs = textOf((await (await as('grace-siskin')).get('/meetings/meeting-pccc-2019-05-07')).html);
    expect(nhs).toContain('Publish by Tuesday 30 April');
    expect(nhs).toContain('Papers go out by Monday 29 April 2019');
  });

  test('after the last day never stops publication: what is late is marked, with what can be done', async () => {
    const text = textOf((await (await as('tom-dunnock', '2019-04-23')).get(`/meetings/${CABINET}`)).html);
    expect(text).toContain('The last day has passed. Publish all the same');
    expect(text).toContain('May not be considered: 4 clear days');
    expect(text).toContain('Check and publish');
  });
});

describe('the agenda of the Board of 25 April', () => {
  test('shows eleven items with who reports, who is invited and when, and why each is there', async () => {
    const { html } = await (await as('maya-lapwing')).get(`/meetings/${HOSB}`);
    const text = textOf(html);
    expect(await order(HOSB)).toHaveLength(11);
    expect(text).toContain('Invited: Andy Ouzel at 2.40pm');
    expect(text).toContain('To follow; the reason is asked for');
    expect(html).toContain('href="/meetings/meeting-hosb-2019-03-13"');
    expect(html).toContain('href="/bodies/hosb/action-log"');
    expect(text).toContain('HOSB/18/06');
    expect(text).toContain('Chair asked on 12 April');
  });

  test('is agreed by the chair without buttons to build it, and ordered by nobody but its secretary', async () => {
    const { html, status } = await (await as('rowan-kestrel')).get(`/meetings/${HOSB}`);
    expect(status).toBe(200);
    expect(html).toContain('GP extended access');
    expect(html).not.toContain('agenda/move');
    const refused = await (await as('farida-linnet')).post(`/meetings/${HOSB}/agenda/move`, {});
    expect(refused.status).toBe(403);
  });

  test('is ordered by a button, and says the new number', async () => {
    const web = await as('maya-lapwing');
    const answer = await web.post(`/meetings/${HOSB}/agenda/move`, {
      up: 'item-hosb-2019-04-25-9',
      version: await versionOf(HOSB),
    });
    expect(answer.status).toBe(303);
    expect(answer.location).toContain('focus=up-item-hosb-2019-04-25-9');
    expect((await order(HOSB)).slice(7, 9)).toEqual(['8 Work programme', '9 GP extended access']);
    const { html } = await web.get(answer.location.split('#')[0] ?? '');
    expect(html).toMatch(/id="up-item-hosb-2019-04-25-9" autofocus/);
    const down = { down: 'item-hosb-2019-04-25-9', version: await versionOf(HOSB) };
    await web.post(`/meetings/${HOSB}/agenda/move`, down);
  });

  test('reordered by two secretaries at once: the second sees both orders, chooses, and nothing is lost', async () => {
    const maya1 = await as('maya-lapwing');
    const tom = await as('tom-dunnock');
    const looked = await versionOf(HOSB);
    await maya1.post(`/meetings/${HOSB}/agenda/move`, {
      item: 'item-hosb-2019-04-25-7',
      before: 'item-hosb-2019-04-25-6',
      version: looked,
    });
    const before = await order(HOSB);
    const second = { up: 'item-hosb-2019-04-25-5', version: looked };
    const conflict = await tom.post(`/meetings/${HOSB}/agenda/move`, second);
    expect(conflict.status).toBe(409);
    expect(textOf(conflict.html)).toContain('Maya Lapwing');
    expect(await order(HOSB)).toEqual(before);
    const kept = { up: 'item-hosb-2019-04-25-5', version: await versionOf(HOSB), 'choose-order': 'yours' };
    expect((await tom.post(`/meetings/${HOSB}/agenda/move`, kept)).status).toBe(303);
    expect((await order(HOSB)).slice(3, 7)).toEqual([
      '4 Public questions',
      '5 Action log and outstanding promises',
      '6 Dental access: further report',
      '7 Better Care Fund plan 2019/20',
    ]);
  });
});

describe('an item that is typed in', () => {
  test('goes before urgent business; pressed twice it is added once', async () => {
    const web = await as('maya-lapwing');
    const form = {
      ...base,
      title: 'Winter pressures: lessons',
      commandId: 'typed-once-1',
      invited: 'Jo Waxwing, 15.05',
    };
    const first = await web.post(`/meetings/${HOSB}/agenda/add`, form);
    const second = await web.post(`/meetings/${HOSB}/agenda/add`, form);
    expect([first.status, second.status]).toEqual([303, 303]);
    const now = await order(HOSB);
    expect(now.filter((one) => one.includes('Winter pressures'))).toEqual(['10 Winter pressures: lessons']);
    expect(now[10]).toContain('Urgent business');
  });

  test('is refused with the fault beside its field and everything typed kept', async () => {
    const web = await as('maya-lapwing');
    const post = (fields: Record<string, string | string[]>) =>
      web.post(`/meetings/${HOSB}/agenda/add`, { ...base, title: 'A title', ...fields });
    const long = await post({ title: 'x'.repeat(501), reportOf: '<b>Director</b>' });
    expect(long.status).toBe(422);
    expect(long.html).toContain('href="#title"');
    expect(long.html).toContain('&lt;b&gt;Director&lt;/b&gt;');
    expect(textOf((await post({ title: ' ' })).html)).toContain('Enter a title');
    expect(textOf((await post({ invited: 'Andy Ouzel, 25:00' })).html)).toContain('Line 1 has no such time');
    expect(textOf((await post({ access: 'private' })).html)).toContain('Choose why it is to be taken in private');
    const noInterest = await post({ access: 'private', why: 'exempt', paragraphs: ['3'] });
    expect(textOf(noInterest.html)).toContain('Say why the public interest in keeping it private is the greater');
    const nine = await post({ access: 'private', why: 'exempt', paragraphs: ['9'], publicInterest: 'Because.' });
    expect(nine.status).toBe(422);
    expect(textOf(nine.html)).toContain('Choose at least one paragraph, from 1 to 7: there is no other');
    const terms = {
      access: 'private',
      why: 'exempt',
      paragraphs: ['5'],
      contractTerms: 'yes',
      publicInterest: 'Advice.',
    };
    expect(textOf((await post(terms)).html)).toContain('Contract terms belong to paragraph 3');
  });

  test('in private comes under Part 2 behind the motion that excludes the public, made by the system', async () => {
    const web = await as('maya-lapwing');
    await web.post(`/meetings/${HOSB}/agenda/add`, {
      ...base,
      title: 'A named provider',
      access: 'private',
      why: 'exempt',
      paragraphs: ['1', '2'],
      publicInterest: 'A person could be known.',
    });
    expect((await order(HOSB)).slice(-2)).toEqual(['13 Exclusion of the press and public', '14 A named provider']);
    const text = textOf((await web.get(`/meetings/${HOSB}`)).html);
    expect(text).toContain(
      'under section 100A(4) of the Local Government Act 1972 the press and public be excluded from the meeting for item 14',
    );
    expect(text).toContain('paragraphs 1 and 2 of Part 1 of Schedule 12A');
    expect(text).toContain('Only if the motion at item 13 is carried');
    const down = { down: 'item-hosb-2019-04-25-11', version: await versionOf(HOSB) };
    expect((await web.post(`/meetings/${HOSB}/agenda/move`, down)).status).toBe(409);
  });

  test('of an NHS body needs a special reason, which the motion states; Schedule 12A does not apply to it', async () => {
    const grace = await as('grace-siskin');
    const add = (fields: Record<string, string | string[]>) =>
      grace.post('/meetings/meeting-pccc-2019-05-07/agenda/add', {
        ...base,
        title: 'Closing practice',
        access: 'private',
        ...fields,
      });
    expect(textOf((await add({ why: 'special' })).html)).toContain('Give the special reason');
    const exempt = await add({ why: 'exempt', paragraphs: ['3'], publicInterest: 'Price.' });
    expect(textOf(exempt.html)).toContain('Schedule 12A does not apply to this body');
    await add({ why: 'special', specialReason: 'the practice’s staff have not been told' });
    const text = textOf((await grace.get('/meetings/meeting-pccc-2019-05-07')).html);
    expect(text).toContain('section 1(2) of the Public Bodies (Admission to Meetings) Act 1960');
    expect(text).toContain('the practice’s staff have not been told');
  });
});

describe('editing an item', () => {
  const at = `/meetings/${HOSB}/agenda/items/item-hosb-2019-04-25-8`;
  const version = async () => String((await get(opened.register, agendaItems, 'item-hosb-2019-04-25-8')).version);

  test('keeps every arrangement, and the agenda shows the new title', async () => {
    const web = await as('maya-lapwing');
    const fields = {
      ...base,
      title: 'GP extended access: first year',
      purpose: 'discussion',
      presenter: 'Priya Goldcrest',
      invited: 'Priya Goldcrest, 15:10',
      report: 'to-follow',
      toFollowReason: 'The last figures come on 17 April.',
      contactOfficer: 'Lewis Brambling',
      version: await version(),
    };
    expect((await web.post(at, fields)).status).toBe(303);
    const { record } = await get(opened.register, agendaItems, 'item-hosb-2019-04-25-8');
    expect(record).toMatchObject({
      presenter: 'Priya Goldcrest',
      attendedFor: [{ named: 'Priya Goldcrest', at: '15:10' }],
      toFollowReason: 'The last figures come on 17 April.',
    });
    expect((await order(HOSB)).join()).toContain('GP extended access: first year');
  });

  test('by two people at once shows the second both versions and keeps what was typed', async () => {
    const [maya1, tom] = [await as('maya-lapwing'), await as('tom-dunnock')];
    const looked = await version();
    const form = { ...base, title: 'GP extended access: year one', report: 'to-follow', version: looked };
    await maya1.post(at, form);
    const conflict = await tom.post(at, { ...form, title: 'Extended access to GPs' });
    expect(conflict.status).toBe(409);
    expect(textOf(conflict.html)).toContain('Extended access to GPs');
    const mine = { ...form, title: 'Extended access to GPs', 'choose-title': 'yours', version: await version() };
    expect((await tom.post(at, mine)).status).toBe(303);
    expect((await order(HOSB)).join()).toContain('Extended access to GPs');
  });

  test('somebody who reorders meanwhile is not in the way', async () => {
    const web = await as('maya-lapwing');
    const looked = await version();
    await web.post(`/meetings/${HOSB}/agenda/move`, { up: 'item-hosb-2019-04-25-8', version: await versionOf(HOSB) });
    const answer = await web.post(at, { ...base, title: 'GP extended access', report: 'to-follow', version: looked });
    expect(answer.status).toBe(303);
  });
});

test('an agenda is begun from the template of the body, with the last minutes and the next meeting, once', async () => {
  const tom = await as('tom-dunnock');
  expect((await tom.post(`/meetings/${AUDIT}/agenda/begin`, {})).status).toBe(303);
  expect(await order(AUDIT)).toEqual([
    '1 Apologies and substitutes',
    '2 Declarations of interest',
    '3 Minutes of 21 March 2019',
    '4 Action log and outstanding promises',
    '5 Public questions',
    '6 Work programme',
    '7 Urgent business',
    '8 Date of next meeting: 25 July 2019',
  ]);
  const again = await tom.post(`/meetings/${AUDIT}/agenda/begin`, {});
  expect(again.status).toBe(303);
  expect((await historyOf(opened.register, 'agenda', AUDIT)).map(({ envelope }) => envelope.event)).toEqual([
    'agenda begun',
  ]);
});

test('a promise whose window includes the meeting is offered with its words; added, it is placed on that meeting', async () => {
  const promise = aCommitment({ id: 'window-promise', reference: 'HOSB/19/77', subject: 'How the hub is working' });
  await commit(opened.register, {
    commandId: 'make-window-promise',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [change(commitments, { was: null, record: promise, event: 'recorded' })],
  });
  const web = await as('maya-lapwing');
  await web.post(`/meetings/${JUNE}/agenda/begin`, {});
  const text = textOf((await web.get(`/meetings/${JUNE}`)).html);
  expect(text).toContain('How the hub is working This meeting is in its window');
  const add = { sort: 'promise', offer: 'window-promise', commandId: 'offered-once' };
  await web.post(`/meetings/${JUNE}/agenda/offered`, add);
  await web.post(`/meetings/${JUNE}/agenda/offered`, add);
  expect((await order(JUNE)).filter((one) => one.includes('How the hub'))).toHaveLength(1);
  const { record } = await get(opened.register, commitments, 'window-promise');
  expect(record.placedOn).toMatchObject({ meetingId: JUNE });
});

test('what was decided in writing is offered to the next meeting, and once added it is reported to that one', async () => {
  const [was] = await openWritten(opened.register, 'governing-body');
  if (!was) throw new Error('The demonstration has no written resolution that is put');
  const ended = { at: '2019-04-15T08:00:00.000Z', on: '2019-04-15', by: null, why: null };
  const record = { ...was.record, state: 'carried' as const, ended };
  await commit(opened.register, {
    commandId: 'written-carried',
    actor: maya,
    at: '2019-04-15T08:00:00.000Z',
    outcome: {},
    changes: [change(writtenResolutions, { was, record, event: 'carried' })],
  });
  const grace = await as('grace-siskin');
  const meeting = 'meeting-governing-body-2019-05-28';
  await grace.post(`/meetings/${meeting}/agenda/begin`, {});
  expect(textOf((await grace.get(`/meetings/${meeting}`)).html)).toContain('To be reported');
  await grace.post(`/meetings/${meeting}/agenda/offered`, { sort: 'written', offer: record.id });
  expect((await order(meeting)).join()).toContain(record.title);
  const now = await get(opened.register, writtenResolutions, record.id);
  expect(now.record.reported).toEqual({ meetingId: meeting, on: '2019-05-28' });
  expect(textOf((await grace.get(`/meetings/${meeting}`)).html)).not.toContain('To be reported');
});

test('an item put off is offered to the next meeting with all that was arranged for it', async () => {
  const web = await as('maya-lapwing');
  const off = `/meetings/${HOSB}/agenda/items/item-hosb-2019-04-25-8/off`;
  expect((await web.post(off, { how: 'defer' })).status).toBe(422);
  await web.post(off, { how: 'defer', reason: 'The figures are not ready.' });
  expect((await order(HOSB)).join()).not.toContain('GP extended access');
  expect(textOf((await web.get(`/meetings/${JUNE}`)).html)).toContain('Deferred from 25 April 2019');
  await web.post(`/meetings/${JUNE}/agenda/offered`, { sort: 'waiting', offer: 'item-hosb-2019-04-25-8' });
  const { record } = await get(opened.register, agendaItems, 'item-hosb-2019-04-25-8');
  expect(record).toMatchObject({ meetingId: JUNE, state: 'on-agenda', report: 'to-follow' });
});

test('a promise goes with its item: moved with it to another meeting, and free again when it is put off', async () => {
  const web = await as('maya-lapwing');
  const { slots } = (await agendaOf(JUNE)).record;
  const item = slots.find(({ title }) => title === 'How the hub is working')?.itemId ?? '';
  const placed = async () => (await get(opened.register, commitments, 'window-promise')).record.placedOn;
  const off = (meeting: string) => `/meetings/${meeting}/agenda/items/${item}/off`;
  const next = 'meeting-hosb-2019-07-24';
  const july = /value="(meeting-hosb-2019-[^"]+)"/.exec((await web.get(off(JUNE))).html)?.[1] ?? next;
  await web.post(off(JUNE), { how: 'move', meeting: july, reason: 'The figures come in July.' });
  expect(await placed()).toMatchObject({ meetingId: july });
  await web.post(`/meetings/${july}/agenda/begin`, {});
  await web.post(off(july), { how: 'defer', reason: 'Nobody can present it.' });
  expect(await placed()).toBeNull();
  const history = await historyOf(opened.register, 'commitment', 'window-promise');
  expect(history.map(({ envelope: { event, reason } }) => [event, reason])).toEqual(
    expect.arrayContaining([
      ['placed on a meeting', 'The figures come in July.'],
      ['taken off the meeting with its item', 'Nobody can present it.'],
    ]),
  );
});

describe('late business', () => {
  test('of the Cabinet has no urgency to be asked for: the item is moved to 28 May', async () => {
    const tom = await as('tom-dunnock', '2019-04-23');
    const bid = `/meetings/${CABINET}/agenda/items/item-cabinet-2019-04-30-5`;
    const { html } = await tom.get(`${bid}/route`);
    expect(textOf(html)).toContain(
      'Nothing makes this item lawful at this meeting unless the meeting itself is convened afresh.',
    );
    expect(html).not.toContain('name="reason"');
    await tom.post(`${bid}/route`, { reason: 'The chair thinks it urgent.' });
    expect((await agendaOf(CABINET)).record.slots.every(({ route }) => route === null)).toBe(true);
    const moved = await tom.post(`${bid}/off`, {
      how: 'move',
      meeting: 'meeting-cabinet-2019-05-28',
      reason: 'Too late.',
    });
    expect(moved.status).toBe(303);
    const { record } = await get(opened.register, agendaItems, 'item-cabinet-2019-04-30-5');
    expect(record).toMatchObject({ meetingId: 'meeting-cabinet-2019-05-28', state: 'on-agenda' });
    expect((await order(CABINET)).map((one) => one.split(' ')[0])).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  test('of a committee waits for the chair, who says beforehand whether they are minded to take it', async () => {
    const maya1 = await as('maya-lapwing', '2019-04-16');
    const at = `/meetings/${HOSB}/agenda/items/item-hosb-2019-04-25-6/route`;
    expect((await maya1.post(at, { reason: '' })).status).toBe(422);
    await maya1.post(at, { reason: 'The plan must be agreed by 30 April.' });
    expect(textOf((await maya1.get(`/meetings/${HOSB}`)).html)).toContain('the chair has not answered');
    const chair = await as('rowan-kestrel', '2019-04-16');
    const { html } = await chair.get(`/meetings/${HOSB}/agenda/chair`);
    expect(textOf(html)).toContain('The plan must be agreed by 30 April.');
    const answer = { 'urgent-item-hosb-2019-04-25-6': 'yes', answer: 'agree', version: await versionOf(HOSB) };
    expect((await chair.post(`/meetings/${HOSB}/agenda/chair`, answer)).status).toBe(303);
    const text = textOf((await maya1.get(`/meetings/${HOSB}`)).html);
    expect(text).toContain('Chair minded to take it as urgent: to be confirmed at the meeting and minuted');
    expect(text).toContain('Chair agreed on 16 April');
  });

  test('is in time again when the meeting is convened at shorter notice; a full council never is', async () => {
    const tom = await as('tom-dunnock', '2019-04-24');
    const at = `/meetings/${CABINET}/agenda/reconvene`;
    const { version } = await get(opened.register, meetings, CABINET);
    expect((await tom.post(at, { version: String(version) })).status).toBe(422);
    await tom.post(at, { reason: 'The library lease ends on 30 April.', version: String(version) });
    const text = textOf((await tom.get(`/meetings/${CABINET}`)).html);
    expect(text).toContain('Convened at shorter notice on Wednesday 24 April 2019');
    expect(text).not.toContain('May not be considered');
    const council = await (await as('tom-dunnock', '2019-05-20')).post(
      '/meetings/meeting-council-2019-05-22/agenda/reconvene',
      {
        reason: 'A vacancy.',
      },
    );
    expect(council.status).toBe(422);
    expect(textOf(council.html)).toContain('A full council cannot be convened at shorter notice');
  });

  test('can still be convened in full while there is time', async () => {
    const text = textOf((await (await as('maya-lapwing')).get(`/meetings/${HOSB}/agenda/reconvene`)).html);
    expect(text).toContain('There is still time to publish in full');
  });
});

test('the chair has a question: the secretary sees it, and publication is not held up', async () => {
  const chair = await as('rowan-kestrel');
  const at = `/meetings/${HOSB}/agenda/chair`;
  const version = await versionOf(HOSB);
  expect((await chair.post(at, { version })).status).toBe(422);
  expect((await chair.post(at, { answer: 'question', version })).status).toBe(422);
  await chair.post(at, { answer: 'question', said: 'Why is item 6 before item 7?', version });
  const text = textOf((await (await as('maya-lapwing')).get(`/meetings/${HOSB}`)).html);
  expect(text).toContain('Chair has a question Why is item 6 before item 7?');
  expect(text).toContain('Check and publish');
  expect((await (await as('maya-lapwing')).get(at)).status).toBe(403);
});

test('a meeting that has been is not built any more: its business is shown, and nothing is changed', async () => {
  const web = await as('maya-lapwing');
  const past = 'meeting-hosb-2019-03-13';
  expect((await web.get(`/meetings/${past}`)).html).not.toContain('Begin the agenda');
  expect((await web.post(`/meetings/${past}/agenda/begin`, {})).location).toBe(`/meetings/${past}`);
  expect((await web.get(`/meetings/${past}/agenda/add`)).location).toBe(`/meetings/${past}`);
});

test('what has been done to an agenda is told with who and why, never what private business says', async () => {
  const { html } = await (await as('maya-lapwing')).get(`/meetings/${HOSB}/agenda/history`);
  const text = textOf(html);
  expect(text).toContain('item put off Maya Lapwing The figures are not ready.');
  expect(text).not.toContain('A named provider');
});
