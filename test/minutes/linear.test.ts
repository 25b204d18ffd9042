import { afterEach, expect, test } from '@jest/globals';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { modelledPairs } from './fixture.ts';

const exec = RegExp.prototype.exec;
afterEach(() => {
  RegExp.prototype.exec = exec;
});

/** Characters that patterns went over while a text was read: a count of work that no clock disturbs. */
function workOf(text: string): number {
  let work = 0;
  RegExp.prototype.exec = function counted(this: RegExp, words: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, words);
    work += (match === null ? words.length : match.index + match[0].length) - from;
    return match;
  };
  readMinutes(text, { meetingDate: '2019-01-31' });
  RegExp.prototype.exec = exec;
  return work;
}

const hostile: [string, string][] = [
  ['a sentence that never ends', 'the item be deferred to the next meeting '],
  [
    'one paragraph of decisions',
    'The Board agreed to note the report and asked the Clerk to write within two months. ',
  ],
  ['one paragraph of tails', 'Agreed. '],
  ['proposals never decided', 'It was proposed by Cllr Smith and seconded by Cllr Jones. '],
  ['votes', 'VOTE For: 1 Against: 2. '],
  ['planning answers', 'NO OBJECTIONS. '],
  ['open brackets', '[x]( (( '],
  ['initials', 'AB to CD, EF and GH / '],
  ['numbers', '1. 2.3 (4) 5/6 '],
  ['list entries', 'RESOLVED that:\n\n(1) The report be noted; and\n\n'],
  ['rows of a table', 'Action | Lead | Due\nBring the report | Clerk | May 2020\n'],
  ['open tags', '<ol><li><p>RESOLVED that</p>'],
  ['columns', 'The fence is to be mended soon by somebody            JS\n'],
  ['presenters', 'Ann Smith presented the report. '],
  ['spaces', '    \t'],
  [
    'the modelled minutes',
    modelledPairs()
      .map(({ text }) => text)
      .join('\n\n'),
  ],
];

test.each(hostile)('reading twice as much of %s takes at most about twice the work', (_name, unit) => {
  const [once, twice] = [60_000, 120_000].map((length) => workOf(unit.repeat(Math.ceil(length / unit.length))));
  expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.4);
});
