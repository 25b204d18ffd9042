import { isPersonName } from './actors.ts';
import { presentersIn } from './presenters.ts';
import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

export type FoundPerson = {
  span: Sentence;
  name: string;
  role: string | null;
  as: 'present' | 'in-attendance' | 'for-this-item' | 'apology' | 'presenter';
  reason: string;
  confidence: 'certain' | 'likely' | 'check';
  zoned: Zoned;
};

const cameFor = /\b(?:attended|was also in attendance|were also in attendance|in attendance for|present for)\b/;
const forItem =
  /\bfor (?:the consideration of )?(?:this|the) item\b|\bat the Committee['’]s request\b|\balso in attendance\b/;

/** Everybody named as there, as sorry not to be, or as having spoken to a report. */
export function peopleIn(zoned: readonly Zoned[]): FoundPerson[] {
  const listed = listedPeople(zoned);
  const came = zoned.flatMap((place) => (place.zone === 'documents' ? [] : cameForItem(place)));
  const spoke = presentersIn(zoned);
  return [...listed, ...came, ...spoke].sort((a, b) => a.span.start - b.span.start);
}

/** "A and B, Organisation, and C attended the meeting for the consideration of this item." */
function cameForItem(place: Zoned): FoundPerson[] {
  return sentencesOf(place.block).flatMap((sentence) => {
    const cue = cameFor.exec(sentence.text);
    if (cue === null || !forItem.test(sentence.text)) return [];
    return namesIn(sentence, 0, cue.index).map((person) => ({
      ...person,
      as: 'for-this-item' as const,
      reason: `“${cue[0]}” for this item.`,
      confidence: cue[0].includes('also') ? ('likely' as const) : ('certain' as const),
      zoned: place,
    }));
  });
}

type Named = { span: Sentence; name: string; role: string | null };

/** The people's names in part of a sentence; what follows a name up to the next is their post or organisation. */
function namesIn(sentence: Sentence, from: number, to: number): Named[] {
  const { block } = sentence;
  const offset = sentence.from + from;
  const words = sentence.text.slice(from, to);
  const named: Named[] = [];
  let at = 0;
  let joint = '';
  for (const piece of words.split(/(,? and |, |; | & )/)) {
    const name = piece
      .replace(/\s*\([^)]{0,60}\)\s*/g, ' ')
      .replace(/ (?:was|were|had|also)$/, '')
      .trim()
      .replace(/[.:]$/, '');
    const start = offset + at + Math.max(0, piece.indexOf(name));
    at += piece.length;
    const last = named.at(-1);
    if (name === '' || /^(?:,? and |, |; | & )$/.test(piece)) {
      joint = piece;
      continue;
    }
    if (isPersonName(name)) {
      const span = spanOf(block, start, start + name.length);
      if (span !== null) named.push({ span, name, role: null });
    } else if (last !== undefined) last.role = last.role === null ? name : `${last.role}${joint}${name}`;
  }
  return named;
}

type Listed = 'present' | 'in-attendance' | 'apology';

const labels: readonly { as: Listed; shape: RegExp }[] = [
  { as: 'apology', shape: /^(?:board member )?apologies\b(?: for absence)?/i },
  {
    as: 'in-attendance',
    shape: /^(?:in attendance|also present|officers|non-members|other attendees|also in attendance)\b/i,
  },
  {
    as: 'present',
    shape: /^(?:those |members |councillors )?(?:present|attending|attendance|attendees|attend?ace)\b/i,
  },
];

/** People in the lists headed "Present", "In attendance" and "Apologies". */
function listedPeople(zoned: readonly Zoned[]): FoundPerson[] {
  const found: FoundPerson[] = [];
  let as: Listed | null = null;
  for (const place of zoned) {
    as = listedAs(place, as);
    if (as === null) continue;
    const fixed = {
      as,
      reason: 'Their name in the list of who was there.',
      confidence: 'likely' as const,
      zoned: place,
    };
    found.push(...lineNames(place).map((person) => ({ ...person, ...fixed })));
  }
  const seen = new Set<string>();
  return found.filter(({ name, as: kind }) => !seen.has(`${kind} ${name}`) && seen.add(`${kind} ${name}`));
}

function listedAs({ block, zone }: Zoned, before: Listed | null): Listed | null {
  const label = labels.find(({ shape }) => shape.test(block.text));
  if (zone !== 'people' && label?.as !== 'apology') return null;
  return label?.as ?? before;
}

/** One line of such a list: "Name   INITIALS   Post", "Name, Organisation" or "Councillors: A, B, C". */
function lineNames(place: Zoned): Named[] {
  const { block } = place;
  const whole = spanOf(block, 0, block.text.length);
  if (whole === null || block.text.length > 900) return [];
  const from = /^(?:[^:]{0,60}:-? ?|(?:Present|In attendance|Apologies)[;:]? )/i.exec(block.text)?.[0].length ?? 0;
  const received = /\b(?:from|on behalf of) /.exec(block.text);
  const start = received === null ? from : received.index + received[0].length;
  const titles = /^(?:Councillors?|Cllrs?)\.?:? /.exec(block.text.slice(start));
  const skip = start + (titles?.[0].length ?? 0);
  const withInitials = /^(.{3,40}?) [A-Z]{2,4} (.{3,80})$/.exec(block.text);
  const bare = withInitials?.[1];
  if (bare !== undefined && isPersonName(bare)) {
    const span = spanOf(block, 0, bare.length);
    return span === null ? [] : [{ span, name: bare, role: withInitials?.[2] ?? null }];
  }
  return namesIn(whole, skip, whole.text.length);
}
