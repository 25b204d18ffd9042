import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { functions } from '../../functions/index.ts';
import { readConfiguration } from '../../shared/lambda/configuration.ts';
import { propertiesOf, statementsOf, synthesise } from './synthesise.ts';

const root = new URL('../../', import.meta.url).pathname;
const source = globSync('{functions,shared}/**/*.ts', { cwd: root }).map((file) =>
  readFileSync(`${root}${file}`, 'utf8'),
);

type Told = { Runtime?: string; Environment?: { Variables?: Record<string, unknown> } };

const told = () =>
  propertiesOf(synthesise('small').governance, 'AWS::Lambda::Function').flatMap(({ Runtime, Environment }: Told) =>
    Runtime === 'nodejs24.x' ? [Environment?.Variables ?? {}] : [],
  );

test('Every function is told only names that the configuration reads', () => {
  const needed = { TABLE_NAME: 'x', PUBLIC_ADDRESS: 'https://x.example.org', ORGANISATION_NAME: 'x' };
  const known = [...Object.keys(readConfiguration(needed)), 'ORIGIN_SECRET', 'NODE_OPTIONS'];
  for (const variables of told()) for (const name of Object.keys(variables)) expect(known).toContain(name);
});

test('Every function that opens the register is told enough to read its configuration', () => {
  for (const { TABLE_NAME, PUBLIC_ADDRESS, ORGANISATION_NAME, ORIGIN_SECRET } of told().filter(
    (v) => 'NODE_OPTIONS' in v,
  ))
    expect(ORIGIN_SECRET ?? (TABLE_NAME && PUBLIC_ADDRESS && ORGANISATION_NAME)).toBeTruthy();
});

test('Functions that work with workflows may do what the code asks of them, and no more', () => {
  const asked = source
    .filter((text) => text.includes('@aws-sdk/client-sfn'))
    .flatMap((text) => [...text.matchAll(/new (\w+)Command\(/g)].map(([, name]) => `states:${name}`));
  const { governance } = synthesise('small');
  const starter = functions.find(({ workflows }) => workflows);
  const granted = statementsOf(governance, `${starter?.name}Role`).flatMap(({ Action }) => Action);
  expect(granted.filter((action) => action.startsWith('states:')).sort()).toEqual([...new Set(asked)].sort());
});

test('Alarms may reach the topic that tells the contact address', () => {
  for (const size of ['small', 'standard'] as const) {
    const policies = propertiesOf(synthesise(size).governance, 'AWS::SNS::TopicPolicy');
    expect(JSON.stringify(policies)).toContain('"Principal":{"Service":"cloudwatch.amazonaws.com"}');
  }
});
