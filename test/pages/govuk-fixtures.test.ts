import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { govukFolder, rendererOf } from '../support/pages.ts';

type Fixture = { name: string; options: object; context: object; html: string };

const components = readdirSync(join(govukFolder, 'govuk/components')).filter((name) =>
  existsSync(join(govukFolder, 'govuk/components', name, 'fixtures.json')),
);
const templateOf = (component: string) => `govuk/components/${component}/template.njk`;
const renderer = rendererOf(components.map(templateOf), [govukFolder]);

const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(join(govukFolder, 'govuk/components', component, 'fixtures.json'), 'utf8')).fixtures;

test('the fixtures of the Design System are there to be compared with', () => {
  expect(components.flatMap(fixturesOf).length).toBeGreaterThan(700);
});

test.each(components)('precompiled, %s says exactly what the Design System expects', (component) => {
  for (const { name, options, context, html } of fixturesOf(component)) {
    const rendered = renderer.render(templateOf(component), { ...context, params: options });
    expect(`${name}: ${rendered.trim()}`).toBe(`${name}: ${html.trim()}`);
  }
});
