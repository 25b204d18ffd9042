import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { functions } from '../../functions/index.ts';
import { ORIGIN_HEADER } from '../../shared/lambda/origin-secret.ts';
import { KeptLog } from '../constructs/kept-log.ts';
import type { GovernanceFunctions } from './functions.ts';

/** Requests a second: far above what an organisation's people make, far below what would run up a bill. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** An allow-list: no addresses of people, no paths with ids, no queries, no headers. */
const LOGGED = ['requestId', 'routeKey', 'status', 'responseLatency', 'integrationErrorMessage', 'authorizer.error'];

const methods: Readonly<Record<string, HttpMethod>> = Object.fromEntries(
  ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].map((name) => [name, name as HttpMethod]),
);

const routeKey = (path: string): HttpRouteKey => {
  if (path === '$default') return HttpRouteKey.DEFAULT;
  const [method = '', address = ''] = path.split(' ');
  const known = methods[method];
  if (!known || !address.startsWith('/')) throw new Error(`Not a route: ${path}`);
  return HttpRouteKey.with(address, known);
};

/** The API behind the edge: one route for each http path of the registry, each asked for the origin's secret first. */
export function makeHttpApi(scope: Construct, made: GovernanceFunctions, key: IKey | undefined): HttpApi {
  const httpApi = new HttpApi(scope, 'Api', { createDefaultStage: false });
  const authorizer = originCheck(made);
  for (const { name, events } of functions) {
    const handler = made[name];
    const paths = events.flatMap((event) => (event.sort === 'http' ? event.paths : []));
    if (!handler || paths.length === 0) continue;
    const integration = new HttpLambdaIntegration(`${name}Integration`, handler);
    for (const path of paths)
      new HttpRoute(httpApi, `Route-${path.replace(/\W+/g, '-')}`, {
        httpApi,
        integration,
        routeKey: routeKey(path),
        authorizer,
      });
  }
  new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: {
      destination: new LogGroupLogDestination(new KeptLog(scope, 'ApiLog', { key }).logGroup),
      format: AccessLogFormat.custom(JSON.stringify(Object.fromEntries(LOGGED.map((f) => [f, `$context.${f}`])))),
    },
  });
  return httpApi;
}

const originCheck = (made: GovernanceFunctions): HttpLambdaAuthorizer => {
  const checker = functions.find(({ events }) => events.some(({ sort }) => sort === 'origin-check'));
  const handler = checker && made[checker.name];
  if (!handler) throw new Error('The registry has no function for the origin check');
  return new HttpLambdaAuthorizer('OriginCheck', handler, {
    // A request without the header is refused before any function runs; the answer for a value is kept a while.
    identitySource: [`$request.header.${ORIGIN_HEADER}`],
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    resultsCacheTtl: Duration.minutes(5),
  });
};
