import type { FunctionEntry } from '../../functions/index.ts';

/** What a host serves. `root` is the folder that the entries' files are named from. */
export type Registry = {
  readonly root: string;
  readonly functions: readonly FunctionEntry[];
  readonly workflowSchedules: readonly { readonly workflow: string; readonly cron: string }[];
  readonly workflowNames: readonly string[];
};

/** The one function that the relay's event source feeds, if there is one. */
export function relayOf(registry: Registry): FunctionEntry | undefined {
  return registry.functions.find(({ events }) => events.some(({ sort }) => sort === 'outbox-stream'));
}

/** The functions that a clock calls, each with its schedule. */
export function schedulesOf(registry: Registry): { entry: FunctionEntry; name: string; cron: string }[] {
  return registry.functions.flatMap((entry) =>
    entry.events.flatMap((event) => (event.sort === 'schedule' ? [{ entry, name: event.name, cron: event.cron }] : [])),
  );
}
