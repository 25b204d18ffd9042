import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyCouncillorMaySee, mayReadPaper } from '../../../shared/domain/access/exempt-papers.ts';
import type { PrivateReason } from '../../../shared/domain/agenda-items/agenda-item.ts';

const exempt = (paragraphs: number[], contractTerms = false): PrivateReason => ({
  scheme: 'schedule-12A',
  paragraphs,
  contractTerms,
  publicInterest: 'Weighed.',
});
const backbencher = { knowsPrivate: false, knowsOpen: false, councillor: true };
const ownMember = { knowsPrivate: true, knowsOpen: true, councillor: true };
const officer = { knowsPrivate: false, knowsOpen: true, councillor: false };
const item = (privateReason: PrivateReason | null) => ({ accessClass: 'private' as const, privateReason });
const paper = { accessClass: 'private' as const };

test('the table of section 100F: which exempt papers a councillor not on the committee may inspect', () => {
  const table: [number, boolean, boolean][] = [
    [1, false, false],
    [2, false, false],
    [3, false, true],
    [3, true, false],
    [4, false, false],
    [5, false, false],
    [6, false, true],
    [7, false, false],
  ];
  for (const [paragraph, contractTerms, may] of table)
    expect([
      paragraph,
      contractTerms,
      mayReadPaper(backbencher, paper, item(exempt([paragraph], contractTerms))),
    ]).toEqual([paragraph, contractTerms, may]);
});

test('a paper exempt for two reasons is open to every councillor only where both let it be', () => {
  expect(everyCouncillorMaySee(exempt([3, 6]))).toBe(true);
  expect(everyCouncillorMaySee(exempt([3, 5]))).toBe(false);
  expect(everyCouncillorMaySee(exempt([3, 6], true))).toBe(false);
  // Contract terms are said of paragraph 3 only.
  expect(everyCouncillorMaySee(exempt([6], true))).toBe(true);
});

test('the committee’s own members see their papers, whatever the paragraph', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.boolean(), (some, terms) =>
      mayReadPaper(ownMember, paper, item(exempt(some, terms))),
    ),
  );
});

test('confidential papers, special reasons of NHS bodies and reasons not given are for the committee only', () => {
  expect(mayReadPaper(backbencher, paper, item({ scheme: 'confidential', forbiddenBy: 'A court order' }))).toBe(false);
  expect(mayReadPaper(backbencher, paper, item({ scheme: '1960-act', specialReason: 'A named patient' }))).toBe(false);
  expect(mayReadPaper(backbencher, paper, item(null))).toBe(false);
});

test('an officer of the organisation reads open papers and no exempt one', () => {
  expect(mayReadPaper(officer, { accessClass: 'internal' }, { accessClass: 'public', privateReason: null })).toBe(true);
  expect(mayReadPaper(officer, paper, item(exempt([3])))).toBe(false);
  // An exempt appendix of an open item is exempt all the same.
  expect(mayReadPaper(officer, paper, { accessClass: 'public', privateReason: exempt([3]) })).toBe(false);
});

test('any councillor may inspect open papers of any committee', () => {
  expect(mayReadPaper(backbencher, { accessClass: 'public' }, { accessClass: 'public', privateReason: null })).toBe(
    true,
  );
});

test('an open report of a private item is as private as the item', () => {
  expect(mayReadPaper(backbencher, { accessClass: 'public' }, item(exempt([5])))).toBe(false);
});
