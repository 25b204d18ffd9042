import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from './registry.ts';
import { StartRefused } from './start-refused.ts';

/**
 * The workflow files that the registry names, parsed, with `${Name}` filled in by the function's name: the very files
 * that the stack deploys, where it becomes an ARN. Throws `StartRefused` for a placeholder that is no function.
 */
export function readWorkflows(registry: Registry): Record<string, unknown> {
  const known = new Set(registry.functions.map(({ name }) => name));
  const machines: Record<string, unknown> = {};
  for (const workflow of registry.workflowNames) {
    const file = join(registry.root, 'workflows', `${workflow}.asl.json`);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8').replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      if (!known.has(name))
        throw new StartRefused(`workflows/${workflow}.asl.json names ${name}, which is no function.`);
      return name;
    });
    machines[workflow] = JSON.parse(text);
  }
  return machines;
}
