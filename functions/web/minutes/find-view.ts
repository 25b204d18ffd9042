import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type Find, outcomes } from '../../../shared/minutes/find.ts';
import { type Tone, toneOf } from '../../../shared/minutes/marked-text.ts';
import type { ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { say } from '../../../shared/pages/say.ts';
import { choiceField, type FieldView, type Filled, optional, textField } from './field-view.ts';
import { type PromiseView, peopleChoices, promiseView } from './promise-view.ts';
import type { ReadingContext } from './reading-context.ts';

/** One find as the page shows it. */
export type FindView = {
  id: string;
  number: number;
  kind: string;
  tone: Tone;
  confidence: Find['confidence'];
  value: string;
  detail: string | null;
  reason: string;
  keep: FieldView;
  correct: { fields: readonly FieldView[]; open: boolean } | null;
  promise: PromiseView | null;
};

function kindOf(find: Find): string {
  const part = (
    number: string | null,
    alone: 'kindResolution' | 'kindItem',
    numbered: 'kindResolutionPart' | 'kindItemNumber',
  ) => (number === null ? say('minutes', alone) : say('minutes', numbered, { number }));
  switch (find.kind) {
    case 'resolution':
      return part(find.number, 'kindResolution', 'kindResolutionPart');
    case 'item':
      return part(find.number, 'kindItem', 'kindItemNumber');
    case 'promise':
      return say('minutes', find.promiseKinds.includes('report-back') ? 'kindReportBack' : 'kindAction');
    case 'attendee':
      return say('minutes', `attendance-${find.attendance}`);
    case 'detail':
      return say('minutes', `detail-${find.name}`);
    case 'body':
    case 'meeting-date':
    case 'next-meeting':
    case 'presenter':
    case 'apology':
    case 'matter-raised':
    case 'recommendation':
    case 'vote':
    case 'supporting-documents':
      return say('minutes', `find-${find.kind}`);
  }
}

function saidAs(find: Find): { value: string; detail: string | null } {
  switch (find.kind) {
    case 'item':
      return { value: find.title, detail: null };
    case 'presenter':
    case 'attendee':
      return { value: find.name, detail: find.role };
    case 'body':
    case 'apology':
      return { value: find.name, detail: null };
    case 'meeting-date':
    case 'next-meeting':
      return { value: formatDay(find.day), detail: null };
    case 'resolution':
      return { value: say('minutes', `outcome-${find.outcome}`), detail: `“${find.text}”` };
    case 'promise':
      return {
        value: `“${find.text}”`,
        detail: find.owner === null ? null : say('minutes', 'namedOwner', { name: find.owner }),
      };
    case 'supporting-documents':
      return { value: find.names.length === 0 ? say('minutes', 'documentsNone') : find.names.join('; '), detail: null };
    case 'detail':
      return { value: find.value, detail: null };
    case 'matter-raised':
    case 'recommendation':
    case 'vote':
      return { value: find.text, detail: null };
  }
}

function keepField(find: Find, filled: Filled): FieldView {
  const items =
    find.kind === 'matter-raised'
      ? (['answered', 'to-follow', 'drop'] as const).map((value) => ({
          value,
          text: say('minutes', `matter-${value}`),
        }))
      : (['keep', 'drop'] as const).map((value) => ({ value, text: say('minutes', `answer-${value}`) }));
  return choiceField(filled, `${find.id}-keep`, { label: '', type: 'radios', items });
}

function correctFields(find: Find, filled: Filled, context: ReadingContext): FieldView[] {
  const field = (name: string) => `${find.id}-${name}`;
  const text = (name: string, label: Parameters<typeof say<'minutes'>>[1], type?: 'textarea') =>
    textField(filled, field(name), { label: say('minutes', label) }, type);
  switch (find.kind) {
    case 'item':
      return [text('title', 'fieldTitle', 'textarea'), text('number', 'fieldNumber')];
    case 'presenter':
    case 'attendee': {
      const items = optional(peopleChoices(context), 'notMatched');
      const person = choiceField(filled, field('person'), {
        label: say('minutes', 'fieldPerson'),
        type: 'select',
        items,
      });
      return [text('name', 'fieldName'), text('role', 'fieldRole'), person];
    }
    case 'body':
    case 'apology':
      return [text('name', 'fieldName')];
    case 'resolution': {
      const items = outcomes.map((value) => ({ value, text: say('minutes', `outcome-${value}`) }));
      const outcome = choiceField(filled, field('outcome'), {
        label: say('minutes', 'fieldOutcome'),
        type: 'select',
        items,
      });
      return [text('text', 'fieldWords', 'textarea'), text('number', 'fieldPart'), outcome];
    }
    case 'matter-raised':
    case 'recommendation':
      return [text('text', 'fieldWords', 'textarea')];
    case 'supporting-documents':
      return [text('names', 'fieldDocuments', 'textarea')];
    case 'detail':
      return [text('value', 'fieldWords')];
    case 'promise':
    case 'vote':
    case 'meeting-date':
    case 'next-meeting':
      return [];
  }
}

/** A find with what can be answered about it. `record` holds the answers, `filled` what stands in the fields. */
export function findView(
  { find, number }: { find: Find; number: number },
  record: ReadingRecord,
  filled: Filled,
  context: ReadingContext,
): FindView {
  const fields = correctFields(find, filled, context);
  const answer = record.promises[find.id];
  const isAsked = find.kind === 'promise' || record.mattersToFollow.includes(find.id);
  return {
    id: find.id,
    number,
    kind: kindOf(find),
    tone: toneOf(find),
    confidence: find.confidence,
    ...saidAs(find),
    reason: find.reason,
    keep: keepField(find, filled),
    correct: fields.length === 0 ? null : { fields, open: fields.some(({ error }) => error !== undefined) },
    promise: answer && isAsked ? promiseView(find, answer, filled, context) : null,
  };
}
