import type { Body } from '../../../shared/domain/bodies/body.ts';
import { type KeyDecisionNotice, keyDecisionNotice } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { say } from '../../../shared/pages/say.ts';
import { dayBoxes, dayTyped, type Faults, faultsOf, type Typed, type Wrong } from '../typed-form.ts';
import { urgencyFields } from './decision-sections.ts';
import { fieldMaker, optionsOf, type Section, wrong } from './fields.ts';
import { readAgreement, typedOfAgreement } from './key-fields.ts';
import { privateFields, readPrivate, typedOfPrivate } from './private-fields.ts';

const days = ['from', 'to', 'suDay'];

const linesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A notice as the fields of its form. */
export function typedOfNotice(notice: KeyDecisionNotice): Typed {
  const { maker } = notice;
  return {
    noticeTitle: notice.title,
    bodyId: notice.bodyId,
    keyDecision: notice.keyDecision ? 'yes' : 'no',
    statement: notice.statement,
    matter: notice.matter,
    maker: maker.sort,
    makerName: maker.name,
    makerTitle: maker.sort === 'individual' ? maker.title : '',
    makerMembers: maker.sort === 'body' ? maker.members.join('\n') : '',
    ...dayBoxes('from', notice.from),
    ...dayBoxes('to', notice.to),
    documents: notice.documents,
    address: notice.address,
    others: notice.others,
    howToAsk: notice.howToAsk,
    ...typedOfPrivate(notice.private?.privateReason ?? null),
    ...(notice.private?.urgency ? typedOfAgreement(notice.private.urgency) : {}),
  };
}

/** The form in its sections, by the letters of regulation 9(1). */
export function noticeSections(
  shown: { typed: Typed; faults: Faults },
  bodies: readonly Pick<Body, 'id' | 'name'>[],
): Section[] {
  const f = fieldMaker(shown);
  return [
    {
      title: say('decisions', 'sectionNotice'),
      fields: [
        f.line('noticeTitle', 'label-noticeTitle', 'hint-noticeTitle'),
        f.select(
          'bodyId',
          'label-bodyId',
          bodies.map(({ id, name }) => ({ value: id, text: name })),
        ),
        f.choice(
          'keyDecision',
          'label-keyDecision',
          optionsOf([
            ['yes', 'option-some'],
            ['no', 'option-no'],
          ]),
        ),
        f.line('statement', 'label-statement'),
        f.text('matter', 'label-matter', undefined, 3),
        f.choice(
          'maker',
          'label-maker',
          optionsOf([
            ['body', 'option-body'],
            ['individual', 'option-individual'],
          ]),
        ),
        f.line('makerName', 'label-makerName'),
        f.line('makerTitle', 'label-makerTitle'),
        f.text('makerMembers', 'label-makerMembers', undefined, 6),
        f.date('from', 'label-from'),
        f.date('to', 'label-to', 'hint-to'),
        f.text('documents', 'label-documents', undefined, 3),
        f.text('address', 'label-address', undefined, 2),
        f.text('others', 'label-others', undefined, 2),
        f.text('howToAsk', 'label-howToAsk', undefined, 2),
      ],
    },
    {
      title: say('decisions', 'sectionPrivateMeeting'),
      fields: privateFields(f),
    },
    {
      title: say('decisions', 'sectionPrivateUrgent'),
      note: say('decisions', 'privateUrgentNote'),
      fields: urgencyFields(f),
    },
  ];
}

function dayFaults(typed: Typed): Wrong[] {
  const [from, to] = [dayTyped(typed, 'from'), dayTyped(typed, 'to')];
  const backwards = from !== null && to !== null && from !== 'wrong' && to !== 'wrong' && to < from;
  return [
    ...(from === 'wrong' ? [wrong('from', 'noSuchDay')] : []),
    ...(to === 'wrong' ? [wrong('to', 'noSuchDay')] : []),
    ...(dayTyped(typed, 'suDay') === 'wrong' ? [wrong('suDay', 'noSuchDay')] : []),
    ...(backwards ? [wrong('to', 'toBeforeFrom')] : []),
  ];
}

const fieldOf: Readonly<Record<string, string>> = {
  title: 'noticeTitle',
  maker: 'makerName',
  private: 'publicInterest',
};

const textIn = (typed: Typed, name: string): string => typed[name] ?? '';

const makerIn = (typed: Typed) => {
  const name = textIn(typed, 'makerName');
  if (typed['maker'] === 'individual') return { sort: 'individual', name, title: textIn(typed, 'makerTitle') };
  return { sort: 'body', name, members: linesIn(typed['makerMembers']) };
};

const dayIn = (typed: Typed, name: string): string | null => {
  const day = dayTyped(typed, name);
  return day === 'wrong' ? null : day;
};

const noneYet = {
  representations: '',
  noRepresentations: false,
  response: '',
  furtherNotice: null,
} as const;

/** Reads the form into a notice: any field may still be empty, and then it cannot be published. */
export function readNotice(typed: Typed, id: string): { record: KeyDecisionNotice } | { faults: Faults } {
  const { record: privateReason, faults: ofPrivate } = readPrivate(typed);
  const isKey = typed['keyDecision'] !== 'no';
  const texts = ['matter', 'documents', 'address', 'others', 'howToAsk'].map((name) => [name, textIn(typed, name)]);
  const read = keyDecisionNotice.safeParse({
    ...Object.fromEntries(texts),
    id,
    bodyId: typed['bodyId'],
    title: typed['noticeTitle'],
    keyDecision: isKey,
    statement: isKey ? textIn(typed, 'statement') : '',
    maker: makerIn(typed),
    from: dayIn(typed, 'from'),
    to: dayIn(typed, 'to'),
    private: privateReason && { ...noneYet, privateReason, urgency: readAgreement(typed) },
    published: null,
    state: 'draft',
    accessClass: privateReason === null ? 'internal' : 'private',
  });
  const noTitle = textIn(typed, 'noticeTitle') === '' ? [wrong('noticeTitle', 'needTitle')] : [];
  const faults = [...noTitle, ...dayFaults(typed), ...ofPrivate];
  if (read.success && faults.length === 0) return { record: read.data };
  const shape = (read.error?.issues ?? []).map(({ path: [first] }) => {
    const field = String(first ?? 'title');
    return wrong(fieldOf[field] ?? field, field === 'bodyId' ? 'needBody' : 'tooLong');
  });
  return { faults: faultsOf([...faults, ...shape], days) };
}
