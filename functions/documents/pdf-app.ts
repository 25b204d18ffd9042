import '../../shared/pages/words/documents.ts';
import '../../shared/pages/words/errors.ts';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PrintDocument } from '../../shared/documents/print-document.ts';
import { readDocument, wantedOf } from '../../shared/documents/read-document.ts';
import { type Asker, may } from '../../shared/domain/access/access.ts';
import { logFault } from '../../shared/lambda/log.ts';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import type { Services } from '../../shared/lambda/services.ts';
import { readCookies, type Visitor, visitorOf } from '../../shared/lambda/visitor.ts';
import { say } from '../../shared/pages/say.ts';
import { NotFound } from '../../shared/store/errors.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

export type PdfServices = Services & {
  /** Security time, in milliseconds. */
  realNow: () => number;
  /** Loaded when the first document is made: nothing else here needs the engine. */
  toPdf: (document: PrintDocument) => Promise<Uint8Array>;
};

const text = (statusCode: number, body: string): Result => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

const signInFirst = ({ rawPath, rawQueryString }: Event): Result => {
  const to = rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;
  return {
    statusCode: 303,
    headers: { location: `/sign-in?to=${encodeURIComponent(to)}`, 'cache-control': 'no-store' },
  };
};

const fileName = ({ caption, title }: PrintDocument): string =>
  `${title} ${caption}`.replaceAll(/[^\w]+/g, '-').toLowerCase();

async function answer(event: Event, visitor: Visitor, services: PdfServices): Promise<Result> {
  // /documents/agendas/{id}.pdf
  const [, name = '', id = ''] = /^\/documents\/([a-z-]+)\/([a-z0-9-]+)\.pdf$/.exec(event.rawPath) ?? [];
  const wanted = wantedOf(name, id, event.queryStringParameters?.['for']);
  if (!wanted) throw new NotFound('document');
  const { configuration, register, clock } = services;
  const today = clock.today();
  const asker: Asker = { personId: visitor.person.id, memberships: visitor.memberships, today };
  const { document } = await readDocument(
    {
      register,
      today,
      organisation: configuration.ORGANISATION_NAME,
      publicAddress: configuration.PUBLIC_ADDRESS,
      person: visitor.person,
      may: (action, subject) => may(asker, action, subject),
    },
    wanted,
  );
  const pdf = await services.toPdf(document);
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${fileName(document)}.pdf"`,
      'cache-control': 'no-store',
    },
    body: Buffer.from(pdf).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Answers `/documents/{name}/{id}.pdf` to people who are signed in, by the rules of the page that shows the same. */
export function pdfApp(services: PdfServices) {
  return middy<Event, Result>()
    .use(securityHeaders().others)
    .handler(async (event) => {
      const visitor = await visitorOf(readCookies(event), services);
      if (!visitor) return signInFirst(event);
      try {
        return await answer(event, visitor, services);
      } catch (fault) {
        if (fault instanceof NotFound) return text(404, say('documents', 'notThere'));
        logFault(fault, { path: event.rawPath });
        return text(500, say('errors', 'goneWrongTitle'));
      }
    });
}
