import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { securityHeaders } from '../../shared/lambda/security-headers.ts';
import { operationsAt } from './areas.ts';
import { type ApiServices, enterWith } from './enter.ts';
import { jsonApi } from './json-api.ts';

/** Builds the API of those who have a token. It does not know its host. */
export function apiApp(services: ApiServices) {
  const answer = jsonApi({
    operationsAt,
    enter: enterWith(services),
    publicAddress: services.configuration.PUBLIC_ADDRESS,
    // What somebody may see is theirs: nothing between keeps it.
    headers: { 'cache-control': 'no-store' },
  });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(securityHeaders().others)
    .handler(async (event) => answer(event));
}
