import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { functions, workflowNames } from '../../functions/index.ts';

const workflowFiles = globSync('workflows/*.asl.json');

test('every function in the registry has its file, and every name is its own', () => {
  expect(functions.filter(({ file }) => !existsSync(file)).map(({ name }) => name)).toEqual([]);
  expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
});

test('every file that exports a handler is in the registry', () => {
  const handlers = globSync('functions/**/*.ts').filter((file) =>
    /^export (const|function|async function) handler\b/m.test(readFileSync(file, 'utf8')),
  );
  const registered = new Set(functions.map(({ file }) => file));
  expect(handlers.filter((file) => !registered.has(file))).toEqual([]);
});

test('every workflow has its file and every file is a workflow', () => {
  expect(workflowFiles.map((file) => file.slice('workflows/'.length, -'.asl.json'.length)).toSorted()).toEqual(
    [...workflowNames].toSorted(),
  );
});

test('every placeholder of a workflow names a function', () => {
  const names = new Set(functions.map(({ name }) => name));
  const asked = workflowFiles.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\$\{(\w+)\}/g)].map((found) => found[1]),
  );
  expect(asked.filter((name) => name === undefined || !names.has(name))).toEqual([]);
});

test('workflows carry ids and words only: no step is handed a name, a title or a text', () => {
  const carried = workflowFiles.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"Payload": \{([^}]*)\}/g)].flatMap(([, inner = '']) =>
      [...inner.matchAll(/"(\w+)":/g)].map((found) => found[1]),
    ),
  );
  const allowed = [
    'execution',
    'day',
    'what',
    'after',
    'commitmentId',
    'personId',
    'taskToken',
    'executionArn',
    'word',
    'readingId',
    'part',
    'changeId',
    'decisionId',
    'told',
    'resolutionId',
    'meetingId',
    'publicationId',
    'proof',
    'made',
    'found',
  ];
  expect([...new Set(carried)].filter((name) => name === undefined || !allowed.includes(name))).toEqual([]);
});
