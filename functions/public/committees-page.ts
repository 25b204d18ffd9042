import '../../shared/pages/compiled/public.gen.js';
import { formatDate, formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { PublishedBody, PublishedSitting } from '../../shared/domain/meetings/published.ts';
import { publicAddresses } from '../../shared/pages/published/addresses.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { nextAndLastSitting, publishedBodies } from '../../shared/store/published.ts';
import type { PublicPage } from './public-page.ts';

type Shown = {
  readonly body: PublishedBody;
  readonly next: PublishedSitting | undefined;
  readonly last: PublishedSitting | undefined;
};

const sittingCell = (sitting: PublishedSitting | undefined, none: string, body: PublishedBody) =>
  sitting === undefined
    ? none
    : { text: formatDay(sitting.day), href: publicAddresses.meeting(body.id, sitting.id), about: body.name };

const rowOf = ({ body, next, last }: Shown, today: string) => {
  const begins = body.firstDay > today ? { note: say('public', 'begins', { day: formatDate(body.firstDay) }) } : {};
  return [
    { text: body.name, href: publicAddresses.body(body.id), ...begins },
    sittingCell(next, say('public', 'noNext'), body),
    sittingCell(last, say('public', 'noLast'), body),
  ];
};

const hasEnded = ({ lastDay }: PublishedBody, today: string): boolean => lastDay !== null && lastDay < today;

/** Every body that is shown, with its next and its last published meeting; those that have ended apart. */
export const committeesPage: PublicPage = async ({ services, today, frame }) => {
  const bodies = await publishedBodies(services.table);
  const current = bodies.filter((body) => !hasEnded(body, today));
  const shown = await Promise.all(
    current.map(async (body) => ({ body, ...(await nextAndLastSitting(services.table, body.id, today)) })),
  );
  const ended = bodies.filter((body) => hasEnded(body, today));
  return render('public/committees.njk', {
    frame: frame(say('public', 'committeesTitle')),
    organisationName: services.organisationName,
    tourHref: services.demonstration?.tourHref,
    rows: shown.map((one) => rowOf(one, today)),
    ended: ended.map(({ id, name, lastDay }) => ({ name, href: publicAddresses.body(id), lastDay })),
  });
};
