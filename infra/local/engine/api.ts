import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from './engine.ts';
import { RequestRefused } from './faults.ts';
import { operations } from './operations.ts';

export interface EndpointOptions {
  readonly engine: Engine;
  /** The access key id that requests must be signed with. The signature itself is not checked: the port is loopback only. */
  readonly accessKeyId: string;
}

// AWS takes 1 MiB; the largest field we take is 256 KiB, which escaping can double.
const largestRequest = 1024 * 1024;
const contentType = 'application/x-amz-json-1.0';
const targetPrefix = 'AWSStepFunctions.';

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    size += part.length;
    if (size > largestRequest)
      throw new RequestRefused('ValidationException', `The request is larger than ${largestRequest} bytes`);
    chunks.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestRefused('SerializationException', 'The request is not JSON');
  }
};

const checkSignedBy = (request: IncomingMessage, accessKeyId: string) => {
  const header = request.headers.authorization;
  if (header === undefined)
    throw new RequestRefused('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const signer = /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(header)?.[1];
  if (signer !== accessKeyId)
    throw new RequestRefused('UnrecognizedClientException', 'The security token included in the request is invalid.');
};

const operationOf = (request: IncomingMessage) => {
  const target = request.headers['x-amz-target'];
  const name = typeof target === 'string' && target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (request.method !== 'POST' || operation === undefined)
    throw new RequestRefused('UnknownOperationException', `The local engine has no operation '${name}'`);
  return operation;
};

const send = (response: ServerResponse, status: number, body: unknown) => {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  response.end(text);
};

const refuse = (response: ServerResponse, thrown: unknown) => {
  if (thrown instanceof RequestRefused) send(response, 400, { __type: thrown.name, message: thrown.message });
  else
    send(response, 500, {
      __type: 'InternalFailure',
      message: thrown instanceof Error ? thrown.message : 'Internal failure',
    });
};

/**
 * The Step Functions API (AWS JSON 1.0) over an engine: a handler for `node:http`, to be bound to 127.0.0.1 only.
 * An error the request deserves is answered under AWS's name for it, so the SDK's client throws the same exception.
 */
export function stepFunctionsEndpoint({ engine, accessKeyId }: EndpointOptions) {
  const answer = async (request: IncomingMessage) => {
    checkSignedBy(request, accessKeyId);
    const operation = operationOf(request);
    return operation(engine, await bodyOf(request));
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (body) => send(response, 200, body),
      (thrown: unknown) => refuse(response, thrown),
    );
  };
}
