import * as z from 'zod';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Membership } from '../../../shared/domain/bodies/membership.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import {
  type Attendance,
  type Intention,
  intention,
  intentions,
  saidForItsDay,
  seatsOn,
  substitutesFor,
  takesApologies,
} from '../../../shared/domain/meetings/attendance.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { formatTime } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { ApologyRefused, attendancesOf, giveAttendance } from '../../../shared/store/attendances.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound, NotUnique } from '../../../shared/store/errors.ts';
import { meetings } from '../../../shared/store/meetings.ts';
import { membershipsOf, people } from '../../../shared/store/people.ts';
import { find, get, getMany, type Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, typedIn, versionIn, type Wrong } from '../typed-form.ts';

/** What the form needs to know: the meeting, whose answer it is, and what all have said. */
type Asked = {
  readonly body: Body;
  readonly meeting: Meeting;
  readonly seat: Membership;
  readonly person: Person;
  readonly forSomebodyElse: boolean;
  readonly own: Versioned<Attendance> | undefined;
  readonly free: readonly Person[];
};

async function askedOf(request: WebRequest, personId: string): Promise<Asked> {
  const { register } = request.services;
  const me = request.signedIn().person.id;
  const found = await find(register, meetings, request.params['meetingId'] ?? '');
  if (!found) throw new NotFound('meeting');
  const meeting = found.record;
  const [body, held] = await Promise.all([
    get(register, bodies, meeting.bodyId),
    membershipsOf(register, meeting.bodyId),
  ]);
  const memberships = held.map(({ record }) => record);
  const all = seatsOn(memberships, meeting.bodyId, meeting.day);
  const seat = all.find((one) => one.personId === personId);
  // Whose seat it is not, and whose committee it is not, learns nothing of the meeting.
  if (!seat) throw new NotFound('seat');
  const forSomebodyElse = personId !== me;
  if (forSomebodyElse) request.require('apology.enter', { bodyId: meeting.bodyId });
  else request.require('apology.give', { bodyId: meeting.bodyId, ownerIds: [personId] });
  const given = await attendancesOf(
    register,
    meeting.id,
    all.map((one) => one.personId),
  );
  const said = given.map(({ record }) => record).filter((one) => saidForItsDay(one, meeting));
  const about = { on: meeting.day, given: said };
  const freeIds = substitutesFor(seat, memberships, about);
  const known = await getMany(register, people, [personId, ...freeIds]);
  const person = known.find(({ record }) => record.id === personId)?.record;
  if (!person) throw new NotFound('person');
  return {
    body: body.record,
    meeting,
    seat,
    person,
    forSomebodyElse,
    own: given.find(({ record }) => record.personId === personId),
    free: known.map(({ record }) => record).filter(({ id }) => freeIds.includes(id)),
  };
}

const ledeOf = ({ day, time, venue }: Meeting): string =>
  say('apologies', 'lede', {
    day: formatDay(day),
    time: time === null ? '' : say('apologies', 'ledeTime', { time: formatTime(time) }),
    venue: venue === null ? '' : say('apologies', 'ledeVenue', { venue }),
  });

const titleOf = ({ body, person, forSomebodyElse }: Asked): string =>
  forSomebodyElse
    ? say('apologies', 'titleFor', { name: person.name, body: body.name })
    : say('apologies', 'title', { body: body.name });

/** Too late for the form: who was there is for the minutes. */
function overPage(request: WebRequest, asked: Asked): WebAnswer {
  const title = say('apologies', 'overTitle');
  const html = render('apologies/over.njk', {
    frame: request.frame(title),
    title,
    body: asked.body,
    lede: ledeOf(asked.meeting),
    meetingHref: paths.meeting(asked.meeting.id),
  });
  return { html, status: request.method === 'POST' ? 409 : 200 };
}

function nowWords({ own, meeting }: Asked, answer: string): string {
  if (!own) return say('apologies', 'nothingSaid');
  const { forDay } = own.record;
  return saidForItsDay(own.record, meeting) || forDay === null
    ? say('apologies', 'nowSaid', { answer })
    : say('apologies', 'nowEarlier', { answer, day: formatDay(forDay) });
}

function formPage(request: WebRequest, asked: Asked, faults: Faults = faultless): WebAnswer {
  const { meeting, person, forSomebodyElse, own, free } = asked;
  if (!takesApologies(meeting, request.command().at)) return overPage(request, asked);
  const wrong = faults.list.length > 0;
  const typed = wrong
    ? typedIn(request.form)
    : {
        answer: own?.record.intention ?? '',
        substitute: own?.record.substituteId ?? '',
        reason: own?.record.reason ?? '',
      };
  const title = titleOf(asked);
  const answer = say('apologies', `answer-${own?.record.intention ?? 'silent'}`);
  const html = render('apologies/form.njk', {
    frame: request.frame(title, wrong ? { errors: faults.list } : {}),
    title,
    body: asked.body,
    lede: ledeOf(meeting),
    now: nowWords(asked, answer),
    onBehalf: forSomebodyElse ? say('apologies', 'onBehalf', { name: person.name }) : null,
    legend: forSomebodyElse ? say('apologies', 'legendFor', { name: person.name }) : say('apologies', 'legend'),
    answers: intentions.map((value) => ({
      value,
      text: say('apologies', forSomebodyElse ? `choiceFor-${value}` : `choice-${value}`),
    })),
    substitutes: [
      { value: '', text: say('apologies', 'substituteChoose') },
      ...free.map(({ id, name }) => ({ value: id, text: name, selected: id === typed.substitute })),
    ],
    nobodyFree: free.length === 0,
    typed,
    errors: faults.of,
    action: request.path,
    commandId: request.services.newId(),
    version: wrong ? request.form.get('version') : (own?.version ?? 0),
    meetingHref: paths.meeting(meeting.id),
  });
  return { html, status: wrong ? 422 : 200 };
}

type Read = { readonly intention: Intention; readonly substituteId: string | null; readonly reason: string | null };

function read({ form }: WebRequest): Read | readonly Wrong[] {
  const chosen = intention.safeParse(form.get('answer'));
  const substituteId = form.get('substitute');
  const reason = z.string().max(500).safeParse(form.get('reason').trim());
  const sends = chosen.success && chosen.data === 'substitute';
  const wrong: Wrong[] = [
    ...(chosen.success ? [] : [{ field: 'answer', text: say('apologies', 'needAnswer') }]),
    ...(sends && substituteId === '' ? [{ field: 'substitute', text: say('apologies', 'needSubstitute') }] : []),
    ...(reason.success ? [] : [{ field: 'reason', text: say('apologies', 'longReason') }]),
  ];
  if (!chosen.success || !reason.success || wrong.length > 0) return wrong;
  return { intention: chosen.data, substituteId: sends ? substituteId : null, reason: reason.data || null };
}

const isWrong = (given: Read | readonly Wrong[]): given is readonly Wrong[] => Array.isArray(given);

async function save(request: WebRequest, asked: Asked): Promise<WebAnswer> {
  const { meeting, person, forSomebodyElse } = asked;
  if (!takesApologies(meeting, request.command().at)) return overPage(request, asked);
  const given = read(request);
  if (isWrong(given)) return formPage(request, asked, faultsOf(given));
  const command = request.command();
  const { person: me } = request.signedIn();
  const actor = { sort: 'person' as const, personId: me.id, onBehalfOf: forSomebodyElse ? person.id : null };
  const refused = (why: ApologyRefused['why']): WebAnswer => {
    const field = why === 'not-a-member' ? 'answer' : 'substitute';
    return formPage(request, asked, faultsOf([{ field, text: say('apologies', `problem-${why}`) }]));
  };
  try {
    const wanted = { meetingId: meeting.id, personId: person.id, ...given };
    await giveAttendance(request.services.register, { ...command, actor, version: versionIn(request.form) }, wanted);
  } catch (fault) {
    if (fault instanceof ApologyRefused) return refused(fault.why);
    if (fault instanceof NotUnique) return refused('substitute-taken');
    throw fault;
  }
  if (forSomebodyElse)
    return { redirect: paths.meeting(meeting.id), flash: say('apologies', 'savedFor', { name: person.name }) };
  return { redirect: paths.apologies(meeting.id), flash: say('apologies', 'saved') };
}

/** A member's own form; a secretary without a seat goes to the meeting, where all of them stand. */
export async function ownApologies(request: WebRequest): Promise<WebAnswer> {
  return formPage(request, await askedOf(request, request.signedIn().person.id));
}

/** Keeps what the member says. */
export async function ownApologiesPost(request: WebRequest): Promise<WebAnswer> {
  return save(request, await askedOf(request, request.signedIn().person.id));
}

/** The same form for somebody else, by the secretary of the committee. */
export async function apologiesFor(request: WebRequest): Promise<WebAnswer> {
  return formPage(request, await askedOf(request, request.params['personId'] ?? ''));
}

/** Keeps what the secretary was told; the record says who entered it for whom. */
export async function apologiesForPost(request: WebRequest): Promise<WebAnswer> {
  return save(request, await askedOf(request, request.params['personId'] ?? ''));
}
