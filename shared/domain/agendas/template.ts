import { type AgendaItem, unarranged } from '../agenda-items/agenda-item.ts';
import type { BodyKind } from '../bodies/body.ts';
import type { Procedure } from '../bodies/procedure.ts';
import { procedurePresets } from '../bodies/procedure-presets.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Slot } from './agenda.ts';
import { type StandingItem, type StandingKey, standingKey, usualStandingItem } from './standing-items.ts';
import { startAgenda } from './start.ts';

/** What stands on every agenda of a body, and how its items are numbered. */
export type Template = Procedure['agenda'];

const isBodyKind = (preset: string): preset is BodyKind => Object.hasOwn(procedurePresets, preset);

/**
 * The template that goes on when a body's rules are changed elsewhere: the body's own, unless it never had other than
 * that of its preset; then that of the preset it now goes by.
 */
export function templateKept(last: Pick<Procedure, 'agenda' | 'preset'> | null, preset: BodyKind): Template {
  const shipped = procedurePresets[preset].agenda;
  if (last === null) return shipped;
  const own =
    !isBodyKind(last.preset) || JSON.stringify(procedurePresets[last.preset].agenda) !== JSON.stringify(last.agenda);
  return own ? last.agenda : shipped;
}

/** The kinds of standing item that a template has not yet. Each stands on it once. */
export function kindsToAdd(standing: readonly Pick<StandingItem, 'key'>[]): readonly StandingKey[] {
  return standingKey.options.filter((key) => !standing.some((one) => one.key === key));
}

/** A line moved one place up (-1) or down (1); at the end of the list it stays where it is. */
export function withMoved<T>(lines: readonly T[], at: number, by: -1 | 1): T[] {
  const line = lines[at];
  const to = at + by;
  if (line === undefined || to < 0 || to >= lines.length) return [...lines];
  return lines.toSpliced(at, 1).toSpliced(to, 0, line);
}

/** The template with one more kind, at its end, as bodies usually call it; one that is there already is not doubled. */
export function withKind(standing: readonly StandingItem[], key: StandingKey, kind: BodyKind): StandingItem[] {
  return kindsToAdd(standing).includes(key) ? [...standing, usualStandingItem(key, kind)] : [...standing];
}

const sample = (meeting: Meeting, of: Pick<AgendaItem, 'id' | 'title' | 'accessClass'>): AgendaItem => ({
  ...unarranged,
  ...of,
  bodyId: meeting.bodyId,
  meetingId: meeting.id,
  number: null,
  purpose: null,
  reportOf: null,
  attendedFor: [],
  mattersRaised: [],
  report: 'not-attached',
  origin: { sort: 'typed' },
  commitmentId: null,
  state: 'on-agenda',
  published: false,
});

/**
 * How an agenda of the meeting would begin by a template: its items in order under their numbers, with one line in the
 * place of the meeting's own business and, where the public may be excluded, one for private business.
 */
export function beginningOf(
  template: Template,
  of: { meeting: Meeting; meetings: readonly Meeting[]; procedure: Procedure },
  words: { business: string; private: string },
): readonly Pick<Slot, 'number' | 'title' | 'standing' | 'accessClass'>[] {
  const there = [
    sample(of.meeting, { id: 'business', title: words.business, accessClass: 'internal' }),
    ...(template.standing.some(({ key }) => key === 'exclusion')
      ? [sample(of.meeting, { id: 'private-business', title: words.private, accessClass: 'private' })]
      : []),
  ];
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `standing-${made}`;
  };
  const procedure = { ...of.procedure, agenda: template };
  return startAgenda({ ...of, procedure, there, before: undefined, newId }).agenda.slots;
}
