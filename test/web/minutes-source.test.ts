import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readings } from '../../shared/store/readings.ts';
import { get } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { demonstrationRegister } from '../support/demonstration-register.ts';
import { fieldsOfForm } from '../support/forms.ts';
import { type Reader, read, readingId, routes, seedText, shownFields, source } from '../support/minutes-web.ts';
import { webFor } from '../support/web.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let maya: Reader;
beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  maya = await webFor(opened.register, routes, { personId: 'maya-lapwing' });
}, 60_000);
afterAll(() => opened.close());

const faults: [string, Record<string, string>, string][] = [
  ['an empty paste', { text: '  \n ' }, 'Paste the text of the minutes, or choose a file'],
  ['a body that is not chosen', { body: '' }, 'Choose the body that met'],
  ['a body that does not exist', { body: 'no-such-body' }, 'There is no such body'],
  ['a body of another secretary', { body: 'cabinet' }, 'you are not its secretary'],
  ['no day', { 'day-day': '', 'day-month': '', 'day-year': '' }, 'Give the day of the meeting'],
  ['a day that is no day', { 'day-day': '31', 'day-month': '2' }, 'There is no such day'],
  ['a year of two figures', { 'day-year': '18' }, 'There is no such day'],
  ['a day in the future', { 'day-day': '16', 'day-month': '4', 'day-year': '2019' }, 'This day has not come yet'],
  ['no status', { status: '' }, 'Say whether these minutes are a draft'],
  ['something that is not text', { text: '%PDF-1.7 \u0001\u0002' }, 'This is not text that can be read'],
];

test.each(faults)('%s is answered in its own words, and nothing typed is lost', async (_, wrong, sentence) => {
  const typed = source('The Board noted the report.', wrong);
  const page = await read(maya, typed);
  expect(page.status).toBe(422);
  expect(page.html).toContain(sentence);
  const kept = fieldsOfForm(page.html, '/minutes/read');
  expect(kept).toMatchObject({ text: typed['text'], 'day-day': typed['day-day'], 'day-year': typed['day-year'] });
});

test('a paste of 2 MB is refused with its size and the limit, and is still in the field', async () => {
  const text = 'The Board noted the report. '.repeat(75_000);
  const page = await read(maya, source(text));
  expect(page.status).toBe(422);
  expect(page.html).toContain('This text is 2.1 MB. At most 1 MB can be pasted');
  expect(fieldsOfForm(page.html, '/minutes/read')['text']).toBe(text);
});

const sent = async (file: File, fields = source('')) => {
  await maya.get('/minutes/read');
  return maya.send('/minutes/read', {
    ...fields,
    commandId: `file-${file.name}-${file.size}`.toLowerCase().replace(/[^a-z0-9-]/g, '-'),
    file,
  });
};

test('a file of text or HTML is read as it was sent; one that is not text, too long or empty says so', async () => {
  const html = new File(
    ['<h1>Board</h1><p>RESOLVED that the report be noted.</p><script>alert(1)</script>'],
    'minutes.html',
    { type: 'text/html' },
  );
  const begun = await sent(html);
  expect(begun.status).toBe(303);
  expect((await get(opened.register, readings, readingId(begun.location))).record).toMatchObject({
    source: 'file',
    fileName: 'minutes.html',
  });
  const old = new File(
    [new Uint8Array([0x4e, 0x6f, 0x74, 0x65, 0x64, 0x20, 0x96, 0x20, 0x61, 0x6c, 0x6c])],
    'old.txt',
    { type: 'text/plain' },
  );
  const read1252 = await sent(old);
  expect((await get(opened.register, readings, readingId(read1252.location))).record.reading.source).toContain('all');
  const bytes = new Uint8Array(5000).map((_, index) => (index * 37) % 256);
  expect((await sent(new File([bytes], 'photo.jpg', { type: 'image/jpeg' }))).html).toContain('not plain text or HTML');
  expect((await sent(new File(['x'.repeat(4_100_000)], 'long.txt'))).html).toContain(
    'The file is 4.1 MB. At most 4 MB',
  );
  const empty = await sent(new File([''], 'empty.txt'), source('The Board noted the report.'));
  expect(empty.html).toContain('The file is empty');
  expect(fieldsOfForm(empty.html, '/minutes/read')['text']).toBe('The Board noted the report.');
});

test('a text of nearly 1 MB is read; its finds are answered a hundred at a time, on pages that a server may send', async () => {
  const text = `${seedText('coventry-board-out-of-hospital-update')}\n\n`.repeat(180);
  const begun = await read(maya, source(text));
  expect(begun.status).toBe(303);
  const page = await maya.get(begun.location);
  expect(page.html.length).toBeLessThan(6_000_000);
  expect(page.html).toContain('Finds 1 to 100 are on this page');
  const fields = await shownFields(maya, begun.location);
  const onwards = await maya.post(begun.location, { ...fields, 'f1-title': 'As corrected', next: 'from-101' });
  expect(onwards.location).toBe(`${begun.location}?from=101`);
  const second = await maya.get(onwards.location);
  expect(second.html).toContain('id="find-101"');
  expect(second.html).not.toContain('id="find-100"');
  expect(await shownFields(maya, begun.location)).toMatchObject({ 'f1-title': 'As corrected' });
});

test('a text read for the wrong body or day is read again without pasting it again', async () => {
  const begun = await read(maya, source('The Board noted the report.'));
  const again = fieldsOfForm(
    (await maya.get(`/minutes/read?again=${readingId(begun.location)}`)).html,
    '/minutes/read',
  );
  expect(again).toMatchObject({
    text: 'The Board noted the report.',
    body: 'hosb',
    'day-day': '17',
    status: 'not-known',
  });
  const other = await webFor(opened.register, routes, { personId: 'grace-siskin' });
  const page = await other.get(`/minutes/read?again=${readingId(begun.location)}`);
  expect(fieldsOfForm(page.html, '/minutes/read')['text']).toBe('');
});
