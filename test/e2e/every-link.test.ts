import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type HostProcess, openHostProcess, signIn, type Visitor } from '../support/host.ts';

/** Pages of one kind (their addresses differ in an id only) that are opened: enough to meet each state, not each record. */
const OF_ONE_KIND = 2;

let host: HostProcess;
beforeAll(async () => {
  host = await openHostProcess();
}, 120_000);
afterAll(() => host?.close());

const kindOf = (address: string): string => address.replace(/\?.*/, '').replace(/[^/]*\d[^/]*/g, '#');
const linksOn = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
const leadsAway = (address: string): boolean => address.startsWith('/local/') || address.startsWith('/sign-out');
const wordsOf = (html: string): string => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');

/** What is wrong with a page that opened. */
const faultsOn = (html: string): string[] => [
  ...(html.includes('<h1') ? [] : ['has no heading']),
  ...(/\bundefined\b|\[object |\bNaN\b/.test(wordsOf(html)) ? ['shows a word of the machine'] : []),
];

/** Follows the links of every kind of page from the home page on, and says which of them did not open. */
async function deadLinksFor(visitor: Visitor): Promise<string[]> {
  const from = new Map<string, string>([['/', 'the beginning']]);
  const opened = new Map<string, number>();
  const dead: string[] = [];
  // A Map is gone through in the order it was filled, what is added on the way included.
  for (const [address, page] of from) {
    const kind = kindOf(address);
    const before = opened.get(kind) ?? 0;
    if (before >= OF_ONE_KIND || leadsAway(address)) continue;
    opened.set(kind, before + 1);
    const { status, text } = await visitor.go(address);
    if (status !== 200) dead.push(`${address} answers ${status}, and ${page} leads there`);
    if (!text.startsWith('<!DOCTYPE html>')) continue;
    dead.push(...faultsOn(text).map((fault) => `${address} ${fault}`));
    for (const link of linksOn(text)) if (!from.has(link)) from.set(link, address);
  }
  return dead;
}

test('whoever is not signed in can follow every link they are shown', async () => {
  expect(await deadLinksFor(host.visitor())).toEqual([]);
}, 120_000);

test.each([
  ['a committee secretary', 'maya-lapwing'],
  ['a secretary of the executive', 'tom-dunnock'],
  ['a chair', 'rowan-kestrel'],
  ['a member of the executive', 'des-corncrake'],
  ['an officer who owes a report', 'owen-sandpiper'],
  ['the chief finance officer', 'imran-godwit'],
  ['an administrator', 'sol-administrator'],
])(
  '%s can follow every link they are shown',
  async (_who, personId) => {
    expect(await deadLinksFor(await signIn(host, personId, '/home'))).toEqual([]);
  },
  120_000,
);
