import { Parser } from 'htmlparser2';

const SPOKEN_ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'aria-description'];
const SPOKEN_PARAMETERS =
  /\b(?:text|html|title|titleText|caption|lede|label|legend|hint|summaryText|next|note|unit|word|visuallyHiddenText|labelText|about|term|reason|value)\s*:\s*(['"])((?:(?!\1).)*)\1/g;
const LETTERS = /\p{L}{2,}/u;

/**
 * Words in a template that do not come from the catalogue: text between tags, attributes that are read out, and literal
 * strings given to the parameters of macros that are shown.
 */
export function looseText(template: string): string[] {
  const withoutComments = template.replaceAll(/\{#[\s\S]*?#\}/g, '');
  const expressions = withoutComments.match(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g) ?? [];
  const loose = expressions.flatMap((expression) =>
    [...expression.matchAll(SPOKEN_PARAMETERS)].map(([, , text = '']) => text).filter((text) => LETTERS.test(text)),
  );
  const markup = withoutComments.replaceAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ' ');
  const parser = new Parser({
    ontext: (text) => {
      if (LETTERS.test(text)) loose.push(text.trim());
    },
    onopentag: (_, attributes) => {
      for (const name of SPOKEN_ATTRIBUTES)
        if (LETTERS.test(attributes[name] ?? '')) loose.push(attributes[name] ?? '');
    },
  });
  parser.end(markup);
  return loose;
}

/** The keys that a template asks the catalogue for, where they are written out in full. */
export function keysAskedFor(template: string): string[] {
  return [...template.matchAll(/\bt(?:Html)?\(\s*['"]([\w.-]+)['"]\s*[,)]/g)].map(([, key = '']) => key);
}
