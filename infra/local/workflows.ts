import { stepFunctionsEndpoint } from './engine/api.ts';
import { openEngine } from './engine/engine.ts';
import { ACCESS_KEY, TABLE_NAME } from './environment.ts';
import type { Foundations } from './foundations.ts';
import type { Functions } from './invoke-functions.ts';
import type { LoopbackServers } from './loopback-servers.ts';
import { relayOf } from './registry.ts';
import { startOutboxStream } from './stream/outbox-stream.ts';
import { readWorkflows } from './workflow-files.ts';

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
  return { engine, stream };
}
