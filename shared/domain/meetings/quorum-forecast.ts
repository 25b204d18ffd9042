import { heldOn, type Membership, type Role } from '../bodies/membership.ts';
import { type QuorumPart, quorumPartsIn } from '../bodies/quorum.ts';
import type { Day } from '../calendar/day.ts';
import { type Attendance, seatsOn } from './attendance.ts';

type Given = Pick<Attendance, 'personId' | 'intention' | 'substituteId'>;

/** How many of those whom the quorum asks for are expected, and how many of them have said so. */
export type AmongExpected = QuorumPart & { readonly expected: number; readonly certain: number };

/** How many are expected at a meeting, before it. Ids of people, in the order of the seats. */
export type QuorumForecast = {
  /** Seats that vote on all business that day. A vacancy is no seat, and education co-optees do not make a quorum. */
  readonly voting: readonly string[];
  readonly apologies: readonly string[];
  /** Members who send a substitute: the seat is filled. */
  readonly substituted: readonly string[];
  /** Seats whose occupant is likely to stand aside, apologies not counted twice. */
  readonly standingAside: readonly string[];
  /** Seats whose member has not answered: they are expected. */
  readonly silent: readonly string[];
  /** voting − apologies − standing aside. */
  readonly expected: number;
  /** Of the expected, those who have said so or sent a substitute. */
  readonly certain: number;
  readonly needed: number;
  /** In words, who must be among them. */
  readonly including: string | null;
  /** The same counted, part by part; null where the words cannot be counted, and whoever reads them must. */
  readonly among: readonly AmongExpected[] | null;
  readonly verdict: 'enough' | 'enough-if-the-silent-come' | 'short';
};

type Seats = {
  readonly memberships: readonly Membership[];
  readonly bodyId: string;
  readonly on: Day;
  /** Who is a councillor: each counts as one wherever they sit. */
  readonly councillors?: ReadonlySet<string>;
};

const offices = {
  chair: ['chair'],
  'vice-chair': ['vice-chair'],
  'chair-or-vice-chair': ['chair', 'vice-chair'],
} as const satisfies Record<string, readonly Role[]>;

/** Does whoever sits there count as what the quorum asks for? A substitute brings their own capacity, and no office. */
function counts({ who }: QuorumPart, personId: string, { memberships, bodyId, on, councillors }: Seats): boolean {
  const held = memberships.filter(
    (one) => one.personId === personId && one.bodyId === bodyId && one.role !== 'observer' && heldOn(one, on),
  );
  switch (who) {
    case 'chair':
    case 'vice-chair':
    case 'chair-or-vice-chair':
      return held.some(({ role }) => offices[who].some((office) => office === role));
    case 'councillor':
      return (councillors?.has(personId) ?? false) || held.some(({ sitsAs }) => sitsAs?.includes(who));
    default:
      return held.some(({ sitsAs }) => sitsAs?.includes(who));
  }
}

type Verdict = QuorumForecast['verdict'];

function verdictOf(parts: readonly { needed: number; expected: number; certain: number }[]): Verdict {
  if (parts.some(({ needed, expected }) => expected < needed)) return 'short';
  return parts.some(({ needed, certain }) => certain < needed) ? 'enough-if-the-silent-come' : 'enough';
}

/**
 * Whether a meeting is likely to have its quorum, from what members have said. A rule of thumb for the secretary and the
 * chair: the quorum itself is counted in the room (LGA 1972 Sch 12 para 6; the body's standing orders).
 * @param standingAside people who will leave the room for the business in question, whoever they sit for
 */
export function quorumForecast(
  seats: Seats,
  given: readonly Given[],
  quorum: { readonly number: number; readonly including: string | null },
  standingAside: readonly string[] = [],
): QuorumForecast {
  const voting = seatsOn(seats.memberships, seats.bodyId, seats.on)
    .filter(({ votes }) => votes === 'all')
    .map(({ personId }) => personId);
  const answers = new Map(given.map((one) => [one.personId, one]));
  const said = (personId: string) => answers.get(personId)?.intention;
  const apologies = voting.filter((id) => said(id) === 'apologies');
  const substituted = voting.filter((id) => said(id) === 'substitute');
  const occupant = (id: string): string => answers.get(id)?.substituteId ?? id;
  const aside = voting.filter((id) => said(id) !== 'apologies' && standingAside.includes(occupant(id)));
  const silent = voting.filter((id) => said(id) === undefined);
  const expected = voting.length - apologies.length - aside.length;
  const certain = expected - silent.filter((id) => !aside.includes(id)).length;
  const { number: needed, including } = quorum;
  // Occupants of the seats that are expected to be filled; those who have said so, or come for somebody, are certain.
  const coming = voting.filter((id) => said(id) !== 'apologies' && !aside.includes(id));
  const sure = coming.filter((id) => !silent.includes(id));
  const of = (part: QuorumPart, ids: readonly string[]): number =>
    ids.map(occupant).filter((id) => counts(part, id, seats)).length;
  const among = quorumPartsIn(including)?.map((part) => ({
    ...part,
    expected: of(part, coming),
    certain: of(part, sure),
  }));
  const verdict = verdictOf([
    { needed, expected, certain },
    ...(among ?? []).map((part) => ({ ...part, needed: part.number })),
  ]);
  return {
    voting,
    apologies,
    substituted,
    standingAside: aside,
    silent,
    expected,
    certain,
    needed,
    including,
    among: among ?? null,
    verdict,
  };
}
