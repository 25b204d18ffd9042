import { Duration, Stack } from 'aws-cdk-lib';
import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Deployment } from '../deployment.ts';
import type { GovernanceFunctions } from './functions.ts';
import type { Workflows } from './workflows.ts';

export type Watched = {
  readonly deployment: Deployment;
  readonly key: IKey | undefined;
  readonly table: TableV2;
  readonly made: GovernanceFunctions;
  readonly workflows: Workflows;
  readonly api: IHttpApi;
  readonly deadLetters: readonly IQueue[];
};

type Raise = (id: string, says: string, metric: IMetric, when: Partial<AlarmProps> & { threshold: number }) => void;

/** What the stores do with the table. */
const USED = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.DELETE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];
const FIVE_MINUTES = Duration.minutes(5);

const raiserInto =
  (scope: Construct, topic: Topic): Raise =>
  (id, says, metric, when) => {
    const alarm = new Alarm(scope, `${id}Alarm`, {
      alarmDescription: says,
      metric,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...when,
    });
    alarm.addAlarmAction(new SnsAction(topic));
  };

/** Three alarms that a parish needs, and in the standard size one for each thing that can go wrong. */
export function makeAlarms(scope: Construct, watched: Watched): void {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true, masterKey: watched.key });
  // Requiring TLS replaces the policy by which a topic lets its own account's alarms publish.
  const { account } = Stack.of(scope);
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com').withConditions({ StringEquals: { 'aws:SourceAccount': account } }),
  );
  topic.addSubscription(new EmailSubscription(watched.deployment.contactEmail));
  const raise = raiserInto(scope, topic);
  raiseEssentials(scope, watched, raise);
  if (watched.deployment.size === 'standard') raiseAll(watched, raise);
}

const raiseEssentials = (scope: Construct, { made, workflows, deadLetters }: Watched, raise: Raise): void => {
  const everyError = new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });
  raise('Errors', 'A function failed. Look at its log.', everyError, { threshold: 1 });

  raise('Outbox', 'Something recorded has waited an hour for its effect.', waitingEffects(scope, made, deadLetters), {
    threshold: 1,
  });

  const rounds = workflows['daily-round']?.metricSucceeded({ period: Duration.hours(1), statistic: 'Sum' });
  if (rounds)
    raise('DailyRound', 'No daily round has ended well for 26 hours: nobody is being reminded.', rounds, {
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 26,
      treatMissingData: TreatMissingData.BREACHING,
    });
};

/** 1 when a delivery was given up, or when the sweep finds an entry older than an hour. */
const waitingEffects = (scope: Construct, made: GovernanceFunctions, deadLetters: readonly IQueue[]): IMetric => {
  const sweep = made['SweepOutbox'];
  if (!sweep) throw new Error('The registry has no SweepOutbox');
  const oldest = new MetricFilter(scope, 'OldestOutbox', {
    logGroup: sweep.logGroup,
    filterPattern: FilterPattern.exists('$.oldestOutboxMinutes'),
    metricNamespace: 'Quorate',
    metricName: 'OldestOutboxMinutes',
    metricValue: '$.oldestOutboxMinutes',
  }).metric({ statistic: 'Maximum', period: FIVE_MINUTES });
  const queues = deadLetters.map((queue, at) => [`q${at}`, queue.metricApproximateNumberOfMessagesVisible()] as const);
  return new MathExpression({
    label: 'Effects that wait',
    period: FIVE_MINUTES,
    expression: `IF(FILL(oldest, 0) >= 60 OR ${queues.map(([id]) => `FILL(${id}, 0) > 0`).join(' OR ')}, 1, 0)`,
    usingMetrics: { oldest, ...Object.fromEntries(queues) },
  });
};

const raiseAll = (watched: Watched, raise: Raise): void => {
  for (const [name, step] of Object.entries(watched.made)) {
    raise(`${name}Errors`, `${name} failed.`, step.metricErrors({ period: FIVE_MINUTES }), { threshold: 1 });
    raise(`${name}Throttles`, `${name} was not let run.`, step.metricThrottles({ period: FIVE_MINUTES }), {
      threshold: 1,
    });
  }
  for (const [name, workflow] of Object.entries(watched.workflows)) {
    const id = workflow.node.id;
    raise(`${id}Failed`, `${name} failed.`, workflow.metricFailed({ period: FIVE_MINUTES }), { threshold: 1 });
    raise(`${id}TimedOut`, `${name} ran out of time.`, workflow.metricTimedOut({ period: FIVE_MINUTES }), {
      threshold: 1,
    });
  }
  watchEdges(watched, raise);
};

const watchEdges = ({ api, table, made }: Watched, raise: Raise): void => {
  const serverErrors = new Metric({
    namespace: 'AWS/ApiGateway',
    metricName: '5xx',
    dimensionsMap: { ApiId: api.apiId },
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });
  raise('Pages', 'Pages went wrong.', serverErrors, { threshold: 5 });
  const slow = made['Web']?.metricDuration({ period: FIVE_MINUTES, statistic: 'p95' });
  if (slow)
    raise('SlowPages', 'One page in twenty takes over three seconds.', slow, { threshold: 3000, evaluationPeriods: 3 });
  const throttled = table.metricThrottledRequestsForOperations({ period: FIVE_MINUTES, operations: USED });
  raise('Table', 'The table refused requests.', throttled, { threshold: 1 });
  const mail = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Maximum', period: Duration.hours(1) });
  raise('Bounces', 'One message in twenty bounces; at one in ten AWS stops our mail.', mail('Reputation.BounceRate'), {
    threshold: 0.05,
  });
  raise('Complaints', 'Readers call our mail junk.', mail('Reputation.ComplaintRate'), { threshold: 0.001 });
  const failedBackups = new Metric({
    namespace: 'AWS/Backup',
    metricName: 'NumberOfBackupJobsFailed',
    statistic: 'Sum',
    period: Duration.hours(1),
  });
  raise('Backups', 'A nightly backup failed.', failedBackups, { threshold: 1 });
};
