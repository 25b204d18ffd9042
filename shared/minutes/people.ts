import { isPersonName, speaker } from './actors.ts';
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
  const offset = Math.max(0, block.text.indexOf(sentence.text)) + from;
  const words = sentence.text.slice(from, to);
  const named: Named[] = [];
  let at = 0;
  for (const piece of words.split(/(,? and |, |; | & )/)) {
    const name = piece
      .replace(/\s*\([^)]{0,60}\)\s*/g, ' ')
      .replace(/ (?:was|were|had|also)$/, '')
      .trim()
      .replace(/[.:]$/, '');
    const start = offset + at + Math.max(0, piece.indexOf(name));
    at += piece.length;
    const last = named.at(-1);
    if (name === '' || /^,? and $|^[,;&] ?$/.test(piece)) continue;
    if (isPersonName(name)) {
      const span = spanOf(block, start, start + name.length);
      if (span !== null) named.push({ span, name, role: null });
    } else if (last !== undefined && last.role === null) last.role = name;
  }
  return named;
}

const labels: readonly { as: FoundPerson['as']; shape: RegExp }[] = [
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
  let as: FoundPerson['as'] | null = null;
  for (const place of zoned) {
    const label = labels.find(({ shape }) => shape.test(place.block.text));
    if (place.zone !== 'people' && !(label?.as === 'apology')) as = null;
    else if (label !== undefined) as = label.as;
    if (as === null || as === 'presenter') continue;
    const kind = as;
    for (const person of lineNames(place))
      found.push({
        ...person,
        as: kind,
        reason: 'Their name in the list of who was there.',
        confidence: 'likely',
        zoned: place,
      });
  }
  return found.filter(
    (person, index) => found.findIndex((other) => other.name === person.name && other.as === person.as) === index,
  );
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

const spokeTo = new RegExp(
  `^(${speaker})(?: ?,? (?:[^,.]{3,60},)| \\([A-Z]{2,4}\\))? (?:presented|introduced|gave a|gave an|gave the|advised|commented|explained|outlined)\\b`,
);
const reportOf = /^(?:Report of|Presented by:?|Presenter:?|Report by:?) (?:the )?([A-Z][^,;]{2,60}?)(?:,|\.|$| who\b)/;
const officerLabel =
  /^((?:(?:Chief|Executive|Interim|Deputy|Assistant|Corporate) )?(?:Officer|Director|Chief Officer|Executive Director|Chief Operating Officer|Head)\b[^:.]{0,60}):? ?([A-Z].{3,40})?$/;
const postThenName = /^[^:.]{2,40}: ((?:Dr |Mr |Mrs |Ms )?[A-Z][a-z'’-]{1,15} [A-Z][a-z'’-]{1,20})$/;

/** Who gave the report or spoke to it, each once. */
function presentersIn(zoned: readonly Zoned[]): FoundPerson[] {
  const found: FoundPerson[] = [];
  const add = (place: Zoned, name: string, reason: string, confidence: FoundPerson['confidence']) => {
    const at = place.block.text.indexOf(name);
    const span = spanOf(place.block, at, at + name.length);
    if (span !== null && !found.some((other) => sameName(other.name, name)))
      found.push({ span, name, role: null, as: 'presenter', reason, confidence, zoned: place });
  };
  let officer = false;
  for (const [index, place] of zoned.entries()) {
    const { text } = place.block;
    if (place.zone === 'documents' || place.zone === 'people') continue;
    const reported = reportOf.exec(text)?.[1];
    if (reported !== undefined && isPersonName(reported))
      add(place, reported, 'The line says whose report it is.', 'certain');
    if (index < 25 && place.zone === 'head')
      officer = officerIn(text, officer, (name) =>
        add(place, name, 'Named in the head of the report with their post.', 'likely'),
      );
    for (const sentence of sentencesOf(place.block)) {
      const name = spokeTo.exec(sentence.text)?.[1];
      if (name !== undefined && isSpeaker(name)) add(place, name, 'They spoke to the item.', 'likely');
    }
  }
  return found;
}

/** "Chief Officer: Dr A B", or a post in one line and the name in the next. */
function officerIn(text: string, awaited: boolean, add: (name: string) => void): boolean {
  if (awaited && isPersonName(text)) add(text);
  const label = officerLabel.exec(text);
  const name = label?.[2] ?? (awaited ? postThenName.exec(text)?.[1] : undefined);
  if (name !== undefined && isPersonName(name)) add(name);
  return label !== null && name === undefined;
}

const isSpeaker = (name: string): boolean =>
  isPersonName(name) ||
  (/^[A-Z][a-z]{2,15}$/.test(name) &&
    !/^(?:The|This|It|Officers|Members|Councillors|Clerk|Chair\w*|Secretary|Report|Committee|Board|They|She|Further|Team|Panel|Secretariat|Treasurer)$/.test(
      name,
    ));

/** "Jayne" is "Jayne Mellor" once she has been named. */
const sameName = (full: string, name: string): boolean =>
  full === name || full.split(' ').includes(name) || name.split(' ').slice(-2).join(' ') === full;
