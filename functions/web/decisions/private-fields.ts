import type { PrivateReason } from '../../../shared/domain/agenda-items/agenda-item.ts';
import type { Typed, Wrong } from '../typed-form.ts';
import { type Field, type fieldMaker, optionsOf, wrong } from './fields.ts';

/** Why something is private, as the fields of a form. */
export function typedOfPrivate(reason: PrivateReason | null): Typed {
  switch (reason?.scheme) {
    case 'schedule-12A':
      return {
        private: 'schedule-12A',
        paragraphs: reason.paragraphs.join(', '),
        contractTerms: reason.contractTerms ? 'yes' : 'no',
        publicInterest: reason.publicInterest,
      };
    case 'confidential':
      return { private: 'confidential', forbiddenBy: reason.forbiddenBy, contractTerms: 'no' };
    default:
      return { private: 'open', contractTerms: 'no' };
  }
}

function paragraphsIn(text: string): number[] | null {
  const parts = text.split(/[\s,;]+|and/).filter((part) => part !== '');
  if (parts.length === 0 || parts.some((part) => !/^[1-7]$/.test(part))) return null;
  return [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
}

type ReadReason = { record: PrivateReason | null; faults: Wrong[] };

function readExempt(typed: Typed): ReadReason {
  const publicInterest = typed['publicInterest'] ?? '';
  const paragraphs = paragraphsIn(typed['paragraphs'] ?? '');
  const faults = [
    ...(paragraphs === null ? [wrong('paragraphs', 'needParagraphs')] : []),
    ...(publicInterest === '' ? [wrong('publicInterest', 'needPublicInterest')] : []),
    ...(publicInterest.length > 2000 ? [wrong('publicInterest', 'tooLong')] : []),
  ];
  if (paragraphs === null || faults.length > 0) return { record: null, faults };
  const contractTerms = typed['contractTerms'] === 'yes';
  return { record: { scheme: 'schedule-12A', paragraphs, contractTerms, publicInterest }, faults };
}

function readConfidential(typed: Typed): ReadReason {
  const forbiddenBy = typed['forbiddenBy'] ?? '';
  if (forbiddenBy === '') return { record: null, faults: [wrong('forbiddenBy', 'needForbidden')] };
  if (forbiddenBy.length > 500) return { record: null, faults: [wrong('forbiddenBy', 'tooLong')] };
  return { record: { scheme: 'confidential', forbiddenBy }, faults: [] };
}

/** Reads why something is private: paragraphs 1 to 7 with the public interest weighed, or what forbids disclosure. */
export function readPrivate(typed: Typed): ReadReason {
  if (typed['private'] === 'schedule-12A') return readExempt(typed);
  return typed['private'] === 'confidential' ? readConfidential(typed) : { record: null, faults: [] };
}

const schemes = optionsOf([
  ['open', 'option-open'],
  ['schedule-12A', 'option-schedule-12A'],
  ['confidential', 'option-confidential'],
]);
const terms = optionsOf([
  ['no', 'option-no'],
  ['yes', 'option-yes'],
]);

type Fields = ReturnType<typeof fieldMaker>;

/** The fields that say whether and why something is private. */
export function privateFields(f: Fields): Field[] {
  return [
    f.choice('private', 'label-private', schemes),
    f.line('paragraphs', 'label-paragraphs', 'hint-paragraphs'),
    f.choice('contractTerms', 'label-contractTerms', terms),
    f.text('publicInterest', 'label-publicInterest', 'hint-publicInterest', 2),
    f.line('forbiddenBy', 'label-forbiddenBy'),
  ];
}
