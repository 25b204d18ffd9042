import { RequestRefused } from './faults.ts';

// One account and region for the whole machine: the ARNs only have to be recognisable.
const prefix = 'arn:aws:states:eu-west-2:000000000000';

/** The ARN under which a state machine is known. */
export function machineArn(machine: string): string {
  return `${prefix}:stateMachine:${machine}`;
}

/** The ARN under which one execution is known. */
export function executionArn(machine: string, name: string): string {
  return `${prefix}:execution:${machine}:${name}`;
}

/** The machine's name, from its ARN. Throws `InvalidArn`. */
export function machineOfArn(arn: string): string {
  const name = arn.startsWith(`${prefix}:stateMachine:`) ? arn.slice(prefix.length + 14) : '';
  if (!/^[\w-]{1,80}$/.test(name)) throw new RequestRefused('InvalidArn', `Invalid Arn: '${arn}'`);
  return name;
}

/** The machine and the execution's name, from the execution's ARN. Throws `InvalidArn`. */
export function executionOfArn(arn: string): { machine: string; name: string } {
  const parts = arn.startsWith(`${prefix}:execution:`) ? arn.slice(prefix.length + 11).split(':') : [];
  const [machine, name] = parts;
  if (parts.length !== 2 || machine === undefined || name === undefined || name === '')
    throw new RequestRefused('InvalidArn', `Invalid Arn: '${arn}'`);
  return { machine, name };
}

/** Throws `InvalidName` for a name that AWS would not take (1 to 80 characters, no spaces, brackets, wildcards or controls). */
export function checkExecutionName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: AWS refuses control characters, so they are named here.
  if (name.length < 1 || name.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name))
    throw new RequestRefused('InvalidName', `Invalid Name: '${name}'`);
}
