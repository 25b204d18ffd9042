import '../../shared/pages/compiled/public.gen.js';
import '../../shared/pages/words/procedure.ts';
import '../../shared/pages/words/public-written.ts';
import { formatDate, formatDay } from '../../shared/domain/calendar/day-words.ts';
import { recordId } from '../../shared/domain/record.ts';
import type { PublishedWritten } from '../../shared/domain/written-resolutions/in-public.ts';
import { voteBar } from '../../shared/pages/charts/vote-bar.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { render } from '../../shared/pages/render.ts';
import { say, sayPath } from '../../shared/pages/say.ts';
import { publishedBodyOf } from '../../shared/store/published.ts';
import { publishedWrittenOf } from '../../shared/store/published-written.ts';
import { contactOf } from './contact.ts';
import type { PublicPage } from './public-page.ts';

const kinds = { carried: 'done', lost: 'stop', lapsed: 'stop' } as const;

const statusOf = ({ result }: PublishedWritten) => ({
  kind: kinds[result],
  text: say('publicWritten', `result-${result}`),
});

function sumRows({ sum, majority }: PublishedWritten) {
  const row = (term: string, text: string | number) => ({ term, text: String(text) });
  const slots = { needs: sum.needs, majority: sayPath(`procedure.majority-${majority}`) };
  return [
    row(say('publicWritten', 'rowVoting'), sum.voting),
    row(say('publicWritten', 'rowAside'), sum.stoodAside),
    row(say('publicWritten', 'rowEntitled'), sum.entitled),
    row(say('publicWritten', 'rowNeeds'), say('publicWritten', 'needs', slots)),
    row(
      say('publicWritten', 'rowQuorum'),
      say('publicWritten', 'quorum', { took: sum.tookPart, needs: sum.quorumNeeds }),
    ),
    row(say('publicWritten', 'rowAgainst'), sum.against),
    row(say('publicWritten', 'rowAbstained'), sum.abstained),
    row(say('publicWritten', 'rowSilent'), sum.notAnswered),
    { ...row(say('publicWritten', 'rowFor'), sum.for), total: true },
  ];
}

/** What a body decided in writing, as rows of its page. */
export function writtenRows(all: readonly PublishedWritten[]) {
  return all.map((one) => [
    { text: one.title, href: publicAddresses.written(one.bodyId, one.id), about: formatDate(one.endedOn) },
    formatDay(one.endedOn),
    { text: '', status: statusOf(one) },
  ]);
}

/** The result of one decision in writing: what was asked, what came of it, and the sum drawn. */
export const writtenPage: PublicPage = async ({ params, services, frame }) => {
  const [bodyId, id] = [recordId.safeParse(params['bodyId']), recordId.safeParse(params['writtenId'])];
  if (!bodyId.success || !id.success) return undefined;
  const [body, found] = await Promise.all([
    publishedBodyOf(services.table, bodyId.data),
    publishedWrittenOf(services.table, id.data),
  ]);
  if (!body || found?.bodyId !== body.id) return undefined;
  return render('public/written.njk', {
    frame: frame(found.title, {
      breadcrumbs: [
        { text: say('public', 'committeesTitle'), href: publicAddresses.committees() },
        { text: body.name, href: publicAddresses.body(body.id) },
      ],
    }),
    caption: body.name,
    title: found.title,
    lede: say('publicWritten', 'lede', { put: formatDate(found.putOn), ended: formatDate(found.endedOn) }),
    statuses: [statusOf(found)],
    ending: say('publicWritten', `ended-${found.result}`),
    parts: found.parts,
    figure: voteBar(found.sum),
    sum: sumRows(found),
    votes: found.votes?.map(({ name, vote }) => [name, say('publicWritten', `vote-${vote}`)]) ?? null,
    contact: contactOf(services),
  });
};
