import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import validate from 'asl-validator';
import { functions, workflowNames, workflowSchedules } from '../../functions/index.ts';

const folder = new URL('../../workflows/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.asl.json'));
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

test('Each workflow of the registry has its file and each file is in the registry', () => {
  expect(files.sort()).toEqual(workflowNames.map((name) => `${name}.asl.json`).sort());
  for (const { workflow } of workflowSchedules) expect(workflowNames).toContain(workflow);
});

test.each(files)('%s is a state machine that Step Functions accepts', async (file) => {
  expect((await validate(JSON.parse(read(file)), { checkArn: false })).errors).toEqual([]);
});

test.each(files)('%s asks only for functions that there are', (file) => {
  const names = functions.map(({ name }) => name);
  const asked = [...read(file).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  expect(asked).not.toHaveLength(0);
  for (const name of asked) expect(names).toContain(name);
});

test.each(files)('%s names no account, region or Lambda', (file) => {
  expect(read(file)).not.toMatch(/arn:aws:lambda|\d{12}|eu-west|us-east/);
});
