import type { _Record, AttributeValue as StreamValue } from '@aws-sdk/client-dynamodb-streams';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';

// Lambda gives bytes as base64 text where the SDK gives arrays.
const bytes = (value: Uint8Array): string => Buffer.from(value).toString('base64');

const toValue = (value: StreamValue): AttributeValue => {
  if (value.B !== undefined) return { B: bytes(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(bytes) };
  if (value.L !== undefined) return { L: value.L.map(toValue) };
  if (value.M !== undefined) return { M: toImage(value.M) };
  const { S, N, BOOL, NULL: isNull, SS, NS } = value;
  if (S !== undefined) return { S };
  if (N !== undefined) return { N };
  if (BOOL !== undefined) return { BOOL };
  if (SS !== undefined) return { SS };
  if (NS !== undefined) return { NS };
  return { NULL: isNull ?? true };
};

function toImage(image: Record<string, StreamValue>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(image).map(([name, value]) => [name, toValue(value)]));
}

/** A record of the stream in the shape in which Lambda gives it to a function. */
export function toLambdaRecord(record: _Record, streamArn = 'arn:aws:dynamodb:local:stream'): DynamoDBRecord {
  const { Keys, NewImage, OldImage, SequenceNumber, SizeBytes, ApproximateCreationDateTime } = record.dynamodb ?? {};
  return {
    ...(record.eventID === undefined ? {} : { eventID: record.eventID }),
    ...(record.eventName === undefined ? {} : { eventName: record.eventName }),
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-2',
    eventSourceARN: streamArn,
    dynamodb: {
      ...(Keys ? { Keys: toImage(Keys) } : {}),
      ...(NewImage ? { NewImage: toImage(NewImage) } : {}),
      ...(OldImage ? { OldImage: toImage(OldImage) } : {}),
      ...(SequenceNumber === undefined ? {} : { SequenceNumber }),
      ...(SizeBytes === undefined ? {} : { SizeBytes }),
      ...(ApproximateCreationDateTime
        ? { ApproximateCreationDateTime: Math.floor(ApproximateCreationDateTime.getTime() / 1000) }
        : {}),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}
