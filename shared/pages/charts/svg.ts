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

/** The whole picture. `variant` shows it only on wide or only on narrow screens. */
export function picture(
  { label, width, height, variant }: { label: string; width: number; height: number; variant?: 'wide' | 'narrow' },
  inside: string,
): string {
  const shown = variant === undefined ? {} : { class: `q-${variant}-only` };
  return element(
    'svg',
    { ...shown, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, role: 'img', 'aria-label': label },
    inside,
  );
}
