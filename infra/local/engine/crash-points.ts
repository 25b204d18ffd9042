/** The engine's writes: each is one transaction in its file, named for the kill tests. */
const engineWrites = ['start', 'transition', 'timer', 'token-answer', 'heartbeat', 'stop'] as const;

export type EngineWrite = (typeof engineWrites)[number];

/** Every place where the kill tests end the process: around and inside each write, and around each invocation. */
export const engineCrashPoints: readonly string[] = [
  ...engineWrites.flatMap((write) => [`engine:before-${write}`, `engine:inside-${write}`, `engine:after-${write}`]),
  'engine:before-invoke',
  'engine:after-invoke',
];

/** Called with the name of each crash point as the engine passes it. */
export type CrashPoints = (name: string) => void;
