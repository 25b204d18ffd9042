import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { functions, workflowSchedules } from '../../functions/index.ts';
import { sizes } from '../../infra/deployment.ts';
import { ORIGIN_HEADER } from '../../shared/lambda/origin-secret.ts';
import { functionId, propertiesOf, synthesise } from './synthesise.ts';

describe.each(sizes)('The %s size', (size) => {
  let governance: Template;
  let edge: Template;
  beforeAll(() => {
    ({ governance, edge } = synthesise(size));
  });

  test('makes one Lambda of each line of the registry, on Node 24, on arm64 unless it brings a program along', () => {
    const files = functions.map(({ file }) => file).sort();
    const made = propertiesOf(governance, 'AWS::Lambda::Function').filter(({ Runtime }) => Runtime === 'nodejs24.x');
    expect(made.map(({ Description }) => Description).sort()).toEqual(files);
    const brings = functions.flatMap(({ file, brings: brought }) => (brought ? [file] : []));
    for (const { Architectures, Description } of made)
      expect(Architectures).toEqual([brings.includes(String(Description)) ? 'x86_64' : 'arm64']);
  });

  test('gives each function the time and the memory that the registry says', () => {
    for (const { name, timeoutSeconds, memoryMb } of functions) {
      const made = governance.findResources('AWS::Lambda::Function')[functionId(governance, name)];
      expect(made?.['Properties']).toMatchObject({ Timeout: timeoutSeconds, MemorySize: memoryMb });
    }
  });

  test('has a route for each http path of the registry and no other', () => {
    const wanted = functions.flatMap(({ events }) => events.flatMap((e) => (e.sort === 'http' ? e.paths : [])));
    const routes = propertiesOf(governance, 'AWS::ApiGatewayV2::Route');
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([...wanted].sort());
  });

  test('answers no request that does not come through the edge', () => {
    for (const route of propertiesOf(governance, 'AWS::ApiGatewayV2::Route'))
      expect(route).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: expect.anything() } });
    expect(propertiesOf(governance, 'AWS::ApiGatewayV2::Authorizer')).toEqual([
      expect.objectContaining({
        IdentitySource: [`$request.header.${ORIGIN_HEADER}`],
        EnableSimpleResponses: true,
        AuthorizerPayloadFormatVersion: '2.0',
      }),
    ]);
  });

  test('keeps the origin secret out of the template', () => {
    const [distribution] = propertiesOf(governance, 'AWS::CloudFront::Distribution');
    const header = JSON.stringify(distribution).match(/"HeaderName":"x-quorate-origin","HeaderValue":(.*?)\}\]/)?.[1];
    expect(header).toContain('resolve:secretsmanager:');
  });

  test('wakes the relay by new outbox items only, with a bound on retries and a place for what fails', () => {
    const fed = functions.filter(({ events }) => events.some(({ sort }) => sort === 'outbox-stream'));
    const mappings = propertiesOf(governance, 'AWS::Lambda::EventSourceMapping');
    expect(mappings.map(({ FunctionName }) => FunctionName)).toEqual(
      fed.map(({ name }) => ({ Ref: functionId(governance, name) })),
    );
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 5,
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
      const [{ Pattern }] = (mapping['FilterCriteria'] as { Filters: [{ Pattern: string }] }).Filters;
      const outboxInserts = { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX' }] } } } };
      expect(JSON.parse(Pattern)).toEqual(outboxInserts);
    }
  });

  test('has a schedule for each line of the registry and no other, all by London’s clock', () => {
    const wanted = functions.flatMap(({ events }) => events.filter(({ sort }) => sort === 'schedule'));
    const schedules = propertiesOf(governance, 'AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(wanted.length + workflowSchedules.length);
    for (const schedule of schedules) expect(schedule['ScheduleExpressionTimezone']).toBe('Europe/London');
  });

  test('keeps each log for three months', () => {
    for (const log of propertiesOf(governance, 'AWS::Logs::LogGroup')) expect(log['RetentionInDays']).toBe(90);
    for (const made of propertiesOf(governance, 'AWS::Lambda::Function'))
      expect(made['LoggingConfig']).toMatchObject({ LogGroup: { Ref: expect.anything() } });
  });

  test('writes nothing that was said into the log of a workflow', () => {
    for (const { LoggingConfiguration } of propertiesOf(governance, 'AWS::StepFunctions::StateMachine'))
      expect(LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
  });

  test('keeps the records when the stack goes, and can restore any second of the last 35 days', () => {
    const [table] = Object.values(governance.findResources('AWS::DynamoDB::GlobalTable'));
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 };
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        Replicas: [{ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification }],
      },
    });
  });

  test('puts the certificate where CloudFront looks for it', () => {
    edge.resourceCountIs('AWS::CertificateManager::Certificate', 1);
  });
});

test('A parish pays for three alarms, and for no key, web ACL or vault of its own', () => {
  const { edge, governance } = synthesise('small');
  governance.resourceCountIs('AWS::CloudWatch::Alarm', 3);
  governance.resourceCountIs('AWS::KMS::Key', 0);
  governance.resourceCountIs('AWS::Backup::BackupVault', 0);
  edge.resourceCountIs('AWS::WAFv2::WebACL', 0);
});

test('A council has its own key, a web ACL, a vault, and an alarm for each function and workflow', () => {
  const { edge, governance } = synthesise('standard');
  governance.resourceCountIs('AWS::KMS::Key', 1);
  governance.resourceCountIs('AWS::Backup::BackupVault', 1);
  const alarms = propertiesOf(governance, 'AWS::CloudWatch::Alarm').map(({ AlarmDescription }) => AlarmDescription);
  for (const { name } of functions) expect(alarms).toContain(`${name} failed.`);
  const [webAcl] = propertiesOf(edge, 'AWS::WAFv2::WebACL');
  expect(JSON.stringify(webAcl)).toContain('{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_BODY"}');
});

test('An organisation with its own provider gets no user pool', () => {
  const { governance } = synthesise('small', { oidcIssuer: 'https://login.example.org/', oidcClientId: 'quorate' });
  governance.resourceCountIs('AWS::Cognito::UserPool', 0);
});
