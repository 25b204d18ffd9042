/** What a variable says when its value is a secret to be read by name: `ssm:` and the parameter's name. */
const REFERENCE = 'ssm:';

/** Milliseconds for which a secret is believed: a new one counts within minutes, and no page pays for reading it. */
const BELIEVED = 5 * 60_000;

type Read = { readonly value: Promise<string>; readonly until: number };
const read = new Map<string, Read>();

// Loaded only where there is a reference: a function that is told its values plainly does not pay for the SDK.
const readNow = async (name: string): Promise<string> => (await import('./read-parameter.ts')).readParameter(name);

/**
 * The value of a setting that may be a secret. On AWS the environment says only where the secret is (`ssm:<name>`), so
 * that it stands in no template and no console; anything else is the value itself. Throws when the secret is not there.
 */
export async function revealSecret(setting: string, now: number = Date.now()): Promise<string> {
  if (!setting.startsWith(REFERENCE)) return setting;
  const known = read.get(setting);
  if (known && known.until > now) return known.value;
  const value = readNow(setting.slice(REFERENCE.length));
  read.set(setting, { value, until: now + BELIEVED });
  // A failed read is not remembered: the next request tries again.
  value.catch(() => read.delete(setting));
  return value;
}
