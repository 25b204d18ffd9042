import { readFileSync } from 'node:fs';
import { noticeKinds } from '../../functions/notices/kinds.ts';
import { sendNotice } from '../../functions/notices/send-notice.ts';
import { relay } from '../../functions/relay/relay.ts';
import { closeWritten } from '../../functions/written-resolutions/close-written.ts';
import { lookAtWritten } from '../../functions/written-resolutions/look-at-written.ts';
import { openWritten } from '../../functions/written-resolutions/open-written.ts';
import { waitForAnswers } from '../../functions/written-resolutions/wait-for-answers.ts';
import type { CrashPoints } from '../../infra/local/engine/crash-points.ts';
import { type Engine, openEngine } from '../../infra/local/engine/engine.ts';
import { RequestRefused } from '../../infra/local/engine/faults.ts';
import { londonDay } from '../../shared/domain/calendar/day.ts';
import type { Configuration } from '../../shared/lambda/configuration.ts';
import type { Workflows } from '../../shared/lambda/workflows.ts';
import type { Post } from '../../shared/messages/deliver.ts';
import { rememberContexts } from '../../shared/store/body-context.ts';
import { missedEntries } from '../../shared/store/outbox.ts';
import type { Register } from '../../shared/store/record-kind.ts';

const workflow = (name: string): unknown =>
  JSON.parse(readFileSync(`workflows/${name}.asl.json`, 'utf8').replaceAll(/\$\{(\w+)\}/g, '$1'));

const overNames = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/** Starting and answering workflows of an engine, as the port says it over the wire. */
export function workflowsOf(engine: () => Engine): Workflows {
  return {
    start: (machine, name, input) => {
      try {
        engine().start(machine, { name, input });
      } catch (fault) {
        if (!(fault instanceof RequestRefused) || fault.name !== 'ExecutionAlreadyExists') throw fault;
      }
      return Promise.resolve();
    },
    isRunning: (arn) => Promise.resolve(engine().describe(arn).status === 'RUNNING'),
    answer: (token, output) => {
      try {
        engine().succeedTask(token, output);
        return Promise.resolve('answered');
      } catch (fault) {
        if (fault instanceof RequestRefused && overNames.includes(fault.name)) return Promise.resolve('over');
        throw fault;
      }
    },
  };
}

type Wanted = {
  register: Register;
  file: string;
  post: Post;
  configuration: Configuration;
  /** Business time, epoch milliseconds. */
  now: () => number;
  crashPoints?: CrashPoints;
};

/** The real engine over the workflow of decisions in writing, its real steps over a real table, and the relay. */
export function writtenEngine({ register, file, post, configuration, now, crashPoints }: Wanted) {
  const clock = { now: () => new Date(now()).toISOString(), today: () => londonDay(new Date(now()).toISOString()) };
  const workflows = workflowsOf(() => engine);
  const services = { register, configuration, clock, post, workflows, kinds: noticeKinds };
  const contexts = rememberContexts(register);
  const steps: Record<string, (payload: never) => Promise<unknown>> = {
    OpenWritten: (payload) => openWritten(payload, services),
    WaitForAnswers: (payload) => waitForAnswers(payload, services),
    CloseWritten: (payload) => closeWritten(payload, services),
    SendNotice: (payload) => sendNotice(payload, services),
  };
  const engine: Engine = openEngine({
    file,
    machines: {
      'written-resolution': workflow('written-resolution'),
      'tell-people': workflow('tell-people'),
    },
    clock: { now },
    realTime: {
      now: () => Date.now(),
      after: (_, callback) => {
        const turn = setImmediate(callback);
        return () => clearImmediate(turn);
      },
    },
    invoke: async (name, payload) => steps[name]?.(payload as never),
    ...(crashPoints ? { crashPoints } : {}),
  });
  /** Everything that was committed is relayed and every execution comes to its rest. */
  const settle = async (): Promise<void> => {
    await engine.idle({ backOffs: true });
    for (const entry of await missedEntries(register.table, '9999')) await relay(entry, { register, workflows });
    await engine.idle({ backOffs: true });
    await engine.runDue();
    await engine.idle({ backOffs: true });
  };
  const round = (day: string) => lookAtWritten({ day }, { ...services, contexts });
  return { engine, settle, round, workflows };
}
