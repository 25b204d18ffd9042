import type { Day } from '../domain/calendar/day.ts';
import * as acts from '../domain/decisions/acts.ts';
import { BY_QUORATE } from '../domain/decisions/call-in-request.ts';
import { inWindow, judgedBy, waitsForJudgement } from '../domain/decisions/standing.ts';
import { TransitionRefused } from '../domain/record.ts';
import { lapsesBeside } from './call-in-acts.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { tellOf, withDecision } from './decision-acts.ts';
import { type DecisionAround, decisionAround } from './decision-around.ts';
import { callInRequests, decisions, lookAtDecisionOn } from './decisions.ts';
import { VersionConflict } from './errors.ts';
import type { Register } from './record-kind.ts';

type Round = { readonly id: string; readonly at: string; readonly today: Day };

const NOT_WHOLE = 'It did not have the signatures that the procedure asks for before call-in closed.';
const NOBODY_JUDGED =
  'It had its signatures in time and nobody had judged it by the day on which the decision would take effect, so it counts as valid.';

const commandOf = ({ at, today }: Round, commandId: string): Command => ({
  commandId,
  actor: { sort: 'system', part: 'daily round' },
  at,
  today,
});

const actOf = ({ at, today }: Round): acts.DecisionAct => ({ by: BY_QUORATE, at, today });

/** It may take effect; requests that were not whole in time end with it. */
function takeEffect(register: Register, around: DecisionAround, round: Round) {
  const { record: was, version, context, requests } = around;
  const command = commandOf(round, `window-closes-${was.id}-${version}`);
  return runCommand(register, command.commandId, async () => {
    const record = acts.windowCloses(was);
    const over = requests.filter((one) => one.record.state === 'open');
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: was.id, state: record.state },
      changes: [
        change(decisions, { was: around, record, event: 'may take effect' }),
        ...over.map((one) =>
          change(callInRequests, {
            was: one,
            record: acts.lapse(one.record, actOf(round), NOT_WHOLE),
            event: 'call-in lapsed',
            reason: NOT_WHOLE,
          }),
        ),
      ],
      also: withDecision(record, context),
      outbox: [tellOf(was.id, record.state)],
    };
  });
}

/** Nobody judged in time what was whole in time: the first such request suspends the decision, and others end with it. */
function takeAsValid(register: Register, around: DecisionAround, round: Round) {
  const { record: was, version, context, requests, window } = around;
  const command = commandOf(round, `call-in-unjudged-${was.id}-${version}`);
  return runCommand(register, command.commandId, async () => {
    const open = requests.filter((one) => one.record.state === 'open');
    const first = open.find((one) => window !== null && waitsForJudgement(one.record, window));
    if (!first) throw new TransitionRefused(was.state, 'call-in');
    const record = acts.callIn(was, first.record.id);
    const judged = acts.judge(first.record, actOf(round), { valid: true, reason: NOBODY_JUDGED });
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: was.id, state: record.state },
      changes: [
        change(decisions, { was: around, record, event: 'called in', reason: NOBODY_JUDGED }),
        change(callInRequests, {
          was: first,
          record: judged,
          event: 'counts as valid, not having been judged',
          reason: NOBODY_JUDGED,
        }),
        ...lapsesBeside(open, first.record.id, actOf(round)),
      ],
      also: withDecision(record, context),
      outbox: [tellOf(was.id, 'called-in')],
    };
  });
}

/** A day more: it waits for a judgement, or the calendar now gives a later day. Those who judge are told once that it is due. */
async function waitOn(register: Register, around: DecisionAround, round: Round): Promise<void> {
  const { record, context, window } = around;
  if (window !== null && window.implementableFrom > round.today) {
    await register.table.transact(withDecision(record, context));
    return;
  }
  const command = commandOf(round, `call-in-to-judge-${record.id}-${round.today}`);
  await runCommand(register, command.commandId, async () => ({
    commandId: command.commandId,
    actor: command.actor,
    at: command.at,
    outcome: { id: record.id, state: record.state },
    changes: [],
    outbox: [tellOf(record.id, 'to-be-judged')],
  }));
}

/**
 * Has the round look at a decision whose day has come: it may take effect, or it waits for a judgement, or (the calendar
 * having changed) its day is later. A request that nobody judged in time counts as valid. Doing it twice changes nothing
 * more.
 */
export async function closeWindow(
  register: Register,
  round: Round,
): Promise<'may-take-effect' | 'called-in' | 'later' | 'over'> {
  const { id, at, today } = round;
  const around = await decisionAround(register, id, today);
  const { record, window, requests } = around;
  if (record.state !== 'call-in-open' || window === null) {
    await register.table.transact([lookAtDecisionOn(id, null)]);
    return 'over';
  }
  const asked = requests.map((one) => one.record);
  const stands = inWindow(window, asked, at);
  try {
    if (stands === 'may-take-effect') {
      await takeEffect(register, around, round);
      return 'may-take-effect';
    }
    if (stands === 'waits-for-judgement' && today > judgedBy(window)) {
      await takeAsValid(register, around, round);
      return 'called-in';
    }
  } catch (fault) {
    // Somebody called it in meanwhile: the next round looks at it as it is then.
    if (fault instanceof VersionConflict || fault instanceof TransitionRefused) return 'later';
    throw fault;
  }
  await waitOn(register, around, round);
  return 'later';
}
