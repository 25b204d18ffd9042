import { expect, test } from '@jest/globals';
import { saidForItsDay } from '../../shared/domain/meetings/attendance.ts';
import { attendances } from '../../shared/store/attendances.ts';
import { fromItem } from '../../shared/store/record-kind.ts';

test('what was said before the day was noted stands, whatever the day of the meeting', async () => {
  const item = {
    pk: 'ATTENDANCE#x',
    sk: 'RECORD',
    stored: 1,
    version: 1,
    head: 'h',
    data: {
      id: 'attendance-x',
      meetingId: 'meeting-x',
      bodyId: 'hosb',
      personId: 'moira-egret',
      intention: 'apologies',
      substituteId: null,
      reason: null,
      enteredBy: 'moira-egret',
      on: '2019-04-10',
    },
  };
  const blobs = { put: () => Promise.resolve(''), get: () => Promise.resolve('') };
  const { record } = await fromItem(attendances, item, blobs);
  expect(record.forDay).toBeNull();
  expect(saidForItsDay(record, { day: '2019-04-25' })).toBe(true);
});
