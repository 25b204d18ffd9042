import * as z from 'zod';
import { channel, type Person, person } from '../../../shared/domain/people/person.ts';
import { faultsOfPerson } from '../../../shared/domain/people/person-faults.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { dayBoxes, dayTyped, type Faults, faultsOf, type Typed, type Wrong } from '../typed-form.ts';

/** The days of a person's form: three boxes each. */
export const personDays = ['absenceFrom', 'absenceTo', 'lastDay', 'summonedElectronicallyFrom'] as const;

/** Fields in the order of the page. */
export const personFields = [
  'name',
  'email',
  'emailConfirmed',
  'accountless',
  'telephone',
  'jobTitle',
  'directorate',
  'organisation',
  'lineManagerId',
  'channel',
  'slackUserId',
  'weeklyDay',
  'dailyDigest',
  'summonedElectronicallyFrom',
  'absenceFrom',
  'absenceTo',
  'coverId',
  'lastDay',
] as const;
export type PersonField = (typeof personFields)[number];

const orEmpty = (value: string | null): string => value ?? '';
const ticked = (yes: boolean): Typed[string] => (yes ? 'yes' : '');
const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** A person as the fields of the form. */
export function typedOfPerson(who: Person): Typed {
  return {
    name: who.name,
    email: orEmpty(who.email),
    emailConfirmed: ticked(who.emailConfirmed),
    accountless: ticked(who.accountless),
    telephone: who.telephone ?? '',
    jobTitle: orEmpty(who.jobTitle),
    directorate: orEmpty(who.directorate),
    organisation: orEmpty(who.organisation),
    lineManagerId: orEmpty(who.lineManagerId),
    channel: who.channel,
    slackUserId: orEmpty(who.slackUserId),
    weeklyDay: String(who.weeklyDay),
    dailyDigest: ticked(who.dailyDigest),
    ...dayBoxes('summonedElectronicallyFrom', who.summonedElectronicallyFrom ?? null),
    ...dayBoxes('absenceFrom', who.absence?.from ?? null),
    ...dayBoxes('absenceTo', who.absence?.to ?? null),
    coverId: orEmpty(who.absence?.coverId ?? null),
    ...dayBoxes('lastDay', who.lastDay),
  };
}

/** What nobody has typed yet. */
export const blankPerson: Typed = { channel: 'email', weeklyDay: '1' };

/** How a channel and a day of the week read; anything else reads as Monday or as nothing chosen. */
export const rhythm = z.object({ channel, weeklyDay: z.coerce.number().int().min(1).max(5) });

const wrong = (field: string, key: Key<'people'>): Wrong => ({ field, text: say('people', key) });

function absenceIn(typed: Typed): { absence: Person['absence']; faults: Wrong[] } {
  const [from, to] = [dayTyped(typed, 'absenceFrom'), dayTyped(typed, 'absenceTo')];
  const coverId = orNull(typed['coverId']);
  const noDays = [
    ...(from === 'wrong' ? [wrong('absenceFrom', 'noSuchDay')] : []),
    ...(to === 'wrong' ? [wrong('absenceTo', 'noSuchDay')] : []),
  ];
  if (noDays.length > 0) return { absence: null, faults: noDays };
  if (from === null && to === null && coverId === null) return { absence: null, faults: [] };
  if (from === null || from === 'wrong') return { absence: null, faults: [wrong('absenceFrom', 'absenceNeedsFrom')] };
  if (to === null || to === 'wrong') return { absence: null, faults: [wrong('absenceTo', 'absenceNeedsTo')] };
  if (coverId === null) return { absence: null, faults: [wrong('coverId', 'absenceNeedsCover')] };
  return { absence: { from, to, coverId }, faults: [] };
}

const faultOf: Partial<Record<string, Key<'people'>>> = {
  name: 'needName',
  email: 'wrongEmail',
  channel: 'needChannel',
  weeklyDay: 'needWeeklyDay',
};

const crossWords = {
  'confirm-needs-email': 'confirmNeedsEmail',
  'channel-needs-slack': 'channelNeedsSlack',
  'manager-is-self': 'managerIsSelf',
  'cover-is-self': 'coverIsSelf',
  'absence-ends-first': 'absenceEndsFirst',
} as const;

const crossFaults = (who: Person): Wrong[] =>
  faultsOfPerson(who).map(({ field, word }) => wrong(field, crossWords[word]));

/** What is only there once somebody has given it. */
function agreedIn(typed: Typed): Pick<Person, 'telephone' | 'summonedElectronicallyFrom'> {
  const telephone = orNull(typed['telephone']);
  const agreed = dayTyped(typed, 'summonedElectronicallyFrom');
  return {
    ...(telephone === null ? {} : { telephone }),
    ...(agreed === null || agreed === 'wrong' ? {} : { summonedElectronicallyFrom: agreed }),
  };
}

/** Reads the form into a person; what it does not show is taken from `of`. */
export function readPerson(typed: Typed, of: Pick<Person, 'id' | 'councillor'>): { person: Person } | Faults {
  const { absence, faults } = absenceIn(typed);
  const lastDay = dayTyped(typed, 'lastDay');
  const read = person.safeParse({
    id: of.id,
    councillor: of.councillor,
    name: typed['name'] ?? '',
    email: orNull(typed['email']),
    emailConfirmed: typed['emailConfirmed'] === 'yes',
    accountless: typed['accountless'] === 'yes',
    slackUserId: orNull(typed['slackUserId']),
    channel: typed['channel'],
    weeklyDay: Number(typed['weeklyDay']),
    dailyDigest: typed['dailyDigest'] === 'yes',
    jobTitle: orNull(typed['jobTitle']),
    directorate: orNull(typed['directorate']),
    organisation: orNull(typed['organisation']),
    lineManagerId: orNull(typed['lineManagerId']),
    absence,
    lastDay: lastDay === 'wrong' ? null : lastDay,
    ...agreedIn(typed),
  });
  const shape = (read.error?.issues ?? []).map(({ path }) => {
    const field = String(path[0] ?? 'name');
    return wrong(field, faultOf[field] ?? 'tooLong');
  });
  const left = [
    ...(lastDay === 'wrong' ? [wrong('lastDay', 'noSuchDay')] : []),
    ...(dayTyped(typed, 'summonedElectronicallyFrom') === 'wrong'
      ? [wrong('summonedElectronicallyFrom', 'noSuchDay')]
      : []),
  ];
  const all = [...shape, ...faults, ...left, ...(read.success ? crossFaults(read.data) : [])];
  return read.success && all.length === 0 ? { person: read.data } : faultsOf(all, personDays);
}
