import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { functions, workflowNames } from '../../functions/index.ts';
import { placeholdersOf, readWorkflow } from '../../infra/constructs/governance-workflow.ts';
import { schedulerCron } from '../../infra/constructs/london-schedule.ts';
import { sizes } from '../../infra/deployment.ts';
import { functionId, propertiesOf, type Statement, statementsOf, synthesise } from './synthesise.ts';

const service = (statements: Statement[], name: string) =>
  statements.filter(({ Action }) => Action.some((action) => action.startsWith(`${name}:`)));

const pascal = (name: string) => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

describe.each(sizes)('In the %s size', (size) => {
  let template: Template;
  const may = (name: string) => statementsOf(template, `${name}Role`);
  beforeAll(() => {
    template = synthesise(size).governance;
  });

  test('no function, workflow or schedule may do more than it names', () => {
    const roles = [...functions.map(({ name }) => `${name}Role`), ...workflowNames.map((n) => `${pascal(n)}Role`)];
    for (const role of [...roles, 'Schedule']) {
      const statements = statementsOf(template, role);
      expect(statements).not.toHaveLength(0);
      for (const { Action } of statements) expect(Action.join(' ')).not.toContain('*');
    }
  });

  test('no function may act on every resource', () => {
    for (const { name } of functions) for (const { Resource } of may(name)) expect(Resource).not.toContain('*');
  });

  test.each(['Public', 'PublicApi'])('%s reads published keys of the table and nothing else', (name) => {
    const onTable = service(may(name), 'dynamodb');
    expect(onTable).toHaveLength(1);
    expect(onTable[0]).toMatchObject({
      Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLISHED#*'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    });
    expect(JSON.stringify(onTable[0]?.Resource)).not.toContain('/index/');
    if (name === 'Public') expect(JSON.stringify(service(may(name), 's3'))).toContain('/published/*');
  });

  test('the public forms touch what was asked, its record, command and outbox entry, and no index', () => {
    const onTable = service(may('PublicForms'), 'dynamodb');
    const keysOf = (action: string) =>
      onTable
        .filter(({ Action }) => Action.includes(action))
        .map(({ Condition }) => Object.values(Condition?.['ForAllValues:StringLike'] ?? {})[0]);
    expect(keysOf('dynamodb:Query')).toEqual([['PUBLISHED#*', 'CALENDAR#*', 'ASKED#*', 'SUBMISSION#*', 'COMMAND#*']]);
    expect(keysOf('dynamodb:PutItem')).toEqual([['ASKED#*', 'SUBMISSION#*', 'COMMAND#*', 'OUTBOX#*']]);
    for (const { Condition } of onTable) expect(Condition).toMatchObject({ Null: { 'dynamodb:LeadingKeys': 'false' } });
    expect(JSON.stringify(onTable)).not.toContain('/index/');
  });

  test('only functions that the registry lets write may write to the table', () => {
    for (const { name, table } of functions) {
      const writes = may(name).some(({ Action }) => Action.includes('dynamodb:PutItem'));
      expect([name, writes]).toEqual([name, table === 'read-write' || table === 'asked']);
      if (table === 'none') expect(service(may(name), 'dynamodb')).toEqual([]);
    }
  });

  test('a function that opens the register may read and keep texts too long for the table; one may take away what is published', () => {
    for (const { name, table, files } of functions) {
      if (table === 'read-write') expect(['long-texts', 'read-write']).toContain(files);
      const actions = service(may(name), 's3').flatMap(({ Action }) => Action);
      expect([name, actions.includes('s3:DeleteObject')]).toEqual([name, files === 'withdrawing']);
      const keeps = files === 'long-texts' || files === 'read-write' || files === 'documents';
      expect([name, actions.includes('s3:PutObject')]).toEqual([name, keeps]);
    }
  });

  test('what makes documents may lay them beside what is published and nowhere else, and what takes away reaches the public’s copies only', () => {
    const on = (name: string, action: string) =>
      JSON.stringify(
        service(may(name), 's3')
          .filter(({ Action }) => Action.includes(action))
          .map(({ Resource }) => Resource),
      );
    expect(on('MakePdf', 's3:PutObject')).toContain('/published/documents/*');
    expect(on('MakePdf', 's3:PutObject')).not.toContain('/published/*');
    expect(on('TakeAway', 's3:DeleteObject')).toContain('/published/*');
    expect(on('TakeAway', 's3:DeleteObject')).not.toContain('reports/*');
  });

  test('only functions that the registry lets send may send mail, and only from our address', () => {
    for (const { name, sends } of functions) {
      const mail = service(may(name), 'ses');
      expect([name, mail.length > 0]).toEqual([name, sends.includes('email')]);
      for (const { Condition } of mail)
        expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'no-reply@governance.example.org' } });
    }
  });

  test('only functions that the registry lets start workflows may start and answer them', () => {
    for (const { name, workflows } of functions)
      expect([name, service(may(name), 'states').length > 0]).toEqual([name, workflows]);
  });

  test('each workflow is given, and may call, just the functions that its file names', () => {
    const machines = propertiesOf(template, 'AWS::StepFunctions::StateMachine');
    for (const name of workflowNames) {
      const wanted = placeholdersOf(readWorkflow(name)).map((step) => ({
        'Fn::GetAtt': [functionId(template, step), 'Arn'],
      }));
      const machine = machines.find(({ StateMachineName }) => StateMachineName === `quorate-${name}`);
      expect(Object.values(machine?.['DefinitionSubstitutions'] ?? {})).toEqual(wanted);
      const called = service(statementsOf(template, `${pascal(name)}Role`), 'lambda').flatMap((s) => s.Resource);
      expect(called.map((r) => JSON.stringify(r)).sort()).toEqual(wanted.map((r) => JSON.stringify(r)).sort());
    }
  });

  test('no secret stands in the environment of a function', () => {
    for (const { Environment } of propertiesOf(template, 'AWS::Lambda::Function')) {
      const { Variables = {} } = (Environment ?? {}) as { Variables?: Record<string, unknown> };
      for (const [name, value] of Object.entries(Variables))
        if (/SECRET|TOKEN/.test(name)) expect(value).toMatch(/^ssm:\/aws\/reference\/secretsmanager\/quorate\//);
      expect(JSON.stringify(Variables)).not.toContain('resolve:secretsmanager');
    }
  });
});

describe('A schedule', () => {
  test.each([
    ['0 8 * * *', 'cron(0 8 * * ? *)'],
    ['*/5 * * * *', 'cron(*/5 * * * ? *)'],
    ['30 7 1 * *', 'cron(30 7 1 * ? *)'],
    ['0 9 * * mon-fri', 'cron(0 9 ? * MON-FRI *)'],
  ])('%s is said as %s', (cron, said) => expect(schedulerCron(cron)).toBe(said));

  test.each(['0 8 * *', '0 9 * * 1-5', '0 9 1 * MON'])('%s is refused', (cron) =>
    expect(() => schedulerCron(cron)).toThrow(),
  );
});
