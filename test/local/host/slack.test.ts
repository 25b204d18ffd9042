import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openHostStore } from '../../../infra/local/host-store.ts';
import { slackBlock } from '../../../infra/local/pages/slack-blocks.ts';
import { openSlack, type Post, type SlackAnswer } from '../../../infra/local/slack.ts';
import { temporaryFolder } from '../../support/local/temporary-folder.ts';
import { testSignInList } from '../../support/local/test-sign-in-list.ts';

const slackIn = (folder: string, posted: Post[] = []) => {
  const store = openHostStore(join(folder, 'host.sqlite'));
  const slack = openSlack({
    store,
    people: testSignInList,
    today: () => '2019-04-16',
    crashPoint: () => {},
    onPost: (post) => posted.push(post),
  });
  return { slack, close: () => store.close() };
};

const idOf = (answer: SlackAnswer | undefined, part: string): string => {
  const found = answer?.[part] as { id: string } | undefined;
  return found?.id ?? '';
};

test('a message to a person is found by their address, posted once, and there after a restart', () => {
  const folder = temporaryFolder();
  const posted: Post[] = [];
  const first = slackIn(folder.path, posted);
  const found = first.slack.call('users.lookupByEmail', { email: 'maya.lapwing@brackenford.example' });
  expect(found).toMatchObject({ ok: true });
  const user = idOf(found, 'user');
  const opened = first.slack.call('conversations.open', { users: user });
  const channel = idOf(opened, 'channel');
  const message = { channel, text: 'Overdue', client_msg_id: 'm-1', blocks: JSON.stringify([{ type: 'divider' }]) };
  const once = first.slack.call('chat.postMessage', message);
  expect(first.slack.call('chat.postMessage', message)?.['ts']).toBe(once?.['ts']);
  expect(posted).toHaveLength(1);
  first.close();
  const second = slackIn(folder.path);
  expect(second.slack.posts()).toMatchObject([{ to: 'Maya Lapwing', day: '2019-04-16', text: 'Overdue' }]);
  second.close();
  folder.remove();
});

test('what Slack would refuse is refused', () => {
  const folder = temporaryFolder();
  const { slack, close } = slackIn(folder.path);
  expect(slack.call('chat.postMessage', { text: 'to nobody' })).toEqual({ ok: false, error: 'invalid_arguments' });
  expect(slack.call('users.lookupByEmail', { email: 'nobody' })).toEqual({ ok: false, error: 'users_not_found' });
  expect(slack.call('conversations.open', { users: 'U0' })).toEqual({ ok: false, error: 'user_not_found' });
  expect(slack.call('admin.users.list', {})).toBeUndefined();
  close();
  folder.remove();
});

test('blocks are shown as Slack shows them, and what is written in them stays text', () => {
  const shown = (block: unknown) => slackBlock(block).text;
  expect(shown({ type: 'header', text: { type: 'plain_text', text: '<script>' } })).toContain('&lt;script&gt;');
  expect(
    shown({ type: 'section', text: { type: 'mrkdwn', text: '*Late* <http://localhost:3000/x|Open> & on' } }),
  ).toMatch(/<b>Late<\/b>.*<a class="govuk-link" href="http:\/\/localhost:3000\/x">Open<\/a>/);
  const button = { type: 'button', text: { type: 'plain_text', text: 'Accept' }, url: 'http://localhost:3000/y' };
  expect(shown({ type: 'actions', elements: [button] })).toContain('href="http://localhost:3000/y"');
  expect(shown({ type: 'actions', elements: [{ ...button, url: 'javascript:alert(1)' }] })).not.toContain(
    'javascript:',
  );
  expect(shown({ type: 'video' })).toContain('a block of the kind video');
});
