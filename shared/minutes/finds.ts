import type { FoundBody } from './body-name.ts';
import type { FoundDetail } from './details.ts';
import type { FoundDocuments } from './documents.ts';
import type { Find } from './find.ts';
import type { Heading } from './items.ts';
import type { FoundMatter } from './matters.ts';
import type { FoundDay } from './meeting-day.ts';
import type { FoundRecommendation } from './papers.ts';
import type { FoundPerson } from './people.ts';
import type { FoundPromise } from './promises.ts';
import type { FoundResolution } from './resolutions.ts';
import { type Sentence, spanOf } from './sentences.ts';
import type { FoundVote } from './votes.ts';

/** A find before its number: links point at what it belongs to and become ids when all are in order. */
type Unnumbered = { find: Find; item: Heading | null; owns: object | null; of: object | null };
type Loose<T> = T extends Find ? Omit<T, 'id' | 'start' | 'end' | 'text' | 'itemId' | 'resolutionId'> : never;

const order = ['body', 'meeting-date', 'item', 'resolution', 'promise'];

/** Gathers what the rules found and numbers it in the order of the text. */
export class Finds {
  #all: Unnumbered[] = [];

  #add(
    span: Sentence,
    fields: Loose<Find>,
    links: { item?: Heading | null; owns?: object; of?: object | null } = {},
  ): void {
    const base = { id: 'f0', start: span.start, end: span.end, text: span.text };
    this.#all.push({
      find: withBase(base, fields),
      item: links.item ?? null,
      owns: links.owns ?? null,
      of: links.of ?? null,
    });
  }

  body(found: FoundBody | null): this {
    if (found !== null)
      this.#add(found.span, { kind: 'body', name: found.name, reason: found.reason, confidence: found.confidence });
    return this;
  }

  day(found: FoundDay | null): this {
    if (found !== null)
      this.#add(found.span, {
        kind: 'meeting-date',
        day: found.day,
        reason: found.reason,
        confidence: found.confidence,
      });
    return this;
  }

  next(found: FoundDay | null): this {
    if (found !== null)
      this.#add(found.span, {
        kind: 'next-meeting',
        day: found.day,
        reason: found.reason,
        confidence: found.confidence,
      });
    return this;
  }

  items(headings: readonly Heading[]): this {
    for (const heading of headings) {
      const span = spanOf(heading.block, heading.titleStart, heading.titleEnd);
      if (span === null) continue;
      const { number, title, reason } = heading;
      this.#add(
        span,
        { kind: 'item', number, title, reason, confidence: heading.runIn ? 'likely' : 'certain' },
        { owns: heading },
      );
    }
    return this;
  }

  people(found: readonly FoundPerson[]): this {
    for (const { span, name, role, as, reason, confidence, zoned } of found) {
      const item = zoned.heading;
      if (as === 'presenter') this.#add(span, { kind: 'presenter', name, role, reason, confidence }, { item });
      else if (as === 'apology') this.#add(span, { kind: 'apology', name, reason, confidence });
      else
        this.#add(
          span,
          { kind: 'attendee', name, role, attendance: as, reason, confidence },
          { item: as === 'for-this-item' ? item : null },
        );
    }
    return this;
  }

  matters(found: readonly FoundMatter[]): this {
    for (const { span, asksForMore, zoned } of found) {
      const reason = asksForMore
        ? 'A list after “matters raised”; these words may hide a promise.'
        : 'A list after “matters raised”.';
      this.#add(
        span,
        { kind: 'matter-raised', asksForMore, reason, confidence: asksForMore ? 'check' : 'certain' },
        { item: zoned.heading },
      );
    }
    return this;
  }

  resolutions(found: readonly FoundResolution[]): this {
    for (const each of found) {
      const { span, number, outcome, reason, confidence, zoned } = each;
      this.#add(span, { kind: 'resolution', number, outcome, reason, confidence }, { item: zoned.heading, owns: each });
    }
    return this;
  }

  recommendations(found: readonly FoundRecommendation[]): this {
    for (const { span, number } of found)
      this.#add(span, {
        kind: 'recommendation',
        number,
        reason: 'What the paper asks the body to decide.',
        confidence: 'certain',
      });
    return this;
  }

  promises(found: readonly FoundPromise[]): this {
    for (const { span, kinds, owner, number, phrase, rawDue, status, reason, confidence, resolution, zoned } of found)
      this.#add(
        span,
        {
          kind: 'promise',
          promiseKinds: kinds,
          number,
          owner,
          rawWindow: rawDue,
          relative: phrase?.relative ?? null,
          window: phrase?.reckoned?.window ?? null,
          sum: phrase?.reckoned?.sum ?? null,
          recurring: phrase?.recurring ?? null,
          status,
          reason,
          confidence,
        },
        { item: zoned.heading, of: resolution },
      );
    return this;
  }

  votes(found: readonly FoundVote[]): this {
    for (const { span, zoned, ...vote } of found)
      this.#add(span, { kind: 'vote', ...vote, confidence: 'certain' }, { item: zoned.heading });
    return this;
  }

  documents(found: FoundDocuments | null): this {
    if (found !== null)
      this.#add(found.span, {
        kind: 'supporting-documents',
        names: found.names,
        reason: found.reason,
        confidence: found.names.length === 0 ? 'check' : 'certain',
      });
    return this;
  }

  details(found: readonly FoundDetail[]): this {
    for (const { span, name, value } of found)
      this.#add(span, { kind: 'detail', name, value, reason: 'The label beside it.', confidence: 'certain' });
    return this;
  }

  /** All of them in the order of the text, with their ids and links. */
  numbered(): Find[] {
    const sorted = this.#all.sort((a, b) => a.find.start - b.find.start || rank(a) - rank(b));
    const ids = new Map<object, string>();
    for (const [index, { owns }] of sorted.entries()) if (owns !== null) ids.set(owns, `f${index + 1}`);
    return sorted.map(({ find, item, of }, index) => linked(find, `f${index + 1}`, idOf(ids, item), idOf(ids, of)));
  }
}

const rank = ({ find }: Unnumbered): number => (order.includes(find.kind) ? order.indexOf(find.kind) : order.length);
const idOf = (ids: Map<object, string>, owner: object | null): string | null =>
  owner === null ? null : (ids.get(owner) ?? null);

function linked(find: Find, id: string, itemId: string | null, resolutionId: string | null): Find {
  if (find.kind === 'promise') return { ...find, id, itemId, resolutionId };
  return 'itemId' in find ? { ...find, id, itemId } : { ...find, id };
}

type Base = { id: string; start: number; end: number; text: string };

function withBase(base: Base, fields: Loose<Find>): Find {
  switch (fields.kind) {
    case 'presenter':
    case 'attendee':
    case 'matter-raised':
    case 'resolution':
    case 'vote':
      return { ...base, ...fields, itemId: null };
    case 'promise':
      return { ...base, ...fields, itemId: null, resolutionId: null };
    default:
      return { ...base, ...fields };
  }
}
