import { expect, test } from '@jest/globals';
import { bodyKind } from '../../../shared/domain/bodies/body.ts';
import { allowsShorterNotice, procedure, procedureOn } from '../../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../../shared/domain/bodies/procedure-presets.ts';

const made = (
  kind: keyof typeof procedurePresets,
  over: Partial<{ id: string; from: string; to: string | null }> = {},
) =>
  procedure.parse({
    ...procedurePresets[kind],
    id: 'procedure-1',
    bodyId: 'body-1',
    from: '2018-05-17',
    to: null,
    quorum: { number: 3, including: null },
    ...over,
  });

test.each(bodyKind.options)('the preset of a %s is a whole procedure and names where its rule comes from', (kind) => {
  const dated = made(kind);
  expect(dated.preset).toBe(kind);
  expect(dated.notice?.sourceOfRule ?? dated.papers.sourceOfRule).toBeTruthy();
});

test('council bodies give five clear working days, NHS bodies three, a partnership none by law', () => {
  const clearDays = (kind: keyof typeof procedurePresets) => procedurePresets[kind].notice?.clearDays ?? null;
  expect(bodyKind.options.map((kind) => [kind, clearDays(kind)])).toEqual([
    ['council', 5],
    ['executive', 5],
    ['scrutiny', 5],
    ['committee', 5],
    ['health-and-wellbeing-board', 5],
    ['partnership', null],
    ['nhs-board', 3],
    ['nhs-committee', 3],
  ]);
});

test("an executive has no chair's urgency, and full council no shorter notice", () => {
  expect(procedurePresets.executive.routes).not.toContain('chairs-urgency');
  expect(procedurePresets.scrutiny.routes).toContain('chairs-urgency');
  expect(allowsShorterNotice(procedurePresets.council)).toBe(false);
  expect(allowsShorterNotice(procedurePresets.committee)).toBe(true);
});

test('a council decides in a meeting: written resolutions are for NHS and partnership bodies', () => {
  const allowed = bodyKind.options.filter((kind) => procedurePresets[kind].writtenResolutions !== null);
  expect(allowed).toEqual(['partnership', 'nhs-board', 'nhs-committee']);
});

test('Schedule 12A is not for NHS bodies', () => {
  const under1960 = bodyKind.options.filter((kind) => procedurePresets[kind].exclusionScheme === '1960-act');
  expect(under1960).toEqual(['nhs-board', 'nhs-committee']);
});

test('the procedure in force is the one of the day, both ends included', () => {
  const first = made('scrutiny', { id: 'procedure-1', to: '2019-05-21' });
  const second = made('scrutiny', { id: 'procedure-2', from: '2019-05-22' });
  const on = (day: string) => procedureOn([first, second], 'body-1', day)?.id ?? null;
  expect([on('2018-05-16'), on('2018-05-17'), on('2019-05-21'), on('2019-05-22')]).toEqual([
    null,
    'procedure-1',
    'procedure-1',
    'procedure-2',
  ]);
  expect(procedureOn([first, second], 'body-2', '2019-05-21')).toBeNull();
});
