import type { Membership } from '../../../shared/domain/bodies/membership.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import { type QuorumPart, quorumPartsIn } from '../../../shared/domain/bodies/quorum.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { type Attendance, saidForItsDay, seatsOn, takesApologies } from '../../../shared/domain/meetings/attendance.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { type QuorumForecast, quorumForecast } from '../../../shared/domain/meetings/quorum-forecast.ts';
import { say } from '../../../shared/pages/say.ts';
import { attendancesOf } from '../../../shared/store/attendances.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { people } from '../../../shared/store/people.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { getMany, type Register } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

type Around = { readonly memberships: readonly Membership[]; readonly procedure: Pick<Procedure, 'quorum'> };

/** Who of those expected is a councillor; asked only where the quorum asks. */
async function councillorsAmong(
  register: Register,
  {
    seats,
    given,
    procedure,
  }: { seats: readonly Membership[]; given: readonly Attendance[] } & Pick<Around, 'procedure'>,
): Promise<ReadonlySet<string>> {
  const asked = quorumPartsIn(procedure.quorum.including)?.some(({ who }) => who === 'councillor') ?? false;
  if (!asked) return new Set();
  const ids = [...seats.map(({ personId }) => personId), ...given.flatMap(({ substituteId }) => substituteId ?? [])];
  const known = await getMany(register, people, ids);
  return new Set(known.filter(({ record }) => record.councillor !== null).map(({ record }) => record.id));
}

/** What members have said for a meeting, and what that makes of its quorum. */
export async function forecastOf(register: Register, meeting: Meeting, { memberships, procedure }: Around) {
  const { bodyId, day: on } = meeting;
  const seats = seatsOn(memberships, bodyId, on);
  const found = await attendancesOf(
    register,
    meeting.id,
    seats.map(({ personId }) => personId),
  );
  const all = found.map(({ record }) => record);
  // What was said for the day on which it was to be says nothing about the day on which it is.
  const given = all.filter((one) => saidForItsDay(one, meeting));
  const earlier = all.filter((one) => !given.includes(one));
  const councillors = await councillorsAmong(register, { seats, given, procedure });
  const forecast = quorumForecast({ memberships, bodyId, on, councillors }, given, procedure.quorum);
  return { seats, given, earlier, forecast };
}

const partWords = ({ who, number }: QuorumPart): string =>
  who === 'chair' || who === 'vice-chair' || who === 'chair-or-vice-chair'
    ? say('apologies', `part-${who}`)
    : `${number} ${say('written', `capacity-${who}`, { count: number })}`;

/** The verdict as a status: a shape, a word, and by how many it is short. */
export function verdictOf({ verdict, needed, expected, among }: QuorumForecast) {
  const kinds = { enough: 'done', 'enough-if-the-silent-come': 'wait', short: 'late' } as const;
  const missing = among?.find((part) => part.expected < part.number);
  const short =
    needed > expected || !missing
      ? say('apologies', 'verdict-short', { count: needed - expected })
      : say('apologies', 'verdict-short-of', { who: partWords(missing) });
  const text = verdict === 'short' ? short : say('apologies', `verdict-${verdict}`);
  return { kind: kinds[verdict], text };
}

function sumOf(forecast: QuorumForecast) {
  const { voting, apologies, standingAside, silent, expected, needed, including, among } = forecast;
  const quorum =
    including === null || including === '' || among !== null
      ? String(needed)
      : say('apologies', 'quorumIncluding', { number: needed, including });
  return {
    title: say('apologies', 'sumTitle'),
    rows: [
      { term: say('apologies', 'sumVoting'), text: String(voting.length) },
      { term: say('apologies', 'sumApologies'), text: `− ${apologies.length}` },
      ...(standingAside.length > 0 ? [{ term: say('apologies', 'sumAside'), text: `− ${standingAside.length}` }] : []),
      { term: say('apologies', 'sumExpected'), text: String(expected), total: true },
      { term: say('apologies', 'sumQuorum'), text: quorum },
      ...(among ?? []).map((part) => ({
        term: say('apologies', 'sumAmong', { who: partWords(part) }),
        text: say('apologies', 'sumAmongText', { expected: part.expected, certain: part.certain }),
      })),
    ],
    note:
      silent.length === 0 ? say('apologies', 'sumAllSaid') : say('apologies', 'sumSilent', { count: silent.length }),
  };
}

type Row = {
  seat: Membership;
  answer: Attendance | undefined;
  earlier: Attendance | undefined;
  names: ReadonlyMap<string, string>;
};

function answerCell({ answer, earlier, names }: Row, showReason: boolean) {
  const instead = answer?.substituteId
    ? [say('apologies', 'comesInstead', { name: names.get(answer.substituteId) ?? '' })]
    : [];
  const why = showReason && answer?.reason ? [`“${answer.reason}”`] : [];
  const before = earlier?.forDay
    ? [
        say('apologies', 'saidEarlier', {
          answer: say('apologies', `answer-${earlier.intention}`),
          day: formatDay(earlier.forDay),
        }),
      ]
    : [];
  const note = [...instead, ...why, ...before].join('. ');
  const kinds = { attending: 'done', apologies: 'stop', substitute: 'open' } as const;
  const kind = answer ? kinds[answer.intention] : 'todo';
  const text = say('apologies', `answer-${answer?.intention ?? 'silent'}`);
  return { text: '', ...(note === '' ? {} : { note }), status: { kind, text } };
}

const voteNote = ({ votes }: Membership) => {
  if (votes === 'all') return {};
  return { note: say('apologies', votes === 'none' ? 'noVote' : 'educationVote') };
};

/**
 * Apologies, substitutes and the likely quorum of a meeting, as `apologies/section.njk` shows them; null for somebody who
 * is neither its secretary nor its chair. Reasons are the secretary's to read.
 */
export async function attendanceSection(request: WebRequest, meeting: Meeting) {
  const { bodyId } = meeting;
  const mayEnter = request.may('apology.enter', { bodyId });
  if (!mayEnter && !request.may('chair.home', { bodyId })) return null;
  const { register } = request.services;
  const [persons, { seats, given, earlier, forecast }] = await Promise.all([
    personsById(register),
    bodyContext(register, bodyId, request.today).then((context) => forecastOf(register, meeting, context)),
  ]);
  const names = new Map([...persons].map(([id, { name }]) => [id, name]));
  const open = mayEnter && takesApologies(meeting, request.command().at);
  const before = (seat: Membership) => earlier.find(({ personId }) => personId === seat.personId);
  const rows = seats.map((seat) => {
    const answer = given.find(({ personId }) => personId === seat.personId);
    const name = names.get(seat.personId) ?? '';
    return [
      { text: name, ...voteNote(seat) },
      answerCell({ seat, answer, earlier: before(seat), names }, mayEnter),
      ...(open
        ? [
            {
              text: say('apologies', answer ? 'change' : 'enter'),
              href: paths.apologiesOf(meeting.id, seat.personId),
              about: say('apologies', 'about', { name }),
            },
          ]
        : []),
    ];
  });
  return {
    status: verdictOf(forecast),
    next: forecast.verdict === 'short' ? say('apologies', 'shortNext') : null,
    sum: sumOf(forecast),
    head: [
      say('apologies', 'colMember'),
      say('apologies', 'colAnswer'),
      ...(open ? [say('apologies', 'colEnter')] : []),
    ],
    rows,
  };
}
