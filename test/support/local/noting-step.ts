// A workflow step for the host's tests: notes the business day on which it ran, writes to the outbox and sends a mail.
import { appendFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createTransport } from 'nodemailer';
import { businessClock } from '../../../shared/lambda/business-clock.ts';

export async function handler(): Promise<{ day: string }> {
  const clock = businessClock(process.env['CLOCK_FILE'] ?? '');
  const day = clock.today();
  appendFileSync(process.env['QUORATE_TEST_NOTES'] ?? '/dev/null', `round ${clock.now().slice(0, 16)}\n`);
  const client = new DynamoDBClient({});
  const item = { pk: { S: 'OUTBOX#0' }, sk: { S: `round-${day}` } };
  await client.send(new PutItemCommand({ TableName: process.env['TABLE_NAME'] ?? '', Item: item }));
  const url = new URL(process.env['MAIL_URL'] ?? '');
  const transport = createTransport({ host: url.hostname, port: Number(url.port), secure: false });
  await transport.sendMail({
    from: 'a@brackenford.example',
    to: 'b@brackenford.example',
    subject: `Round of ${day}`,
    text: `See http://localhost:3000/home?day=${day}.`,
    html: '<p>See <a href="http://localhost:3000/home">home</a></p>',
  });
  return { day };
}
