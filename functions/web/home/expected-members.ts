import { saidForItsDay, seatsOn, takesApologies } from '../../../shared/domain/meetings/attendance.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { QuorumForecast } from '../../../shared/domain/meetings/quorum-forecast.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import { attendanceId, attendances } from '../../../shared/store/attendances.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { forecastOf, verdictOf } from '../apologies/attendance-section.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { toCome } from './chair-view.ts';
import type { OwnBody } from './home-data.ts';
import { type ExpectedCell, soonOf } from './secretary-view.ts';

const expectedText = ({ expected, voting, needed }: QuorumForecast): string =>
  say('apologies', 'homeForecastText', { expected, voting: voting.length, needed });

/** Who is expected at each meeting of the next ten working days, beside its quorum; by the meeting's id. */
export async function expectedSoon(
  { services, today }: WebRequest,
  bodies: readonly OwnBody[],
): Promise<Map<string, ExpectedCell>> {
  const cells = await Promise.all(
    soonOf(bodies, today).map(async ({ own, meeting }): Promise<[string, ExpectedCell]> => {
      const { forecast } = await forecastOf(services.register, meeting, own.context);
      const href = `${paths.meeting(meeting.id)}#attendance`;
      return [
        meeting.id,
        { text: expectedText(forecast), href, about: own.context.body.name, status: verdictOf(forecast) },
      ];
    }),
  );
  return new Map(cells);
}

/** Who is expected at the next meeting of a chair's committee: apologies and substitutes by name, without reasons. */
export async function expectedAtNext(
  { services, today }: WebRequest,
  own: OwnBody,
  persons: ReadonlyMap<string, Person>,
) {
  const [next] = toCome(own, today);
  if (!next) return null;
  const { forecast, given } = await forecastOf(services.register, next, own.context);
  const namesOf = (ids: readonly (string | null)[]): string =>
    ids.flatMap((id) => (id === null ? [] : (persons.get(id)?.name ?? []))).join(', ');
  const away = namesOf(forecast.apologies);
  const instead = namesOf(given.map(({ substituteId }) => substituteId));
  return {
    text: expectedText(forecast),
    status: verdictOf(forecast),
    lines: [
      ...(away === '' ? [] : [say('apologies', 'homeApologies', { names: away })]),
      ...(instead === '' ? [] : [say('apologies', 'homeSubstitutes', { names: instead })]),
    ],
  };
}

/** What the reader has said for each of these meetings, with the link to say or change it; only where they have a seat. */
export async function ownAnswers(request: WebRequest, meetings: readonly (Meeting | undefined)[]) {
  const { person, memberships } = request.signedIn();
  const open = meetings.flatMap((meeting) => {
    if (!meeting || !takesApologies(meeting, request.command().at)) return [];
    return seatsOn(memberships, meeting.bodyId, meeting.day).length > 0 ? [meeting] : [];
  });
  const found = await getMany(
    request.services.register,
    attendances,
    open.map(({ id }) => attendanceId(id, person.id)),
  );
  const days = new Map(open.map((meeting) => [meeting.id, meeting]));
  const current = found.filter(({ record }) => {
    const meeting = days.get(record.meetingId);
    return meeting !== undefined && saidForItsDay(record, meeting);
  });
  const said = new Map(current.map(({ record }) => [record.meetingId, record.intention]));
  return new Map(
    open.map(({ id }) => {
      const answer = said.get(id);
      return [
        id,
        {
          text: say('apologies', `home-${answer ?? 'silent'}`),
          act: say('apologies', answer ? 'homeChange' : 'homeSay'),
          href: paths.apologies(id),
        },
      ];
    }),
  );
}
