import { expect, test } from '@jest/globals';
import { procedurePresets } from '../../shared/domain/bodies/procedure-presets.ts';
import { procedures } from '../../shared/store/bodies.ts';
import { resolutions } from '../../shared/store/business.ts';
import { fromItem } from '../../shared/store/record-kind.ts';

const blobs = { put: () => Promise.resolve(''), get: () => Promise.resolve('') };
const stored = (version: number, data: unknown) => ({
  pk: 'X#x',
  sk: 'RECORD',
  stored: version,
  version: 1,
  head: 'h',
  data,
});

const thirdShape = (kind: 'scrutiny' | 'nhs-board', writtenResolutions: boolean) => ({
  ...procedurePresets[kind],
  id: 'procedure-x',
  bodyId: 'body-x',
  from: '2018-05-17',
  to: null,
  quorum: { number: 3, including: null },
  writtenResolutions,
});

test('a procedure that only said whether it decides in writing goes by the usual rules, or by none', async () => {
  const may = await fromItem(procedures, stored(3, thirdShape('nhs-board', true)), blobs);
  expect(may.record.writtenResolutions).toEqual({ majority: 'more-than-half', closesEarly: true, daysToAnswer: 5 });
  const mayNot = await fromItem(procedures, stored(3, thirdShape('scrutiny', false)), blobs);
  expect(mayNot.record.writtenResolutions).toBeNull();
});

test('a resolution of the first shape was passed at its meeting, with no vote recorded', async () => {
  const { record } = await fromItem(
    resolutions,
    stored(1, {
      id: 'resolution-x',
      bodyId: 'hosb',
      meetingId: 'meeting-x',
      itemId: 'item-x',
      minuteId: null,
      resolvedOn: '2019-04-01',
      limbs: [{ number: '1', text: 'That the plan be noted.', outcome: 'noted' }],
      published: false,
      accessClass: 'public',
    }),
    blobs,
  );
  expect([record.meetingId, record.writtenResolutionId, record.votes]).toEqual(['meeting-x', null, []]);
});
