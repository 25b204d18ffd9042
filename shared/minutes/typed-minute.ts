import type { Day } from '../domain/calendar/day.ts';
import { formatDate } from '../domain/calendar/day-words.ts';
import type { Find, FindOf, Outcome, PromiseKind, Reading } from './find.ts';
import { timePhrasesIn } from './time-phrases.ts';

/** A minute as somebody types it into a form. */
export type TypedMinute = {
  title: string;
  number: string | null;
  text: string;
  parts: readonly { words: string; outcome: Outcome; promise: PromiseKind | null }[];
  /** Promised outside the resolution. */
  promises: readonly { words: string; kind: PromiseKind }[];
};

type At = { meetingDate: Day; body: string };

/** Puts text together and remembers where each piece stands, so that its finds have a place like those of a text that is read. */
class Composed {
  text = '';
  readonly finds: Find[] = [];

  add(piece: string): { start: number; end: number } {
    const start = this.text.length;
    this.text += piece;
    return { start, end: this.text.length };
  }

  base(place: { start: number; end: number }, text: string) {
    const id = `f${this.finds.length + 1}`;
    return { id, ...place, text, reason: 'Typed by hand.', confidence: 'certain' as const };
  }
}

type Base = ReturnType<Composed['base']>;

function promised(base: Base, kind: PromiseKind, resolutionId: string | null, meetingDate: Day): FindOf<'promise'> {
  const phrase = timePhrasesIn(base.text, { meetingDate, nextMeeting: null })[0];
  return {
    ...base,
    kind: 'promise',
    promiseKinds: [kind],
    number: null,
    owner: null,
    rawWindow: phrase?.raw ?? null,
    relative: phrase?.relative ?? null,
    window: phrase?.reckoned?.window ?? null,
    sum: phrase?.reckoned?.sum ?? null,
    recurring: phrase?.recurring ?? null,
    status: null,
    resolutionId,
    itemId: 'f1',
  };
}

function addPart(composed: Composed, part: TypedMinute['parts'][number], number: string, meetingDate: Day): void {
  composed.add(`\n\n(${number}) `);
  const place = composed.add(part.words);
  const base = composed.base(place, part.words);
  composed.finds.push({ ...base, kind: 'resolution', number, outcome: part.outcome, itemId: 'f1' });
  if (part.promise === null) return;
  composed.finds.push(promised(composed.base(place, part.words), part.promise, base.id, meetingDate));
}

/** A typed minute in the shape of a text that was read: it goes the same way into the register. */
export function readingOfTyped(typed: TypedMinute, { meetingDate, body }: At): Reading {
  const composed = new Composed();
  const title = composed.base(composed.add(typed.title), typed.title);
  composed.finds.push({ ...title, kind: 'item', number: typed.number, title: typed.title });
  composed.add(`\n\n${typed.text}`);
  if (typed.parts.length > 0) composed.add('\n\nRESOLVED that:');
  for (const [index, part] of typed.parts.entries()) addPart(composed, part, String(index + 1), meetingDate);
  for (const { words, kind } of typed.promises) {
    composed.add('\n\n');
    composed.finds.push(promised(composed.base(composed.add(words), words), kind, null, meetingDate));
  }
  return {
    source: composed.text,
    kind: 'minutes',
    meetingDate,
    body,
    finds: composed.finds,
    leftOut: [],
    notFound: typed.parts.length > 0 ? [] : [nothingDecided(meetingDate)],
  };
}

const nothingDecided = (meetingDate: Day): Reading['notFound'][number] => ({
  code: 'no-decisions',
  sentence: `No decision was typed for the meeting of ${formatDate(meetingDate)}.`,
});
