import type { Body } from '../../../shared/domain/bodies/body.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import type { Person } from '../../../shared/domain/people/person.ts';
import { say } from '../../../shared/pages/say.ts';
import type { Faults, Typed } from '../typed-form.ts';
import { type Field, fieldMaker, optionsOf, type Section } from './fields.ts';
import { privateFields } from './private-fields.ts';

/** What a form is offered: the bodies, the people and the notices that it may name. */
export type Choices = {
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly persons: readonly Pick<Person, 'id' | 'name'>[];
  readonly notices: readonly { readonly id: string; readonly title: string; readonly publishedOn: string }[];
};

type Fields = ReturnType<typeof fieldMaker>;

const sorts = optionsOf([
  ['individual', 'sort-individual'],
  ['officer', 'sort-officer'],
  ['body', 'sort-body'],
]);
const grounds = optionsOf([
  ['not-key', 'option-not-key'],
  ['money', 'option-money'],
  ['wards', 'option-wards'],
  ['both', 'option-both'],
]);
const routes = optionsOf([
  ['none', 'option-route-none'],
  ['notice', 'option-route-notice'],
  ['general-exception', 'option-route-general-exception'],
  ['special-urgency', 'option-route-special-urgency'],
]);
const offices = optionsOf([
  ['scrutiny-chair', 'option-scrutiny-chair'],
  ['council-chair', 'option-council-chair'],
  ['council-vice-chair', 'option-council-vice-chair'],
]);
const terms = optionsOf([
  ['applies', 'option-applies'],
  ['urgent', 'option-urgent'],
  ['recommendation', 'option-recommendation'],
  ['already-called-in', 'option-already-called-in'],
]);

const listOf = (first: 'choose' | 'nobodyInParticular' | 'noNotice', all: readonly { id: string; name: string }[]) => [
  { value: '', text: say('decisions', first) },
  ...all.map(({ id, name }) => ({ value: id, text: name })),
];

const who = (f: Fields, { bodies, persons }: Choices): Section => ({
  title: say('decisions', 'sectionWho'),
  fields: [
    f.line('title', 'label-title'),
    f.choice('sort', 'label-sort', sorts),
    f.select('bodyId', 'label-bodyId', listOf('choose', bodies), 'hint-bodyId'),
    f.select('personId', 'label-personId', listOf('nobodyInParticular', persons), 'hint-personId'),
    f.line('role', 'label-role', 'hint-role'),
    f.text('delegation', 'label-delegation', 'hint-delegation', 2),
    f.date('decidedOn', 'label-decidedOn'),
  ],
});

const what = (f: Fields): Section => ({
  title: say('decisions', 'sectionWhat'),
  fields: [
    f.text('text', 'label-text', undefined, 6),
    f.text('reasons', 'label-reasons', undefined, 5),
    f.orNone('alternatives', 'label-alternatives'),
    f.orNone('conflicts', 'label-conflicts', 'hint-conflicts'),
    f.orNone('dispensation', 'label-dispensation', 'hint-dispensation'),
    f.orNone('report', 'label-report'),
    f.orNone('background', 'label-background', 'hint-background'),
  ],
});

const key = (f: Fields, { notices }: Choices): Section => ({
  title: say('decisions', 'sectionKey'),
  fields: [
    f.choice('key', 'label-key', grounds),
    f.text('keyWhy', 'label-keyWhy', undefined, 2),
    f.choice('route', 'label-route', routes),
    f.select(
      'noticeId',
      'label-noticeId',
      listOf(
        'noNotice',
        notices.map(({ id, title, publishedOn }) => ({ id, name: `${title} (${formatDate(publishedOn)})` })),
      ),
    ),
  ],
});

/** Who was told of a general exception, and its notice: SI 2012/2089 reg 10. */
export function exceptionFields(f: Fields): Field[] {
  return [
    f.line('geInformed', 'label-geInformed', 'hint-geInformed'),
    f.date('geToldOn', 'label-geToldOn'),
    f.date('geDay', 'label-geDay'),
    f.text('geWhy', 'label-geWhy', undefined, 2),
  ];
}

const exception = (f: Fields): Section => ({
  title: say('decisions', 'sectionException'),
  note: say('decisions', 'onlyThisWay'),
  fields: exceptionFields(f),
});

/** Who agreed that it is urgent, and why each step before could not be asked: SI 2012/2089 regs 5(6) and 11. */
export function urgencyFields(f: Fields): Field[] {
  return [
    f.choice('suBy', 'label-suBy', offices),
    f.line('suName', 'label-suName'),
    f.date('suDay', 'label-suDay'),
    f.text('suNoScrutiny', 'label-suNoScrutiny', undefined, 2),
    f.text('suNoCouncil', 'label-suNoCouncil', undefined, 2),
    f.text('suWhy', 'label-suWhy', undefined, 2),
  ];
}

const urgency = (f: Fields): Section => ({
  title: say('decisions', 'sectionUrgency'),
  note: say('decisions', 'onlyThisWay'),
  fields: urgencyFields(f),
});

/** The form of a decision in its sections. */
export function decisionSections(shown: { typed: Typed; faults: Faults }, choices: Choices): Section[] {
  const f = fieldMaker(shown);
  const publicWords = f.text('publicWords', 'label-publicWords', 'hint-publicWords', 2);
  return [
    who(f, choices),
    what(f),
    key(f, choices),
    exception(f),
    urgency(f),
    {
      title: say('decisions', 'sectionCallIn'),
      fields: [
        f.choice('callIn', 'label-callIn', terms, 'hint-callIn'),
        f.text('callInReason', 'label-callInReason', undefined, 2),
      ],
    },
    { title: say('decisions', 'sectionPrivate'), fields: [...privateFields(f), publicWords] },
  ];
}
