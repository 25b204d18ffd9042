import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { precompileTemplates } from '../../infra/local/assets/precompile-templates.mjs';
import type { PageFrame } from '../../shared/pages/page-frame.ts';
import { createRenderer } from '../../shared/pages/render.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

export const govukFolder = join(root, 'node_modules/govuk-frontend/dist');
export const templatesFolder = join(root, 'shared/pages/templates');

/** Every template of the pages, by its path below their folder. */
export function templateNames(): string[] {
  return globSync('**/*.njk', { cwd: templatesFolder }).sort();
}

/** A renderer over templates that are not among those of the pages, compiled by the same code. */
export function rendererOf(names: readonly string[], folders: readonly string[]): ReturnType<typeof createRenderer> {
  return createRenderer(new Function(`return ${precompileTemplates(names, folders)}`)());
}

/** The frame of a secretary's page on the demonstration day. */
export function aFrame(overrides: Partial<PageFrame> = {}): PageFrame {
  return {
    title: 'What needs you today',
    organisationName: 'Brackenford City Council',
    homeHref: '/',
    person: { name: 'Maya Lapwing', role: 'senior committee secretary' },
    signOutAction: '/sign-out',
    csrf: 'token-of-the-session',
    navigation: [
      { text: 'Home', href: '/', current: true },
      { text: 'Read minutes', href: '/minutes/read' },
    ],
    demonstration: { today: '2019-04-15', moveTimeHref: '/local/time' },
    contact: { name: 'Governance Services', email: 'governance@brackenford.example', telephone: '01632 960114' },
    footer: { help: '/help', accessibility: '/accessibility', privacy: '/privacy', openData: '/open-data' },
    ...overrides,
  };
}

/** A frame for somebody who is not signed in. */
export function aPublicFrame(overrides: Partial<PageFrame> = {}): PageFrame {
  const { person: _, csrf: __, signOutAction: ___, ...frame } = aFrame({ navigation: [], signInHref: '/sign-in' });
  return { ...frame, ...overrides };
}
