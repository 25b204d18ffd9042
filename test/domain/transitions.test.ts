import { expect, test } from '@jest/globals';
import { itemState, itemTransitions } from '../../shared/domain/agenda-items/agenda-item.ts';
import { commitmentState, commitmentTransitions } from '../../shared/domain/commitments/commitment.ts';
import { callInState, callInTransitions } from '../../shared/domain/decisions/call-in-request.ts';
import { decisionState, decisionTransitions } from '../../shared/domain/decisions/decision.ts';
import { noticeState, noticeTransitions } from '../../shared/domain/decisions/key-decision-notice.ts';
import { meetingState, meetingTransitions } from '../../shared/domain/meetings/meeting.ts';
import { moved } from '../../shared/domain/record.ts';
import { writtenState, writtenTransitions } from '../../shared/domain/written-resolutions/written-resolution.ts';

const tables = [
  ['an agenda item', itemState.options, itemTransitions],
  ['a meeting', meetingState.options, meetingTransitions],
  ['a promise', commitmentState.options, commitmentTransitions],
  ['a decision', decisionState.options, decisionTransitions],
  ['a request to call in', callInState.options, callInTransitions],
  ['a notice', noticeState.options, noticeTransitions],
  ['a decision in writing', writtenState.options, writtenTransitions],
] as const;

test.each(tables)(
  'every move of %s leads to one of its states, and every state is in the table',
  (_, states, table) => {
    expect(Object.keys(table).toSorted()).toEqual([...states].toSorted());
    const targets = Object.values<Record<string, string>>(table).flatMap((moves) => Object.values(moves));
    expect(targets.filter((to) => !states.some((state) => state === to))).toEqual([]);
  },
);

test('every state of a promise but the first can be reached', () => {
  const reached = new Set(['open', 'proposed']);
  for (let round = 0; round < commitmentState.options.length; round += 1)
    for (const from of commitmentState.options.filter((state) => reached.has(state)))
      for (const to of Object.values(commitmentTransitions[from])) reached.add(to);
  expect([...reached].toSorted()).toEqual([...commitmentState.options].toSorted());
});

test('only the committee closes a promise: no answer of the owner leads there', () => {
  const answers = ['accept', 'refuse', 'say-done', 'ask-more-time', 'add-progress'] as const;
  const closed = Object.values(commitmentTransitions).flatMap((moves) => answers.map((answer) => moves[answer]));
  expect(closed).not.toContain('closed');
});

test('a closed promise is not closed again', () => {
  expect(() => moved(commitmentTransitions, 'closed', 'satisfied')).toThrow('not possible');
});

test('a decision that was called in never comes into the window again: confirmed or amended it is final', () => {
  const reached = new Set<string>(['called-in']);
  for (let round = 0; round < decisionState.options.length; round += 1)
    for (const from of decisionState.options.filter((state) => reached.has(state)))
      for (const to of Object.values(decisionTransitions[from])) reached.add(to);
  expect([...reached].toSorted()).toEqual([
    'called-in',
    'implementable',
    'implemented',
    'referred-back',
    'referred-to-council',
  ]);
});
