// `npm test`: installs what is missing, makes the assets, runs every test, closes with a line of counts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../infra/local/ensure-installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = ensureInstalled(root);
// Tests start many hosts: as with npm start, Node keeps what it has compiled, and each comes up in two thirds of the time.
const env = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/quorate-compiled'),
  ...process.env,
  TZ: 'Europe/London',
};
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status;

const ensureChromium = () => {
  if (existsSync('/usr/bin/chromium')) return;
  process.stdout.write('Browser tests need Debian’s chromium; installing it ...\n');
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status;
  apt('update', '-qq');
  apt('install', '-y', '-qq', 'chromium');
  if (!existsSync('/usr/bin/chromium'))
    process.stdout.write(
      'chromium could not be installed here: the browser tests will fail and say so. As root: apt-get install -y chromium\n',
    );
};

ensureChromium();
if (existsSync(join(root, 'infra/local/build-assets.mjs')) && run(node, ['infra/local/build-assets.mjs']) !== 0)
  process.exit(1);
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)];
process.exit(run(node, jest) ?? 1);
