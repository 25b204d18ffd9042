import type { Construct } from 'constructs';
import { functions, workflowSchedules } from '../../functions/index.ts';
import { DeadLetters } from '../constructs/dead-letters.ts';
import { LondonSchedule } from '../constructs/london-schedule.ts';
import type { GovernanceFunctions } from './functions.ts';
import type { Workflows } from './workflows.ts';

/** Calls what the registry says the clock calls: functions and workflows. */
export function makeSchedules(scope: Construct, steps: GovernanceFunctions, workflows: Workflows): DeadLetters {
  const deadLetters = new DeadLetters(scope, 'ScheduleDeadLetters');
  for (const { name, events } of functions)
    for (const event of events)
      if (event.sort === 'schedule')
        new LondonSchedule(scope, `Schedule-${event.name}`, {
          cron: event.cron,
          target: { arn: steps[name]?.functionArn ?? '', action: 'lambda:InvokeFunction' },
          deadLetters,
        });
  for (const { workflow, cron } of workflowSchedules)
    new LondonSchedule(scope, `Schedule-${workflow}`, {
      cron,
      target: { arn: workflows[workflow]?.stateMachineArn ?? '', action: 'states:StartExecution' },
      deadLetters,
    });
  return deadLetters;
}
