// A function for the host's tests: answers with the event it was given, or does what the path says.
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
  if (event.rawPath === '/slow') await new Promise((resolve) => setTimeout(resolve, 1000));
  if (event.rawPath === '/throws') throw new Error('Thrown by the test');
  if (event.rawPath === '/malformed') return { statusCode: 700, body: '' };
  if (event.rawPath === '/cookies') return { statusCode: 204, cookies: ['a=1; HttpOnly', 'b=2'] };
  return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) };
}
