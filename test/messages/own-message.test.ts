import { expect, test } from '@jest/globals';
import { whats } from '../../shared/domain/messages/milestone.ts';
import { becauses } from '../../shared/domain/messages/recipients.ts';
import { buildOwnMessage } from '../../shared/messages/build-own-message.ts';
import { ownMessage, promiseFacts } from '../support/notices.ts';

test('the chair is told once that the report is overdue, in plain words', () => {
  const { subject, text } = buildOwnMessage(ownMessage());
  expect(subject).toBe('Overdue: how the Out of Hospital model is working');
  expect(text).toBe(`Overdue by 1 working day

How the Out of Hospital model is working

Councillor Kestrel, this was promised to the Health Overview and Scrutiny Board by Thursday 17 October 2019. Nothing was reported.

“A further report on how the Out of Hospital model is working be submitted to a future Board meeting in approximately 6 to 12 months.”
Resolution (2), minute 27, 17 October 2018

Where it stands
Owner: Owen Sandpiper, programme manager
Window: 17 April 2019 to 17 October 2019
Next meeting: Wednesday 27 November 2019. Publish by Tuesday 19 November 2019

See where it stands:
https://quorate.brackenford.example/commitments/promise-1

Each link opens a page; nothing happens until you press the button there.

-- 
You get this because you chair the Health Overview and Scrutiny Board. It is sent once.
Choose channel and rhythm: https://quorate.brackenford.example/my-messages

Brackenford City Council, governance@brackenford.example`);
});

test("the owner's button opens the answer: done, more time, hand over or not mine", () => {
  const { text, html } = buildOwnMessage(ownMessage({ as: 'owner', what: 'report-due-soon', target: '2019-09-25' }));
  const link = 'https://quorate.brackenford.example/commitments/promise-1/answer?about=report-due-soon';
  expect(text).toContain(`Answer: done, more time, hand over or not mine:\n${link}`);
  expect(html).toContain(`<a href="${link}"`);
});

test('an outside owner answers the link officer by mail, with no page to sign in to', () => {
  const reader = {
    addressedAs: 'Andy Ouzel',
    answersTo: { name: 'Nia Redstart', email: 'nia.redstart@brackenford.example' },
  };
  const { text } = buildOwnMessage(ownMessage({ as: 'owner', what: 'accept' }, { reader }));
  expect(text).toContain('Answer Nia Redstart:\nmailto:nia.redstart%40brackenford.example');
  expect(text).not.toContain('/commitments/');
});

test('a vacant role is said to the secretary who gets the message instead', () => {
  const notice = {
    as: 'owner',
    what: 'accept',
    because: 'role-is-vacant',
    promise: promiseFacts({ owner: null }),
  } as const;
  const { text } = buildOwnMessage(ownMessage(notice));
  expect(text).toContain('nobody holds the role that owes it');
  expect(text).toContain('Find who owes it:');
});

test('the report due date names the meeting it is for', () => {
  const notice = {
    as: 'owner',
    what: 'report-due-soon',
    target: '2019-09-25',
    meetingDay: '2019-10-09',
    promise: promiseFacts({ workingDaysOverdue: 0, workingDaysLeft: 10 }),
  } as const;
  const { text } = buildOwnMessage(ownMessage(notice));
  expect(text).toContain('Due in 10 working days');
  expect(text).toContain('due on Wednesday 25 September 2019, for the meeting of Wednesday 9 October 2019.');
});

test('a promise not yet placed names the meetings it could go to', () => {
  const promise = promiseFacts({ meetingsInWindow: ['2019-04-25', '2019-06-12', '2019-10-09'] });
  const { text } = buildOwnMessage(ownMessage({ as: 'secretary', what: 'not-placed', promise }));
  expect(text).toContain('It could go to the meetings of Thu 25 Apr, Wed 12 Jun and Wed 9 Oct.');
  const without = buildOwnMessage(ownMessage({ as: 'secretary', what: 'not-placed' }));
  expect(without.text).toContain('No meeting is left inside it.');
});

const everyCombination = whats.flatMap((what) =>
  (['owner', 'line-manager', 'their-manager', 'secretary', 'link-officer', 'chair'] as const).flatMap((as) =>
    becauses.map((because) => ({ what, as, because })),
  ),
);

test('every milestone has words for every reader, dated or not, and every message ends with why and how to change it', () => {
  const undated = promiseFacts({ due: { sort: 'undated', asSaid: 'in due course' }, workingDaysOverdue: 0 });
  for (const { what, as, because } of everyCombination) {
    for (const promise of [promiseFacts(), undated]) {
      const { subject, text, html } = buildOwnMessage(ownMessage({ what, as, because, promise }));
      expect(`${subject}${text}${html}`).not.toMatch(/\{\{|undefined|null|NaN/);
      expect(text).toMatch(/You get this [\s\S]+Choose channel and rhythm: https:\/\/[^\s]+\/my-messages/);
    }
  }
});

test('the email is one table of 600 pixels without pictures, scripts, style sheets or anything fetched', () => {
  const { html } = buildOwnMessage(ownMessage());
  expect(html.match(/<table/g)).toHaveLength(1);
  expect(html).toContain('max-width:600px');
  expect(html).not.toMatch(/<img|<script|<style|<link|src=|url\(/);
});
