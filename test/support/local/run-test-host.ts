// Runs a host over the test registry in a process of its own, for tests that kill it. Prints `ready` when it is.
import { startHost } from '../../../infra/local/host.ts';
import { testRegistry } from './test-registry.ts';
import { testSignInList } from './test-sign-in-list.ts';

const [folder = '', port = '', today = '2019-04-15'] = process.argv.slice(2);
const host = await startHost({
  registry: testRegistry,
  folder,
  port: Number(port),
  assets: folder,
  organisation: { name: 'Brackenford', contactEmail: 'governance@brackenford.example', firstAdministrator: '' },
  signInList: testSignInList,
  crashAt: process.env['QUORATE_CRASH_AT'] ?? '',
  say: (line) => process.stdout.write(`${line}\n`),
  onFatal: () => process.exit(1),
});
// Before anything is said: who hears it may end this process at once.
process.once('SIGTERM', () => void host.close().then(() => process.exit(0)));
process.stdout.write('ready\n');
await host.moved;
await host.time.moveTo(today);
process.stdout.write(`moved to ${host.clock.today()}\n`);
