import type { PrecompiledTemplate } from 'nunjucks/browser/nunjucks-slim.js';

/** The precompiled templates that have been imported so far, by their path below `templates/`. */
export const templatesAtHand: Record<string, PrecompiledTemplate> = {};

/**
 * Called by the modules below `compiled/`, which `npm run assets` makes: importing one puts its templates at hand.
 * @public those modules are not committed, so nothing else is seen to use it
 */
export function addTemplates(templates: Record<string, PrecompiledTemplate>): void {
  Object.assign(templatesAtHand, templates);
}
