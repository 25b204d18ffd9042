import { createServer, type RequestListener } from 'node:http';
import { functionEnvironment, type Places, publishedEnvironment } from './environment.ts';
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

/** Starts the table, the inbox and the endpoints of workflows and files, and puts the functions' environment in place. */
export async function startLoopbackServers(foundations: Foundations, workflowNames: readonly string[]) {
  const { options, publicAddress, folder, crashPoint, secrets, closers } = foundations;
  const table = closers.keep(await startTable(options, folder, crashPoint), (started) => started.stop());
  const inbox = closers.keep(await inboxFor(foundations), (started) => started.stop());
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
    files: workflows.address,
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
