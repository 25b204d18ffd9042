import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { faultOfMove, type MoveFault } from '../../../shared/domain/meetings/moving.ts';
import { say } from '../../../shared/pages/say.ts';
import { type MovedTo, moveMeeting } from '../../../shared/store/publication-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import type { WebRequest } from '../route.ts';
import { dayBoxes, dayTyped, type Typed, type Wrong } from '../typed-form.ts';
import { type Asked, type PublishingForm, publishingPages } from './publishing-form.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What stands against the day, in words; shorter notice is asked about once. */
function faultWords(fault: MoveFault, to: MovedTo, { form }: WebRequest): string | null {
  const words = (by: string) => ({ day: formatDay(to.day), by: formatDay(by) });
  switch (fault.word) {
    case 'past':
      return say('publication', 'pastDay');
    case 'same':
      return say('publication', 'sameDay');
    case 'taken':
      return say('publication', 'taken');
    case 'shut':
      return say('publication', 'shutDay', { why: fault.why });
    case 'too-short':
      return say('publication', 'moveRefused', words(fault.by));
    case 'shorter-notice':
      return form.get('shorter') === to.day ? null : say('publication', 'moveDeadlinePast', words(fault.by));
  }
}

/** What is wrong with the day: that there is none, that it is too soon, or that nothing would change. */
function faultOfDay(request: WebRequest, from: Publishable, on: string | null | 'wrong', to: MovedTo): string | null {
  if (on === null) return say('publication', 'needDay');
  if (on === 'wrong') return say('publication', 'badDay');
  const fault = faultOfMove(to, { ...from.context, meeting: from.meeting.record, today: request.today });
  return fault === null ? null : faultWords(fault, to, request);
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
