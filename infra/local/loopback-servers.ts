import { createServer, type RequestListener } from 'node:http';
import {
  ACCESS_KEY,
  BUCKET,
  functionEnvironment,
  type Places,
  PUBLIC_ACCESS_KEY,
  PUBLISHED_FILES,
  publishedEnvironment,
} from './environment.ts';
import { startObjectEndpoint } from './files/object-endpoint.ts';
import { openObjectFiles } from './files/object-files.ts';
import type { Foundations } from './foundations.ts';
import { startInbox } from './inbox.ts';
import { listenOnLoopback } from './loopback.ts';
import { keptPort } from './ports.ts';
import { startTable } from './servers.ts';

/** The servers that stand for AWS's, and what the functions are told about them. */
export type LoopbackServers = Awaited<ReturnType<typeof startLoopbackServers>>;

const inboxFor = async ({ folder, options, clock, crashPoint, sent }: Foundations) =>
  startInbox({
    folder: folder.mail,
    webPort: await keptPort(folder, 'mailbox', options.port + 1),
    crashPoint,
    onMail: ({ id, to, subject }) =>
      sent.add({
        day: clock.today(),
        at: new Date(clock.now()).toISOString(),
        sort: 'email',
        to: to.join(', '),
        subject,
        href: `/local/inbox/${id}`,
      }),
  });

// Everybody's functions may do everything; the public one reads what is published.
const filesFor = async ({ folder, options, secrets, crashPoint }: Foundations) =>
  startObjectEndpoint({
    files: openObjectFiles(folder.files),
    bucket: BUCKET,
    users: [
      { accessKeyId: ACCESS_KEY, secretAccessKey: secrets.filesSecret, allows: () => true },
      {
        accessKeyId: PUBLIC_ACCESS_KEY,
        secretAccessKey: secrets.publicFilesSecret,
        allows: (action, key) => action === 'read' && key.startsWith(PUBLISHED_FILES),
      },
    ],
    port: await keptPort(folder, 'files', options.port + 2),
    crashPoint,
  });

/** Starts the table, the inbox and the endpoints of workflows and files, and puts the functions' environment in place. */
export async function startLoopbackServers(foundations: Foundations, workflowNames: readonly string[]) {
  const { options, publicAddress, folder, secrets, closers } = foundations;
  const table = closers.keep(await startTable(foundations), (started) => started.stop());
  const inbox = closers.keep(await inboxFor(foundations), (started) => started.stop());
  const files = closers.keep(await filesFor(foundations), (server) => server.close());
  // The engine calls functions as soon as it opens, and they must know where it is: its address comes first.
  let answerWorkflows: RequestListener = (_, response) => void response.writeHead(503).end();
  const workflows = closers.keep(
    await listenOnLoopback(createServer((request, response) => answerWorkflows(request, response))),
    (server) => server.close(),
  );
  const places: Places = {
    publicAddress,
    table: table.address,
    publishedTable: table.publishedAddress,
    workflows: workflows.address,
    files: files.address,
    smtpPort: inbox.smtpPort,
    clockFile: folder.clock,
  };
  const signOutStyle = options.cognito ? 'cognito' : 'standard';
  const wanted = { places, secrets, organisation: options.organisation, workflowNames, signOutStyle } as const;
  Object.assign(process.env, functionEnvironment(wanted));
  return {
    table,
    inbox,
    places,
    publishedEnvironment: publishedEnvironment(wanted),
    answerWorkflowsWith: (listener: RequestListener): void => {
      answerWorkflows = listener;
    },
  };
}
