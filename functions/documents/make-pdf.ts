import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { openFiles } from '../../shared/store/files.ts';
import { makeDocuments, publicationToPrint } from './make-documents.ts';
import { pdfApp } from './pdf-app.ts';

const toPdf = async (document: PrintDocument): Promise<Uint8Array> =>
  (await import('../../shared/documents/to-pdf.ts')).toPdf(document);

function build() {
  const services = { ...buildServices(), toPdf };
  const { FILES_BUCKET } = services.configuration;
  return { app: pdfApp({ ...services, realNow: Date.now }), making: { ...services, files: openFiles(FILES_BUCKET) } };
}

let built: ReturnType<typeof build> | undefined;

// called by the HTTP API, and by the workflow that publishes: one function, since the PDF engine is loaded in no other
export const handler = (
  event: APIGatewayProxyEventV2 | { meetingId: string; publicationId: string },
  context: Context,
) => {
  // cold start only
  built ??= build();
  return 'rawPath' in event ? built.app(event, context) : makeDocuments(publicationToPrint.parse(event), built.making);
};
