import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { logFault } from '../../shared/lambda/log.ts';
import { buildServices } from '../../shared/lambda/services.ts';
import { step } from '../../shared/lambda/step.ts';
import { openWorkflows } from '../../shared/lambda/workflows.ts';
import { type RelayServices, relay } from './relay.ts';

const keys = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const input = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ Keys: keys, SequenceNumber: z.string() }) })),
});

/** Each entry on its own: the ones that failed are reported, and the stream delivers them again. */
async function relayBatch({ Records }: z.infer<typeof input>, services: RelayServices): Promise<DynamoDBBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { dynamodb } of Records) {
    const key = { pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S };
    const failed = await relay(key, services).then(
      () => false,
      (fault: unknown) => {
        logFault(fault, { word: 'relay' });
        return true;
      },
    );
    if (failed) batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber });
  }
  return { batchItemFailures };
}

// called by the stream
export const handler = step(input, relayBatch, () => {
  const { register, configuration } = buildServices();
  return { register, workflows: openWorkflows(configuration.WORKFLOWS) };
});
