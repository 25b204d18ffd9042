// nunjucks ships its precompiled-only build without types; these are the parts Quorate uses.
declare module 'nunjucks/browser/nunjucks-slim.js' {
  export interface PrecompiledTemplate {
    root: (...parts: unknown[]) => unknown;
  }

  export interface Source {
    src: { type: 'code'; obj: PrecompiledTemplate };
    path: string;
    noCache: boolean;
  }

  class Loader {
    getSource(name: string): Source | null;
    isRelative(name: string): boolean;
    resolve(from: string, to: string): string;
  }

  class Environment {
    constructor(loader: Loader, options: { autoescape: boolean; trimBlocks: boolean; lstripBlocks: boolean });
    render(name: string, context: object): string;
    addGlobal(name: string, value: unknown): this;
    addFilter(name: string, filter: (...values: never[]) => unknown): this;
  }

  class SafeString {
    constructor(text: string);
    toString(): string;
  }

  const nunjucks: {
    Environment: typeof Environment;
    Loader: typeof Loader;
    runtime: { SafeString: typeof SafeString };
  };
  export default nunjucks;
}
