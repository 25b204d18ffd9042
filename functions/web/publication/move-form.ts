import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { whyNotWorking } from '../../../shared/domain/calendar/working-days.ts';
import { publishBy } from '../../../shared/domain/meetings/publish-by.ts';
import { conveningRoute } from '../../../shared/domain/statutory-clock/convening.ts';
import { say } from '../../../shared/pages/say.ts';
import { type MovedTo, moveMeeting } from '../../../shared/store/publication-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import type { WebRequest } from '../route.ts';
import { dayBoxes, dayTyped, type Typed, type Wrong } from '../typed-form.ts';
import { type Asked, type PublishingForm, publishingPages } from './publishing-form.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with a day, or null. */
function wrongDay(on: string | null | 'wrong', { context }: Publishable, today: string): string | null {
  if (on === null) return say('publication', 'needDay');
  if (on === 'wrong') return say('publication', 'badDay');
  if (on < today) return say('publication', 'pastDay');
  const why = whyNotWorking(on, context.calendar);
  return why === null ? null : say('publication', 'shutDay', { why });
}

/** A day on which the notice can no longer be given: refused for a full council, asked about once for others. */
function wrongNotice(day: string, from: Publishable, { today, form }: WebRequest): string | null {
  const { procedure, calendar, body } = from.context;
  const by = publishBy({ day }, procedure, calendar);
  if (procedure.notice === null || by.day >= today) return null;
  const { clearDays, mode } = procedure.notice;
  const fullCouncil = body.kind === 'council';
  const route = conveningRoute({ convened: today, meeting: day, clearDays, fullCouncil }, { mode, calendar });
  const words = { day: formatDay(day), by: formatDay(by.day) };
  if (route === 'refused') return say('publication', 'moveRefused', words);
  return form.get('shorter') === day ? null : say('publication', 'moveDeadlinePast', words);
}

const isSame = ({ meeting: { record } }: Publishable, to: MovedTo): boolean =>
  record.day === to.day && record.time === to.time && record.venue === to.venue;

/** What is wrong with the day: that there is none, that it is too soon, or that nothing would change. */
function faultOfDay(request: WebRequest, from: Publishable, on: string | null | 'wrong', to: MovedTo): string | null {
  const fault = wrongDay(on, from, request.today);
  if (fault !== null) return fault;
  if (isSame(from, to)) return say('publication', 'sameDay');
  const others = from.context.meetings.filter(
    ({ id, state }) => id !== from.meeting.record.id && state !== 'cancelled',
  );
  if (others.some((one) => one.day === to.day && one.time === to.time)) return say('publication', 'taken');
  return wrongNotice(to.day, from, request);
}

function read(request: WebRequest, from: Publishable, typed: Typed): { to: MovedTo; said: string } | Wrong[] {
  const on = dayTyped(typed, 'day');
  const { time = '', venue = '', said = '' } = typed;
  const day = on === null || on === 'wrong' ? '' : on;
  const to = { day, time: time === '' ? null : time, venue: venue === '' ? null : venue };
  const fault = faultOfDay(request, from, on, to);
  const wrong = [
    ...(fault === null ? [] : [{ field: 'day', text: fault }]),
    ...(time !== '' && !TIME.test(time) ? [{ field: 'time', text: say('publication', 'badTime') }] : []),
    ...(said === '' || said.length > 1000 ? [{ field: 'said', text: say('publication', 'needWhy') }] : []),
  ];
  return wrong.length > 0 ? wrong : { to, said };
}

const fields = ({ meeting: { record } }: Publishable): readonly Asked[] => [
  { type: 'date', name: 'day', label: say('publication', 'moveDay') },
  { type: 'input', name: 'time', label: say('publication', 'moveTime'), hint: say('publication', 'moveTimeHint') },
  { type: 'input', name: 'venue', label: say('publication', 'moveVenue'), value: record.venue ?? '' },
  { type: 'textarea', name: 'said', label: say('publication', 'moveSaid') },
];

const moveForm: PublishingForm<{ to: MovedTo; said: string }> = {
  title: 'moveTitle',
  lede: 'moveLede',
  button: 'moveButton',
  fields,
  begun: ({ meeting: { record } }) => ({
    ...dayBoxes('day', record.day),
    time: record.time ?? '',
    venue: record.venue ?? '',
  }),
  days: ['day'],
  warned: (typed) => {
    const on = dayTyped(typed, 'day');
    return on === null || on === 'wrong' ? [] : [{ name: 'shorter', value: on }];
  },
  read,
  act: async ({ services }, command, { meeting }, { to, said }) => {
    await moveMeeting(services.register, command, meeting.record.id, { to, said });
    return say('publication', 'moveDone', { day: formatDay(to.day) });
  },
};

/** A meeting on another day, at another time or in another place. */
export const movePages = publishingPages(moveForm);
