import { usualCallIn } from '../../shared/domain/bodies/procedure-presets.ts';
import { calendarOf } from '../../shared/domain/calendar/shipped-calendar.ts';
import type { SignatoryFacts } from '../../shared/domain/decisions/call-in-validity.ts';
import type { Decision } from '../../shared/domain/decisions/decision.ts';
import type { KeyDecisionNotice } from '../../shared/domain/decisions/key-decision-notice.ts';

/** England and Wales, without closures. */
export const england = calendarOf('england-and-wales');

/** Five members, or the scrutiny chair and two; five working days, until five o'clock. */
export const rule = usualCallIn;

/** The parking decision of the demonstration before it is published: its record is whole. With overrides. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: 'parking',
    sort: 'individual',
    bodyId: 'cabinet',
    title: 'Parking charges, Mill Lane',
    decidedBy: {
      personId: 'des-corncrake',
      name: 'Cllr Des Corncrake',
      role: 'Cabinet member for environment',
      delegation: 'Scheme of delegation, part 3',
    },
    decidedOn: '2019-04-10',
    text: 'That the charge rises.',
    reasons: 'It is full.',
    alternatives: { sort: 'said', text: 'To leave it.' },
    conflicts: { sort: 'none' },
    dispensation: { sort: 'none' },
    report: { sort: 'said', text: 'Report of the director of place' },
    backgroundPapers: { sort: 'none' },
    key: { sort: 'not-key', why: 'One ward.' },
    keyRoute: null,
    callIn: { sort: 'applies' },
    privateReason: null,
    publicWords: null,
    published: null,
    calledInBy: null,
    outcomes: [],
    state: 'draft',
    accessClass: 'internal',
    ...overrides,
  };
}

/** A whole notice for the Cabinet of 30 April, with overrides. */
export function aNoticeOf(overrides: Partial<KeyDecisionNotice> = {}): KeyDecisionNotice {
  return {
    id: 'notice-1',
    bodyId: 'cabinet',
    title: 'Library opening hours',
    keyDecision: true,
    statement: 'A key decision is to be made on behalf of the council.',
    matter: 'Library opening hours',
    maker: { sort: 'body', name: 'Cabinet', members: ['Cllr Adaeze Merlin'] },
    from: '2019-04-30',
    to: null,
    documents: 'Report',
    address: 'Town Hall',
    others: 'Other documents may be submitted.',
    howToAsk: 'Ask the secretary.',
    private: null,
    published: null,
    state: 'draft',
    accessClass: 'internal',
    ...overrides,
  };
}

export const backbencher: SignatoryFacts = { councillor: true, executive: false, scrutinyChair: false };
export const scrutinyChair: SignatoryFacts = { ...backbencher, scrutinyChair: true };
export const cabinetMember: SignatoryFacts = { ...backbencher, executive: true };
export const officer: SignatoryFacts = { councillor: false, executive: false, scrutinyChair: false };
