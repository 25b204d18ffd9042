// `npm start`: runs on Node 20 before anything is installed; installs, makes the assets, then hands over to Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, stop } from './infra/local/ensure-installed.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const node = ensureInstalled(root);
// Node keeps what it has compiled beside the modules, so that later starts are quicker.
const env = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/quorate-compiled'),
  ...process.env,
  TZ: 'Europe/London',
};

const assets = spawnSync(node, ['--no-warnings', join(root, 'infra/local/build-assets.mjs')], {
  cwd: root,
  stdio: 'inherit',
  env,
});
if (assets.status !== 0) stop('the style sheet and templates could not be made; what went wrong is above.');

const host = spawn(node, ['--no-warnings', join(root, 'infra/local/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
});
// Ctrl-C reaches the host by itself (same terminal); a signal sent to this process only must be handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => host.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
host.on('error', (error) => stop(`Node 24 could not be started (${error.code}).`));
host.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
