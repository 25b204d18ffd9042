// The compiler's binary ships without types; these are the parts Quorate uses.
declare module '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu' {
  export type Compiled = {
    result: object | null;
    takeDiagnostics(): { shortDiagnostics: unknown[] } | null;
  };
  export class NodeCompiler {
    static create(options: { fontArgs: { fontBlobs: Uint8Array[] }[] }): NodeCompiler;
    compile(options: { mainFileContent: string; inputs: Record<string, string> }): Compiled;
    pdf(document: object, options: { pdfStandard: 'ua-1'; creationTimestamp: number }): Uint8Array;
    evictCache(age: number): void;
  }
}
