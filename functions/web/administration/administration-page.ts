import { addMonths } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { messageLog } from '../../../shared/store/messages.ts';
import { type OperationsNote, operationsNotes } from '../../../shared/store/operations.ts';
import { missedEntries } from '../../../shared/store/outbox.ts';
import { roundState } from '../../../shared/store/rounds.ts';
import { isTrouble, messageRow, namedIn } from '../messages/message-rows.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';

/** An outbox entry older than this is stuck: the sweep delivers again every five minutes. */
const STUCK_MILLISECONDS = 3_600_000;
const MOST = 20;

function noteRow({ day, what, id, detail }: OperationsNote) {
  const text = say('operations', `note-${what}`, { detail });
  const [topic, , version] = id.split(':');
  const link = what === 'promise-not-looked-at' ? { href: paths.commitment(id) } : {};
  const change =
    topic === 'calendar-changed' && version !== undefined ? { href: paths.calendarChange(Number(version)) } : link;
  return [formatDay(day), { text, ...change }];
}

const links = () =>
  [
    { key: 'people', href: paths.people() },
    { key: 'bodies', href: paths.adminBodies() },
    { key: 'calendar', href: paths.calendar() },
    { key: 'reminders', href: paths.reminders() },
    { key: 'messages', href: paths.messages() },
    { key: 'tokens', href: paths.everyApiToken() },
  ] as const;

/** Where an administrator begins: what can be changed, and what has gone wrong. */
export async function administrationPage(request: WebRequest): Promise<WebAnswer> {
  request.require('procedure.manage');
  const { register, realNow } = request.services;
  const { table } = register;
  const month = (day: string) => messageLog(table, day.slice(0, 7));
  const [notes, now, before, stuck, round] = await Promise.all([
    operationsNotes(table, MOST),
    month(request.today),
    month(addMonths(request.today, -1)),
    missedEntries(table, new Date(realNow() - STUCK_MILLISECONDS).toISOString()),
    roundState(table),
  ]);
  const trouble = [...now, ...before].filter(isTrouble).slice(0, MOST);
  const named = await namedIn(register, trouble);
  return {
    html: render('administration/home.njk', {
      frame: request.frame(say('operations', 'title')),
      links: links().map(({ key, href }) => ({
        text: say('operations', `link-${key}`),
        about: say('operations', `about-${key}`),
        href,
      })),
      messages: trouble.map((message) => messageRow(request, message, named)),
      failuresHref: `${paths.messages(request.today.slice(0, 7))}&show=failures`,
      stuck: stuck.map(({ entry, at }) => [
        formatMoment(at),
        say('operations', `topic-${entry.topic}`),
        entry.recordId,
      ]),
      notes: notes.map(noteRow),
      round:
        round.closed === null
          ? say('operations', 'noRound')
          : say('operations', 'lastRound', { day: formatDay(round.closed) }),
      unfinished:
        round.opened !== null && round.opened !== round.closed
          ? say('operations', 'roundOpen', { day: formatDay(round.opened) })
          : '',
    }),
  };
}
