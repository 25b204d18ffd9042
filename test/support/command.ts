import type { Command } from '../../shared/store/commitment-acts.ts';
import { maya } from './builders.ts';

/** A command by the secretary on the day of the demonstration, with overrides. */
export function aCommand(commandId: string, overrides: Partial<Command> = {}): Command {
  return { commandId, actor: maya, at: '2019-04-15T09:00:00.000Z', today: '2019-04-15', ...overrides };
}
