import { londonInstant } from '../../../shared/domain/calendar/day.ts';
import type { Decision } from '../../../shared/domain/decisions/decision.ts';
import type { KeyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import type { Actor } from '../../../shared/domain/history/history-entry.ts';
import { cllr } from './councillors.ts';
import { memberships } from './memberships.ts';
import { people } from './people.ts';

const TOM = 'tom-dunnock';
const tom: Actor = { sort: 'person', personId: TOM, onBehalfOf: null };
const desCorncrake = cllr('Corncrake');

const nameOf = (id: string): string => people.find((who) => who.id === id)?.name ?? id;

const cabinetMembers = memberships
  .filter(({ bodyId, role }) => bodyId === 'cabinet' && ['chair', 'vice-chair', 'member'].includes(role))
  .map(({ personId }) => nameOf(personId));

const madeInWriting: Decision = {
  id: 'decision-parking-mill-lane',
  sort: 'individual',
  bodyId: 'cabinet',
  title: 'Parking charges, Mill Lane',
  decidedBy: {
    personId: desCorncrake,
    name: nameOf(desCorncrake),
    role: 'Cabinet member for environment',
    delegation: 'Leader’s scheme of delegation, part 3, paragraph 6: charges for parking places in one ward',
  },
  decidedOn: '2019-04-10',
  text: 'That the charge for the first hour at Mill Lane car park rises from £1.00 to £1.20 on 1 June 2019, and that the first half hour stays free on market days.',
  reasons:
    'Mill Lane is full on most weekdays while the car park at Ironside Street is half empty. The charge has not changed since 2014.',
  alternatives: {
    sort: 'said',
    text: 'To leave the charge as it is, which would not move anybody to Ironside Street. To raise all charges in the city centre, which would go further than the evidence.',
  },
  conflicts: { sort: 'none' },
  dispensation: { sort: 'none' },
  report: { sort: 'said', text: 'Mill Lane car park: use and charges. Report of the director of place, 3 April 2019' },
  backgroundPapers: { sort: 'said', text: 'Parking survey, Mill Lane and Ironside Street, January 2019' },
  key: { sort: 'not-key', why: 'One ward, Lockgate; about £14,000 a year.' },
  keyRoute: null,
  callIn: { sort: 'applies' },
  privateReason: null,
  publicWords: null,
  published: null,
  calledInBy: null,
  outcomes: [],
  state: 'draft',
  accessClass: 'internal',
};

const publishedAt = londonInstant('2019-04-11', '10:00');

/** The individual decision on parking charges: made on 10 April, published on the 11th, its window runs over Easter. */
export const parkingDecision: Decision = {
  ...madeInWriting,
  published: { at: publishedAt, by: TOM },
  state: 'call-in-open',
  accessClass: 'public',
};

const cabinetDecides = { sort: 'body', name: 'Cabinet', members: [...cabinetMembers] } as const;

const whereToAsk = {
  address: 'Town Hall, Castlegate, Brackenford, and the council’s website',
  others: 'Other documents relevant to the matter may be submitted to the Cabinet.',
  howToAsk: 'Ask Tom Dunnock, committee secretary, tom.dunnock@brackenford.example, for details of any that are.',
};

const libraries: KeyDecisionNotice = {
  id: 'notice-library-opening-hours',
  bodyId: 'cabinet',
  title: 'Library opening hours',
  keyDecision: true,
  statement: 'A key decision is to be made on behalf of Brackenford City Council.',
  matter: 'Library opening hours: whether to change the hours of seven libraries, with effects in every ward.',
  maker: { ...cabinetDecides, members: [...cabinetMembers] },
  from: '2019-04-30',
  to: null,
  documents: 'Report of the director of place\nEquality impact assessment\nResults of the consultation',
  ...whereToAsk,
  private: null,
  published: null,
  state: 'draft',
  accessClass: 'internal',
};

const leisure: KeyDecisionNotice = {
  ...libraries,
  // Its id is in the public page: it says nothing of the matter.
  id: 'notice-cabinet-2019-04-30-private',
  title: 'Leisure contract settlement',
  keyDecision: false,
  statement: '',
  matter: 'A matter concerning the financial or business affairs of a contractor of the council.',
  documents: 'Report of the director of law, not for publication',
  private: {
    privateReason: {
      scheme: 'schedule-12A',
      paragraphs: [3],
      contractTerms: false,
      publicInterest:
        'Publishing the sums while both sides may still go to court would cost the public more than it would tell them.',
    },
    representations: '',
    noRepresentations: false,
    response: '',
    furtherNotice: null,
    urgency: null,
  },
  accessClass: 'private',
};

const toBeWritten: KeyDecisionNotice = {
  ...libraries,
  id: 'notice-housing-repairs',
  title: 'Housing repairs: award of the contract',
  matter: 'Housing repairs: award of a contract for five years, above the council’s threshold for spending.',
  from: '2019-05-28',
  documents: '',
  howToAsk: '',
};

// Exactly 28 clear days before the Cabinet of 30 April.
const noticesOut = londonInstant('2019-04-01', '10:00');
const out = (notice: KeyDecisionNotice, accessClass: KeyDecisionNotice['accessClass']): KeyDecisionNotice => ({
  ...notice,
  state: 'published',
  published: { at: noticesOut, by: TOM },
  accessClass,
});

type Step = { readonly at: string; readonly actor: Actor; readonly event: string; readonly reason: null };
const by = (at: string, event: string): Step => ({ at, actor: tom, event, reason: null });

/** Notices and decisions in flight, each with its history. */
export const decisionSteps = [
  { ...by(londonInstant('2019-03-28', '09:00'), 'notice begun'), type: 'key-decision-notice', record: libraries },
  { ...by(londonInstant('2019-03-28', '09:10'), 'notice begun'), type: 'key-decision-notice', record: leisure },
  { ...by(noticesOut, 'notice published'), type: 'key-decision-notice', record: out(libraries, 'public') },
  { ...by(noticesOut, 'notice published'), type: 'key-decision-notice', record: out(leisure, 'private') },
  { ...by(londonInstant('2019-04-12', '15:00'), 'notice begun'), type: 'key-decision-notice', record: toBeWritten },
  {
    ...by(londonInstant('2019-04-10', '16:00'), 'decision record begun'),
    actor: { sort: 'person', personId: desCorncrake, onBehalfOf: null },
    type: 'decision',
    record: madeInWriting,
  },
  { ...by(publishedAt, 'decision published'), type: 'decision', record: parkingDecision },
] as const satisfies readonly unknown[];
