import { type Membership, ORGANISATION, type Role } from '../../../shared/domain/bodies/membership.ts';
import type { Capacity } from '../../../shared/domain/bodies/quorum.ts';
import { cllr, councillors } from './councillors.ts';
import { people } from './people.ts';

const ELECTED = '2018-05-17';

// What a seat counts as, where the quorum of the body asks for some; a councillor counts as one anyway.
const lay = ['lay-member'] satisfies Capacity[];
const clinician = ['clinician'] satisfies Capacity[];
const nhs = ['nhs-member'] satisfies Capacity[];
const layMembers = { 'una-smew': lay, 'vic-treecreeper': lay, 'harjit-dunlin': lay };
const capacities: Readonly<Record<string, Readonly<Record<string, Capacity[]>>>> = {
  hwb: { 'farah-nightjar': nhs, 'priya-goldcrest': nhs },
  pccc: layMembers,
  'governing-body': {
    ...layMembers,
    'farah-nightjar': clinician,
    'ravi-garganey': clinician,
    'tamsin-bittern': clinician,
    'kofi-sanderling': clinician,
    'nadia-pochard': clinician,
  },
};

function held(bodyId: string, personId: string, role: Role, votes: Membership['votes'] = 'none'): Membership {
  const group = councillors.find((who) => who.id === personId)?.councillor?.group ?? null;
  const sitsAs = votes === 'all' ? capacities[bodyId]?.[personId] : undefined;
  const seat: Membership = {
    id: `${bodyId}-${role}-${personId}`,
    bodyId,
    personId,
    role,
    votes,
    group,
    from: ELECTED,
    to: null,
  };
  return sitsAs ? { ...seat, sitsAs } : seat;
}

type Seats = {
  readonly chair: string;
  readonly viceChair: string;
  readonly members: readonly string[];
  readonly substitutes?: readonly string[];
};

function seats(bodyId: string, { chair, viceChair, members, substitutes = [] }: Seats): readonly Membership[] {
  return [
    held(bodyId, chair, 'chair', 'all'),
    held(bodyId, viceChair, 'vice-chair', 'all'),
    ...members.map((personId) => held(bodyId, personId, 'member', 'all')),
    ...substitutes.map((personId) => held(bodyId, personId, 'substitute', 'all')),
  ];
}

const surnames = (...names: readonly string[]): readonly string[] => names.map(cllr);

const councilChairs = surnames('Puffin', 'Gadwall');

const council = seats('council', {
  chair: cllr('Puffin'),
  viceChair: cllr('Gadwall'),
  members: councillors.map((who) => who.id).filter((id) => !councilChairs.includes(id)),
});

// The leader chairs; no member of an executive sits on a scrutiny committee (LGA 2000 s.9FA(3)).
const cabinet = seats('cabinet', {
  chair: cllr('Merlin'),
  viceChair: cllr('Osprey'),
  members: surnames('Corncrake', 'Harrier', 'Skua', 'Petrel'),
});

// Orchard 5, River 3, Independent Alliance 1.
const hosb = [
  ...seats('hosb', {
    chair: cllr('Kestrel'),
    viceChair: cllr('Linnet'),
    members: surnames('Egret', 'Crake', 'Gannet', 'Puffin', 'Twite', 'Serin', 'Chough'),
    substitutes: surnames('Tern', 'Dipper', 'Nuthatch'),
  }),
  held('hosb', 'jo-waxwing', 'co-optee'),
];

// Orchard 5, River 3, Independent Alliance 1; the two education co-optees vote on education business only.
const scc = [
  ...seats('scc', {
    chair: cllr('Dipper'),
    viceChair: cllr('Tern'),
    members: surnames('Scaup', 'Gannet', 'Puffin', 'Egret', 'Whinchat', 'Serin', 'Nuthatch'),
    substitutes: surnames('Kestrel', 'Twite', 'Chough'),
  }),
  held('scc', 'ambrose-rook', 'co-optee', 'education'),
  held('scc', 'mina-jackdaw', 'co-optee', 'education'),
];

// Officers are members and vote: SI 2013/218.
const hwb = seats('hwb', {
  chair: cllr('Merlin'),
  viceChair: 'farah-nightjar',
  members: [
    cllr('Osprey'),
    cllr('Dipper'),
    'leena-plover',
    'colin-turnstone',
    'amara-whimbrel',
    'priya-goldcrest',
    'jo-waxwing',
  ],
});

// Orchard 4, River 2, Independent Alliance 1.
const audit = [
  ...seats('audit', {
    chair: cllr('Tern'),
    viceChair: cllr('Wryneck'),
    members: surnames('Scaup', 'Crake', 'Gannet', 'Gadwall', 'Nuthatch'),
    substitutes: surnames('Egret', 'Teal', 'Chough'),
  }),
  held('audit', 'edith-ptarmigan', 'co-optee'),
];

const partnership = seats('partnership', {
  chair: 'ruth-avocet',
  viceChair: 'priya-goldcrest',
  members: [cllr('Merlin'), 'leena-plover', 'colin-turnstone', 'amara-whimbrel', 'andy-ouzel', 'jo-waxwing'],
});

const governingBody = seats('governing-body', {
  chair: 'farah-nightjar',
  viceChair: 'una-smew',
  members: [
    'vic-treecreeper',
    'harjit-dunlin',
    'ravi-garganey',
    'tamsin-bittern',
    'kofi-sanderling',
    'ruth-avocet',
    'imran-godwit',
    'nadia-pochard',
    'priya-goldcrest',
  ],
});

// A lay chair and vice-chair; the GPs sit without a vote.
const pccc = [
  ...seats('pccc', {
    chair: 'vic-treecreeper',
    viceChair: 'una-smew',
    members: ['harjit-dunlin', 'ruth-avocet', 'imran-godwit', 'nadia-pochard', 'priya-goldcrest'],
  }),
  held('pccc', 'ravi-garganey', 'member'),
  held('pccc', 'farah-nightjar', 'member'),
];

const secretaries = [
  ...['hosb', 'hwb', 'partnership'].flatMap((bodyId) => [
    held(bodyId, 'maya-lapwing', 'secretary'),
    held(bodyId, 'tom-dunnock', 'cover-secretary'),
  ]),
  ...['council', 'cabinet', 'audit', 'scc'].map((bodyId) => held(bodyId, 'tom-dunnock', 'secretary')),
  ...['governing-body', 'pccc'].map((bodyId) => held(bodyId, 'grace-siskin', 'secretary')),
];

const officerOf = (who: { councillor: unknown; accountless: boolean; jobTitle: string | null }): boolean =>
  who.councillor === null && !who.accountless && !/lay|GP|representative|doctor|Independent/.test(who.jobTitle ?? '');

const organisationWide = [
  held(ORGANISATION, 'sol-administrator', 'administrator'),
  held(ORGANISATION, 'helen-curlew', 'monitoring-officer'),
  held(ORGANISATION, 'jay-fulmar', 'proper-officer'),
  held(ORGANISATION, 'jay-fulmar', 'head-of-democratic-services'),
  held(ORGANISATION, 'imran-godwit', 'chief-finance-officer'),
  held(ORGANISATION, 'ruth-avocet', 'head-of-paid-service'),
  held(ORGANISATION, 'bea-wheatear', 'equality-lead'),
  held(ORGANISATION, 'nia-redstart', 'link-officer'),
  ...people.filter(officerOf).map((who) => ({ ...held(ORGANISATION, who.id, 'staff'), to: who.lastDay })),
];

/** Who holds what, in every body and in the organisation itself. Reminders follow these, never a name in a text. */
export const memberships: readonly Membership[] = [
  ...council,
  ...cabinet,
  ...hosb,
  ...scc,
  ...hwb,
  ...audit,
  ...partnership,
  ...governingBody,
  ...pccc,
  ...secretaries,
  ...organisationWide,
];
