import type { CallInRequest } from '../../../shared/domain/decisions/call-in-request.ts';
import { isValid } from '../../../shared/domain/decisions/call-in-validity.ts';
import { maySign } from '../../../shared/domain/decisions/who-signs.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import type { Faults, Typed } from '../typed-form.ts';
import { fieldMaker } from './fields.ts';
import { type Asked, unsigned } from './see-request.ts';

type Shown = { typed: Typed; faults: Faults };
type Form = () => { commandId: string; version: string | number };

const hasSigned = ({ signatories }: CallInRequest, me: string): boolean =>
  signatories.some(({ personId, signedAt }) => personId === me && signedAt !== null);

function paperForm({ request: { record }, people }: Asked, shown: Shown, form: Form) {
  const f = fieldMaker(shown);
  const names = [
    { value: '', text: say('decisions', 'choose') },
    ...unsigned(record, people).map(({ id, name }) => ({ value: id, text: name })),
  ];
  return {
    ...form(),
    id: 'paper-form',
    title: say('decisions', 'paperTitle'),
    action: paths.callInAct(record.id, 'paper'),
    fields: [
      f.select('paper', 'label-paper', names),
      f.date('paperOn', 'label-paperOn', 'hint-paperOn'),
      f.line('paperAt', 'label-paperAt', 'hint-paperAt'),
    ],
    button: say('decisions', 'paper'),
    classes: 'govuk-button--secondary',
  };
}

function judgeForm({ request: { record }, findings }: Asked, shown: Shown, form: Form) {
  const f = fieldMaker(shown);
  const judgements = [
    ...(isValid(findings) ? [{ value: 'valid', text: say('decisions', 'option-valid') }] : []),
    { value: 'not-valid', text: say('decisions', 'option-not-valid') },
  ];
  return {
    ...form(),
    id: 'judge',
    title: say('decisions', 'judgeTitle'),
    text: say('decisions', 'judgeText'),
    action: paths.callInAct(record.id, 'judge'),
    fields: [f.choice('judgement', 'label-judgement', judgements), f.text('reason', 'label-reason', 'hint-reason')],
    button: say('decisions', 'judge'),
  };
}

/** What the reader may do with a request while it is open: sign, record a signature on paper, judge, withdraw. */
export function requestForms(request: WebRequest, found: Asked, shown: Shown) {
  const { record, version } = found.request;
  const me = request.signedIn().person.id;
  const open = record.state === 'open';
  const form: Form = () => ({ commandId: request.services.newId(), version: shown.typed['version'] ?? version });
  const signs = open && !hasSigned(record, me) && maySign(found.people.facts, me);
  return {
    sign: signs ? { ...form(), action: paths.callInAct(record.id, 'sign') } : null,
    paper: open && found.judges ? paperForm(found, shown, form) : null,
    judge: open && found.judges ? judgeForm(found, shown, form) : null,
    withdraw: open && record.requesterId === me ? { ...form(), action: paths.callInAct(record.id, 'withdraw') } : null,
  };
}
