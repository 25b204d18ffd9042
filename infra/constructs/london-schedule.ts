import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export type LondonScheduleProps = {
  /** `minute hour day month weekday`. */
  readonly cron: string;
  readonly target: { readonly arn: string; readonly action: 'lambda:InvokeFunction' | 'states:StartExecution' };
  readonly deadLetters: IQueue;
};

/**
 * A five-field cron line in the words of EventBridge Scheduler: six fields, one of the two days a question mark, weekdays by
 * name only, because the numbers of the two differ by one. Throws on a line it cannot say.
 */
export function schedulerCron(cron: string): string {
  const fields = cron.trim().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (fields.length !== 5 || !weekday) throw new Error(`Not a cron line of five fields: ${cron}`);
  if (weekday === '*') return `cron(${minute} ${hour} ${day} ${month} ? *)`;
  if (day !== '*') throw new Error(`A schedule goes by day or by weekday, not by both: ${cron}`);
  if (/\d/.test(weekday)) throw new Error(`Say weekdays by name (MON-FRI): ${cron}`);
  return `cron(${minute} ${hour} ? ${month} ${weekday.toUpperCase()} *)`;
}

/** Calls one target by London's clock, summer time included. */
export class LondonSchedule extends Construct {
  constructor(scope: Construct, id: string, { cron, target, deadLetters }: LondonScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [target.action], resources: [target.arn] }));
    deadLetters.grantSendMessages(role);
    const schedule = new CfnSchedule(this, 'Schedule', {
      scheduleExpression: schedulerCron(cron),
      scheduleExpressionTimezone: 'Europe/London',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.arn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
    schedule.node.addDependency(role);
  }
}
