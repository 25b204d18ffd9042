import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decisionRoutes } from '../../functions/web/decisions/routes.ts';
import { homeRoutes } from '../../functions/web/home/routes.ts';
import { publishDecision, saveDecision } from '../../shared/store/decision-acts.ts';
import { allDecisions, callInsOf } from '../../shared/store/decisions.ts';
import { aDecision } from '../support/decisions.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
beforeAll(async () => {
  opened = await demonstrationRegister();
});
afterAll(() => opened.close());

const routes = [...decisionRoutes, ...homeRoutes];
let acts = 0;
const visit = async (personId: string, today: string) => {
  const web = await webFor(opened.register, routes, { personId, today });
  // The first page gives the session's token.
  await web.get('/home');
  const post = (path: string, fields: Record<string, string | readonly string[]>) => {
    acts += 1;
    return web.post(path, { commandId: `form-of-test-${String(acts).padStart(4, '0')}`, ...fields });
  };
  return { ...web, post };
};
// One browser a person and day, so that no two forms have the same ids.
const visits = new Map<string, ReturnType<typeof visit>>();
const as = (personId: string, today = '2019-04-15') => {
  const key = `${personId} ${today}`;
  const made = visits.get(key) ?? visit(personId, today);
  visits.set(key, made);
  return made;
};
const textOf = (html: string) =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ');

const PARKING = '/decision-records/decision-parking-mill-lane';
const LEISURE = '/key-decisions/notice-cabinet-2019-04-30-private';

test('Cllr Corncrake sees at home that his parking decision is in call-in, and Tom what he has to do', async () => {
  const des = textOf((await (await as('des-corncrake')).get('/home')).html);
  expect(des).toContain('Parking charges, Mill Lane: in call-in until Thursday 18 April 2019');
  expect(des).toContain('It may take effect on Tuesday 23 April 2019');
  const tom = textOf((await (await as('tom-dunnock')).get('/home')).html);
  expect(tom).toContain('Parking charges, Mill Lane: in call-in until Thursday 18 April 2019');
  expect(tom).toContain('Leisure contract settlement: further notice by Thursday 18 April 2019');
});

test('the page of a decision draws its sum over Easter, and the same as a table', async () => {
  const { html } = await (await as('rowan-kestrel')).get(PARKING);
  const text = textOf(html);
  for (const words of [
    'Call-in closes Thursday 18 April 2019, 5pm',
    'May take effect Tuesday 23 April 2019',
    'Good Friday',
    'Easter Monday',
  ])
    expect(text).toContain(words);
  expect(html).toContain('<svg');
});

test('the list shows the notices, how many clear days each gives and what each lacks', async () => {
  const text = textOf((await (await as('tom-dunnock')).get('/decision-records')).html);
  expect(text).toContain('Published 1 April 2019, 28 clear days');
  expect(text).toContain('Lacks (e), (h)');
  expect(text).toContain('Further notice due by Thursday 18 April 2019');
});

test('somebody not signed in is asked to sign in; private business is not there for those who may not know', async () => {
  const nobody = await webFor(opened.register, routes, { personId: null });
  expect((await nobody.get(PARKING)).location).toContain('/sign-in');
  const owen = await as('owen-sandpiper');
  expect((await owen.get(LEISURE)).status).toBe(404);
  expect((await owen.get('/decision-records')).html).not.toContain('Leisure');
  // Paragraph 3, and no contract terms: every member of the council may read it.
  expect((await (await as('basil-crake')).get(LEISURE)).status).toBe(200);
});

const day = (name: string, date: string) => {
  const [year = '', month = '', dayOf = ''] = date.split('-');
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year };
};
const whole = {
  title: 'Traffic order, Fenside',
  sort: 'individual',
  bodyId: 'cabinet',
  personId: 'des-corncrake',
  role: 'Cabinet member for environment',
  delegation: 'Scheme of delegation, part 3',
  ...day('decidedOn', '2019-04-12'),
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

const recorded = async (fields: Record<string, string>) => {
  const tom = await as('tom-dunnock');
  await tom.get('/decision-records/new');
  const { location } = await tom.post('/decision-records/new', fields);
  return { tom, location };
};

test('a record that lacks something is kept, and its page says in words what keeps it from being published', async () => {
  const { 'conflicts-none': _, ...lacking } = whole;
  const { tom, location } = await recorded(lacking);
  const page = await tom.get(location);
  const text = textOf(page.html);
  expect(text).toContain('It cannot be published yet: 1 thing is missing.');
  expect(text).toContain('Conflicts of interest declared, or “none”');
  expect(page.html).not.toContain(`${location}/publish`);
  // Sent all the same, it is refused with the page, and nothing is published.
  const sent = await tom.post(`${location}/publish`, { version: '1' });
  expect(sent.status).toBe(422);
});

test('a whole record is published, and says beforehand when call-in will close', async () => {
  const { tom, location } = await recorded(whole);
  const before = await tom.get(location);
  expect(textOf(before.html)).toContain(
    'Call-in then closes on Wednesday 24 April 2019, 5pm, and it may take effect on Thursday 25 April 2019.',
  );
  const fields = fieldsOfForm(before.html, `${location}/publish`);
  expect((await tom.post(`${location}/publish`, fields)).location).toBe(location);
  // Pressed twice: the same command is the same answer.
  expect((await tom.post(`${location}/publish`, fields)).location).toBe(location);
  expect(textOf((await tom.get(location)).html)).toContain('In call-in until Wednesday 24 April 2019');
});

test.each([
  ['no title', { title: '' }, 'Give it a title'],
  ['a day that does not exist', day('decidedOn', '2019-02-30'), 'There is no such day'],
  ['“none” and words at once', { conflicts: 'Cllr Skua' }, 'Either tick “None” or write something'],
  ['an officer as an executive’s member', { personId: 'owen-sandpiper' }, 'This person may not decide so'],
  ['one member deciding for a committee', { bodyId: 'audit' }, 'Only one member of an executive decides alone'],
  ['a councillor as an officer', { sort: 'officer' }, 'This person may not decide so'],
  ['key without why', { key: 'money', keyWhy: '' }, 'Say why it is or is not a key decision'],
  [
    'an eighth paragraph',
    { private: 'schedule-12A', paragraphs: '8', publicInterest: 'x' },
    'Give the paragraphs, numbers 1 to 7',
  ],
  ['words without end', { text: 'x'.repeat(20_001) }, 'This is too long'],
] as const)('bad input, %s: said beside its field, and everything typed is kept', async (_, wrong, said) => {
  const tom = await as('tom-dunnock');
  await tom.get('/decision-records/new');
  const { status, html } = await tom.post('/decision-records/new', { ...whole, ...wrong });
  expect(status).toBe(422);
  expect(html).toContain(said);
  expect(html).toContain('Children cross there.');
});

test('a cabinet member records their own decisions only; somebody who serves nobody and decides nothing has no form', async () => {
  const des = await as('des-corncrake');
  const page = await des.get('/decision-records/new');
  expect(page.html).toContain('value="des-corncrake"');
  expect(page.html).not.toContain('value="bridie-skua"');
  const other = await des.post('/decision-records/new', { ...whole, personId: 'bridie-skua' });
  expect(other.status).toBe(403);
  const own = await des.post('/decision-records/new', { ...whole, title: 'Own' });
  expect(own.status).toBe(303);
  expect((await des.post(`${own.location}/publish`, { version: '1' })).status).toBe(403);
});

test('a key decision needs the notice of 28 clear days, or says what is missing', async () => {
  const { tom, location } = await recorded({
    ...whole,
    title: 'Too early',
    key: 'wards',
    route: 'notice',
    noticeId: 'notice-library-opening-hours',
  });
  expect(textOf((await tom.get(location)).html)).toContain(
    'Notice of 28 clear days: the one that was given is shorter',
  );
});

test('members of the executive and officers cannot ask for a call-in', async () => {
  expect((await (await as('owen-sandpiper')).get(`${PARKING}/call-in`)).status).toBe(403);
  const bridie = await as('bridie-skua');
  expect(textOf((await bridie.get(`${PARKING}/call-in`)).html)).toContain('Members of the executive cannot ask');
  expect((await bridie.get(PARKING)).html).not.toContain(`${PARKING}/call-in`);
  expect((await (await as('rowan-kestrel')).get(PARKING)).html).toContain(`${PARKING}/call-in`);
  const sent = await bridie.post(`${PARKING}/call-in`, { grounds: 'I do not like it' });
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('I do not like it');
});

test('a call-in: asked for by one, signed by others and on paper, judged by the monitoring officer, suspended', async () => {
  const rowan = await as('rowan-kestrel');
  const empty = await rowan.post(`${PARKING}/call-in`, { grounds: '' });
  expect([empty.status, empty.html.includes('Give the grounds')]).toEqual([422, true]);
  const named = ['farida-linnet', 'basil-crake', 'gwyn-twite', 'hema-gannet'];
  const { location } = await rowan.post(`${PARKING}/call-in`, { grounds: 'No survey of traders was made.', named });
  expect(location).toMatch(/^\/call-ins\//);
  const helen = await as('helen-curlew');
  const short = textOf((await helen.get(location)).html);
  expect(short).toContain(
    '1 signature counts. Asked for: 5 members who are not of the executive, or the scrutiny chair with 2 others.',
  );
  // The form offers no such thing, and sending it all the same changes nothing.
  const forced = await helen.post(`${location}/judge`, { judgement: 'valid', reason: 'I think so', version: '1' });
  expect([forced.status, forced.html.includes('The procedure finds against it')]).toEqual([422, true]);
  for (const [index, personId] of named.slice(0, 3).entries()) {
    const member = await as(personId);
    expect(textOf((await member.get('/home')).html)).toContain('Your signature is asked for');
    expect((await member.post(`${location}/sign`, { version: String(index + 1) })).location).toBe(location);
  }
  const jay = await as('jay-fulmar');
  const nobody = await jay.post(`${location}/paper`, { paper: 'bridie-skua', version: '4' });
  expect(nobody.status).toBe(422);
  const paper = { paper: 'hema-gannet', version: '4' };
  const before = await jay.post(`${location}/paper`, { ...paper, ...day('paperOn', '2019-04-10'), paperAt: '09:00' });
  expect([before.status, before.html.includes('It came in after the decision was published')]).toEqual([422, true]);
  await jay.post(`${location}/paper`, { ...paper, ...day('paperOn', '2019-04-12'), paperAt: '16:30' });
  expect(textOf((await jay.get(location)).html)).toContain(
    '4.30pm on Friday 12 April 2019, on paper, seen by Jay Fulmar',
  );
  expect((await (await as('owen-sandpiper')).get(location)).status).toBe(404);
  const noReason = await helen.post(`${location}/judge`, { judgement: 'valid', reason: '', version: '5' });
  expect(noReason.html).toContain('Give the reason');
  await helen.post(`${location}/judge`, { judgement: 'valid', reason: 'Five members, in time.', version: '5' });
  const suspended = textOf((await (await as('des-corncrake')).get(PARKING)).html);
  expect(suspended).toContain('Called in: suspended');
  const again = await helen.post(`${location}/judge`, { judgement: 'not-valid', reason: 'No', version: '6' });
  expect(again.status).toBe(409);
});

test('what scrutiny did is recorded by form, only what can come next, and it is final', async () => {
  const tom = await as('tom-dunnock');
  const form = await tom.get(`${PARKING}/outcome`);
  const text = textOf(form.html);
  expect(text).toContain('Scrutiny referred it back');
  expect(text).not.toContain('confirmed: final');
  const { version = '' } = fieldsOfForm(form.html, `${PARKING}/outcome`);
  const toCome = await tom.post(`${PARKING}/outcome`, {
    event: 'uphold',
    ...day('on', '2019-05-01'),
    reasons: 'As minuted',
    version,
  });
  expect(toCome.html).toContain('That day is still to come');
  const today = day('on', '2019-04-15');
  await tom.post(`${PARKING}/outcome`, { event: 'refer-back', ...today, reasons: 'Ask the traders.', version });
  const next = fieldsOfForm((await tom.get(`${PARKING}/outcome`)).html, `${PARKING}/outcome`)['version'] ?? '';
  const noText = await tom.post(`${PARKING}/outcome`, { event: 'amend', ...today, reasons: 'Heard', version: next });
  expect(noText.html).toContain('Write the decision as it was amended');
  await tom.post(`${PARKING}/outcome`, {
    event: 'amend',
    ...today,
    reasons: 'Heard',
    newText: 'That the charge rises on weekdays.',
    version: next,
  });
  const page = textOf((await tom.get(PARKING)).html);
  expect(page).toContain('May be carried out');
  expect(page).toContain('That the charge rises on weekdays.');
  expect((await (await as('rowan-kestrel')).get(PARKING)).html).not.toContain('/call-in"');
});

test('a request one working day late is recorded, and found late', async () => {
  const { tom, location } = await recorded({ ...whole, title: 'Late one' });
  await tom.post(`${location}/publish`, { version: '1' });
  const moira = await as('moira-egret', '2019-04-25');
  const asked = await moira.post(`${location}/call-in`, {
    grounds: 'Too late, I know',
    named: ['ivor-dipper', 'farida-linnet'],
  });
  expect((await callInsOf(opened.register, location.split('/').at(-1) ?? '')).length).toBe(1);
  let version = 0;
  for (const personId of ['ivor-dipper', 'farida-linnet']) {
    version += 1;
    await (await as(personId, '2019-04-25')).post(`${asked.location}/sign`, { version: String(version) });
  }
  const text = textOf((await (await as('helen-curlew', '2019-04-25')).get(asked.location)).html);
  expect(text).toContain('1 working day after call-in closed on Wednesday 24 April 2019, 5pm.');
});

test('two people writing one record: the slower is told, and nothing typed is lost', async () => {
  const { tom, location } = await recorded({ ...whole, title: 'Both' });
  await tom.post(`${location}/change`, { ...whole, title: 'First', version: '1' });
  const slower = await (await as('jay-fulmar')).post(`${location}/change`, { ...whole, title: 'Second', version: '1' });
  expect(slower.status).toBe(409);
  expect(slower.html).toContain('Second');
});

test('a notice: saved with gaps, refused until it is whole, then published and in the forward plan', async () => {
  const tom = await as('tom-dunnock');
  const page = await tom.get('/key-decisions/new');
  const { commandId: _, ...fields } = fieldsOfForm(page.html, '/key-decisions/new');
  const wrong = await tom.post('/key-decisions/new', {
    ...fields,
    noticeTitle: 'Bridge',
    ...day('from', '2019-06-18'),
    ...day('to', '2019-06-01'),
  });
  expect([wrong.status, wrong.html.includes('The period ends before it begins')]).toEqual([422, true]);
  const { location } = await tom.post('/key-decisions/new', {
    ...fields,
    noticeTitle: 'Bridge',
    ...day('from', '2019-06-18'),
  });
  const gaps = textOf((await tom.get(location)).html);
  expect(gaps).toContain('It cannot be published yet: 5 fields are empty.');
  expect((await tom.post(`${location}/publish`, { version: '1' })).status).toBe(422);
  const filled = {
    matter: 'A bridge',
    documents: 'Report',
    address: 'Town Hall',
    others: 'Others may',
    howToAsk: 'Ask Tom',
  };
  await tom.post(`${location}/change`, {
    ...fields,
    ...filled,
    noticeTitle: 'Bridge',
    ...day('from', '2019-06-18'),
    version: '1',
  });
  const ready = textOf((await tom.get(location)).html);
  expect(ready).toContain('Published today it gives 63 clear days.');
  await tom.post(`${location}/publish`, { version: '2' });
  expect(textOf((await tom.get(location)).html)).toContain('Published 15 April 2019, 63 clear days');
  expect((await (await as('owen-sandpiper')).post(`${location}/withdraw`, { version: '3' })).status).toBe(403);
});

test('the further notice of private business asks for representations or says that there were none', async () => {
  const tom = await as('tom-dunnock');
  const nothing = await tom.post(`${LEISURE}/further`, { version: '2' });
  expect([nothing.status, nothing.html.includes('Say which representations were received')]).toEqual([422, true]);
  const unanswered = await tom.post(`${LEISURE}/further`, {
    received: 'some',
    representations: 'Do it in public',
    version: '2',
  });
  expect(unanswered.html).toContain('Give the response to the representations');
  expect(unanswered.html).toContain('Do it in public');
  await tom.post(`${LEISURE}/further`, { received: 'none', version: '2' });
  expect(textOf((await tom.get(LEISURE)).html)).toContain('Further notice published on 15 April 2019');
});

test('nothing recorded by these forms is left half done', async () => {
  const all = await allDecisions(opened.register);
  expect(all.every(({ record }) => record.published !== null || record.state === 'draft')).toBe(true);
});

/** A decision published on 11 April that nobody has called in yet, by the page that asks for it. */
async function askedAbout(id: string, named: readonly string[] = []) {
  const command = (commandId: string, at: string) => ({
    commandId,
    actor: { sort: 'person' as const, personId: 'tom-dunnock', onBehalfOf: null },
    at,
    today: at.slice(0, 10),
  });
  const { register } = opened;
  await saveDecision(
    register,
    command(`save-${id}`, '2019-04-10T09:00:00.000Z'),
    aDecision({ id, title: `Title ${id}` }),
  );
  await publishDecision(register, command(`publish-${id}`, '2019-04-11T09:00:00.000Z'), id);
  const kestrel = await as('rowan-kestrel');
  await kestrel.post(`/decision-records/${id}/call-in`, { grounds: 'No survey.', named });
  const [asked] = await callInsOf(register, id);
  return `/call-ins/${asked?.record.id}`;
}

test('a member who is not named opens a request, reads that they may sign it and by when, and signs', async () => {
  const path = await askedAbout('unnamed-signs');
  const serin = await as('leonie-serin');
  expect((await serin.get('/decision-records/unnamed-signs')).html).toContain(path);
  const { status, html } = await serin.get(path);
  expect(status).toBe(200);
  expect(textOf(html)).toContain('You are not named on this request. You may sign it too');
  expect(textOf(html)).toContain('must have signed by Thursday 18 April 2019, 5pm');
  await serin.post(`${path}/sign`, fieldsOfForm(html, `${path}/sign`));
  expect(textOf((await serin.get(path)).html)).not.toContain('You may sign it too');
  // Of the executive, or no councillor: there is no such page.
  expect((await (await as('des-corncrake')).get(path)).html).not.toContain('You may sign it too');
  expect((await (await as('owen-sandpiper')).get(path)).status).toBe(404);
});

test('an undecided request says who must judge it and by when, on its page, on the decision’s and at home', async () => {
  const path = await askedAbout('who-judges');
  const helen = await as('helen-curlew');
  const page = textOf((await helen.get(path)).html);
  expect(page).toContain('To be judged by Tuesday 23 April 2019 by the monitoring officer or the proper officer: ');
  expect(page).toContain('Helen Curlew');
  expect(page).toContain('it counts as valid. Without them it lapses when the decision takes effect.');
  const decision = textOf((await helen.get('/decision-records/who-judges')).html);
  expect(decision).toContain('To be judged');
  expect(decision).toContain('by Tuesday 23 April 2019, by');
  expect(textOf((await helen.get('/home')).html)).toContain(
    '1 signature so far. To be judged by Tuesday 23 April 2019.',
  );
});
