/** One line of a feed. `id` is an address that never changes; `updated` is UTC. */
export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly updated: string;
};

export type AtomFeed = {
  /** Where the feed itself is: also its id. */
  readonly self: string;
  readonly href: string;
  readonly title: string;
  readonly author: string;
  /** Newest first. */
  readonly entries: readonly AtomEntry[];
};

/** What XML 1.0 cannot hold however it is written. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** RFC 4287 asks for a moment of the feed's own; one that has never had a line has had it since the beginning. */
const NEVER = '1970-01-01T00:00:00Z';

const entryLines = ({ id, title, summary, href, updated }: AtomEntry): string[] => [
  '  <entry>',
  `    <id>${escaped(id)}</id>`,
  `    <title>${escaped(title)}</title>`,
  `    <link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
  `    <updated>${escaped(updated)}</updated>`,
  `    <summary>${escaped(summary)}</summary>`,
  '  </entry>',
];

/** An Atom feed: RFC 4287. */
export function atom({ self, href, title, author, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  <id>${escaped(self)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${escaped(entries[0]?.updated ?? NEVER)}</updated>`,
    `  <author><name>${escaped(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
    ...entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}
