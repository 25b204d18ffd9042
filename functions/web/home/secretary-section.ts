import type { Membership } from '../../../shared/domain/bodies/membership.ts';
import { addMonths } from '../../../shared/domain/calendar/day.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import { messageLog } from '../../../shared/store/messages.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { agendasSoon } from './agendas-soon.ts';
import { expectedSoon } from './expected-members.ts';
import { bodiesWhere, type OwnBody, ownBodies } from './home-data.ts';
import { publicQuestions } from './public-questions.ts';
import {
  bounced,
  clocksToday,
  countsByBody,
  meetingsSoon,
  nextClock,
  questionsFor,
  soonOf,
  waitingOn,
} from './secretary-view.ts';

const scopes = ['mine', 'cover', 'all'] as const;
type Scope = (typeof scopes)[number];

const labels = { mine: 'scopeMine', cover: 'scopeCover', all: 'scopeAll' } as const;

/** The committees somebody is secretary of, those they cover, and both: each scope that is not empty. */
function scopesOf(memberships: readonly Membership[], today: string): Map<Scope, string[]> {
  const mine = bodiesWhere(memberships, ['secretary'], today);
  const cover = bodiesWhere(memberships, ['cover-secretary'], today).filter((id) => !mine.includes(id));
  const all: [Scope, string[]][] = [
    ['mine', mine],
    ['cover', cover],
    ...(mine.length > 0 && cover.length > 0 ? [['all', [...mine, ...cover]] satisfies [Scope, string[]]] : []),
  ];
  return new Map(all.filter(([, ids]) => ids.length > 0));
}

async function recentMessages(request: WebRequest): Promise<Message[]> {
  const { table } = request.services.register;
  const months = [request.today, addMonths(request.today, -1)].map((day) => day.slice(0, 7));
  return (await Promise.all(months.map((month) => messageLog(table, month)))).flat();
}

function sideLinks(bodies: readonly OwnBody[]) {
  const first = bodies[0]?.context.body;
  return [
    { text: say('home', 'sideMinutes'), href: paths.readMinutes() },
    { text: say('home', 'sideRecord'), href: paths.newCommitment(first?.id) },
    { text: say('home', 'sideQuestions'), href: paths.questions() },
    ...bodies.map(({ context: { body } }) => ({
      text: say('home', 'sideLog', { body: body.shortName === body.name ? body.name : body.code }),
      href: paths.actionLog(body.id),
    })),
  ];
}

/** What a committee secretary sees first; null for somebody who is none. */
export async function secretarySection(request: WebRequest, persons: Map<string, Person>) {
  const { today } = request;
  const choices = scopesOf(request.signedIn().memberships, today);
  const first = choices.keys().next().value;
  if (first === undefined) return null;
  const asked = scopes.find((scope) => scope === request.query.get('show') && choices.has(scope)) ?? first;
  const [bodies, messages] = await Promise.all([
    ownBodies(request, choices.get(asked) ?? [], persons),
    recentMessages(request),
  ]);
  const on = { persons, today };
  const soon = soonOf(bodies, today).map(({ meeting }) => meeting.id);
  const [put, expected, agendas] = await Promise.all([
    publicQuestions(request, bodies),
    expectedSoon(request, bodies),
    agendasSoon(request, soon),
  ]);
  const clocks = clocksToday(bodies, today, agendas);
  const questions = [
    ...put,
    ...questionsFor(bodies, on),
    ...bounced(messages, new Set(bodies.map(({ context }) => context.body.id)), on),
  ];
  const waiting = waitingOn(bodies, on);
  const todays = clocks.length === 0 ? say('home', 'ledeNothing') : say('home', 'ledeToday', { count: clocks.length });
  return {
    lede: say('home', 'secretaryLede', {
      today: todays,
      waiting: say('home', 'ledeWaiting', { count: waiting.length }),
      questions: say('home', 'ledeQuestions', { count: questions.length }),
    }),
    scopes: [...choices.keys()].map((scope) => ({
      text: say('home', labels[scope]),
      href: `${paths.home()}?show=${scope}`,
      current: scope === asked,
    })),
    clocks,
    next: nextClock(bodies, today),
    soon: meetingsSoon(bodies, { today, expected, agendas }),
    questions,
    waiting,
    counts: countsByBody(bodies, on),
    links: sideLinks(bodies),
  };
}
