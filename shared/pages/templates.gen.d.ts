/** The type of the module that `npm run assets` makes beside this file. */
import type { PrecompiledTemplate } from 'nunjucks/browser/nunjucks-slim.js';

/** Every template by its path below `shared/pages/templates`, and those of govuk-frontend that they use. */
export const templates: Record<string, PrecompiledTemplate>;

/** Changes whenever the style sheet or the script changes; part of their address, so that they can be kept for ever. */
export const assetsHash: string;
