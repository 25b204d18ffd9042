import type { z } from 'zod';
import { type InnerMachine, innerMachines, type Machine, machineSchema, type State } from './definition.ts';
import { DefinitionRefused } from './faults.ts';
import { compileExpression, expressionIn } from './jsonata.ts';

const refusalOf = (issue: z.core.$ZodIssue) => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return new DefinitionRefused(
      path.join('.'),
      issue.keys.join(', '),
      'the local engine does not implement this field',
    );
  const field = path.pop() ?? 'definition';
  return new DefinitionRefused(path.join('.'), field, `not as the local engine takes it: ${issue.message}`);
};

/** The targets a state names, each with the field that names it. */
const targetsOf = (state: State): (readonly [field: string, target: string])[] => {
  const targets: (readonly [string, string])[] = [];
  if ('Next' in state && state.Next !== undefined) targets.push(['Next', state.Next]);
  if (state.Type === 'Choice') {
    for (const [at, rule] of state.Choices.entries()) targets.push([`Choices.${at}.Next`, rule.Next]);
    if (state.Default !== undefined) targets.push(['Default', state.Default]);
  }
  if ('Catch' in state)
    for (const [at, catcher] of (state.Catch ?? []).entries()) targets.push([`Catch.${at}.Next`, catcher.Next]);
  return targets;
};

const checkTransitions = (machine: InnerMachine, path: string) => {
  const names = new Set(Object.keys(machine.States));
  if (!names.has(machine.StartAt))
    throw new DefinitionRefused(path, 'StartAt', `there is no state '${machine.StartAt}'`);
  const reached = new Set([machine.StartAt]);
  for (const [name, state] of Object.entries(machine.States))
    for (const [field, target] of targetsOf(state)) {
      if (!names.has(target)) throw new DefinitionRefused(`${path}.${name}`, field, `there is no state '${target}'`);
      reached.add(target);
    }
  for (const name of names)
    if (!reached.has(name)) throw new DefinitionRefused(`${path}.${name}`, 'Type', 'no state leads here');
};

const hasNoSuccessor = new Set(['Choice', 'Succeed', 'Fail']);

const checkSuccessor = (state: State, path: string) => {
  if (hasNoSuccessor.has(state.Type) || !('Next' in state || 'End' in state)) {
    if (!hasNoSuccessor.has(state.Type)) throw new DefinitionRefused(path, 'Next', 'a Next or an End is needed');
    return;
  }
  if (state.Next !== undefined && state.End !== undefined)
    throw new DefinitionRefused(path, 'End', 'a state has a Next or an End, not both');
};

const checkWait = (state: State, path: string) => {
  if (state.Type !== 'Wait') return;
  if ((state.Seconds === undefined) === (state.Timestamp === undefined))
    throw new DefinitionRefused(path, 'Seconds', 'a Wait has either Seconds or Timestamp');
  const { Timestamp } = state;
  if (Timestamp !== undefined && expressionIn(Timestamp) === undefined && Number.isNaN(Date.parse(Timestamp)))
    throw new DefinitionRefused(path, 'Timestamp', 'not a timestamp');
};

const checkHeartbeat = (state: State, path: string) => {
  if (state.Type !== 'Task' || state.HeartbeatSeconds === undefined) return;
  if (!state.Resource.endsWith('.waitForTaskToken'))
    throw new DefinitionRefused(path, 'HeartbeatSeconds', 'only a task with a token can send heartbeats');
  const { HeartbeatSeconds: beat, TimeoutSeconds: timeout } = state;
  if (typeof beat === 'number' && typeof timeout === 'number' && beat >= timeout)
    throw new DefinitionRefused(path, 'HeartbeatSeconds', 'must be smaller than TimeoutSeconds');
};

const checkErrorNames = (state: State, path: string) => {
  if (!('Retry' in state) && !('Catch' in state)) return;
  for (const field of ['Retry', 'Catch'] as const) {
    const handlers = state[field] ?? [];
    for (const [at, { ErrorEquals }] of handlers.entries())
      if (ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || at < handlers.length - 1))
        throw new DefinitionRefused(path, `${field}.${at}.ErrorEquals`, 'States.ALL stands alone and last');
  }
};

const assignmentsOf = (state: State): Record<string, unknown>[] => {
  const blocks = [
    'Assign' in state ? state.Assign : undefined,
    ...(state.Type === 'Choice' ? state.Choices.map((rule) => rule.Assign) : []),
    ...('Catch' in state ? (state.Catch ?? []).map((catcher) => catcher.Assign) : []),
  ];
  return blocks.filter((block) => block !== undefined);
};

const checkAssignments = (state: State, path: string, outer: ReadonlySet<string>) => {
  for (const name of assignmentsOf(state).flatMap((block) => Object.keys(block))) {
    if (name === 'states' || !/^[\p{L}_][\p{L}\p{N}_]{0,79}$/u.test(name))
      throw new DefinitionRefused(path, 'Assign', `'${name}' is no name for a variable`);
    if (outer.has(name))
      throw new DefinitionRefused(
        path,
        'Assign',
        `'${name}' belongs to an outer scope, which cannot be assigned from here`,
      );
  }
};

const checkExpressions = (value: unknown, path: string, field: string): void => {
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value))
      checkExpressions(part, path, field === '' ? key : `${field}.${key}`);
    return;
  }
  if (typeof value !== 'string') return;
  const source = expressionIn(value);
  if (source === undefined) {
    if (/^\s*\{%|%\}\s*$/.test(value))
      throw new DefinitionRefused(path, field, 'an expression begins with {% and ends with %}, with nothing around it');
    return;
  }
  try {
    compileExpression(source);
  } catch (thrown) {
    const reason = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : thrown;
    throw new DefinitionRefused(path, field, `not a JSONata expression: ${reason}`);
  }
};

const withoutInner = (state: State) =>
  Object.fromEntries(
    Object.entries(state).filter(([field]) => !['ItemProcessor', 'Branches', 'Comment'].includes(field)),
  );

/** What is being walked: where, the names already used in the whole machine, and the variables of outer scopes. */
interface Place {
  readonly path: string;
  readonly used: Set<string>;
  readonly outer: ReadonlySet<string>;
}

const checkState = (name: string, state: State, place: Place) => {
  const path = `${place.path}.${name}`;
  if (place.used.has(name)) throw new DefinitionRefused(path, 'Type', 'state names are unique in the whole machine');
  if (name.length > 80) throw new DefinitionRefused(path, 'Type', 'state names have at most 80 characters');
  place.used.add(name);
  checkSuccessor(state, path);
  checkWait(state, path);
  checkHeartbeat(state, path);
  checkErrorNames(state, path);
  checkAssignments(state, path, place.outer);
  checkExpressions(withoutInner(state), path, '');
};

const checkScope = (machine: InnerMachine, place: Place): void => {
  checkTransitions(machine, place.path);
  const states = Object.entries(machine.States);
  const own = states.flatMap(([, state]) => assignmentsOf(state).flatMap((block) => Object.keys(block)));
  const outer = new Set([...place.outer, ...own]);
  for (const [name, state] of states) {
    checkState(name, state, place);
    for (const [at, inner] of innerMachines(state).entries()) {
      const field = state.Type === 'Map' ? 'ItemProcessor' : `Branches.${at}`;
      checkScope(inner, { path: `${place.path}.${name}.${field}.States`, used: place.used, outer });
    }
  }
};

/**
 * Reads a state machine (Amazon States Language, JSONata). Throws `DefinitionRefused`, naming the path and the field,
 * for whatever this engine does not implement: what is not refused here is carried out.
 */
export function checkDefinition(definition: unknown): Machine {
  const parsed = machineSchema.safeParse(definition);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw issue === undefined ? new DefinitionRefused('', 'definition', 'not a state machine') : refusalOf(issue);
  }
  checkScope(parsed.data, { path: 'States', used: new Set(), outer: new Set() });
  return parsed.data;
}
