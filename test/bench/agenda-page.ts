import { publicApp } from '../../functions/public/public-app.ts';
import { meetingRoutes } from '../../functions/web/meetings/routes.ts';
import { loadDemonstration } from '../../infra/local/demonstration/load.ts';
import type { AgendaItem } from '../../shared/domain/agenda-items/agenda-item.ts';
import { agendaItems } from '../../shared/store/business.ts';
import { change, commit } from '../../shared/store/commit.ts';
import { publishAgenda } from '../../shared/store/publication-acts.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { testBlobs } from '../support/blobs.ts';
import { maya } from '../support/builders.ts';
import { aCommand } from '../support/command.ts';
import { askPublic } from '../support/public-site.ts';
import { anItem, arrangeAgenda, runPublication } from '../support/publication.ts';
import { testRegister } from '../support/register.ts';
import { webFor } from '../support/web.ts';
import type { Figure } from './figure.ts';
import { median } from './measure.ts';
import { watchedTable } from './watched-table.ts';

const TURNS = 60;
const WARM_UP = 20;
const ITEMS = 40;
const PAPERS = 60;
const MEETING = 'meeting-hosb-2019-07-24';

const reportsOf = (number: number): AgendaItem['reports'] =>
  Array.from({ length: number <= PAPERS - ITEMS ? 2 : 1 }, (_, paper) => ({
    id: `report-${number}-${paper}`,
    title: `Report ${number} of the director of adult services, part ${paper + 1}`,
    hash: String(number).padStart(2, '0').repeat(32),
    bytes: 400_000,
    pages: 24,
    tagged: true,
    accessClass: 'public',
    addedOn: '2019-04-10',
  }));

/** A long agenda: forty items with sixty papers between them. */
async function layAgenda(register: Register): Promise<void> {
  for (let number = 1; number <= ITEMS; number += 1) {
    const record = anItem({
      id: `bench-${number}`,
      bodyId: 'hosb',
      meetingId: MEETING,
      number: String(number),
      title: `Business ${number} of a long afternoon in the committee room`,
      reportOf: 'Director of adult services',
      report: 'attached',
      accessClass: 'public',
      reports: reportsOf(number),
    });
    await commit(register, {
      commandId: `bench-item-${number}`,
      actor: maya,
      at: '2019-04-15T09:00:00.000Z',
      outcome: {},
      changes: [change(agendaItems, { was: null, record, event: 'placed' })],
    });
  }
  await arrangeAgenda(register, MEETING);
}

type Page = { what: string; ask: () => Promise<{ status: number; html: string }>; trips: number | null };

async function measure(page: Page, watched: ReturnType<typeof watchedTable>): Promise<Figure[]> {
  const own: number[] = [];
  let trips = 0;
  for (let turn = 0; turn < WARM_UP + TURNS; turn += 1) {
    watched.begin();
    const start = performance.now();
    const { status, html } = await page.ask();
    const took = performance.now() - start;
    if (status !== 200 || !html.includes(`Business ${ITEMS} `))
      throw new Error(`${page.what} answered ${status} without its items`);
    ({ trips } = watched.waited());
    if (turn >= WARM_UP) own.push(took - watched.waited().milliseconds);
  }
  const middle = median(own);
  const reach = page.trips === null ? '' : `${page.trips} round trips, under 3 ms`;
  return [
    {
      what: `An agenda page with ${ITEMS} items and ${PAPERS} papers: ${page.what}`,
      measured: `${trips} round trips to the table, ${middle.toFixed(1)} ms of its own`,
      reach,
      met: page.trips === null ? null : trips <= page.trips && middle < 3,
    },
  ];
}

/** How often the page of a long agenda waits for the table, and what it takes itself beside that. */
export async function measureAgendaPage(): Promise<Figure[]> {
  const opened = await testRegister(testBlobs());
  try {
    await loadDemonstration(opened.register);
    await layAgenda(opened.register);
    const watched = watchedTable(opened.register.table);
    const web = await webFor({ ...opened.register, table: watched.table }, meetingRoutes, { personId: 'maya-lapwing' });
    const site = publicApp({
      organisationName: 'Brackenford City Council',
      contactEmail: 'governance@brackenford.example',
      publicAddress: 'https://quorate.brackenford.example',
      demonstration: null,
      table: watched.table,
      files: { link: async (key) => key },
      today: () => '2019-04-15',
    });
    const path = `/committees/hosb/meetings/${MEETING}`;
    await publishAgenda(opened.register, aCommand('bench-publish'), MEETING);
    const which = { meetingId: MEETING, publicationId: 'agenda-1' };
    await runPublication(opened.register, which, {
      read: async (address) => (await askPublic(site, address.split('?')[0] ?? '')).html,
    });
    return [
      ...(await measure({ what: 'as the public reads it', ask: () => askPublic(site, path), trips: 2 }, watched)),
      ...(await measure(
        { what: 'as its secretary builds it', ask: () => web.get(`/meetings/${MEETING}`), trips: null },
        watched,
      )),
    ];
  } finally {
    opened.close();
  }
}
