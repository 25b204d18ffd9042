import * as z from 'zod';
import { type Membership, membership, ORGANISATION, role } from '../../../shared/domain/bodies/membership.ts';
import { isHeldThere, membershipProblem } from '../../../shared/domain/bodies/membership-rules.ts';
import { capacity } from '../../../shared/domain/bodies/quorum.ts';
import { render } from '../../../shared/pages/render.ts';
import { type Key, say } from '../../../shared/pages/say.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { heldBy, memberships, people } from '../../../shared/store/people.ts';
import { saveMembership } from '../../../shared/store/people-acts.ts';
import { find, get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import {
  dayBoxes,
  dayTyped,
  type Faults,
  faultless,
  faultsOf,
  type Typed,
  typedIn,
  versionIn,
  type Wrong,
} from '../typed-form.ts';
import { personPage } from './person-page.ts';
import { capacityItems, roleWords } from './person-words.ts';

const days = ['from', 'to'];
const votes = z.enum(['all', 'education', 'none']);
const wrong = (field: string, key: Key<'people'>): Wrong => ({ field, text: say('people', key) });

const noDay = (field: string, read: string | null): Wrong[] => (read === 'wrong' ? [wrong(field, 'noSuchDay')] : []);

/** Reads the form of a membership: what is wrong, field by field, or the membership. */
function readMembership(typed: Typed, of: { id: string; personId: string }): Membership | Faults {
  const [from, to] = [dayTyped(typed, 'from'), dayTyped(typed, 'to')];
  const [held, voting] = [role.safeParse(typed['role']), votes.safeParse(typed['votes'])];
  const bodyId = typed['bodyId'] ?? '';
  const faults = [
    ...(bodyId === '' ? [wrong('bodyId', 'needBody')] : []),
    ...(held.success ? [] : [wrong('role', 'needRole')]),
    ...(held.success && bodyId !== '' && !isHeldThere(held.data, bodyId) ? [wrong('role', 'roleNotThere')] : []),
    ...(from === null ? [wrong('from', 'needFrom')] : noDay('from', from)),
    ...noDay('to', to),
    ...(voting.success ? [] : [wrong('votes', 'needVotes')]),
  ];
  const group = typed['group'] ?? '';
  const sitsAs = capacity.options.filter((value) => typed[`sitsAs-${value}`] === 'yes');
  const read = membership.safeParse({
    ...of,
    bodyId,
    role: typed['role'],
    votes: typed['votes'],
    group: group === '' ? null : group,
    ...(sitsAs.length > 0 ? { sitsAs } : {}),
    from,
    to,
  });
  if (faults.length > 0) return faultsOf(faults, days);
  return read.success ? read.data : faultsOf([wrong('group', 'tooLong')], days);
}

const isFaults = (read: Membership | Faults): read is Faults => 'list' in read;

async function problemOf(request: WebRequest, wanted: Membership): Promise<Faults | null> {
  const { register } = request.services;
  const [held, body] = await Promise.all([
    heldBy(register, wanted.personId),
    wanted.bodyId === ORGANISATION ? null : find(register, bodies, wanted.bodyId),
  ]);
  if (body === undefined) return faultsOf([wrong('bodyId', 'noSuchBody')]);
  const problem = membershipProblem(held, wanted);
  if (problem === null) return null;
  return problem === 'overlaps'
    ? faultsOf([wrong('role', 'overlaps')])
    : faultsOf([wrong('to', 'endsBeforeItBegins')], days);
}

/** A new membership of a person. */
export async function addMembership(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const { register, newId } = request.services;
  const personId = request.params['id'] ?? '';
  const { record } = await get(register, people, personId);
  const typed = typedIn(request.form);
  const read = readMembership(typed, { id: newId(), personId });
  const faults = isFaults(read) ? read : await problemOf(request, read);
  if (faults !== null) return personPage(request, { membership: typed, membershipFaults: faults });
  if (!isFaults(read)) await saveMembership(register, { ...request.command(), version: 0 }, read);
  return { redirect: paths.person(personId), flash: say('people', 'membershipAdded', { name: record.name }) };
}

async function theirs(request: WebRequest) {
  const { register } = request.services;
  const [personId = '', id = ''] = [request.params['id'], request.params['membershipId']];
  const [person, held] = await Promise.all([get(register, people, personId), get(register, memberships, id)]);
  if (held.record.personId !== personId) throw new NotFound(`membership ${id} of ${personId}`);
  const body = await find(register, bodies, held.record.bodyId);
  return { person: person.record, held, bodyName: body?.record.name ?? say('people', 'organisation') };
}

type Shown = { typed?: Typed; faults?: Faults };

/** One membership: its days, its vote, its group. Body and role are what it is; another is another membership. */
export async function membershipPage(
  request: WebRequest,
  { typed, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  request.require('people.manage');
  const { person, held, bodyName } = await theirs(request);
  const { record } = held;
  const title = say('people', 'membershipOf', { role: roleWords(record.role), body: bodyName });
  const breadcrumbs = [
    { text: say('layout', 'navPeople'), href: paths.people() },
    { text: person.name, href: paths.person(person.id) },
  ];
  const shown = {
    ...dayBoxes('from', record.from),
    ...dayBoxes('to', record.to),
    votes: record.votes,
    group: record.group ?? '',
    ...Object.fromEntries((record.sitsAs ?? []).map((value) => [`sitsAs-${value}`, 'yes'])),
  };
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('people/membership.njk', {
      frame: request.frame(title, { breadcrumbs, errors: faults.list }),
      title,
      name: person.name,
      typed: typed ?? shown,
      errors: faults.of,
      votes: votes.options.map((value) => ({ value, text: say('people', `votes-${value}`) })),
      capacities: capacityItems(typed ?? shown),
      version: typed?.['version'] ?? held.version,
      commandId: request.services.newId(),
      action: paths.membership(person.id, record.id),
      leaveHref: paths.person(person.id),
    }),
  };
}

/** Saves a membership's days, vote and group. */
export async function changeMembership(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const { person, held } = await theirs(request);
  const { id, personId, bodyId, role: of } = held.record;
  const typed: Typed = { ...typedIn(request.form), bodyId, role: of };
  const read = readMembership(typed, { id, personId });
  const faults = isFaults(read) ? read : await problemOf(request, read);
  if (faults !== null) return membershipPage(request, { typed, faults });
  const command = { ...request.command(), version: versionIn(request.form) };
  if (!isFaults(read)) await saveMembership(request.services.register, command, read);
  return { redirect: paths.person(person.id), flash: say('people', 'membershipSaved', { name: person.name }) };
}
