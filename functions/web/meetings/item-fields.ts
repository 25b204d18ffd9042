import {
  type AgendaItem,
  agendaItem,
  type PrivateReason,
  privateReason,
} from '../../../shared/domain/agenda-items/agenda-item.ts';
import { faultOfReason } from '../../../shared/domain/agenda-items/private-reason.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Fields } from '../route.ts';
import { type Faults, faultsOf, type Typed, type Wrong } from '../typed-form.ts';

/** What a form arranges for an item. */
export type Arranged = Pick<
  AgendaItem,
  | 'title'
  | 'purpose'
  | 'reportOf'
  | 'presenter'
  | 'attendedFor'
  | 'contactOfficer'
  | 'report'
  | 'toFollowReason'
  | 'privateReason'
  | 'accessClass'
  | 'keyDecision'
  | 'noticeId'
  | 'blockedBy'
>;

const orEmpty = (value: string | null): string => value ?? '';
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

const invitedLine = ({ named, at }: AgendaItem['attendedFor'][number]): string =>
  at === null ? named : `${named}, ${at}`;

const whyOf = { 'schedule-12A': 'exempt', '1960-act': 'special', confidential: 'confidential' } as const;

function typedOfReason(reason: PrivateReason | null): Typed {
  return {
    why: reason === null ? '' : whyOf[reason.scheme],
    paragraphs: reason?.scheme === 'schedule-12A' ? reason.paragraphs.join(',') : '',
    contractTerms: reason?.scheme === 'schedule-12A' && reason.contractTerms ? 'yes' : '',
    publicInterest: reason?.scheme === 'schedule-12A' ? reason.publicInterest : '',
    specialReason: reason?.scheme === '1960-act' ? reason.specialReason : '',
    forbiddenBy: reason?.scheme === 'confidential' ? reason.forbiddenBy : '',
  };
}

/** An item as the fields of the form. */
export function typedOfItem(item: AgendaItem): Typed {
  return {
    title: item.title,
    purpose: orEmpty(item.purpose),
    reportOf: orEmpty(item.reportOf),
    presenter: orEmpty(item.presenter),
    invited: item.attendedFor.map(invitedLine).join('\n'),
    contactOfficer: orEmpty(item.contactOfficer),
    report: item.report,
    toFollowReason: orEmpty(item.toFollowReason),
    access: item.accessClass === 'private' ? 'private' : 'open',
    ...typedOfReason(item.privateReason),
    keyDecision: item.keyDecision ? 'yes' : '',
    noticeId: orEmpty(item.noticeId),
    blockedBy: orEmpty(item.blockedBy),
  };
}

/** What nobody has typed yet. */
export const blankItem: Typed = { access: 'open', report: 'not-attached' };

/** Everything typed, each field once; paragraphs are many boxes and come as a list. */
export function typedItem(form: Fields): Typed {
  const one = Object.fromEntries(form.names().map((name) => [name, form.get(name).trim()]));
  return { ...one, paragraphs: form.all('paragraphs').join(',') };
}

const wrong = (field: string, text: string): Wrong => ({ field, text });
const paragraphsIn = (typed: Typed): number[] =>
  (typed['paragraphs'] ?? '')
    .split(',')
    .filter((text) => text !== '')
    .map(Number);

type Scheme = Procedure['exclusionScheme'];

function exemptReason(typed: Typed, of: Scheme): { reason: PrivateReason | null; faults: Wrong[] } {
  const paragraphs = [...new Set(paragraphsIn(typed))].toSorted((a, b) => a - b);
  const contractTerms = typed['contractTerms'] === 'yes';
  const reason = privateReason.safeParse({
    scheme: 'schedule-12A',
    paragraphs,
    contractTerms,
    publicInterest: typed['publicInterest'] ?? '',
  });
  const fields = (reason.error?.issues ?? []).map(({ path }) => String(path[0]));
  return {
    reason: reason.data ?? null,
    faults: [
      ...(fields.includes('paragraphs') ? [wrong('paragraphs', say('agendas', 'needParagraph'))] : []),
      ...(faultOfReason({ scheme: 'schedule-12A', paragraphs, contractTerms }, of) === 'contract-only-three'
        ? [wrong('contractTerms', say('agendas', 'contractOnlyThree'))]
        : []),
      ...(fields.includes('publicInterest') ? [wrong('publicInterest', say('agendas', 'needInterest'))] : []),
    ],
  };
}

function reasonIn(typed: Typed, scheme: Scheme): { reason: PrivateReason | null; faults: Wrong[] } {
  switch (typed['why']) {
    case 'exempt':
      return faultOfReason({ scheme: 'schedule-12A' }, scheme) === null
        ? exemptReason(typed, scheme)
        : { reason: null, faults: [wrong('why', say('agendas', 'notThisScheme'))] };
    case 'special': {
      const reason = privateReason.safeParse({ scheme: '1960-act', specialReason: typed['specialReason'] ?? '' });
      const faults = reason.success ? [] : [wrong('specialReason', say('agendas', 'needSpecial'))];
      return { reason: reason.data ?? null, faults };
    }
    case 'confidential': {
      const reason = privateReason.safeParse({ scheme: 'confidential', forbiddenBy: typed['forbiddenBy'] ?? '' });
      const faults = reason.success ? [] : [wrong('forbiddenBy', say('agendas', 'needForbidden'))];
      return { reason: reason.data ?? null, faults };
    }
    default:
      return { reason: null, faults: [wrong('why', say('agendas', 'needWhy'))] };
  }
}

const INVITED = /^(.+?)(?:,\s*(?:at\s+)?(\d{1,2})[:.](\d{2}))?$/;
/** 'Andy Ouzel, 14:40' with an end that looks like a time and is none. */
const LOOKS_LIKE_TIME = /,\s*(?:at\s+)?\d+[:.]\d*\s*$/;

function invitedIn(
  text: string,
  was: AgendaItem['attendedFor'],
): { attendedFor: AgendaItem['attendedFor']; faults: Wrong[] } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const faults: Wrong[] = [];
  const attendedFor = lines.slice(0, 40).map((line, index) => {
    const [, name = line, hours, minutes] = INVITED.exec(line) ?? [];
    const at = hours === undefined ? null : `${hours.padStart(2, '0')}:${minutes}`;
    const good = at === null ? !LOOKS_LIKE_TIME.test(line) : /^([01]\d|2[0-3]):[0-5]\d$/.test(at);
    if (!good) faults.push(wrong('invited', say('agendas', 'wrongInvited', { line: index + 1 })));
    const named = name.trim().slice(0, 200);
    // Somebody matched to a person stays matched while the name stays the same.
    return { named, personId: was.find((one) => one.named === named)?.personId ?? null, at: good ? at : null };
  });
  return { attendedFor, faults };
}

const lengths: readonly (readonly [field: string, most: number])[] = [
  ['reportOf', 500],
  ['presenter', 300],
  ['contactOfficer', 300],
  ['toFollowReason', 500],
  ['blockedBy', 500],
  ['publicInterest', 2000],
  ['specialReason', 2000],
  ['forbiddenBy', 500],
];
const LONGEST_TITLE = 500;

function plainFaults(typed: Typed): Wrong[] {
  const title = typed['title'] ?? '';
  return [
    ...(title === '' ? [wrong('title', say('agendas', 'needTitle'))] : []),
    ...(title.length > LONGEST_TITLE ? [wrong('title', say('agendas', 'longTitle', { count: LONGEST_TITLE }))] : []),
    ...lengths
      .filter(([field, most]) => (typed[field] ?? '').length > most)
      .map(([field, most]) => wrong(field, say('agendas', 'tooLong', { count: most }))),
    ...(typed['access'] === 'open' || typed['access'] === 'private'
      ? []
      : [wrong('access', say('agendas', 'needAccess'))]),
  ];
}

const purposeOf = agendaItem.shape.purpose.catch(null);
const reportIn = agendaItem.shape.report.catch('not-attached');

/** What the form says, or what is wrong with it. `was` is the item as it is, whose invited people stay matched. */
export function readItem(
  typed: Typed,
  { scheme, was, noticeIds }: { scheme: Scheme; was: AgendaItem | null; noticeIds: readonly string[] },
): Arranged | Faults {
  const isPrivate = typed['access'] === 'private';
  const { reason, faults: privateFaults } = isPrivate ? reasonIn(typed, scheme) : { reason: null, faults: [] };
  const invited = invitedIn(typed['invited'] ?? '', was?.attendedFor ?? []);
  const faults = [...plainFaults(typed), ...invited.faults, ...privateFaults];
  if (faults.length > 0) return faultsOf(faults);
  const report = reportIn.parse(typed['report']);
  const noticeId = orNull(typed['noticeId']);
  return {
    title: typed['title'] ?? '',
    purpose: purposeOf.parse(typed['purpose']),
    reportOf: orNull(typed['reportOf']),
    presenter: orNull(typed['presenter']),
    attendedFor: invited.attendedFor,
    contactOfficer: orNull(typed['contactOfficer']),
    report,
    toFollowReason: report === 'to-follow' ? orNull(typed['toFollowReason']) : null,
    privateReason: reason,
    accessClass: isPrivate ? 'private' : was?.accessClass === 'public' ? 'public' : 'internal',
    keyDecision: typed['keyDecision'] === 'yes',
    noticeId: noticeId !== null && noticeIds.includes(noticeId) ? noticeId : null,
    blockedBy: orNull(typed['blockedBy']),
  };
}
