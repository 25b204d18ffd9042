import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noticeKinds } from '../../../functions/notices/kinds.ts';
import { sendNotice } from '../../../functions/notices/send-notice.ts';
import { emailSender } from '../../../shared/messages/send-email.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { moveMeeting, publishAgenda } from '../../../shared/store/publication-acts.ts';
import { testBlobs } from '../../support/blobs.ts';
import { aCommand } from '../../support/command.ts';
import { demonstrationRegister } from '../../support/demonstration-register.ts';
import { arrangeAgenda, HOSB } from '../../support/publication.ts';
import { roundFor } from '../../support/round.ts';
import { startSmtp } from '../../support/smtp-server.ts';

let opened: Awaited<ReturnType<typeof demonstrationRegister>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  opened = await demonstrationRegister(testBlobs());
  smtp = await startSmtp();
  await arrangeAgenda(opened.register, HOSB);
  await publishAgenda(opened.register, aCommand('publish'), HOSB);
  const to = { day: '2019-04-26', time: '10:00', venue: 'Committee Room 1' };
  await moveMeeting(opened.register, aCommand('move'), HOSB, { to, said: 'The webcast is not available.' });
}, 60_000);
afterAll(async () => {
  await smtp.stop();
  opened.close();
});

const tell = (personId: string, round: string, kind = 'agenda-publication') => {
  const { services, post } = roundFor(opened.register);
  const email = emailSender({ url: smtp.url, from: 'Quorate <no-reply@brackenford.example>' });
  return sendNotice(
    { kind, recordId: HOSB, personId, day: '2019-04-15', round },
    { ...services, kinds: noticeKinds, post: { ...post, email } },
  );
};
/** The newest mail, and its calendar part as a mail program reads it. */
const newest = () => {
  const raw = (smtp.taken.at(-1)?.raw ?? '').replaceAll('\r\n', '\n');
  const [, head = '', body = ''] = /(Content-Type: text\/calendar[\s\S]*?)\n\n([\s\S]*?)\n--/.exec(raw) ?? [];
  const quoted = body
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const text = head.includes('base64') ? Buffer.from(body, 'base64').toString() : quoted;
  return { raw, calendar: text.replaceAll('\r\n', '\n').replaceAll('\n ', '') };
};

test('a member is told of an agenda once, with an invitation that calendars understand', async () => {
  expect(await tell('farida-linnet', 'agenda-1')).toEqual({ word: 'sent' });
  expect(await tell('farida-linnet', 'agenda-1')).toEqual({ word: 'already' });
  const { raw, calendar } = newest();
  expect(raw).toContain('Subject: Agenda: Health Overview and Scrutiny Board');
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
  expect(calendar).toContain('UID:meeting-hosb-2019-04-25@');
  expect(calendar).toContain('ATTENDEE;CN="Cllr Farida Linnet"');
});

test('a move is told of in its own words, under the same name and a higher sequence', async () => {
  expect(await tell('farida-linnet', 'move-1')).toEqual({ word: 'sent' });
  const { raw, calendar } = newest();
  expect(raw).toContain('The webcast is not available.');
  expect(calendar).toContain('UID:meeting-hosb-2019-04-25@');
  expect(calendar).toContain('SEQUENCE:2');
  expect(calendar).toContain('DTSTART;TZID=Europe/London:20190426T100000');
});

test('whoever has no account is led to what the public reads', async () => {
  expect(await tell('andy-ouzel', 'agenda-1')).toEqual({ word: 'sent' });
  expect(newest().raw).toMatch(/committees\/hosb\/meetings\/meeting-hosb-2019-04-25/);
});

test('of a publication that is not there nothing is said', async () => {
  expect(await tell('farida-linnet', 'supplement-7')).toEqual({ word: 'nothing' });
  const sent = await noticesAbout(opened.register.table, HOSB);
  expect(sent.filter(({ recipient }) => recipient === 'farida-linnet').map(({ milestone }) => milestone)).toEqual(
    expect.arrayContaining(['agenda-publication/agenda-1', 'agenda-publication/move-1']),
  );
});
