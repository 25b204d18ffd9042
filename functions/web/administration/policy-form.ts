import { type ReminderPolicy, reminderPolicy, shippedPolicy } from '../../../shared/domain/messages/reminder-policy.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { remindersWords } from '../../../shared/pages/words/reminders.ts';
import { type Faults, faultsOf, type Typed } from '../typed-form.ts';

/** One field of the form, from the shape of the policy itself, so that no number of it can be missing from the page. */
export type PolicyField = { name: string; sort: 'number' | 'time' | 'tick' | 'weekday' | 'choice' };

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function sortOf(name: string, value: unknown): PolicyField['sort'] {
  if (typeof value === 'boolean') return 'tick';
  if (name.endsWith('weeklyDay')) return 'weekday';
  if (typeof value === 'number') return 'number';
  return name.startsWith('times-') ? 'time' : 'choice';
}

function leaves(value: unknown, name = ''): { name: string; value: unknown }[] {
  if (!isGroup(value)) return [{ name, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, name === '' ? key : `${name}-${key}`));
}

/** Every field, in the order of the policy. `chasing` has its own button. */
export const policyFields: readonly PolicyField[] = leaves(shippedPolicy)
  .filter(({ name }) => name !== 'chasing')
  .map(({ name, value }) => ({ name, sort: sortOf(name, value) }));

/** A policy as the fields of the form. */
export function typedOfPolicy(policy: ReminderPolicy): Typed {
  const text = (value: unknown) => (value === true ? 'yes' : value === false ? '' : String(value));
  return Object.fromEntries(leaves(policy).map(({ name, value }) => [name, text(value)]));
}

function rebuilt(shape: unknown, typed: Typed, name = ''): unknown {
  if (isGroup(shape))
    return Object.fromEntries(
      Object.entries(shape).map(([key, inner]) => [key, rebuilt(inner, typed, name === '' ? key : `${name}-${key}`)]),
    );
  const text = typed[name] ?? '';
  if (typeof shape === 'boolean') return text === 'yes';
  if (typeof shape === 'number') return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return text;
}

const isKey = (key: string): key is Key<'reminders'> => key in remindersWords.en;

/** What a field is called; the name itself would be a mistake that the page's test finds. */
export function fieldLabel(name: string): string {
  const key = `field-${name}`;
  return isKey(key) ? say('reminders', key) : name;
}

/** Reads the form into a policy; chasing stays as it is. */
export function readPolicy(typed: Typed, chasing: boolean): { policy: ReminderPolicy } | Faults {
  const read = reminderPolicy.safeParse(rebuilt(shippedPolicy, { ...typed, chasing: chasing ? 'yes' : '' }));
  if (read.success && read.data.times.earliest >= read.data.times.latest)
    return faultsOf([{ field: 'times-latest', text: say('reminders', 'wrongTimes') }]);
  if (read.success) return { policy: read.data };
  return faultsOf(
    read.error.issues.map(({ path }) => {
      const field = path.map(String).join('-');
      const sort = policyFields.find(({ name }) => name === field)?.sort;
      return {
        field,
        text: say('reminders', sort === 'time' ? 'wrongTime' : 'wrongNumber', { field: fieldLabel(field) }),
      };
    }),
  );
}
