import { expect, test } from '@jest/globals';
import { agendas } from '../../shared/store/agendas.ts';
import { fromItem } from '../../shared/store/record-kind.ts';

const blobs = { put: () => Promise.resolve(''), get: () => Promise.resolve('') };

/** An agenda as it was written before documents were made of what is published. */
const firstShape = {
  id: 'meeting-x',
  bodyId: 'hosb',
  numbering: 'plain',
  firstNumber: 1,
  series: '19',
  slots: [],
  chairsAgreement: { askedOn: null, answer: null, said: null, on: null },
  posted: [],
  publications: [
    {
      id: 'agenda-1',
      sort: 'agenda',
      number: 1,
      at: '2019-04-15T10:00:00.000Z',
      day: '2019-04-15',
      by: 'maya-lapwing',
      said: null,
      itemIds: [],
      reportIds: [],
      withdrawnReportIds: [],
      movedFrom: null,
      snapshot: 'meeting-x-0',
      state: 'verified',
      verifiedAt: '2019-04-15T10:01:00.000Z',
      proof: 'a'.repeat(64),
    },
  ],
  accessClass: 'internal',
};

test('an agenda published before there were PDFs is complete without one', async () => {
  const item = { pk: 'AGENDA#meeting-x', sk: 'RECORD', stored: 1, version: 3, head: 'h', data: firstShape };
  const { record } = await fromItem(agendas, item, blobs);
  expect(record.publications).toMatchObject([{ state: 'verified', documents: { state: 'none', made: [] }, found: [] }]);
});
