// Makes what a browser loads (dist/assets), its address (shared/pages/assets.gen.js) and the precompiled templates
// (shared/pages/compiled).
// Does nothing when no input has changed, so it may be called before every start and every test.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { compile } from 'sass';
import { templateModules } from './assets/precompile-templates.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pages = join(root, 'shared/pages');
const dist = join(root, 'dist/assets');
const compiled = join(pages, 'compiled');
const address = join(pages, 'assets.gen.js');
const stamp = join(root, 'dist/assets-made-from.txt');

const hash = (...parts) => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
};

const templateNames = () => globSync('**/*.njk', { cwd: join(pages, 'templates') }).sort();

const inputHash = () => {
  const files = [
    join(root, 'package-lock.json'),
    ...globSync('infra/local/{build-assets.mjs,assets/*.mjs}', { cwd: root }).map((file) => join(root, file)),
    ...globSync('assets/*', { cwd: pages }).map((file) => join(pages, file)),
    ...templateNames().map((name) => join(pages, 'templates', name)),
  ].sort();
  return hash(...files.flatMap((file) => [file.slice(root.length), readFileSync(file)]));
};

// Another process may read the file at this moment: it sees the old one or the new one, never half of one.
const write = (file, content) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
};

const makeStyles = () => {
  const { css } = compile(join(pages, 'assets/quorate.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  return css;
};

const makeScript = () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(pages, 'assets/quorate.js')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0].text;
};

const made = (from, code) => `// Made by npm run assets from ${from}. Not to be edited.\n${code}`;

const makeTemplates = () => {
  const roots = [join(pages, 'templates'), join(root, 'node_modules/govuk-frontend/dist')];
  const modules = templateModules(templateNames(), roots, { atHand: '../templates-at-hand.ts', words: '../words' });
  const wanted = new Set();
  for (const [path, source] of modules) {
    const { code } = transformSync(source, { minifyWhitespace: true, minifySyntax: true, target: 'node24' });
    write(join(compiled, `${path}.gen.js`), made('shared/pages/templates', code));
    wanted.add(`${path}.gen.js`);
  }
  for (const old of globSync('**/*.gen.js', { cwd: compiled })) if (!wanted.has(old)) rmSync(join(compiled, old));
};

const inputs = inputHash();
const outputs = [
  address,
  ...['layout', 'errors'].map((name) => join(compiled, `${name}.gen.js`)),
  ...['quorate.css', 'quorate.js', 'quorate.svg'].map((name) => join(dist, name)),
];
const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs && outputs.every((file) => existsSync(file));
if (!fresh) {
  const styles = makeStyles();
  const script = makeScript();
  write(join(dist, 'quorate.css'), styles);
  const icon = readFileSync(join(pages, 'assets/quorate.svg'));
  write(join(dist, 'quorate.js'), script);
  write(join(dist, 'quorate.svg'), icon);
  const assetsHash = hash(styles, script, icon).slice(0, 12);
  write(address, made('shared/pages/assets', `export const assetsHash = '${assetsHash}';\n`));
  makeTemplates();
  rmSync(join(pages, 'templates.gen.js'), { force: true });
  write(stamp, inputs);
}
