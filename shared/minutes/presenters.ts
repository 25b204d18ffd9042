import { isPersonName, speaker } from './actors.ts';
import type { FoundPerson } from './people.ts';
import { type Sentence, sentencesOf, spanOf } from './sentences.ts';
import type { Zoned } from './zones.ts';

const spokeTo = new RegExp(
  `^(${speaker})(?: ?,? (?:[^,.]{3,60},)| \\([A-Z]{2,4}\\))? (?:presented|introduced|gave a|gave an|gave the|advised|commented|explained|outlined)\\b`,
);
const reportOf = /^(?:Report of|Presented by:?|Presenter:?|Report by:?) (?:the )?([A-Z][^,;]{2,60}?)(?:,|\.|$| who\b)/;
const officerLabel =
  /^((?:(?:Chief|Executive|Interim|Deputy|Assistant|Corporate) )?(?:Officer|Director|Chief Officer|Executive Director|Chief Operating Officer|Head)\b[^:.]{0,60}):? ?([A-Z].{3,40})?$/;
const postThenName = /^[^:.]{2,40}: ((?:Dr |Mr |Mrs |Ms )?[A-Z][a-z'’-]{1,15} [A-Z][a-z'’-]{1,20})$/;

const HEAD_BLOCKS = 25;

/** Who gave the report or spoke to it, each once: "Jayne" is Jayne Mellor once she has been named. */
export function presentersIn(zoned: readonly Zoned[]): FoundPerson[] {
  const read = zoned.filter(({ zone }) => zone !== 'documents' && zone !== 'people');
  const found = [...officersIn(read.slice(0, HEAD_BLOCKS)), ...read.flatMap(presentersOf)];
  const named = new Set<string>();
  return found.filter(({ name }) => {
    const words = name.split(' ');
    const known = named.has(name) || named.has(words.slice(-2).join(' '));
    for (const word of [name, ...words.filter((each) => each.length > 2), words.slice(-2).join(' ')]) named.add(word);
    return !known;
  });
}

function presentersOf(place: Zoned): FoundPerson[] {
  const whole = spanOf(place.block, 0, place.block.text.length);
  const reported = reportOf.exec(place.block.text)?.[1];
  const report =
    whole !== null && reported !== undefined && isPersonName(reported)
      ? presenter(place, whole, reported, 'The line says whose report it is.')
      : [];
  const spoke = sentencesOf(place.block).flatMap((sentence) => {
    const name = spokeTo.exec(sentence.text)?.[1];
    return name === undefined || !isSpeaker(name) ? [] : presenter(place, sentence, name, 'They spoke to the item.');
  });
  return [...report, ...spoke];
}

function presenter(zoned: Zoned, within: Sentence, name: string, reason: string): FoundPerson[] {
  const at = within.from + within.text.indexOf(name);
  const span = spanOf(zoned.block, at, at + name.length);
  return span === null ? [] : [{ span, name, role: null, as: 'presenter', reason, confidence: 'likely', zoned }];
}

/** "Chief Officer: Dr A B" in the head of a report, or a post in one line and the name in the next. */
function officersIn(head: readonly Zoned[]): FoundPerson[] {
  return head.flatMap((place, index) => {
    const name = officerNamed(place.block.text, head[index - 1]?.block.text ?? '');
    const whole = spanOf(place.block, 0, place.block.text.length);
    return name === null || whole === null
      ? []
      : presenter(place, whole, name, 'Named in the head of the report with their post.');
  });
}

function officerNamed(text: string, before: string): string | null {
  const label = officerLabel.exec(text);
  const awaited = officerLabel.exec(before)?.[2] === undefined && officerLabel.test(before);
  const name = label?.[2] ?? (awaited ? (postThenName.exec(text)?.[1] ?? text) : undefined);
  return name !== undefined && isPersonName(name) ? name : null;
}

const isSpeaker = (name: string): boolean =>
  isPersonName(name) ||
  (/^[A-Z][a-z]{2,15}$/.test(name) &&
    !/^(?:The|This|It|Officers|Members|Councillors|Clerk|Chair\w*|Secretary|Report|Committee|Board|They|She|Further|Team|Panel|Secretariat|Treasurer)$/.test(
      name,
    ));
