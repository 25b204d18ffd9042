import type { Body } from '../../../shared/domain/bodies/body.ts';
import { say } from '../../../shared/pages/say.ts';
import { choiceField, dateField, type FieldView } from './field-view.ts';
import type { FieldError, TypedSource } from './source-form.ts';

type Typed = Pick<TypedSource, 'body' | 'day' | 'status' | 'publish'>;

/** Which meeting it was, and what its minutes are: the same questions for a text and for a minute typed by hand. */
export function meetingFields(typed: Typed, bodies: readonly Body[], errors: readonly FieldError[]): FieldView[] {
  const filled = {
    values: {
      body: typed.body,
      'day-day': typed.day.day,
      'day-month': typed.day.month,
      'day-year': typed.day.year,
      status: typed.status,
      publish: typed.publish === 'yes' ? 'yes' : 'no',
    },
    errors: new Map(errors.map(({ field, text }) => [field, text])),
  };
  const choose = { value: '', text: say('minutes', 'bodyChoose') };
  return [
    choiceField(filled, 'body', {
      label: say('minutes', 'bodyLabel'),
      hint: say('minutes', 'bodyHint'),
      type: 'select',
      items: [choose, ...bodies.map(({ id, name }) => ({ value: id, text: name }))],
    }),
    dateField(filled, 'day', { label: say('minutes', 'dayLabel'), hint: say('minutes', 'dayHint') }),
    choiceField(filled, 'status', {
      label: say('minutes', 'statusLabel'),
      hint: say('minutes', 'statusHint'),
      type: 'radios',
      items: (['draft', 'confirmed', 'not-known'] as const).map((value) => ({
        value,
        text: say('minutes', `status-${value}`),
      })),
    }),
    choiceField(filled, 'publish', {
      label: say('minutes', 'publishLabel'),
      hint: say('minutes', 'publishHint'),
      type: 'radios',
      items: (['no', 'yes'] as const).map((value) => ({ value, text: say('minutes', `publish-${value}`) })),
    }),
  ];
}
