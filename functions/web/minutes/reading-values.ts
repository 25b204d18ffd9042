import type { Find } from '../../../shared/minutes/find.ts';
import { decisionOf, findsOf } from '../../../shared/minutes/kept-finds.ts';
import type { PromiseAnswer, ReadingRecord } from '../../../shared/minutes/reading-record.ts';
import { fieldsOfDay } from '../day-fields.ts';
import type { Fields } from '../route.ts';

/** The fields of the page by name, as text: what the record says, or what was typed. */
export type Values = Readonly<Record<string, string>>;

const named = (prefix: string, fields: Record<string, string>): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}-${name}`, value]));

/** What can be corrected of a find, as text by field. */
function correctable(find: Find): Record<string, string> {
  switch (find.kind) {
    case 'item':
      return { title: find.title, number: find.number ?? '' };
    case 'presenter':
    case 'attendee':
      return { name: find.name, role: find.role ?? '' };
    case 'body':
    case 'apology':
      return { name: find.name };
    case 'resolution':
      return { text: find.text, number: find.number ?? '', outcome: find.outcome };
    case 'matter-raised':
    case 'recommendation':
      return { text: find.text };
    case 'supporting-documents':
      return { names: find.names.join('\n') };
    case 'detail':
      return { value: find.value };
    case 'promise':
    case 'vote':
    case 'meeting-date':
    case 'next-meeting':
      return {};
  }
}

function promiseValues(id: string, answer: PromiseAnswer): Values {
  const { due } = answer;
  const [from, to] = due.sort === 'window' ? [due.from, due.to] : [null, due.sort === 'day' ? due.day : null];
  return {
    ...named(id, {
      kind: answer.kind,
      subject: answer.subject,
      body: answer.toBodyId,
      role: answer.ownerRole ?? '',
      owner: answer.ownerPersonId ?? '',
      link: answer.linkOfficerId ?? '',
      due: due.sort,
      late: answer.late ?? '',
    }),
    ...named(`${id}-from`, fieldsOfDay(from)),
    ...named(`${id}-to`, fieldsOfDay(to)),
    ...named(`${id}-new`, fieldsOfDay(answer.newDay)),
  };
}

/** Keep, drop, or for a matter raised: answered at the meeting, or to follow. Empty where it is not said. */
function decisionValue(record: ReadingRecord, find: Find): string {
  const decision = decisionOf(record, find);
  if (find.kind !== 'matter-raised' || decision === 'drop') return decision ?? '';
  return record.mattersToFollow.includes(find.id) ? 'to-follow' : 'answered';
}

/** Every field of the page as the record has it. */
export function valuesOf(record: ReadingRecord): Values {
  const ofFinds = findsOf(record).map((find) => {
    const answer = record.promises[find.id];
    const isNamed = find.kind === 'presenter' || find.kind === 'attendee';
    return {
      ...named(find.id, { keep: decisionValue(record, find), ...correctable(find) }),
      ...(isNamed ? named(find.id, { person: record.matched[find.id] ?? '' }) : {}),
      ...(answer ? promiseValues(find.id, answer) : {}),
    };
  });
  return Object.assign({ 'own-title': record.ownTitle ?? '' }, ...ofFinds);
}

/** The fields as typed over those of the record. A choice on the conflict page for the other's version leaves the record's. */
export function typedOver(record: ReadingRecord, form: Fields): Values {
  const kept = valuesOf(record);
  const known = Object.keys(kept).filter((name) => form.has(name) && form.get(`choose-${name}`) !== 'theirs');
  return { ...kept, ...Object.fromEntries(known.map((name) => [name, form.get(name)])) };
}
