import type { AgendaItem } from '../agenda-items/agenda-item.ts';
import type { Day } from '../calendar/day.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Decision, DecisionState } from './decision.ts';
import type { UrgencyAgreement } from './key-route.ts';
import { matterOf } from './urgent-way.ts';

/** A municipal year by the year in which it begins: 2018 is 1 May 2018 to 30 April 2019. */
export function municipalYear(begins: number): { readonly from: Day; readonly to: Day } {
  return { from: `${begins}-05-01`, to: `${begins + 1}-04-30` };
}

/** The year in which the municipal year of a day begins. */
export function municipalYearOf(on: Day): number {
  const [year, month] = on.split('-').map(Number);
  return (year ?? 0) - ((month ?? 1) < 5 ? 1 : 0);
}

/** One key decision that was made by special urgency. */
export type UrgentDecision = {
  readonly id: string;
  readonly sort: 'decision' | 'agenda-item';
  readonly on: Day;
  /** Particulars of the decision: who decided what. Reg 19(2)(a). */
  readonly title: string;
  readonly decidedBy: string;
  readonly text: string;
  /** A summary of the matters in respect of which it was made. Reg 19(2)(b). */
  readonly summary: string;
  readonly agreement: UrgencyAgreement;
};

const notMade: readonly DecisionState[] = ['draft', 'for-decision', 'deferred', 'withdrawn'];

/** Of private business the council, which meets in public, reads the words that were written for the public. */
function fromRecord(decision: Decision): UrgentDecision[] {
  const { id, keyRoute, key, decidedOn, decidedBy, state } = decision;
  if (keyRoute?.sort !== 'special-urgency' || key?.sort !== 'key') return [];
  if (decidedOn === null || notMade.includes(state)) return [];
  const own = decision.accessClass === 'private';
  const who = decidedBy.role === '' ? decidedBy.name : `${decidedBy.name}, ${decidedBy.role}`;
  return [
    {
      id,
      sort: 'decision',
      on: decidedOn,
      title: own ? '' : decision.title,
      decidedBy: who,
      text: own ? (decision.publicWords ?? '') : decision.text,
      summary: own ? '' : decision.reasons,
      agreement: keyRoute.agreement,
    },
  ];
}

type Held = { readonly meeting: Meeting; readonly items: readonly AgendaItem[]; readonly bodyName: string };

const taken: readonly AgendaItem['state'][] = ['on-agenda', 'considered'];

function fromMeeting({ meeting, items, bodyName }: Held): UrgentDecision[] {
  return items.flatMap((item) => {
    const { id, keyDecision, keyRoute, state } = item;
    if (!keyDecision || keyRoute?.sort !== 'special-urgency' || !taken.includes(state)) return [];
    const matter = matterOf(item);
    const { agreement } = keyRoute;
    return [
      {
        id,
        sort: 'agenda-item',
        on: meeting.day,
        title: matter,
        decidedBy: bodyName,
        text: '',
        summary: '',
        agreement,
      },
    ];
  });
}

/**
 * What the leader reports to the council at least once a year: each key decision of the period whose making was agreed as
 * urgent. SI 2012/2089 reg 19. A decision of a meeting that has a record of its own counts by that record, once.
 */
export function decidedBySpecialUrgency(
  { decisions, held }: { decisions: readonly Decision[]; held: readonly Held[] },
  { from, to }: { from: Day; to: Day },
): UrgentDecision[] {
  const recorded = decisions.flatMap(fromRecord);
  const atMeetings = held.flatMap(fromMeeting);
  const ofBody = new Set(
    decisions.filter(({ sort }) => sort === 'body').map(({ title, decidedOn }) => `${decidedOn} ${title}`),
  );
  return [...recorded, ...atMeetings.filter(({ on, title }) => !ofBody.has(`${on} ${title}`))]
    .filter(({ on }) => from <= on && on <= to)
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
