import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whats } from '../../shared/domain/messages/milestone.ts';
import { buildDigest } from '../../shared/messages/build-digest.ts';
import { buildOwnMessage } from '../../shared/messages/build-own-message.ts';
import { buildSlackChannelMessage, buildSlackDigest, buildSlackMessage } from '../../shared/messages/build-slack.ts';
import { escapeSlack } from '../../shared/messages/inert-text.ts';
import type { Notice } from '../../shared/messages/message-facts.ts';
import { aNotice, brackenford, ownMessage, promiseFacts } from '../support/notices.ts';

const hostile =
  '<script>alert(1)</script> =HYPERLINK("https://evil.example") *_~`<@U123> <!channel> & \u202egnp.exe\r\nBcc: all@example.org';

const digestOf = (notice: Notice) => ({
  sort: 'digest' as const,
  notices: [{ section: 'clocks' as const, notice }],
  plain: [{ section: 'bounces' as const, text: hostile, url: 'https://quorate.brackenford.example/messages' }],
  reader: { addressedAs: 'Maya Lapwing', answersTo: null },
  sender: brackenford,
  today: '2019-10-18',
});

const hostileNotice = () =>
  aNotice({
    as: 'secretary',
    promise: promiseFacts({ subject: hostile, asSaid: hostile, source: hostile, owner: hostile, bodyName: hostile }),
  });

test('a title like script, a header or a turned-round name is inert in an email', () => {
  for (const email of [
    buildOwnMessage({ ...ownMessage(), notice: hostileNotice(), reader: { addressedAs: hostile, answersTo: null } }),
    buildDigest(digestOf(hostileNotice())),
  ]) {
    expect(email.html).not.toMatch(/<script|<@|<!channel/);
    expect(email.html).toContain('&lt;script&gt;');
    expect(email.subject).not.toMatch(/[\r\n\u202e]/);
    expect(email.text).not.toMatch(/\r|\u202e|^Bcc/m);
  }
});

test('a title with mentions and marks is inert in Slack: all text is plain and escaped', () => {
  const messages = [
    buildSlackMessage({ ...ownMessage(), notice: hostileNotice() }),
    buildSlackDigest(digestOf(hostileNotice())),
    buildSlackChannelMessage(hostileNotice(), brackenford),
  ];
  for (const message of messages) {
    const all = JSON.stringify(message);
    expect(all).not.toMatch(/<@|<!|<script|mrkdwn/);
    expect(all).toContain('&lt;@U123&gt;');
  }
});

test('text is cut to what Slack takes, never inside an entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('&', '<', 'a', ' ', '😀'), maxLength: 400 }), (text) => {
      const escaped = escapeSlack(text, 150);
      expect([...escaped].length).toBeLessThanOrEqual(150);
      expect(escaped.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
    }),
  );
});

// Words that no sentence of the catalogue, and no fact that private business may show, contains.
const oddWord = fc.stringMatching(/^[bcdfghjklmnpqrstvwxz]{7,12}$/);

test('private business never leaks: no word of the title, the words said, the source or the owner appears', () => {
  const title = fc.array(oddWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const who = fc.constantFrom('owner' as const, 'line-manager' as const, 'secretary' as const, 'chair' as const);
  fc.assert(
    fc.property(title, fc.constantFrom(...whats), who, (secret, what, as) => {
      const promise = promiseFacts({
        accessClass: 'private',
        subject: secret,
        asSaid: secret,
        source: secret,
        owner: secret,
      });
      const notice = aNotice({ what, as, promise });
      const said = JSON.stringify([
        buildOwnMessage({ ...ownMessage(), notice }),
        buildDigest({ ...digestOf(notice), plain: [] }),
        buildSlackMessage({ ...ownMessage(), notice }),
        buildSlackDigest({ ...digestOf(notice), plain: [] }),
        buildSlackChannelMessage(notice, brackenford),
      ]);
      for (const word of secret.split(' ')) expect(said).not.toContain(word);
    }),
  );
});

test('a message about private business gives the body, the day and the item number', () => {
  const notice = { promise: promiseFacts({ accessClass: 'private' }) };
  const { subject, text } = buildOwnMessage(ownMessage(notice));
  expect(subject).toBe('Overdue: Health Overview and Scrutiny Board, 17 October 2018, item 6');
  expect(text).toContain('An item you may see');
});

test.each(['internal', 'private'] as const)('a channel is told nothing of what is %s', (accessClass) => {
  expect(buildSlackChannelMessage(aNotice({ promise: promiseFacts({ accessClass }) }), brackenford)).toBe(null);
});

test('a channel is not told who is late, only what and to whom it is owed', () => {
  const said = JSON.stringify(buildSlackChannelMessage(aNotice(), brackenford));
  expect(said).not.toContain('Sandpiper');
  expect(said).toContain('Health Overview and Scrutiny Board');
});
