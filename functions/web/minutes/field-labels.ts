import type { ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { say } from '../../../shared/pages/say.ts';

const parts = {
  day: 'partDay',
  month: 'partMonth',
  year: 'partYear',
} as const;

const labels = {
  keep: 'fieldKeep',
  title: 'fieldTitle',
  number: 'fieldNumber',
  name: 'fieldName',
  person: 'fieldPerson',
  text: 'fieldWords',
  outcome: 'fieldOutcome',
  names: 'fieldDocuments',
  value: 'fieldWords',
  kind: 'kindOfPromise',
  subject: 'subject',
  body: 'toBody',
  role: 'ownerRole',
  owner: 'ownerPerson',
  link: 'linkOfficer',
  due: 'dueLabel',
  from: 'dueFrom',
  to: 'dueTo',
  new: 'newDay',
  late: 'fieldLate',
} as const;

const isLabel = (name: string): name is keyof typeof labels => name in labels;
const isPart = (name: string): name is keyof typeof parts => name in parts;

/** What a field is called where it stands alone: "Find 21: closes on, month". */
export function labelOf(field: string, { reading }: Pick<ReadingRecord, 'reading'>): string {
  if (field === 'own-title') return say('minutes', 'ownTitle');
  const [findId = '', name = '', part = ''] = field.split('-');
  const number = reading.finds.findIndex(({ id }) => id === findId) + 1;
  const label = isLabel(name) ? say('minutes', labels[name]) : name;
  const whole = isPart(part) ? `${label}, ${say('minutes', parts[part])}` : label;
  return say('minutes', 'fieldOfFind', { number, field: whole });
}
