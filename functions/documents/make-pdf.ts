import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { pdfApp } from './pdf-app.ts';

const toPdf = async (document: PrintDocument): Promise<Uint8Array> =>
  (await import('../../shared/documents/to-pdf.ts')).toPdf(document);

let app: ReturnType<typeof pdfApp> | undefined;

// called by the HTTP API
export const handler = (...args: Parameters<ReturnType<typeof pdfApp>>) => {
  // cold start only
  app ??= pdfApp({ ...buildServices(), realNow: Date.now, toPdf });
  return app(...args);
};
