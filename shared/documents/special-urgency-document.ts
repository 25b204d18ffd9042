import '../pages/words/special-urgency.ts';
import type { Body } from '../domain/bodies/body.ts';
import { formatDate, formatDay } from '../domain/calendar/day-words.ts';
import { municipalYear, type UrgentDecision } from '../domain/decisions/special-urgency.ts';
import { agreedWords, urgentTitle, yearName } from '../pages/decisions/urgency-words.ts';
import { say } from '../pages/say.ts';
import type { Block, PrintDocument } from './print-document.ts';

type Row = { term: string; text: string };

function blocksOf(one: UrgentDecision): Block[] {
  const row = (term: string, text: string): Row[] => (text === '' ? [] : [{ term, text }]);
  return [
    { sort: 'heading', level: 2, text: urgentTitle(one), id: one.id },
    {
      sort: 'facts',
      rows: [
        ...row(say('specialUrgency', 'factDay'), formatDay(one.on)),
        ...row(say('specialUrgency', 'factWho'), one.decidedBy),
        ...row(say('specialUrgency', 'factDecision'), one.text),
        ...row(say('specialUrgency', 'factSummary'), one.summary),
        ...row(say('specialUrgency', 'factAgreed'), agreedWords(one.agreement)),
        ...row(say('specialUrgency', 'factWhy'), one.agreement.whyUrgent),
      ],
    },
  ];
}

/** What the leader puts before the council: each decision by special urgency of the year. SI 2012/2089 reg 19. */
export function urgencyDocument({
  body,
  organisation,
  decisions,
  year,
}: {
  body: Pick<Body, 'name'>;
  organisation: string;
  decisions: readonly UrgentDecision[];
  year: number;
}): PrintDocument {
  const { from, to } = municipalYear(year);
  const law = say('specialUrgency', 'documentLaw', { from: formatDate(from), to: formatDate(to) });
  return {
    title: say('specialUrgency', 'documentTitle', { year: yearName(year) }),
    caption: body.name,
    organisation,
    foot: say('specialUrgency', 'foot', { body: body.name, year: yearName(year) }),
    blocks: [
      { sort: 'paragraph', text: law },
      ...(decisions.length === 0 ? [{ sort: 'paragraph' as const, text: say('specialUrgency', 'none') }] : []),
      ...decisions.flatMap(blocksOf),
    ],
  };
}
