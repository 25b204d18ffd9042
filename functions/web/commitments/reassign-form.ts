import '../../../shared/pages/words/promises.ts';
import { hasLeft } from '../../../shared/domain/people/person.ts';
import { ownerWords } from '../../../shared/pages/promises/promise-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { handOverPromise } from '../../../shared/store/commitment-acts.ts';
import type { PromiseAround } from '../../../shared/store/promise-around.ts';
import { type ActForm, actPages } from './act-form.ts';
import { personChoices } from './choices.ts';
import { errorsOf, isErrors, needed, readForm } from './form-fields.ts';

type Owner = { role: string | null; personId: string | null; linkOfficerId: string | null };
type Reassigned = { to: Owner; reason: string };

const wordsOf = (to: Owner, { persons }: PromiseAround, today: string): string =>
  ownerWords({ owner: { ...to, since: today } }, { persons, today });

const isHere = (id: string, { persons }: PromiseAround, today: string): boolean => {
  const person = persons.get(id);
  return id === '' || (person !== undefined && !hasLeft(person, today));
};

const reassignForm: ActForm<Reassigned> = {
  action: 'commitment.reassign',
  events: ['hand-over'],
  title: 'reassignTitle',
  template: 'commitments/reassign.njk',
  view: ({ form, today }, { record, persons }) => {
    const sent = form.has('reason');
    const role = sent ? form.get('role') : (record.owner?.role ?? '');
    const chosen = sent ? form.get('person') : '';
    const link = sent ? form.get('link') : (record.owner?.linkOfficerId ?? '');
    return {
      lede: say('promiseForms', 'reassignLede'),
      now: ownerWords(record, { persons, today }),
      role,
      people: personChoices(persons, { none: say('promiseForms', 'reassignPersonNone'), chosen, today }),
      links: personChoices(persons, {
        none: say('promiseForms', 'reassignLinkNone'),
        chosen: link,
        today,
        only: ({ accountless, councillor }) => !accountless && councillor === null,
      }),
    };
  },
  read: ({ form, today }, around) => {
    const [role, person, link] = [form.get('role').trim(), form.get('person'), form.get('link')];
    const reason = readForm(needed('needReason'), form.get('reason'));
    const wrong = [
      ...(role === '' && person === '' ? [{ field: 'role', key: 'needRoleOrPerson' }] : []),
      ...(role.length > 200 ? [{ field: 'role', key: 'tooLong' }] : []),
      ...(isHere(person, around, today) ? [] : [{ field: 'person', key: 'noSuchPerson' }]),
      ...(isHere(link, around, today) ? [] : [{ field: 'link', key: 'noSuchPerson' }]),
      ...(isErrors(reason) ? [{ field: 'reason', key: 'needReason' }] : []),
    ];
    if (wrong.length > 0 || isErrors(reason)) return errorsOf(wrong);
    const job = around.persons.get(person)?.jobTitle ?? null;
    return { to: { role: role || job, personId: person || null, linkOfficerId: link || null }, reason };
  },
  act: async ({ request, around, command }, { to, reason }) => {
    await handOverPromise(request.services.register, command, around.record.id, { ...to, reason });
    if (to.personId === null) return { flash: say('promiseForms', 'reassignedVacant') };
    return { flash: say('promiseForms', 'reassigned', { owner: wordsOf(to, around, request.today) }) };
  },
  differs: (around, { to }) => {
    const { owner } = around.record;
    return {
      label: say('promiseForms', 'conflictOwner'),
      theirs: owner === null ? say('promises', 'ownerNobody') : wordsOf(owner, around, owner.since),
      yours: wordsOf(to, around, owner?.since ?? around.record.madeOn),
    };
  },
};

/** The secretary finds an owner: a role first, then whoever holds it. */
export const reassignPages = actPages(reassignForm);
