import { formGuard } from './form-guard.ts';
import type { Foundations } from './foundations.ts';
import { assetsPart } from './gateway/assets.ts';
import { startGateway } from './gateway/gateway.ts';
import { routeTable } from './gateway/route-table.ts';
import { identityPart } from './identity/identity-part.ts';
import type { Functions } from './invoke-functions.ts';
import type { LoopbackServers } from './loopback-servers.ts';
import { inboxPart } from './pages/inbox-pages.ts';
import type { LocalSite } from './pages/local-page.ts';
import { slackPart } from './pages/slack-pages.ts';
import { timePart } from './pages/time-pages.ts';
import { tourPart } from './pages/tour-page.ts';
import { troublePages } from './pages/trouble-page.ts';
import { openSlack } from './slack.ts';
import type { Workflows } from './workflows.ts';

/** Opens the one address that a browser uses: the functions behind the gateway, and the host's own pages. */
export async function openSite(
  foundations: Foundations,
  servers: LoopbackServers,
  functions: Functions,
  workflows: Workflows,
) {
  const { options, publicAddress, clock, store, secrets, crashPoint, sent, closers } = foundations;
  const site: LocalSite = { organisationName: options.organisation.name, today: clock.today };
  const guard = formGuard(publicAddress, secrets.formKey);
  const slack = openSlack({
    store,
    people: options.signInList,
    ...(options.slackNames ? { names: options.slackNames } : {}),
    today: clock.today,
    crashPoint,
    onPost: ({ ts, day, to, text }) =>
      sent.add({
        day,
        at: new Date(clock.now()).toISOString(),
        sort: 'slack',
        to,
        subject: text,
        href: `/local/slack#p-${ts.replace('.', '-')}`,
      }),
  });
  const mailbox = `http://127.0.0.1:${servers.inbox.webPort}`;
  const { signInList, cognito = false } = options;
  return closers.keep(
    await startGateway({
      port: options.port,
      publicAddress,
      parts: [
        assetsPart(options.assets),
        identityPart({ publicAddress, store, secrets, signInList, cognito, site, guard }),
        inboxPart(site, servers.inbox, sent, mailbox),
        slackPart(site, slack, secrets.slackToken),
        tourPart({ site, tour: options.tour ?? [], signInList }),
        timePart({ site, guard, clock, sent, days: workflows.days, time: workflows.time }),
      ],
      route: routeTable(options.registry.functions),
      invoke: functions.invoke,
      troublePage: troublePages(site, publicAddress),
      crashPoint,
      say: options.say,
    }),
    (gateway) => gateway.close(),
  );
}
