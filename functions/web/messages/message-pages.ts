import { addMonths, day } from '../../../shared/domain/calendar/day.ts';
import { formatDay, formatMonth } from '../../../shared/domain/calendar/day-words.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { findMessage, messageLog } from '../../../shared/store/messages.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import {
  isTrouble,
  maySeeMessage,
  messageRow,
  namedIn,
  promiseLinks,
  recipientWords,
  stateOf,
  subjectWords,
} from './message-rows.ts';

/** Lines of one page of the log. */
const MOST = 100;

const monthIn = (text: string, today: string): string =>
  day.safeParse(`${text}-01`).success ? text : today.slice(0, 7);

/** The log of a month: what was sent to whom, why, and what became of it. */
export async function messagesPage(request: WebRequest): Promise<WebAnswer> {
  request.require('messages.see');
  const { register } = request.services;
  const month = monthIn(request.query.get('month'), request.today);
  const failures = request.query.get('show') === 'failures';
  const from = Math.max(0, Math.trunc(Number(request.query.get('from')) || 0));
  const log = (await messageLog(register.table, month)).filter((message) => !failures || isTrouble(message));
  const named = await namedIn(register, log);
  const seen = log.filter((message) => maySeeMessage(request, message, named));
  const first = `${month}-01`;
  const address = (of: string, more = '') =>
    `${paths.messages(of.slice(0, 7))}${failures ? '&show=failures' : ''}${more}`;
  const title = say('messages', 'title');
  return {
    html: render('messages/log.njk', {
      frame: request.frame(title),
      lede: say('messages', 'lede', { month: formatMonth(first) }),
      caption: say('messages', 'caption', { count: seen.length, month: formatMonth(first) }),
      failures,
      rows: seen.slice(from, from + MOST).map((message) => messageRow(request, message, named)),
      earlier: { text: formatMonth(addMonths(first, -1)), href: address(addMonths(first, -1)) },
      later:
        first >= `${request.today.slice(0, 7)}-01`
          ? null
          : { text: formatMonth(addMonths(first, 1)), href: address(addMonths(first, 1)) },
      more: seen.length > from + MOST ? address(first, `&from=${from + MOST}`) : null,
      other: failures
        ? { text: say('messages', 'showAll'), href: paths.messages(month) }
        : { text: say('messages', 'showFailures'), href: `${paths.messages(month)}&show=failures` },
    }),
  };
}

/** One message of the log. What it said is not kept once it is out. */
export async function messagePage(request: WebRequest): Promise<WebAnswer> {
  request.require('messages.see');
  const { register } = request.services;
  const id = request.params['id'] ?? '';
  const message = (await findMessage(register.table, id))?.message;
  if (!message) throw new NotFound(`message ${id}`);
  const [named, body] = await Promise.all([
    namedIn(register, [message]),
    message.bodyId === null ? undefined : find(register, bodies, message.bodyId),
  ]);
  if (!maySeeMessage(request, message, named)) throw new NotFound(`message ${id}`);
  const title = subjectWords(request, message, named);
  const term = (
    key: 'to' | 'address' | 'by' | 'body' | 'due' | 'claimed' | 'sent' | 'attempts' | 'why',
    text: string,
  ) => ({
    term: say('messages', `term-${key}`),
    text,
  });
  return {
    html: render('messages/message.njk', {
      frame: request.frame(title, {
        breadcrumbs: [{ text: say('messages', 'title'), href: paths.messages(message.dueOn.slice(0, 7)) }],
      }),
      title,
      status: stateOf(message),
      stateNote: message.repeated ? say('messages', 'repeatedNote') : '',
      facts: [
        term('to', recipientWords(message, named)),
        ...(message.address === null ? [] : [term('address', message.address)]),
        term('by', say('messages', `by-${message.by}`)),
        ...(body ? [term('body', body.record.name)] : []),
        term('due', formatDay(message.dueOn)),
        term('claimed', formatMoment(message.claimedAt)),
        ...(message.sentAt === null ? [] : [term('sent', formatMoment(message.sentAt))]),
        term('attempts', String(message.attempts)),
        ...(message.why === null ? [] : [term('why', message.why)]),
      ],
      promises: promiseLinks(request, message, named),
    }),
  };
}
