// Turns Nunjucks templates into plain functions, so that a running function parses no template and reads no file.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import nunjucks from 'nunjucks';

/** The same everywhere a template is compiled or rendered: govuk-frontend's expected HTML depends on these. */
const OPTIONS = { autoescape: true, trimBlocks: true, lstripBlocks: true };

const REFERENCE = /{%-?\s*(?:from|import|extends|include)\s+["']([^"']+)["']/g;

// `t('home.title')`, and the beginning of `t('home.state-' ~ state)`.
const WORDS = /\bt(?:Html)?\(\s*["']([a-zA-Z]+)\./g;

const resolve = (from, to) => (to.startsWith('.') ? posix.join(posix.dirname(from), to) : to);

const find = (name, roots) => {
  const file = roots.map((root) => join(root, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Template "${name}" is asked for and is in none of: ${roots.join(', ')}`);
  return readFileSync(file, 'utf8');
};

/**
 * Every named template and all that they extend, import or include, by name: its code, the names it refers to, and the areas
 * of words that it asks for.
 * `names` are paths below one of `roots`; a later root is looked at only when an earlier one has no such file.
 */
function compileTemplates(names, roots) {
  const env = new nunjucks.Environment([], OPTIONS);
  const compiled = new Map();
  const waiting = [...names].sort();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (compiled.has(name)) continue;
    const source = find(name, roots);
    const code = nunjucks.precompileString(source, { name, env, wrapper: ([one]) => one.template });
    const references = [...source.matchAll(REFERENCE)].map(([, to]) => resolve(name, to));
    const words = [...source.matchAll(WORDS)].map(([, area]) => area);
    compiled.set(name, { code, references, words });
    waiting.push(...references);
  }
  return compiled;
}

const asObject = (entries) =>
  `{\n${entries.map(([name, { code }]) => `${JSON.stringify(name)}: (() => {${code}})()`).join(',\n')}\n}`;

/** An expression of one object with every named template and all that they need, by name. */
export function precompileTemplates(names, roots) {
  return asObject([...compileTemplates(names, roots)]);
}

// The pages of a folder are one module; each component, which many folders use, is one for itself.
const moduleOf = (name) => {
  const parts = name.replace(/\.njk$/, '').split('/');
  if (parts[0] === 'govuk') return parts.slice(0, 3).join('/');
  return parts[0] === 'components' ? parts.join('/') : parts[0];
};

const importOf = (from, to) => {
  const path = posix.relative(posix.dirname(from), to);
  return `import '${path.startsWith('.') ? path : `./${path}`}.gen.js';`;
};

/** `apiTokens` is said as `api-tokens` among files. */
const fileOf = (area) => area.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The source of ES modules, by path without `.gen.js`: one for each folder of pages and one for each component. Each adds
 * its templates to those at hand, and imports the modules of what its templates extend, import or include, and the words
 * that they ask for. `paths` are from the folder of the modules: `atHand` the module that exports `addTemplates`, `words`
 * the folder with a file of words for each area.
 */
export function templateModules(names, roots, paths) {
  const modules = new Map();
  for (const [name, template] of compileTemplates(names, roots)) {
    const own = modules.get(moduleOf(name)) ?? [];
    modules.set(moduleOf(name), [...own, [name, template]]);
  }
  const sourceOf = ([path, entries]) => {
    const used = new Set(entries.flatMap(([, { references }]) => references.map(moduleOf)));
    used.delete(path);
    const imports = [...used].sort().map((to) => importOf(path, to));
    const areas = new Set(entries.flatMap(([, { words }]) => words));
    const folder = posix.relative(posix.dirname(path), paths.words);
    const words = [...areas].sort().map((area) => `import '${folder}/${fileOf(area)}.ts';`);
    const add = `import { addTemplates } from '${posix.relative(posix.dirname(path), paths.atHand)}';`;
    return [path, `${[add, ...words, ...imports].join('\n')}\naddTemplates(${asObject(entries)});\n`];
  };
  return new Map([...modules].map(sourceOf));
}
