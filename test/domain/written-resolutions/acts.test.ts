import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodyKind } from '../../../shared/domain/bodies/body.ts';
import { procedurePresets, usualWrittenRules } from '../../../shared/domain/bodies/procedure-presets.ts';
import {
  closeAtDeadline,
  standing,
  takeAnswer,
  whyNotAnswer,
} from '../../../shared/domain/written-resolutions/acts.ts';
import {
  earliestClosing,
  electorsOf,
  notInWriting,
  termsOf,
  wrongClosing,
} from '../../../shared/domain/written-resolutions/allowed.ts';
import { partsIn, textOfParts } from '../../../shared/domain/written-resolutions/parts.ts';
import { nextLookOn, reminderOn } from '../../../shared/domain/written-resolutions/reminders.ts';
import { answer, type Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { aMembership, aPerson } from '../../support/administration.ts';
import { brackenfordCalendar } from '../../support/reminders.ts';
import { aVote, aWritten, electors, someTerms } from '../../support/written.ts';

const put = (count: number, closesEarly: boolean): WrittenResolution => {
  const was = aWritten();
  if (was.put === null) throw new Error('It has been put');
  return aWritten({ put: { ...was.put, electors: electors(count), terms: someTerms({ closesEarly }) } });
};

const early = '2019-04-10T09:00:00.000Z';
const late = '2019-04-18T16:00:00.000Z';
const today = '2019-04-10';

type Said = { member: number; word: Vote['given']['answer'] };

/** Plainly: each member's last word that was taken counts, and nothing after the end. */
function plainly(count: number, closesEarly: boolean, said: readonly Said[]): string {
  const last = new Map<number, string>();
  const tally = () => {
    const words = [...last.values()];
    const aside = words.filter((word) => word === 'stand-aside').length;
    const inFavour = words.filter((word) => word === 'approve').length;
    const heard = words.filter((word) => ['approve', 'reject', 'abstain'].includes(word)).length;
    const entitled = count - aside;
    if (words.includes('meeting')) return 'meeting-required';
    if (inFavour > 0 && inFavour * 2 > entitled) return 'carried';
    const possible = inFavour + (entitled - heard);
    return possible > 0 && possible * 2 > entitled ? 'open' : 'lost';
  };
  for (const { member, word } of said) {
    if (member >= count || last.get(member) === 'stand-aside') continue;
    last.set(member, word);
    const now = tally();
    if (now === 'meeting-required' || (closesEarly && now !== 'open')) return now;
  }
  const end = tally();
  return end === 'open' ? 'lapsed' : end;
}

test('however members answer, change and repeat, it ends as the plain restatement says', () => {
  const one = fc.record({
    member: fc.nat({ max: 8 }),
    word: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('approve' as const, 'reject' as const, 'abstain' as const) },
      { weight: 2, arbitrary: fc.constantFrom(...answer.options) },
    ),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      fc.array(one, { maxLength: 24 }),
      (count, closesEarly, said) => {
        let which = put(count, closesEarly);
        const votes = new Map<string, Vote>();
        for (const { member, word } of said) {
          const personId = electors(9)[member]?.personId ?? '';
          const held = votes.get(personId)?.given.answer ?? null;
          if (whyNotAnswer(which, { personId, at: early, held }) !== null) continue;
          votes.set(personId, aVote(personId, word));
          which = takeAnswer(which, { by: personId, at: early, today }, [...votes.values()]);
        }
        const closed = closeAtDeadline(which, { at: late, today: '2019-04-18' }, [...votes.values()]) ?? which;
        expect(closed.state).toBe(plainly(count, closesEarly, said));
        expect(closed.resolutionId === null).toBe(closed.state !== 'carried');
        expect(standing(closed, [...votes.values()]).for).toBe(closed.counts.for);
      },
    ),
    { numRuns: 1500 },
  );
});

test('nothing closes before its time, and at its time no answer is taken', () => {
  const which = put(5, true);
  expect(closeAtDeadline(which, { at: '2019-04-18T15:59:59.999Z', today: '2019-04-18' }, [])).toBeNull();
  const asked = { personId: 'member-001', held: null };
  expect(whyNotAnswer(which, { ...asked, at: '2019-04-18T15:59:59.999Z' })).toBeNull();
  expect(whyNotAnswer(which, { ...asked, at: late })).toBe('closed');
});

test.each(bodyKind.options)('the kind decides: may a %s decide in writing?', (kind) => {
  const allowed = ['partnership', 'nhs-board', 'nhs-committee'].includes(kind);
  const quorum = { number: 3, including: null };
  // Whatever has been typed into its procedure.
  const procedure = { ...procedurePresets[kind], writtenResolutions: usualWrittenRules, quorum };
  expect(notInWriting(kind, procedure)).toBe(allowed ? null : 'present-and-voting');
  expect(termsOf(kind, procedure) === null).toBe(!allowed);
});

test('a quorum in words that cannot be counted is no quorum to decide by', () => {
  const procedure = { ...procedurePresets['nhs-board'], quorum: { number: 3, including: 'the chair' } };
  expect(notInWriting('nhs-board', procedure)).toBe('quorum-not-countable');
});

test('substitutes, observers and those without a vote are not asked; a councillor counts as one', () => {
  const people = ['a', 'b', 'c', 'd', 'gone'].map((id) => aPerson({ id: `person-${id}`, name: id }));
  const [a, , , , gone] = people;
  if (!a || !gone) throw new Error('There are five');
  a.councillor = { ward: 'Abbey', group: null };
  gone.lastDay = '2019-03-31';
  const held = [
    aMembership({ personId: 'person-a', role: 'chair', votes: 'all' }),
    aMembership({ personId: 'person-b', role: 'substitute', votes: 'all' }),
    aMembership({ personId: 'person-c', role: 'member', votes: 'none' }),
    aMembership({ personId: 'person-d', role: 'member', votes: 'all', to: '2019-04-09' }),
    aMembership({ personId: 'person-gone', role: 'member', votes: 'all' }),
  ];
  const persons = new Map(people.map((one) => [one.id, one]));
  expect(electorsOf(held, { bodyId: 'hosb', today, persons })).toEqual([
    { personId: 'person-a', sitsAs: ['councillor'] },
  ]);
});

test('a closing time leaves the working days that the procedure gives, over Easter too', () => {
  const facts = { now: early, today: '2019-04-15', rules: someTerms(), calendar: brackenfordCalendar };
  expect(earliestClosing('2019-04-15', someTerms(), brackenfordCalendar)).toBe('2019-04-24');
  const closing = (day: string) => wrongClosing({ day, time: '17:00' }, facts);
  expect(['2019-04-09', '2019-04-23', '2019-04-24', '2019-04-27', '2019-05-06'].map(closing)).toEqual([
    'past',
    'too-soon',
    null,
    'not-a-working-day',
    'not-a-working-day',
  ]);
});

test('reminders come two working days and one before it closes, never on the day it was put', () => {
  const which = aWritten({ closes: { day: '2019-04-23', time: '17:00' } });
  const on = (day: string) => reminderOn(which, day, brackenfordCalendar);
  expect(['2019-04-16', '2019-04-17', '2019-04-18', '2019-04-22', '2019-04-23'].map(on)).toEqual([
    null,
    'T-2',
    'T-1',
    null,
    null,
  ]);
  expect(
    reminderOn(aWritten({ closes: { day: '2019-04-10', time: '17:00' } }), '2019-04-08', brackenfordCalendar),
  ).toBeNull();
  expect(nextLookOn(which, '2019-04-18', brackenfordCalendar)).toBe('2019-04-24');
});

test('parts keep the numbers they were typed with', () => {
  const parts = partsIn('That it be noted.\n\n(2) That it be done.\nb) And reported.');
  expect(parts.map(({ number }) => number)).toEqual(['1', '2', 'b']);
  expect(partsIn(textOfParts(parts))).toEqual(parts);
});
