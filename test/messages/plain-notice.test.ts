import { expect, test } from '@jest/globals';
import { buildPlainNotice } from '../../shared/messages/plain-notice.ts';
import { aPlainNotice, brackenford } from '../support/notices.ts';

const reader = { addressedAs: 'Una Smew', answersTo: null };

test('a notice says in email and Slack what it is, where it stands, where to go and why it came', () => {
  const { email, slack } = buildPlainNotice(aPlainNotice(), reader, brackenford);
  expect(email.subject).toBe('Your vote is asked for: Extended access');
  for (const part of [
    'Una Smew, the chair has asked',
    'Closes: Thursday 18 April',
    'https://quorate.brackenford.example/written-resolutions/wr-1',
    'You get this because you are a member of the Governing Body.',
  ]) {
    expect(email.text).toContain(part);
  }
  expect(email.html).toContain('href="https://quorate.brackenford.example/written-resolutions/wr-1"');
  expect(slack.text).toContain('the chair has asked');
  expect(JSON.stringify(slack.blocks)).toContain('/written-resolutions/wr-1');
});

test('of private business a notice says the body, the day and the link, and no other word of it', () => {
  const { email, slack } = buildPlainNotice(
    aPlainNotice({ accessClass: 'private', title: 'Exit payment', subject: 'Exit payment', sentence: 'exit payment.' }),
    reader,
    brackenford,
  );
  const all = `${JSON.stringify(email)} ${JSON.stringify(slack)}`;
  expect(all).not.toMatch(/exit|Closes/i);
  expect(email.subject).toBe('An item you may see: Governing Body, 18 April 2019');
  expect(email.text).toContain('/written-resolutions/wr-1');
});

test('what a title holds can neither add a line to the subject nor mention anybody in Slack', () => {
  const { email, slack } = buildPlainNotice(
    aPlainNotice({ subject: 'One\r\nBcc: all@brackenford.example', sentence: '<!channel> <b>look</b>.' }),
    reader,
    brackenford,
  );
  expect(email.subject).not.toMatch(/[\r\n]/);
  expect(email.html).not.toContain('<b>look');
  expect(slack.text).not.toContain('<!channel>');
});

test('somebody who cannot sign in is given an address to write to', () => {
  const { email, slack } = buildPlainNotice(
    aPlainNotice({ link: { label: 'Write to the secretary', email: 'grace.siskin@nhs.brackenford.example' } }),
    reader,
    brackenford,
  );
  expect(email.html).toContain('mailto:grace.siskin%40nhs.brackenford.example');
  expect(JSON.stringify(slack.blocks)).not.toContain('mailto:');
});
