import { join } from 'node:path';
import { functions, workflowNames } from '../../functions/index.ts';
import { loadDemonstration } from '../../infra/local/demonstration/load.ts';
import { signInList } from '../../infra/local/demonstration/sign-in-list.ts';
import { startHost } from '../../infra/local/host.ts';
import { freePort } from '../../infra/local/ports.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { signIn } from '../support/host.ts';
import { temporaryFolder } from '../support/local/temporary-folder.ts';
import { type Figure, times } from './figure.ts';
import { byTurns, median, ratioOf } from './measure.ts';

const TURNS = 60;
const WARM_UP = 15;
const CONSTANT = '/bench-constant';
const SECRETARY = 'maya-lapwing';
const PAGES = [
  ['the list of committees, public', '/committees'],
  ['the secretary’s home', '/home'],
  ['the story of one promise', '/commitments/c01-hosb-18-14'],
  ['the plan of a body', '/bodies/hosb/plan'],
] as const;

const root = join(import.meta.dirname, '../..');

const openHost = async (folder: string) =>
  startHost({
    registry: {
      root,
      functions: [
        ...functions,
        {
          name: 'Constant',
          file: 'test/bench/constant.ts',
          timeoutSeconds: 10,
          memoryMb: 128,
          table: 'none',
          files: 'none',
          sends: [],
          workflows: false,
          events: [{ sort: 'http', paths: [`GET ${CONSTANT}`] }],
        },
      ],
      workflowNames,
      // Nothing else goes on meanwhile: no round is run.
      workflowSchedules: [],
    },
    folder,
    port: await freePort(),
    assets: join(root, 'dist/assets'),
    organisation: { name: 'Brackenford', contactEmail: 'governance@brackenford.example', firstAdministrator: '' },
    signInList,
    firstData: async () => void (await loadDemonstration(buildServices().register)),
    say: (line) => void process.stderr.write(`${line}\n`),
    onFatal: (reason) => {
      throw new Error(reason);
    },
  });

/** Each page against the gateway answering a constant of the same size, asked for by the same browser. */
export async function measurePages(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const host = await openHost(join(folder.path, 'data'));
  try {
    await host.moved;
    const visitor = await signIn({ address: host.publicAddress }, SECRETARY);
    const figures: Figure[] = [];
    for (const [what, path] of PAGES) {
      const ask = async (address: string): Promise<string> => {
        const { status, text } = await visitor.go(address);
        if (status !== 200) throw new Error(`${address} answered ${status}`);
        return text;
      };
      const bytes = Buffer.byteLength(await ask(path));
      const constant = `${CONSTANT}?bytes=${bytes}`;
      for (let turn = 0; turn < WARM_UP; turn += 1) await Promise.all([ask(path), ask(constant)]);
      const took = await byTurns(
        TURNS,
        () => ask(path),
        () => ask(constant),
      );
      const measured = `${times(ratioOf(took))} (${median(took.one).toFixed(1)} ms against ${median(took.other).toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB)`;
      figures.push({ what: `A page against a constant of its size: ${what}`, measured, reach: '', met: null });
    }
    return figures;
  } finally {
    await host.close();
    folder.remove();
  }
}
