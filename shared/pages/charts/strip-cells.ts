import { isWeekend, partsOf } from '../../domain/calendar/day.ts';
import type { StripDay } from './strip-days.ts';
import { type Box, box, dot, hatchedBox, widthOf, words } from './svg.ts';

const TONES = { start: 'deadline', end: 'meeting', counted: 'clear', left: 'day' } as const;

const isHoliday = (day: StripDay): boolean => day.part === 'left-out' && !isWeekend(day.day);

const ground = (day: StripDay, place: Box, pattern: string, text: string): string => {
  if (!isHoliday(day)) return box(place, day.part === 'left-out' ? 'weekend' : TONES[day.part]);
  // The number of a hatched day stands on a white patch: text over hatching cannot be read.
  const width = Math.min(widthOf(text, 16) + 10, place.width - 4);
  const patch = { x: place.x + (place.width - width) / 2, y: place.y + place.height / 2 - 12, width, height: 24 };
  return hatchedBox(place, pattern) + box(patch, 'paper');
};

const clearNumber = (day: StripDay, place: Box): string => {
  if (day.part !== 'counted' || day.number === null) return '';
  const [x, y] = [place.x + place.width - 7, place.y + 7];
  return (
    dot(x, y, 8, 'clear-number') +
    words(String(day.number), { x, y: y + 4, size: 11, anchor: 'middle', tone: 'white', bold: true })
  );
};

/** One day as a cell: white to act in, grey weekend, hatched holiday, numbered clear day, solid first and last day. */
export function drawDay(day: StripDay, place: Box, { pattern, text }: { pattern: string; text?: string }): string {
  const shown = text ?? String(partsOf(day.day).dayOfMonth);
  const solid = day.part === 'start' || day.part === 'end';
  const number = words(shown, {
    x: place.x + place.width / 2,
    y: place.y + place.height / 2 + 6,
    size: shown.length > 2 ? 13 : 16,
    anchor: 'middle',
    tone: solid ? 'white' : day.part === 'left-out' && !isHoliday(day) ? 'quiet' : 'text',
    bold: day.part !== 'left-out',
  });
  const now = day.today
    ? box({ x: place.x - 1, y: place.y - 1, width: place.width + 2, height: place.height + 2 }, 'now')
    : '';
  return ground(day, place, pattern, shown) + number + now + clearNumber(day, place);
}
