import { existsOn } from '../../../shared/domain/bodies/body.ts';
import { heldOn, type Membership, ORGANISATION } from '../../../shared/domain/bodies/membership.ts';
import { bodyRoles, organisationRoles } from '../../../shared/domain/bodies/membership-rules.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { everybody, personWithMemberships } from '../../../shared/store/people.ts';
import { chooserOfDays } from '../chooser-of-days.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, type Typed } from '../typed-form.ts';
import { blankPerson, typedOfPerson } from './person-form.ts';
import { capacityItems, presenceWords, roleWords } from './person-words.ts';

type Shown = { typed?: Typed; faults?: Faults; membership?: Typed; membershipFaults?: Faults };

const chooser = (label: string, all: readonly { value: string; text: string }[], chosen: string) => [
  { value: '', text: label, selected: chosen === '' },
  ...all.map((one) => ({ ...one, selected: one.value === chosen })),
];

/** Everybody who may be chosen as somebody's manager or cover. */
async function others(request: WebRequest, exceptId: string): Promise<{ value: string; text: string }[]> {
  const all = await everybody(request.services.register);
  return all
    .filter(({ record }) => record.id !== exceptId)
    .map(({ record }) => ({ value: record.id, text: record.name }));
}

function formView(request: WebRequest, all: readonly { value: string; text: string }[], typed: Typed) {
  const nobody = say('people', 'nobodyChosen');
  return {
    typed,
    yes: 'yes',
    managers: chooser(nobody, all, typed['lineManagerId'] ?? ''),
    covers: chooser(nobody, all, typed['coverId'] ?? ''),
    channels: (['email', 'slack', 'both'] as const).map((value) => ({
      value,
      text: say('people', `channel-${value}`),
    })),
    weekdays: chooserOfDays(typed['weeklyDay'] ?? '1'),
    commandId: request.services.newId(),
  };
}

const crumbs = () => [{ text: say('layout', 'navPeople'), href: paths.people() }];

/** The form for somebody new. */
export async function newPersonPage(
  request: WebRequest,
  { typed = blankPerson, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  request.require('people.manage');
  const all = await others(request, '');
  const frame = request.frame(say('people', 'newTitle'), { breadcrumbs: crumbs(), errors: faults.list });
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('people/person.njk', {
      frame,
      title: say('people', 'newTitle'),
      presence: '',
      errors: faults.of,
      version: 0,
      action: paths.newPerson(),
      held: null,
      ...formView(request, all, typed),
    }),
  };
}

function heldRows(held: readonly Membership[], names: ReadonlyMap<string, string>, today: string) {
  const sorted = held.toSorted((a, b) => b.from.localeCompare(a.from));
  return sorted.map((one) => [
    {
      text: names.get(one.bodyId) ?? say('people', 'organisation'),
      ...(heldOn(one, today) ? {} : { note: say('people', one.from > today ? 'notYet' : 'past') }),
    },
    one.group === null ? roleWords(one.role) : { text: roleWords(one.role), note: one.group },
    say('people', `votes-${one.votes}`),
    formatDate(one.from),
    one.to === null ? say('people', 'noEnd') : formatDate(one.to),
    {
      text: say('people', 'changeMembership'),
      href: paths.membership(one.personId, one.id),
      about: `${roleWords(one.role)}, ${names.get(one.bodyId) ?? say('people', 'organisation')}`,
    },
  ]);
}

function membershipForm(bodies: readonly { value: string; text: string }[], typed: Typed) {
  const group = (all: typeof bodyRoles) => all.map((value) => ({ value, text: roleWords(value) }));
  const places = [{ value: ORGANISATION, text: say('people', 'organisation') }, ...bodies];
  return {
    typed,
    bodies: chooser(say('people', 'chooseBody'), places, typed['bodyId'] ?? ''),
    roles: chooser(
      say('people', 'chooseRole'),
      [...group(bodyRoles), ...group(organisationRoles)],
      typed['role'] ?? '',
    ),
    votes: (['all', 'education', 'none'] as const).map((value) => ({ value, text: say('people', `votes-${value}`) })),
    capacities: capacityItems(typed),
  };
}

async function personView(request: WebRequest, person: Person, held: readonly Membership[], membership: Typed) {
  const [bodies, all] = await Promise.all([everyBody(request.services.register), others(request, person.id)]);
  const names = new Map(bodies.map(({ record }) => [record.id, record.name]));
  const open = bodies.filter(({ record }) => existsOn(record, request.today));
  const choices = open.map(({ record }) => ({ value: record.id, text: record.name }));
  return { all, rows: heldRows(held, names, request.today), form: membershipForm(choices, membership) };
}

/** A person with what they hold: everything an administrator may change. */
export async function personPage(request: WebRequest, shown: Shown = {}): Promise<WebAnswer> {
  request.require('people.manage');
  const id = request.params['id'] ?? '';
  const found = await personWithMemberships(request.services.register, id);
  if (!found) throw new NotFound(`person ${id}`);
  const { person, version, memberships } = found;
  const faults = shown.faults ?? shown.membershipFaults ?? faultless;
  const view = await personView(request, person, memberships, shown.membership ?? { votes: 'all' });
  const frame = request.frame(person.name, { breadcrumbs: crumbs(), errors: faults.list });
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('people/person.njk', {
      frame,
      title: person.name,
      presence: presenceWords(person, request.today),
      errors: shown.faults?.of ?? {},
      version: shown.typed?.['version'] ?? version.version,
      action: paths.person(id),
      held: {
        rows: view.rows,
        ...view.form,
        errors: shown.membershipFaults?.of ?? {},
        action: paths.personMemberships(id),
        commandId: request.services.newId(),
      },
      ...formView(request, view.all, shown.typed ?? typedOfPerson(person)),
    }),
  };
}
