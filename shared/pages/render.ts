import nunjucks, { type PrecompiledTemplate, type Source } from 'nunjucks/browser/nunjucks-slim.js';
import { formatDate, formatDay, formatDayShort, formatDayShortWithYear } from '../domain/calendar/day-words.ts';
import { assetsHash } from './assets.gen.js';
import { formatDateWithoutYear, formatDayWithoutYear, formatMoment, formatTime } from './day-words.ts';
import type { PageFrame } from './page-frame.ts';
import { type Slots, sayPath, sayPathAsHtml } from './say.ts';
import { templatesAtHand } from './templates-at-hand.ts';
import './compiled/errors.gen.js';
import './compiled/layout.gen.js';

type Environment = InstanceType<typeof nunjucks.Environment>;

/**
 * A template that was asked for and is not at hand: the name is wrong, `npm run assets` was not run, or the area does not
 * import the module of its folder of templates (`compiled/<folder>.gen.js`).
 */
export class TemplateMissing extends Error {
  override name = 'TemplateMissing';
}

class PrecompiledLoader extends nunjucks.Loader {
  readonly #templates: Record<string, PrecompiledTemplate>;

  constructor(from: Record<string, PrecompiledTemplate>) {
    super();
    this.#templates = from;
  }

  override getSource(name: string): Source {
    const obj = this.#templates[name];
    if (obj === undefined) throw new TemplateMissing(`There is no template "${name}" at hand`);
    return { src: { type: 'code', obj }, path: name, noCache: false };
  }

  override isRelative(name: string): boolean {
    return name.startsWith('./') || name.startsWith('../');
  }

  override resolve(from: string, to: string): string {
    const path = from.split('/').slice(0, -1);
    for (const step of to.split('/')) {
      if (step === '..') path.pop();
      else if (step !== '.') path.push(step);
    }
    return path.join('/');
  }
}

const FILTERS = {
  day: formatDayWithoutYear,
  dayInFull: formatDay,
  dayAndYear: formatDate,
  dayAndMonth: formatDateWithoutYear,
  dayShort: formatDayShort,
  dayShortWithYear: formatDayShortWithYear,
  time: formatTime,
  moment: formatMoment,
};

/** The address of a file made by `npm run assets`. Its hash changes with its content, so it may be cached for ever. */
export function assetPath(file: 'quorate.css' | 'quorate.js' | 'quorate.svg'): string {
  return `/assets/${assetsHash}/${file}`;
}

/** A renderer over precompiled templates, with the words, the days and the asset addresses that templates use. */
export function createRenderer(from: Record<string, PrecompiledTemplate>): Environment {
  const environment = new nunjucks.Environment(new PrecompiledLoader(from), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('t', (path: string, slots?: Slots) => sayPath(path, slots));
  environment.addGlobal(
    'tHtml',
    (path: string, slots?: Slots) => new nunjucks.runtime.SafeString(sayPathAsHtml(path, slots)),
  );
  environment.addGlobal('assetPath', assetPath);
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  return environment;
}

const pages = createRenderer(templatesAtHand);

/**
 * A whole page as HTML. `template` is its path below `templates/`; `page` is what it shows beside its frame. The layout and
 * the error pages are always at hand; an area imports `compiled/<folder>.gen.js` for its own.
 */
export function render(template: string, page: { frame: PageFrame } & Record<string, unknown>): string {
  return pages.render(template, page);
}
