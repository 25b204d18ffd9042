import type { Table } from './table.ts';

/**
 * Takes the next numbers of a body's promises of a year: 'HOSB/19/10', 'HOSB/19/11'. Numbers taken and not used leave a
 * gap; none is given twice.
 */
export async function takeReferences(table: Table, code: string, year: string, count: number): Promise<string[]> {
  if (count === 0) return [];
  const counted = await table.update(
    { pk: `COUNTER#${code}/${year}`, sk: 'LAST' },
    {
      UpdateExpression: 'ADD #last :count',
      ExpressionAttributeNames: { '#last': 'last' },
      ExpressionAttributeValues: { ':count': count },
    },
  );
  const last = Number(counted?.['last']);
  return Array.from({ length: count }, (_, index) => {
    const number = last - count + 1 + index;
    return `${code}/${year}/${String(number).padStart(2, '0')}`;
  });
}

/** Sets the counter to at least `last`: for records that were entered with numbers of their own. */
export async function numbersTaken(table: Table, code: string, year: string, last: number): Promise<void> {
  await table
    .put(
      { pk: `COUNTER#${code}/${year}`, sk: 'LAST', last },
      {
        ConditionExpression: 'attribute_not_exists(pk) OR #last < :last',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: { ':last': last },
      },
    )
    .catch((fault: unknown) => {
      if (!(fault instanceof Error && fault.name === 'ConditionalCheckFailedException')) throw fault;
    });
}
