import type { Person } from '../../../shared/domain/people/person.ts';
import { councillors } from './councillors.ts';

// Every surname is a bird and every address ends in .example: nobody here can be anybody.
const COUNCIL = 'brackenford.example';
const NHS = 'nhs.brackenford.example';

type Sketch = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly directorate?: string;
  readonly manager?: string;
  readonly nhs?: boolean;
  readonly slack?: boolean;
  readonly telephone?: string;
};

function localPart(name: string): string {
  return name.replace(/^Dr /, '').toLowerCase().replaceAll(' ', '.');
}

function inside({ id, name, jobTitle, directorate, manager, telephone, nhs = false, slack = false }: Sketch): Person {
  return {
    id,
    name,
    email: `${localPart(name)}@${nhs ? NHS : COUNCIL}`,
    emailConfirmed: true,
    slackUserId: slack ? `U-${(id.split('-')[0] ?? id).toUpperCase()}` : null,
    channel: slack ? 'both' : 'email',
    weeklyDay: 1,
    dailyDigest: false,
    jobTitle,
    directorate: directorate ?? null,
    organisation: nhs ? 'NHS Brackenford CCG' : 'Brackenford City Council',
    lineManagerId: manager ?? null,
    accountless: false,
    councillor: null,
    absence: null,
    lastDay: null,
    ...(telephone === undefined ? {} : { telephone }),
  };
}

function outside(contact: { id: string; name: string; email: string; jobTitle: string; organisation: string }): Person {
  return { ...inside({ ...contact, jobTitle: contact.jobTitle }), ...contact, accountless: true };
}

const GOVERNANCE = 'Law and governance';
const ADULTS = 'Adult services';
const PLACE = 'Place';

const officers: readonly Person[] = [
  inside({
    id: 'maya-lapwing',
    name: 'Maya Lapwing',
    // Numbers that Ofcom keeps for stories: nobody answers them.
    telephone: '01632 960101',
    jobTitle: 'Senior committee secretary',
    directorate: GOVERNANCE,
    manager: 'jay-fulmar',
    slack: true,
  }),
  inside({
    id: 'tom-dunnock',
    name: 'Tom Dunnock',
    telephone: '01632 960102',
    jobTitle: 'Committee secretary',
    directorate: GOVERNANCE,
    manager: 'jay-fulmar',
    slack: true,
  }),
  inside({
    id: 'grace-siskin',
    name: 'Grace Siskin',
    telephone: '01632 960103',
    jobTitle: 'Board secretary',
    directorate: 'Corporate office',
    manager: 'ruth-avocet',
    nhs: true,
  }),
  inside({
    id: 'owen-sandpiper',
    name: 'Owen Sandpiper',
    jobTitle: 'Programme manager',
    directorate: ADULTS,
    manager: 'leena-plover',
    slack: true,
  }),
  inside({
    id: 'imran-godwit',
    name: 'Imran Godwit',
    jobTitle: 'Chief finance officer',
    directorate: 'Finance',
    manager: 'ruth-avocet',
  }),
  inside({
    id: 'bea-wheatear',
    name: 'Bea Wheatear',
    jobTitle: 'Equality lead',
    directorate: GOVERNANCE,
    manager: 'helen-curlew',
    slack: true,
  }),
  inside({
    id: 'helen-curlew',
    name: 'Helen Curlew',
    jobTitle: 'Monitoring officer and director of law',
    directorate: GOVERNANCE,
    manager: 'ruth-avocet',
  }),
  inside({
    id: 'sol-administrator',
    name: 'Sol Administrator',
    jobTitle: 'Administrator',
    directorate: GOVERNANCE,
    manager: 'jay-fulmar',
  }),
  inside({
    id: 'jay-fulmar',
    name: 'Jay Fulmar',
    jobTitle: 'Head of democratic services',
    directorate: GOVERNANCE,
    manager: 'helen-curlew',
    slack: true,
  }),
  inside({
    id: 'ruth-avocet',
    name: 'Ruth Avocet',
    jobTitle: 'Chief executive',
    directorate: "Chief executive's office",
  }),
  inside({
    id: 'nia-redstart',
    name: 'Nia Redstart',
    jobTitle: 'Scrutiny coordinator',
    directorate: GOVERNANCE,
    manager: 'jay-fulmar',
    slack: true,
  }),
  {
    ...inside({
      id: 'leena-plover',
      name: 'Leena Plover',
      jobTitle: 'Director of adult services',
      directorate: ADULTS,
      manager: 'ruth-avocet',
    }),
    absence: { from: '2019-04-15', to: '2019-04-26', coverId: 'colin-turnstone' },
  },
  inside({
    id: 'amara-whimbrel',
    name: 'Dr Amara Whimbrel',
    jobTitle: 'Director of public health',
    directorate: 'Public health',
    manager: 'ruth-avocet',
  }),
  inside({
    id: 'colin-turnstone',
    name: 'Colin Turnstone',
    jobTitle: "Director of children's services",
    directorate: "Children's services",
    manager: 'ruth-avocet',
  }),
  inside({
    id: 'jonah-shelduck',
    name: 'Jonah Shelduck',
    jobTitle: 'Director of place',
    directorate: PLACE,
    manager: 'ruth-avocet',
  }),
  inside({
    id: 'marcus-ruff',
    name: 'Marcus Ruff',
    jobTitle: 'Parking manager',
    directorate: PLACE,
    manager: 'jonah-shelduck',
  }),
  inside({
    id: 'ines-dabchick',
    name: 'Ines Dabchick',
    jobTitle: 'Libraries manager',
    directorate: PLACE,
    manager: 'jonah-shelduck',
  }),
  inside({
    id: 'ken-pipit',
    name: 'Ken Pipit',
    jobTitle: 'Finance partner',
    directorate: 'Finance',
    manager: 'imran-godwit',
  }),
  inside({
    id: 'sunita-fieldfare',
    name: 'Sunita Fieldfare',
    jobTitle: 'Solicitor',
    directorate: GOVERNANCE,
    manager: 'helen-curlew',
  }),
];

const nhsPeople: readonly Person[] = [
  inside({
    id: 'priya-goldcrest',
    name: 'Priya Goldcrest',
    jobTitle: 'Director of commissioning',
    manager: 'ruth-avocet',
    nhs: true,
    slack: true,
  }),
  inside({
    id: 'lewis-brambling',
    name: 'Lewis Brambling',
    jobTitle: 'Primary care manager',
    manager: 'priya-goldcrest',
    nhs: true,
  }),
  inside({
    id: 'nadia-pochard',
    name: 'Nadia Pochard',
    jobTitle: 'Director of nursing',
    manager: 'ruth-avocet',
    nhs: true,
  }),
  inside({ id: 'farah-nightjar', name: 'Dr Farah Nightjar', jobTitle: 'Clinical chair, GP', nhs: true }),
  inside({ id: 'vic-treecreeper', name: 'Vic Treecreeper', jobTitle: 'Lay member', nhs: true }),
  inside({ id: 'una-smew', name: 'Una Smew', jobTitle: 'Lay member', nhs: true }),
  inside({ id: 'harjit-dunlin', name: 'Harjit Dunlin', jobTitle: 'Lay member', nhs: true }),
  inside({ id: 'ravi-garganey', name: 'Dr Ravi Garganey', jobTitle: 'GP member', nhs: true }),
  inside({ id: 'tamsin-bittern', name: 'Dr Tamsin Bittern', jobTitle: 'GP member', nhs: true }),
  inside({ id: 'kofi-sanderling', name: 'Dr Kofi Sanderling', jobTitle: 'Secondary care doctor', nhs: true }),
  {
    ...inside({
      id: 'pat-dotterel',
      name: 'Pat Dotterel',
      jobTitle: 'Interim director',
      manager: 'ruth-avocet',
      nhs: true,
    }),
    lastDay: '2019-03-31',
  },
];

const independentMembers: readonly Person[] = [
  inside({ id: 'ambrose-rook', name: 'Ambrose Rook', jobTitle: 'Church representative' }),
  inside({ id: 'mina-jackdaw', name: 'Mina Jackdaw', jobTitle: 'Parent governor representative' }),
  inside({ id: 'edith-ptarmigan', name: 'Edith Ptarmigan', jobTitle: 'Independent person' }),
];

const contacts: readonly Person[] = [
  outside({
    id: 'andy-ouzel',
    name: 'Andy Ouzel',
    email: 'andy.ouzel@moorland-trust.example',
    jobTitle: 'Director of operations',
    organisation: 'Moorland Community Trust',
  }),
  outside({
    id: 'jo-waxwing',
    name: 'Jo Waxwing',
    email: 'jo.waxwing@healthwatch.brackenford.example',
    jobTitle: 'Chair',
    organisation: 'Healthwatch Brackenford',
  }),
];

/** Everybody in the demonstration. Those who may sign in are in `signInList`. */
export const people: readonly Person[] = [
  ...officers,
  ...nhsPeople,
  ...councillors,
  ...independentMembers,
  ...contacts,
];
