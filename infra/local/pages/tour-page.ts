import type { TourStop } from '../demonstration/tour.ts';
import type { LocalPart } from '../gateway/gateway.ts';
import type { SignIn } from '../identity/sign-in-list.ts';
import { html, type LocalSite, type Markup, sendPage } from './local-page.ts';

/** The public site's first page and the sign-in list link to it. */
const TOUR = '/local/tour';

type Parts = { readonly site: LocalSite; readonly tour: readonly TourStop[]; readonly signInList: readonly SignIn[] };

const stopLine = ({ text, href, as }: TourStop, people: readonly SignIn[]): Markup => {
  const name = people.find(({ personId }) => personId === as)?.name;
  const who = name === undefined ? html`` : html`<br><span class="q-quiet">Signed in as ${name}</span>`;
  return html`<li class="govuk-!-margin-bottom-4"><a class="govuk-link" href="${href}">${text}</a>${who}</li>`;
};

/** The page of the five-minute tour: `/local/tour`. */
export function tourPart({ site, tour, signInList }: Parts): LocalPart {
  const stops = tour.map((stop) => stopLine(stop, signInList));
  const content =
    stops.length > 0
      ? html`<p class="govuk-body-l">This takes about five minutes. Each link leads to the page; you are asked whom to sign in as on the way. To change person, sign out first (at the top of the page).</p>
<ol class="govuk-list govuk-list--number">${stops}</ol>
<p class="govuk-body">What is sent on the way is in the <a class="govuk-link" href="/local/inbox">inbox</a> and on the page that stands for <a class="govuk-link" href="/local/slack">Slack</a>. What the public sees needs no sign-in: <a class="govuk-link" href="/committees">committees</a>.</p>`
      : html`<p class="govuk-body">This copy began empty, so there is nothing to be shown around. <a class="govuk-link" href="/">Go to the first page</a> and sign in.</p>`;
  return {
    prefix: TOUR,
    handle: async (_, response) => sendPage(response, site, { title: 'The five-minute tour', content }),
  };
}
