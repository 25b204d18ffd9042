import { inflateSync } from 'node:zlib';

/** What all that is opened of a file may unfold to, in bytes: twenty times what an office program makes of a long report. */
const UNFOLDED_BYTES = 64 * 1024 * 1024;

/** ISO 32000-1, annex C: there are no more objects in a file than this. */
const MOST_OBJECTS = 8_388_607;

/** How far before a stream its dictionary is looked for, in bytes: none is near as long. */
const WINDOW = 64 * 1024;

/** A name may be written by the codes of its letters, and a comment may stand anywhere: both taken out. */
const asRead = (text: string): string =>
  text
    .replaceAll(/%[^\r\n]*/g, ' ')
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What stands before a stream, back to the end of the one before it. */
function before(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - WINDOW), at);
  return asRead(window.slice(window.lastIndexOf('endstream') + 1));
}

/** Streams that are unfolded when a file is opened: those that hold objects, and those that say where objects are. */
const isOpened = (dictionary: string): boolean =>
  /\/(ObjStm|XRef)\b/.test(dictionary) ||
  // Its kind stands elsewhere: no program writes that, and whoever hides it hides something.
  /\/Type\s+\d/.test(dictionary);

/** Packed once, in the one way that programs pack them, or not at all. */
const isPackedAsUsual = (dictionary: string): boolean =>
  !dictionary.includes('/Filter') || /\/Filter\s*(\[\s*\/FlateDecode\s*\]|\/FlateDecode\b)/.test(dictionary);

/** Each of these numbers is counted up to when the file is opened. */
const namesTooMany = (dictionary: string): boolean =>
  [...dictionary.matchAll(/\/(?:Size|N|Index)\s*\[?([\d\s]+)/g)]
    .flatMap(([, numbers = '']) => numbers.split(/\s+/))
    .some((number) => Number(number) > MOST_OBJECTS);

/** The size of a packed stream unfolded; Infinity when it is more than `most`, 0 when it is damaged further in. */
function unfolded(bytes: Uint8Array, most: number): number {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) }).length;
  } catch (fault) {
    const tooLarge =
      typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? Number.POSITIVE_INFINITY : 0;
  }
}

/**
 * Can a file be opened without filling the memory or the day? Looked at before it is opened: how many objects it says there
 * are, and what the streams unfold to that hold them. Pictures and pages are not unfolded by anybody here.
 */
export function isWithinBounds(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let left = UNFOLDED_BYTES;
  for (const found of text.matchAll(/(?<!end)stream(\r\n|\n|\r)/g)) {
    const dictionary = before(text, found.index);
    if (!isOpened(dictionary)) continue;
    if (!isPackedAsUsual(dictionary) || namesTooMany(dictionary)) return false;
    if (!dictionary.includes('/Filter')) continue;
    left -= unfolded(bytes.subarray(found.index + found[0].length), left);
    if (left < 0) return false;
  }
  return true;
}
