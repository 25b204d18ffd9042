import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { canReceiveReports } from '../../../shared/domain/meetings/meeting.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { meetingsOf } from '../../../shared/store/meetings.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { ownAnswers } from './expected-members.ts';
import { bodiesWhere } from './home-data.ts';

/** The committees somebody sits on, each with its next meeting; empty for somebody who sits on none. */
export async function memberSection(request: WebRequest) {
  const { memberships } = request.signedIn();
  const { today } = request;
  const { register } = request.services;
  const ids = bodiesWhere(memberships, ['chair', 'vice-chair', 'member', 'co-optee', 'substitute', 'observer'], today);
  const [own, diaries] = await Promise.all([
    getMany(register, bodies, ids),
    Promise.all(ids.map(async (id) => [id, await meetingsOf(register, id)] as const)),
  ]);
  const next = new Map(
    diaries.map(([id, all]) => [
      id,
      all
        .map(({ record }) => record)
        .filter(({ accessClass }) => accessClass !== 'private' || request.may('plan.see', { bodyId: id, accessClass }))
        .find((meeting) => canReceiveReports(meeting) && meeting.day >= today),
    ]),
  );
  const answers = await ownAnswers(request, [...next.values()]);
  return own.map(({ record: { id, name } }) => {
    const meeting = next.get(id);
    return {
      name,
      href: paths.body(id),
      next: meeting ? formatDay(meeting.day) : say('home', 'memberNoMeeting'),
      planHref: paths.bodyPlan(id),
      logHref: paths.actionLog(id),
      answer: meeting ? (answers.get(meeting.id) ?? null) : null,
    };
  });
}
