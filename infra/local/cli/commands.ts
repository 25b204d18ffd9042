import type { CliCommand } from './command.ts';

export type CommandEntry = { readonly name: string; readonly load: () => Promise<CliCommand> };

/** Every command, in the order of the help. Loaded only when asked for, so that one need not wait for another's imports. */
export const commands: readonly CommandEntry[] = [
  { name: 'rules', load: async () => (await import('./rules.ts')).rulesCommand },
  { name: 'read-minutes', load: async () => (await import('./read-minutes.ts')).readMinutesCommand },
  { name: 'score-minutes', load: async () => (await import('./score-minutes.ts')).scoreMinutesCommand },
  { name: 'verify', load: async () => (await import('./verify.ts')).verifyCommand },
];
