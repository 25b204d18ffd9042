import { expect, test } from '@jest/globals';
import { meetingInPublic } from '../../../shared/domain/meetings/published-meeting.ts';
import { aBody, aMeeting } from '../../support/builders.ts';
import { anItem } from '../../support/publication.ts';

const of = { bodyId: 'hosb', meetingId: aMeeting().id };
const items = [
  anItem({ ...of, id: 'kept', title: 'Winter plan', accessClass: 'public' }),
  anItem({ ...of, id: 'gone', title: 'Kingfisher Street', accessClass: 'public', state: 'withdrawn' }),
];

test('business withdrawn before its agenda went out is never shown, though it still belongs to the meeting', () => {
  const shown = meetingInPublic(aMeeting(), aBody(), { items, minutes: [], resolutions: [] });
  expect(shown.items.map(({ title }) => title)).toEqual(['Winter plan']);
  expect(JSON.stringify(shown)).not.toContain('Kingfisher');
});
