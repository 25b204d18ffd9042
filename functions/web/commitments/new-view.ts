import '../../../shared/pages/words/promises.ts';
import type { Body } from '../../../shared/domain/bodies/body.ts';
import { commitmentKind } from '../../../shared/domain/commitments/commitment.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import type { WebRequest } from '../route.ts';
import { meetingChoices, personChoices } from './choices.ts';
import { radioItems } from './form-fields.ts';

/** What the form is made with: the bodies of the secretary, and those of the chosen one. */
export type NewForm = {
  own: readonly Body[];
  body: Body | null;
  meetings: readonly Meeting[];
  persons: ReadonlyMap<string, Person>;
};

/** The choices of the form, with what was chosen. */
export function newChoices({ form, today }: WebRequest, { own, body, meetings, persons }: NewForm) {
  const none = say('promiseForms', 'choose');
  const inside = ({ accountless, councillor }: Person) => !accountless && councillor === null;
  return {
    body,
    bodies: [
      { value: '', text: none },
      ...own.map(({ id, name }) => ({ value: id, text: name, selected: id === body?.id })),
    ],
    kinds: commitmentKind.options.map((kind) => ({ value: kind, text: say('promises', `kind-${kind}`) })),
    kind: form.get('kind') || 'action',
    due: form.get('due'),
    chase: form.get('chase'),
    meetings: meetingChoices(meetings, say('promiseForms', 'newSourceNone'), form.get('meeting')),
    people: personChoices(persons, {
      none: say('promiseForms', 'reassignPersonNone'),
      chosen: form.get('person'),
      today,
    }),
    links: personChoices(persons, {
      none: say('promiseForms', 'reassignLinkNone'),
      chosen: form.get('link'),
      today,
      only: inside,
    }),
    dues: radioItems('newDue', ['day', 'window', 'undated']),
    chases: radioItems('newChase', ['yes', 'no']),
    privates: [{ value: 'yes', text: say('promiseForms', 'newPrivate'), checked: form.get('private') === 'yes' }],
  };
}
