import type { Day } from '../domain/calendar/day.ts';
import * as acts from '../domain/decisions/acts.ts';
import type { Decision, DecisionOutcome } from '../domain/decisions/decision.ts';
import { decisionInPublic } from '../domain/decisions/in-public.ts';
import { missingFrom } from '../domain/decisions/missing.ts';
import { publicationDay } from '../domain/decisions/standing.ts';
import type { BodyContext } from './body-context.ts';
import { change, type Outcome, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { contextOf, windowIn } from './decision-around.ts';
import { decisions, lookAtDecisionOn } from './decisions.ts';
import { VersionConflict } from './errors.ts';
import type { OutboxEntry } from './outbox.ts';
import { showDecision } from './published-decisions.ts';
import { find, get, type Register } from './record-kind.ts';
import type { Write } from './table.ts';

/** Who acts, as the rules want it. */
export const actOf = ({ actor, at, today }: Command): acts.DecisionAct => ({
  by: actor.sort === 'person' ? actor.personId : actor.part,
  at,
  today,
});

/** Throws `VersionConflict` when the person looked at an older version. */
export function unmoved({ version }: Command, now: number, id: string): void {
  if (version !== undefined && version !== now) throw new VersionConflict([id]);
}

/** The part of a body's context that a decision goes by. */
export type Rules = Pick<BodyContext, 'body' | 'procedure' | 'calendar'>;

/** Everything that must agree with a decision: what the public sees of it, and which round is to look at it. */
export function withDecision(decision: Decision, context: Rules): Write[] {
  if (decision.published === null) return [];
  const window = windowIn(decision, context);
  const { calendar, procedure, body } = context;
  const shown = decisionInPublic(decision, {
    bodyName: body.name,
    window,
    closesAt: procedure.callIn?.closesAt ?? procedure.closeTime,
    publishedOn: publicationDay(decision.published.at, procedure.closeTime, calendar),
  });
  const due = decision.state === 'call-in-open' ? (window?.implementableFrom ?? null) : null;
  return [...(shown === null ? [] : showDecision(shown)), lookAtDecisionOn(decision.id, due)];
}

/** Whoever is to be told of a change is told by the workflow of the decision. */
export function tellOf(id: string, word: string): OutboxEntry {
  return { topic: 'decision-moved', recordId: id, word };
}

type Done = { event: string; reason?: string | null; act: (decision: Decision) => Decision };

async function act(register: Register, command: Command, id: string, done: Done) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, decisions, id);
    unmoved(command, was.version, id);
    const record = done.act(was.record);
    const context = await contextOf(register, record, command.today);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: record.state } satisfies Outcome,
      changes: [change(decisions, { was, record, event: done.event, reason: done.reason ?? null })],
      also: withDecision(record, context),
      outbox: record.published === null ? [] : [tellOf(id, record.state)],
    };
  });
}

/** Begins the record of a decision, or writes it anew until it is published. */
export function saveDecision(register: Register, command: Command, record: Decision) {
  return runCommand(register, command.commandId, async () => {
    const was = await find(register, decisions, record.id);
    unmoved(command, was?.version ?? 0, record.id);
    const { id, state, published, calledInBy, outcomes, ...written } = record;
    const next = was ? acts.write(was.record, written) : record;
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: next.state },
      changes: [
        change(decisions, {
          was: was ?? null,
          record: next,
          event: was ? 'decision record written' : 'decision record begun',
        }),
      ],
    };
  });
}

const movedTo = {
  put: 'put for decision',
  defer: 'deferred',
  withdraw: 'withdrawn',
} as const;

/** It is put to whoever decides, put off, or given up. */
export function moveDecision(
  register: Register,
  command: Command,
  id: string,
  { event, reason }: { event: keyof typeof movedTo; reason: string | null },
) {
  return act(register, command, id, {
    event: movedTo[event],
    reason,
    act: (decision) => acts.beforeItIsMade(decision, event),
  });
}

/** What a decision lacks, by the rules of its body that day. */
export function missingIn(decision: Decision, { body, calendar, procedure }: BodyContext, today: Day) {
  const executive = body.kind === 'executive';
  return missingFrom(
    decision,
    { executive, calendar, noticeMode: procedure.keyDecisionNotice?.mode ?? 'calendar' },
    today,
  );
}

/** Thrown when a record is published that is not whole: the page says what is missing and offers no such thing. */
export class RecordNotWhole extends Error {
  override name = 'RecordNotWhole';
}

/** Publishes the record of a decision. Throws `RecordNotWhole` while anything is neither filled nor "none". */
export function publishDecision(register: Register, command: Command, id: string) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, decisions, id);
    unmoved(command, was.version, id);
    const context = await contextOf(register, was.record, command.today);
    const made = ['draft', 'for-decision', 'deferred'].includes(was.record.state) ? acts.make(was.record) : was.record;
    const record = acts.publish(made, actOf(command));
    if (missingIn(was.record, context, command.today).length > 0) throw new RecordNotWhole(id);
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: record.state },
      changes: [change(decisions, { was, record, event: 'decision published' })],
      also: withDecision(record, context),
      outbox: [tellOf(id, 'published')],
    };
  });
}

/** What scrutiny, the council or the decision maker did with it, or that it was carried out. */
export function recordDecisionOutcome(
  register: Register,
  command: Command,
  id: string,
  outcome: Omit<DecisionOutcome, 'by'> & { text: string | null },
) {
  return act(register, command, id, {
    event: `outcome recorded: ${outcome.event}`,
    reason: outcome.reasons,
    act: (decision) => acts.recordOutcome(decision, actOf(command), outcome),
  });
}
