import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import { NotUnique, VersionConflict } from '../../../shared/store/errors.ts';
import { everybody, people } from '../../../shared/store/people.ts';
import { savePerson } from '../../../shared/store/people-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { conflictAnswer, withChoices } from '../conflict-answer.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { personFields, readPerson, typedOfPerson } from './person-form.ts';
import { newPersonPage, personPage } from './person-page.ts';
import { fieldWords } from './person-words.ts';

const addressTaken = () => faultsOf([{ field: 'email', text: say('people', 'emailTaken') }]);

/** Enters somebody new. */
export async function enterPerson(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const { register, newId } = request.services;
  const typed = typedIn(request.form);
  const read = readPerson(typed, { id: newId(), councillor: null });
  if ('list' in read) return newPersonPage(request, { typed, faults: read });
  try {
    const { outcome } = await savePerson(register, { ...request.command(), version: 0 }, read.person);
    const flash = say('people', 'entered', { name: read.person.name });
    return { redirect: paths.person(String(outcome['id'])), flash };
  } catch (fault) {
    if (fault instanceof NotUnique) return newPersonPage(request, { typed, faults: addressTaken() });
    throw fault;
  }
}

const keysOf: Record<string, readonly string[]> = {
  absenceFrom: ['absence'],
  absenceTo: ['absence'],
  coverId: ['absence'],
};

/** Somebody saved this person first: both versions, nothing chosen. */
async function slower(request: WebRequest, id: string, typed: Typed): Promise<WebAnswer> {
  const { register } = request.services;
  const [now, all] = await Promise.all([get(register, people, id), everybody(register)]);
  const names = new Map(all.map(({ record }) => [record.id, record.name]));
  const theirs = typedOfPerson(now.record);
  const fields = personFields.map((name) => ({
    name,
    label: say('people', `label-${name}`),
    theirs: fieldWords(name, theirs, names),
    yours: fieldWords(name, typed, names),
    keys: keysOf[name] ?? [name],
  }));
  return conflictAnswer(request, {
    type: 'person',
    id,
    looked: versionIn(request.form),
    now: now.version,
    what: now.record.name,
    typed,
    fields,
    action: paths.person(id),
    leaveHref: paths.person(id),
  });
}

async function save(request: WebRequest, person: Person, typed: Typed): Promise<WebAnswer> {
  try {
    const command = { ...request.command(), version: versionIn(request.form) };
    await savePerson(request.services.register, command, person);
    return { redirect: paths.person(person.id), flash: say('people', 'saved', { name: person.name }) };
  } catch (fault) {
    if (fault instanceof NotUnique) return personPage(request, { typed, faults: addressTaken() });
    if (fault instanceof VersionConflict) return slower(request, person.id, typed);
    throw fault;
  }
}

/** Saves a person as the form says. */
export async function changePerson(request: WebRequest): Promise<WebAnswer> {
  request.require('people.manage');
  const id = request.params['id'] ?? '';
  const { record } = await get(request.services.register, people, id);
  const typed = withChoices(request.form, typedIn(request.form), typedOfPerson(record));
  const read = readPerson(typed, record);
  if ('list' in read) return personPage(request, { typed, faults: read });
  return save(request, read.person, typed);
}
