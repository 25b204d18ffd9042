// Turns Nunjucks templates into plain functions, so that a running function parses no template and reads no file.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import nunjucks from 'nunjucks';

/** The same everywhere a template is compiled or rendered: govuk-frontend's expected HTML depends on these. */
const OPTIONS = { autoescape: true, trimBlocks: true, lstripBlocks: true };

const REFERENCE = /{%-?\s*(?:from|import|extends|include)\s+["']([^"']+)["']/g;

const resolve = (from, to) => (to.startsWith('.') ? posix.join(posix.dirname(from), to) : to);

const find = (name, roots) => {
  const file = roots.map((root) => join(root, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Template "${name}" is asked for and is in none of: ${roots.join(', ')}`);
  return readFileSync(file, 'utf8');
};

/**
 * The source of an ES module that exports `templates`: every named template and all that they extend, import or include.
 * `names` are paths below one of `roots`; a later root is looked at only when an earlier one has no such file.
 */
export function precompileTemplates(names, roots) {
  const env = new nunjucks.Environment([], OPTIONS);
  const compiled = new Map();
  const waiting = [...names].sort();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (compiled.has(name)) continue;
    const source = find(name, roots);
    compiled.set(name, nunjucks.precompileString(source, { name, env, wrapper: ([one]) => one.template }));
    for (const [, reference] of source.matchAll(REFERENCE)) waiting.push(resolve(name, reference));
  }
  const entries = [...compiled].map(([name, code]) => `${JSON.stringify(name)}: (() => {${code}})()`);
  return `export const templates = {\n${entries.join(',\n')}\n};\n`;
}
