import type { Person } from '../../../shared/domain/people/person.ts';

/** Invented groups: no party that exists. */
export const groups = { orchard: 'Orchard Group', river: 'River Group', independent: 'Independent Alliance' } as const;

const { orchard, river, independent } = groups;

// First name, surname, ward, group: twelve wards of two members, elected in May 2018.
const elected: readonly (readonly [string, string, string, string | null])[] = [
  ['Rowan', 'Kestrel', 'Abbey', orchard],
  ['Moira', 'Egret', 'Abbey', orchard],
  ['Farida', 'Linnet', 'Bridge', river],
  ['Gwyn', 'Twite', 'Bridge', river],
  ['Adaeze', 'Merlin', 'Castlegate', orchard],
  ['Piers', 'Osprey', 'Castlegate', orchard],
  ['Yusuf', 'Harrier', 'Dyers', orchard],
  ['Leonie', 'Serin', 'Dyers', river],
  ['Basil', 'Crake', 'Eastfield', orchard],
  ['Hema', 'Gannet', 'Eastfield', orchard],
  ['Ivor', 'Dipper', 'Fenside', river],
  ['Constance', 'Whinchat', 'Fenside', river],
  ['Olu', 'Puffin', 'Gatehouse', orchard],
  ['Bridie', 'Skua', 'Gatehouse', orchard],
  ['Stefan', 'Petrel', 'Harbour', orchard],
  ['Winnie', 'Tern', 'Harbour', orchard],
  ['Casper', 'Wryneck', 'Ironside', river],
  ['Noor', 'Gadwall', 'Ironside', river],
  ['Elspeth', 'Chough', 'Jubilee', independent],
  ['Tariq', 'Nuthatch', 'Jubilee', independent],
  ['Bronwen', 'Teal', 'Kiln Lane', river],
  ['Magnus', 'Kittiwake', 'Kiln Lane', null],
  ['Des', 'Corncrake', 'Lockgate', orchard],
  ['Philippa', 'Scaup', 'Lockgate', orchard],
];

const ON_SLACK: readonly string[] = ['Kestrel'];

/** They have not agreed to be summoned electronically: their summons to full council is printed. */
const ON_PAPER: readonly string[] = ['Crake', 'Nuthatch', 'Kittiwake'];

/** The twenty-four members of the City Council. */
export const councillors: readonly Person[] = elected.map(([first, last, ward, group]) => ({
  id: `${first}-${last}`.toLowerCase(),
  name: `Cllr ${first} ${last}`,
  email: `cllr.${first}.${last}@brackenford.example`.toLowerCase(),
  emailConfirmed: true,
  slackUserId: ON_SLACK.includes(last) ? `U-${first.toUpperCase()}` : null,
  channel: ON_SLACK.includes(last) ? 'both' : 'email',
  weeklyDay: 1,
  dailyDigest: false,
  jobTitle: 'Councillor',
  directorate: null,
  organisation: 'Brackenford City Council',
  lineManagerId: null,
  accountless: false,
  councillor: { ward, group },
  absence: null,
  lastDay: null,
  ...(ON_PAPER.includes(last) ? {} : { summonedElectronicallyFrom: '2018-05-16' }),
}));

/** The person id of the councillor with that surname. Throws when the demonstration has none: a mistake in its data. */
export function cllr(surname: string): string {
  const found = councillors.find((who) => who.name.endsWith(` ${surname}`));
  if (!found) throw new Error(`The demonstration has no councillor ${surname}.`);
  return found.id;
}
