import { setTimeout as wait } from 'node:timers/promises';
import { londonInstant } from '../../shared/domain/calendar/day.ts';
import { stepFunctionsEndpoint } from './engine/api.ts';
import { openEngine } from './engine/engine.ts';
import { ACCESS_KEY, TABLE_NAME } from './environment.ts';
import type { Foundations } from './foundations.ts';
import type { Functions } from './invoke-functions.ts';
import type { LoopbackServers } from './loopback-servers.ts';
import { type Registry, relayOf, schedulesOf } from './registry.ts';
import { startOutboxStream } from './stream/outbox-stream.ts';
import { type BusinessTime, openBusinessTime } from './time/business-time.ts';
import { openDaysPassed } from './time/days-passed.ts';
import { onRealTime, openSchedules } from './time/schedules.ts';
import { readWorkflows } from './workflow-files.ts';

const TICK_MILLISECONDS = 1000;

const businessSchedules = ({ workflowSchedules }: Registry) =>
  workflowSchedules.map(({ workflow, cron }) => ({ name: workflow, cron }));

// A new folder begins at 08:00 of its first day, and that day's round is due.
const startOf = ({ clock }: Foundations): number => Date.parse(londonInstant(clock.today(), '00:00'));

const runSchedule = async (functions: Functions, name: string, schedule: string): Promise<void> =>
  void (await functions.invoke(name, { source: 'schedule', schedule }));

// A sweep that fails is told and comes again: it mends faults, it must not make one.
const runSchedules = async ({ options }: Foundations, functions: Functions): Promise<void> => {
  for (const { entry, name } of schedulesOf(options.registry))
    await runSchedule(functions, entry.name, name).catch((error: unknown) =>
      options.say(`${name} failed: ${String(error)}`),
    );
};

/** What real time does: the functions' schedules, and once a second whatever business time has made due. Begins at once. */
export function startRealTime(foundations: Foundations, functions: Functions, time: BusinessTime): void {
  const { options, closers } = foundations;
  for (const { entry, name, cron } of schedulesOf(options.registry))
    closers.keep(
      onRealTime(cron, () =>
        runSchedule(functions, entry.name, name).catch((error: unknown) =>
          options.say(`${name} failed: ${String(error)}`),
        ),
      ),
      (stop) => stop(),
    );
  const tick = () =>
    time.catchUp().catch((error: unknown) => options.say(`What is due could not be run: ${String(error)}`));
  closers.keep(
    setInterval(() => void tick(), TICK_MILLISECONDS),
    (timer) => clearInterval(timer),
  );
}

export type Workflows = Awaited<ReturnType<typeof startWorkflows>>;

/** Opens the engine over the workflow files, answers Step Functions' API for it, and begins to wake the relay. */
export async function startWorkflows(foundations: Foundations, servers: LoopbackServers, functions: Functions) {
  const { options, folder, clock, store, crashPoint, closers } = foundations;
  const engine = closers.keep(
    openEngine({
      file: folder.engine,
      machines: readWorkflows(options.registry),
      invoke: (name, payload) => functions.invoke(name, payload),
      clock,
      crashPoints: crashPoint,
      onBroken: (error) => options.onFatal(`the workflow engine cannot go on: ${String(error)}`),
    }),
    (opened) => opened.close(),
  );
  servers.answerWorkflowsWith(stepFunctionsEndpoint({ engine, accessKeyId: ACCESS_KEY }));
  const relay = relayOf(options.registry);
  const stream = relay
    ? closers.keep(
        await startOutboxStream({
          client: servers.table.streams,
          tableName: TABLE_NAME,
          store,
          relay: (event) => functions.invoke(relay.name, event),
          crashPoint,
          say: options.say,
        }),
        (started) => started.stop(),
      )
    : undefined;
  const days = openDaysPassed(store);
  const time = openBusinessTime({
    clock,
    engine,
    stream,
    schedules: openSchedules(store, businessSchedules(options.registry), startOf(foundations)),
    days,
    withinDay: () => runSchedules(foundations, functions),
    night: () => wait(options.staleIndexMilliseconds ?? 0),
    crashPoint,
    say: options.say,
  });
  return { engine, stream, days, time };
}
