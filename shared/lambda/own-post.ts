import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** Is this a post from one of our own pages? Judged by the browser's Origin against the configured address. */
export function isOurOwnPost(event: Pick<APIGatewayProxyEventV2, 'headers'>, publicAddress: string): boolean {
  const origin = event.headers['origin'];
  if (origin !== undefined && origin !== 'null') return origin === publicAddress;
  const site = event.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
