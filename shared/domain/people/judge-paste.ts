import * as z from 'zod';
import type { Body } from '../bodies/body.ts';
import { type Membership, membership, ORGANISATION, type Role, role } from '../bodies/membership.ts';
import { membershipProblem } from '../bodies/membership-rules.ts';
import { dayInCell, looksLikeFormula } from '../pasted-cells.ts';
import { type PasteColumn, type PastedRow, pasteColumns } from './pasted-table.ts';
import { type Person, person } from './person.ts';

/** One record to enter. */
export const pasteStep = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.literal('person'), person }),
  z.strictObject({ sort: z.literal('membership'), membership }),
]);
export type PasteStep = z.infer<typeof pasteStep>;

export const pasteProblems = [
  'formula',
  'needName',
  'tooLong',
  'wrongEmail',
  'nameOfAnother',
  'nameKnown',
  'severalOfName',
  'noSuchBody',
  'bodyEnded',
  'needBody',
  'needRole',
  'noSuchRole',
  'roleNotThere',
  'needFrom',
  'noSuchDay',
  'endsFirst',
  'overlaps',
  'noSuchVotes',
] as const;
export type PasteProblem = { column: PasteColumn; problem: (typeof pasteProblems)[number] };

/** What is in the register already. */
export type Known = { people: readonly Person[]; bodies: readonly Body[]; memberships: readonly Membership[] };

type Given = Known & {
  newId: () => string;
  /** Has whoever pastes said that the addresses are known to be theirs? */
  confirmed: boolean;
  isHeldThere: (role: Role, bodyId: string) => boolean;
};

export type JudgedRow = {
  row: PastedRow;
  problems: readonly PasteProblem[];
  /** Is the person new, or known already? */
  isNew: boolean;
};

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function newPerson({ name, email }: PastedRow['cells'], { newId, confirmed }: Given): Person {
  return {
    id: newId(),
    name,
    email: email === '' ? null : email,
    emailConfirmed: confirmed && email !== '',
    slackUserId: null,
    channel: 'email',
    weeklyDay: 1,
    dailyDigest: false,
    jobTitle: null,
    directorate: null,
    organisation: null,
    lineManagerId: null,
    accountless: false,
    councillor: null,
    absence: null,
    lastDay: null,
  };
}

type Found = { person: Person; isNew: boolean } | { problem: PasteProblem };

const problem = (column: PasteColumn, which: PasteProblem['problem']) => ({ column, problem: which });

/** Whose row it is: by address, else by name; a name that could be anybody's is never guessed. */
function whose({ cells }: PastedRow, people: readonly Person[], given: Given): Found {
  const byAddress = cells.email === '' ? [] : people.filter(({ email }) => email !== null && same(email, cells.email));
  const byName = people.filter(({ name }) => same(name, cells.name));
  const known = byAddress.find(({ name }) => same(name, cells.name));
  if (known) return { person: known, isNew: false };
  if (byAddress.length > 0) return { problem: problem('email', 'nameOfAnother') };
  if (cells.email !== '' && byName.length > 0) return { problem: problem('email', 'nameKnown') };
  if (byName.length > 1) return { problem: problem('email', 'severalOfName') };
  const [one] = byName;
  return one ? { person: one, isNew: false } : { person: newPerson(cells, given), isNew: true };
}

const LONGEST: Partial<Record<PasteColumn, number>> = { name: 200, email: 320, group: 80 };

function cellProblems({ cells }: PastedRow): PasteProblem[] {
  return [
    ...pasteColumns.filter((column) => looksLikeFormula(cells[column])).map((column) => problem(column, 'formula')),
    ...pasteColumns
      .filter((column) => cells[column].length > (LONGEST[column] ?? 200))
      .map((column) => problem(column, 'tooLong')),
    ...(cells.name === '' ? [problem('name', 'needName')] : []),
    ...(cells.email === '' || z.email().safeParse(cells.email).success ? [] : [problem('email', 'wrongEmail')]),
  ];
}

const organisationNames = [ORGANISATION, 'the whole organisation', 'whole organisation'];

function bodyIdOf(cell: string, bodies: readonly Body[]): string | null {
  if (organisationNames.some((name) => same(name, cell))) return ORGANISATION;
  return bodies.find(({ id, code, name }) => [id, code, name].some((text) => same(text, cell)))?.id ?? null;
}

const usualVotes = (of: Role): Membership['votes'] =>
  ['chair', 'vice-chair', 'member', 'substitute'].includes(of) ? 'all' : 'none';

const voteNames: Record<string, Membership['votes']> = {
  all: 'all',
  yes: 'all',
  education: 'education',
  none: 'none',
  no: 'none',
};

const asksForMembership = ({ cells }: PastedRow): boolean =>
  pasteColumns.slice(2).some((column) => cells[column] !== '');

type Placed = { bodyId: string; role: Role };

function placeOf({ cells }: PastedRow, given: Given): Placed | PasteProblem[] {
  const bodyId = bodyIdOf(cells.body, given.bodies);
  const read = role.safeParse(cells.role.toLowerCase().replaceAll(/\s+/g, '-'));
  if (cells.body === '') return [problem('body', 'needBody')];
  if (bodyId === null) return [problem('body', 'noSuchBody')];
  if (cells.role === '') return [problem('role', 'needRole')];
  if (!read.success) return [problem('role', 'noSuchRole')];
  return given.isHeldThere(read.data, bodyId) ? { bodyId, role: read.data } : [problem('role', 'roleNotThere')];
}

type Days = { from: string; to: string | null };

function daysOf({ cells }: PastedRow): Days | PasteProblem[] {
  const [from, to] = [dayInCell(cells.from), cells.to === '' ? null : dayInCell(cells.to)];
  if (cells.from === '') return [problem('from', 'needFrom')];
  if (from === null) return [problem('from', 'noSuchDay')];
  if (cells.to !== '' && to === null) return [problem('to', 'noSuchDay')];
  return to !== null && to < from ? [problem('to', 'endsFirst')] : { from, to };
}

function membershipOf(row: PastedRow, personId: string, given: Given): Membership | PasteProblem[] {
  const [place, days] = [placeOf(row, given), daysOf(row)];
  const votes = row.cells.votes === '' ? null : voteNames[row.cells.votes.toLowerCase()];
  const wrongVotes = votes === undefined ? [problem('votes', 'noSuchVotes')] : [];
  const wrong = [...(Array.isArray(place) ? place : []), ...(Array.isArray(days) ? days : []), ...wrongVotes];
  if (wrong.length > 0 || Array.isArray(place) || Array.isArray(days)) return wrong;
  const lastDay = given.bodies.find(({ id }) => id === place.bodyId)?.lastDay ?? null;
  if (lastDay !== null && days.from > lastDay) return [problem('from', 'bodyEnded')];
  const group = row.cells.group === '' ? null : row.cells.group;
  return { id: given.newId(), personId, ...place, ...days, group, votes: votes ?? usualVotes(place.role) };
}

type SoFar = { rows: JudgedRow[]; steps: PasteStep[]; people: Person[]; memberships: Membership[] };

function judgeRow(row: PastedRow, soFar: SoFar, given: Given): void {
  const found = whose(row, soFar.people, given);
  const wrong = [...cellProblems(row), ...('problem' in found ? [found.problem] : [])];
  const wanted = 'person' in found && asksForMembership(row) ? membershipOf(row, found.person.id, given) : null;
  const held = wanted === null || Array.isArray(wanted) ? null : wanted;
  const clash = held && membershipProblem(soFar.memberships, held) === 'overlaps' ? [problem('role', 'overlaps')] : [];
  const problems = [...wrong, ...(Array.isArray(wanted) ? wanted : []), ...clash];
  const isNew = 'isNew' in found && found.isNew;
  soFar.rows.push({ row, problems, isNew });
  if ('person' in found && isNew) {
    soFar.people.push(found.person);
    soFar.steps.push({ sort: 'person', person: found.person });
  }
  if (held) {
    soFar.memberships.push(held);
    soFar.steps.push({ sort: 'membership', membership: held });
  }
}

/**
 * What a pasted table would do: every problem with its row and column, and, when there is none, what to enter, people
 * before what they hold. Rows of one person (same address, or same name) are one person.
 */
export function judgePaste(
  rows: readonly PastedRow[],
  given: Given,
): { rows: readonly JudgedRow[]; steps: readonly PasteStep[] } {
  const soFar: SoFar = { rows: [], steps: [], people: [...given.people], memberships: [...given.memberships] };
  for (const row of rows) judgeRow(row, soFar, given);
  const sound = soFar.rows.every(({ problems }) => problems.length === 0);
  return { rows: soFar.rows, steps: sound ? soFar.steps : [] };
}
