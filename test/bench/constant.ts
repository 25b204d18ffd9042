import * as z from 'zod';

const asked = z.object({ queryStringParameters: z.object({ bytes: z.coerce.number() }) });

/** A page that is nothing but as long as it is asked to be: what the gateway alone costs. */
export const handler = (event: unknown) => ({
  statusCode: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: 'x'.repeat(asked.parse(event).queryStringParameters.bytes),
});
