import type { FunctionEntry } from '../../functions/index.ts';
import { TABLE_NAME } from './environment.ts';
import { openObjectFiles } from './files/object-files.ts';
import { emptyQuarantine } from './files/quarantine.ts';
import { fillOnce } from './first-data.ts';
import { type Foundations, layFoundations } from './foundations.ts';
import type { HostOptions } from './host-options.ts';
import { openFunctions } from './invoke-functions.ts';
import { type LoopbackServers, startLoopbackServers } from './loopback-servers.ts';
import { refuseTakenPort } from './ports.ts';
import { openSite } from './site.ts';
import { removeExpired } from './table/housekeeping.ts';
import { startRealTime, startWorkflows } from './workflows.ts';

const answersPages = ({ events, table }: FunctionEntry): boolean =>
  table !== 'published' && events.some(({ sort }) => sort === 'http');

const HOUR = 3_600_000;

// What DynamoDB and S3 do by themselves: items whose time is over go, and files that nobody took out of quarantine, at the start and every hour.
const keepHouse = ({ options, closers, folder }: Foundations, { table }: LoopbackServers): void => {
  const files = openObjectFiles(folder.files);
  const clean = () => {
    emptyQuarantine(files, Date.now());
    return removeExpired(table.client, TABLE_NAME, Date.now()).catch((error: unknown) =>
      options.say(`Items whose time is over could not be removed: ${String(error)}`),
    );
  };
  const first = setImmediate(() => void clean());
  const hourly = setInterval(() => void clean(), HOUR);
  closers.keep(hourly, () => {
    clearImmediate(first);
    clearInterval(hourly);
  });
};

export type Host = Awaited<ReturnType<typeof startHost>>;

/**
 * Starts Quorate on one machine: the store, the engine, the inbox, the identity provider and the gateway, over one data
 * folder. Throws `StartRefused` with a sentence when it cannot; what had been started is stopped again.
 */
export async function startHost(options: HostOptions) {
  const publicAddress = `http://localhost:${options.port}`;
  const foundations = layFoundations(options, publicAddress);
  const { closers, clock, settings, sent } = foundations;
  try {
    const { registry, firstData, say } = options;
    await refuseTakenPort(options.port);
    const servers = await startLoopbackServers(foundations, registry.workflowNames);
    const functions = closers.keep(openFunctions(registry, servers.publishedEnvironment), (opened) => opened.close());
    await fillOnce(servers.table.client, settings, firstData, { today: clock.today(), say });
    const workflows = await startWorkflows(foundations, servers, functions);
    await openSite(foundations, servers, functions, workflows);
    // A move that was interrupted goes on, or a later day was asked for; pages are answered meanwhile.
    const { time } = workflows;
    await Promise.all(registry.functions.filter(answersPages).map(({ name }) => functions.load(name).catch(() => {})));
    const moved = time
      .catchUp()
      .then(time.finish)
      .then(() => (options.today ? time.moveTo(options.today) : undefined))
      .catch((error: unknown) => say(`Business time could not go on: ${String(error)}`));
    startRealTime(foundations, functions, time);
    keepHouse(foundations, servers);
    return { publicAddress, servers, functions, ...workflows, clock, sent, moved, close: closers.close };
  } catch (error) {
    await closers.close().catch(() => {});
    throw error;
  }
}
