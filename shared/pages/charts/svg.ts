import { escapeMarkup } from '../markup.ts';

// The few shapes that the charts are drawn with. Colours and type sizes are classes (assets/_figures.scss): a style
// attribute would be refused by the pages' content policy. Every text and attribute is escaped here and nowhere else.

type Attributes = Record<string, string | number>;

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escapeMarkup(value);

const element = (name: string, attributes: Attributes, inside = ''): string => {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`);
  return inside === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${inside}</${name}>`;
};

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function box({ x, y, width, height }: Box, tone: string): string {
  return element('rect', { class: `q-c-${tone}`, x, y, width, height });
}

export function dot(x: number, y: number, radius: number, tone: string): string {
  return element('circle', { class: `q-c-${tone}`, cx: x, cy: y, r: radius });
}

/** A path of steps: letters are commands, numbers places in user units. */
export function path(steps: (string | number)[], tone: string): string {
  return element('path', { class: `q-c-${tone}`, d: steps.map(written).join(' ') });
}

export function diamond(x: number, y: number, half: number, tone: string): string {
  return path(['M', x, y - half, 'l', half, half, -half, half, -half, -half, 'Z'], tone);
}

export interface Words {
  x: number;
  y: number;
  /** 13 px is the floor; 11 only for numerals that the table repeats. */
  size?: 11 | 13 | 14 | 16;
  anchor?: 'start' | 'middle' | 'end';
  tone?: 'text' | 'quiet' | 'white' | 'late-text' | 'brass-text' | 'petrol-text' | 'done-text';
  bold?: boolean;
}

export function words(text: string, { x, y, size = 14, anchor = 'start', tone = 'text', bold = false }: Words): string {
  if (text === '') return '';
  const classes = [`q-c-${tone}`, `q-c-${size}`, `q-c-${anchor}`, ...(bold ? ['q-c-bold'] : [])].join(' ');
  return element('text', { class: classes, x, y }, escapeMarkup(text));
}

/** The hatching of days that do not count. Its id must be unique in the page: a hidden copy would blank the shown one. */
export function hatching(id: string): string {
  const lines = element('rect', { class: 'q-c-paper', width: 6, height: 6 });
  const line = element('rect', { class: 'q-c-hatch', width: 2, height: 6 });
  const pattern = { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return element('defs', {}, element('pattern', pattern, lines + line));
}

export function hatchedBox({ x, y, width, height }: Box, id: string): string {
  return element('rect', { class: 'q-c-holiday', fill: `url(#${id})`, x, y, width, height });
}

/** About how wide a text is drawn, in user units: Arial's average letter, a little more when bold. */
export function widthOf(text: string, size: number, bold = false): number {
  return text.length * size * (bold ? 0.56 : 0.52);
}

/** Words on white, for where lines would run through them. */
export function wordsOnPaper(text: string, at: Words): string {
  const width = widthOf(text, at.size ?? 14, at.bold) + 6;
  const x = { start: at.x - 3, middle: at.x - width / 2, end: at.x - width + 3 }[at.anchor ?? 'start'];
  return box({ x, y: at.y - 14, width, height: 18 }, 'paper') + words(text, at);
}

/** What a picture says and measures. `variant` names the screens it is for (assets/_figures.scss). */
export interface Picture {
  label: string;
  width: number;
  height: number;
  variant?: 'wide' | 'narrow' | 'broad' | 'not-broad';
}

// Drawn a fifth larger than its user units where there is room, so that its 13 is about the 16 px of the rows beside it.
const SCALE = 1.2;

/** The whole picture. */
export function picture({ label, width, height, variant }: Picture, inside: string): string {
  const shown = variant === undefined ? {} : { class: `q-${variant}-only` };
  return element(
    'svg',
    {
      ...shown,
      width: Math.round(width * SCALE),
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      role: 'img',
      'aria-label': label,
    },
    inside,
  );
}

/** A mark of a legend: drawn beside its words, so without a name of its own. */
export function key({ width, height }: { width: number; height: number }, inside: string): string {
  return element('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' }, inside);
}
