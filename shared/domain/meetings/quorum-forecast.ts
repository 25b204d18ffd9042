import type { Membership } from '../bodies/membership.ts';
import type { Day } from '../calendar/day.ts';
import { type Attendance, seatsOn } from './attendance.ts';

type Given = Pick<Attendance, 'personId' | 'intention' | 'substituteId'>;

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
  /** In words, who must be among them; nobody can count that from here. */
  readonly including: string | null;
  readonly verdict: 'enough' | 'enough-if-the-silent-come' | 'short';
};

/**
 * Whether a meeting is likely to have its quorum, from what members have said. A rule of thumb for the secretary and the
 * chair: the quorum itself is counted in the room (LGA 1972 Sch 12 para 6; the body's standing orders).
 * @param standingAside people who will leave the room for the business in question, whoever they sit for
 */
export function quorumForecast(
  seats: { readonly memberships: readonly Membership[]; readonly bodyId: string; readonly on: Day },
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
  const verdict = expected < needed ? 'short' : certain < needed ? 'enough-if-the-silent-come' : 'enough';
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
    verdict,
  };
}
