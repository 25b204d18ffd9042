/** Fields that a log line may carry. Never events, bodies, headers, tokens, names or texts. */
export type LogFields = Partial<
  Record<'reference' | 'path' | 'workflow' | 'topic' | 'recordType' | 'recordId' | 'commandId' | 'day' | 'word', string>
>;

/** Writes one line of JSON with a number that an alarm watches. */
export function logMeasure(name: 'oldestOutboxMinutes', value: number): void {
  process.stdout.write(`${JSON.stringify({ level: 'info', [name]: value })}\n`);
}

/** Writes one line of JSON about a fault: its name and place in the code, not its message, which may quote a record. */
export function logFault(fault: unknown, fields: LogFields = {}): void {
  const named =
    fault instanceof Error
      ? {
          fault: fault.name,
          // A message may have lines of its own: only those that name a place are kept.
          at: fault.stack
            ?.split('\n')
            .map((line) => line.trim())
            .filter((line) => /^at \S.*:\d+:\d+\)?$/.test(line))
            .slice(0, 5),
        }
      : { fault: typeof fault };
  process.stderr.write(`${JSON.stringify({ level: 'error', ...fields, ...named })}\n`);
}
