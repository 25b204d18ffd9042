/** See precompile-templates.mjs, which is plain JavaScript because it runs before anything is checked. */
export function precompileTemplates(names: readonly string[], roots: readonly string[]): string;
