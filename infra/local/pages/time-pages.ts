import type { IncomingMessage, ServerResponse } from 'node:http';
import { addDays, type Day, day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { calendarOf } from '../../../shared/domain/calendar/shipped-calendar.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import type { FormGuard } from '../form-guard.ts';
import type { LocalPart } from '../gateway/gateway.ts';
import type { HostClock } from '../host-clock.ts';
import type { Sent, SentLog } from '../sent-log.ts';
import type { BusinessTime } from '../time/business-time.ts';
import type { DaysPassed, Move } from '../time/days-passed.ts';
import { html, type LocalSite, type Markup, sendOn, sendPage } from './local-page.ts';

/** Further than any story of the demonstration goes; each day is really run. */
const MOST_DAYS = 800;
const PURPOSE = 'move time';
const REFRESH_SECONDS = 2;

type Parts = {
  readonly site: LocalSite;
  readonly guard: FormGuard;
  readonly clock: HostClock;
  readonly sent: SentLog;
  readonly days: DaysPassed;
  readonly time: BusinessTime;
};

const calendar = calendarOf('england-and-wales');

const wantedDay = (fields: URLSearchParams, today: Day): { target: Day } | { problem: string } => {
  if (fields.get('by') === 'working-day') return { target: addWorkingDays(today, 1, calendar) };
  if (fields.get('by') === 'week') return { target: addDays(today, 7) };
  const parsed = day.safeParse(fields.get('day')?.trim());
  if (!parsed.success) return { problem: 'Enter a real day, such as 2019-09-25' };
  if (parsed.data <= today) return { problem: `Enter a day after ${formatDay(today)}: time never goes back` };
  if (parsed.data > addDays(today, MOST_DAYS))
    return { problem: `Enter a day no later than ${formatDay(addDays(today, MOST_DAYS))}` };
  return { target: parsed.data };
};

const form = (
  token: string,
  today: Day,
  problem: string,
  typed: string,
): Markup => html`<form method="post" action="/local/time">
<input type="hidden" name="token" value="${token}">
<div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}"><label class="govuk-label" for="day">Move to this day</label>
<div id="day-hint" class="govuk-hint">Today is ${formatDay(today)}. Each day on the way is run in order.</div>
${problem ? html`<p id="day-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>` : html``}
<input class="govuk-input govuk-input--width-10${problem ? ' govuk-input--error' : ''}" id="day" name="day" type="date" value="${typed}" aria-describedby="day-hint${problem ? ' day-error' : ''}"></div>
<div class="govuk-button-group"><button class="govuk-button" type="submit" name="by" value="day">Move time</button>
<button class="govuk-button govuk-button--secondary" type="submit" name="by" value="working-day">Next working day</button>
<button class="govuk-button govuk-button--secondary" type="submit" name="by" value="week">A week on</button></div></form>`;

const sentLine = ({ sort, to, subject, href }: Sent): Markup =>
  html`<li>${sort === 'email' ? 'Email' : 'Slack'} to ${to}: <a class="govuk-link" href="${href}">${subject}</a></li>`;

const dayRow = (passed: Day, sent: readonly Sent[]): Markup =>
  html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${formatDay(passed)}</dt><dd class="govuk-summary-list__value">${
    sent.length > 0 ? html`<ul class="govuk-list">${sent.map(sentLine)}</ul>` : 'Nothing was sent'
  }</dd></div>`;

const story = (move: Move, sent: SentLog): Markup => {
  const rows: Markup[] = [];
  for (let passed = addDays(move.from, 1); passed <= move.passed; passed = addDays(passed, 1))
    rows.push(dayRow(passed, sent.sentOn(passed)));
  const state =
    move.passed < move.target
      ? html`<p class="govuk-body" role="status">Moving to ${formatDay(move.target)}: ${rows.length} days passed so far.</p>`
      : html`<p class="govuk-body" role="status">${rows.length === 1 ? '1 day has' : `${rows.length} days have`} passed.</p>`;
  const trouble = move.trouble
    ? html`<div class="govuk-inset-text">Moving stopped: ${move.trouble}. Send the same day again to go on.</div>`
    : html``;
  return html`<h2 class="govuk-heading-m">From ${formatDay(move.from)} to ${formatDay(move.target)}</h2>${state}${trouble}<dl class="govuk-summary-list">${rows}</dl>`;
};

/** The page that moves time: `/local/time`. A form, then the days as they pass, without a script. */
export function timePart(parts: Parts): LocalPart {
  const { site, guard, clock, sent, days, time } = parts;

  const show = (response: ServerResponse, problem = '', typed = ''): void => {
    const move = days.last();
    const moving = days.unfinished() !== undefined && move?.trouble === '';
    const offered = moving ? html`` : form(guard.token(PURPOSE), clock.today(), problem, typed);
    const firstDay = html`<h2 class="govuk-heading-m">Sent today</h2><dl class="govuk-summary-list">${dayRow(clock.today(), sent.sentOn(clock.today()))}</dl>`;
    sendPage(response, site, {
      title: problem ? 'Error: Move time' : 'Move time',
      content: html`${offered}${move ? story(move, sent) : firstDay}`,
      ...(moving ? { refreshSeconds: REFRESH_SECONDS } : {}),
      ...(problem ? { status: 422 } : {}),
    });
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fields = await guard.fields(request, PURPOSE);
    if (!fields)
      return sendPage(response, site, {
        title: 'Open the page again',
        status: 403,
        content: html`<p class="govuk-body">Time is moved from <a class="govuk-link" href="/local/time">its own page</a> only. Nothing has changed.</p>`,
      });
    const wanted = wantedDay(fields, clock.today());
    if ('problem' in wanted) return show(response, wanted.problem, fields.get('day') ?? '');
    // The page is shown while it goes on; what goes wrong is kept with the move and shown there.
    time.moveTo(wanted.target).catch(() => {});
    sendOn(response, '/local/time');
  };

  return {
    prefix: '/local/time',
    handle: async (request, response, url) => {
      if (request.method === 'POST') return take(request, response);
      if (url.pathname !== '/local/time.json') return show(response);
      const move = days.last();
      const body = {
        today: clock.today(),
        moving: days.unfinished() !== undefined && move?.trouble === '',
        move: move ?? null,
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    },
  };
}
