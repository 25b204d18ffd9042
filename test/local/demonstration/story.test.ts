import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { agendaItems, comingItems, pastBusiness } from '../../../infra/local/demonstration/agenda-items.ts';
import { bodies } from '../../../infra/local/demonstration/bodies.ts';
import { demonstrationDay } from '../../../infra/local/demonstration/demonstration-day.ts';
import { demonstrationStory } from '../../../infra/local/demonstration/demonstration-story.ts';
import { meetings } from '../../../infra/local/demonstration/meetings.ts';
import { minutes } from '../../../infra/local/demonstration/minutes.ts';
import { people } from '../../../infra/local/demonstration/people.ts';
import { resolutions } from '../../../infra/local/demonstration/resolutions.ts';
import { agendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { actor } from '../../../shared/domain/history/history-entry.ts';
import { minute } from '../../../shared/domain/minutes/minute.ts';
import { resolution } from '../../../shared/domain/resolutions/resolution.ts';

const folder = new URL('../../../infra/local/demonstration/', import.meta.url);
const story = demonstrationStory();

test('every item, minute and resolution is whole and belongs to a meeting of its body', () => {
  for (const item of agendaItems) expect(agendaItem.safeParse(item).error).toBeUndefined();
  for (const text of minutes) expect(minute.safeParse(text).error).toBeUndefined();
  for (const resolved of resolutions) expect(resolution.safeParse(resolved).error).toBeUndefined();
  const bodyOf = new Map(meetings.map((meeting) => [meeting.id, meeting.bodyId]));
  for (const record of [...agendaItems, ...minutes, ...resolutions])
    expect([record.id, bodyOf.get(record.meetingId ?? '')]).toEqual([record.id, record.bodyId]);
});

test('the agenda of 25 April has its eleven items and is not published on the morning of the last day', () => {
  const agenda = comingItems.filter((item) => item.meetingId === 'meeting-hosb-2019-04-25');
  expect(agenda.map((item) => item.number)).toEqual(Array.from({ length: 11 }, (_, index) => String(index + 1)));
  expect(agenda.every((item) => !item.published)).toBe(true);
  expect(agenda.find((item) => item.report === 'to-follow')?.title).toBe('GP extended access');
});

test('the agendas that are being built hold the items of their meetings, the late bid added on the day', () => {
  const latest = new Map(story.flatMap((step) => (step.type === 'agenda' ? [[step.record.id, step.record]] : [])));
  const numbers = latest.get('meeting-cabinet-2019-04-30')?.slots.map(({ number, title }) => `${number} ${title}`);
  expect(numbers?.slice(3)).toEqual([
    '4 Library opening hours',
    '5 Bid to the pocket parks fund',
    '6 Exclusion of the press and public',
    '7 Leisure contract settlement',
  ]);
  expect(latest.get('meeting-hosb-2019-04-25')?.slots).toHaveLength(11);
  expect(latest.get('meeting-hosb-2019-04-25')?.publications).toEqual([]);
  const items = new Map(story.flatMap((step) => (step.type === 'agenda-item' ? [[step.record.id, step.record]] : [])));
  for (const { id, slots } of latest.values())
    for (const { itemId, title } of slots) expect(items.get(itemId)).toMatchObject({ meetingId: id, title });
});

test('there is something true to show the public, and something that must never be shown', () => {
  expect(minutes.filter((text) => text.published).length).toBeGreaterThan(5);
  expect(minutes.filter((text) => !text.published).length).toBeGreaterThan(3);
  expect(agendaItems.filter((item) => item.accessClass === 'private').map((item) => item.title)).toEqual([
    'Leisure contract settlement',
  ]);
});

test('nothing is published of a meeting that is not, nor before its minutes are confirmed', () => {
  const meetingOf = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  for (const { item, minute: text, resolution: resolved } of pastBusiness) {
    const meeting = meetingOf.get(text.meetingId);
    for (const record of [item, text, ...(resolved ? [resolved] : [])]) {
      if (record.published) expect([record.id, meeting?.published]).toEqual([record.id, true]);
      expect(record.accessClass === 'public').toBe(record.published);
    }
    if (text.published) expect(text.status).toBe('confirmed');
  }
});

test('the story is told in order of time, up to the morning on which the demonstration opens', () => {
  const times = story.map((step) => step.at);
  expect(times).toEqual(times.toSorted());
  for (const time of times) {
    expect(new Date(time).toISOString()).toBe(time);
    expect(londonDay(time) <= demonstrationDay).toBe(true);
  }
});

test('every step says who, in words, and the last of each record is the record', () => {
  // An agenda has its meeting's id: it is never without one.
  const others = story.filter(({ type }) => type !== 'agenda');
  const last = new Map(others.map((step) => [step.record.id, step.record]));
  for (const step of story) {
    expect(actor.safeParse(step.actor).error).toBeUndefined();
    expect(step.event).not.toBe('');
  }
  for (const record of [...people, ...bodies, ...meetings, ...agendaItems]) expect(last.get(record.id)).toEqual(record);
  const ids = new Map(others.map((step) => [step.record.id, step.type]));
  for (const step of others) expect(ids.get(step.record.id)).toBe(step.type);
});

test('what a step points at has been told before it', () => {
  const told = new Set<string>(['organisation']);
  for (const { record } of story) {
    for (const key of ['bodyId', 'meetingId', 'itemId', 'personId'] as const) {
      const id = key in record ? (record as Record<string, unknown>)[key] : null;
      if (typeof id === 'string') expect([record.id, key, told.has(id)]).toEqual([record.id, key, true]);
    }
    told.add(record.id);
  }
});

// The people whom the seed documents name: they never get an account or a message.
const namedInSeeds = [
  'Andrea Green',
  'Jenni Northcote',
  'Justine Richards',
  'Abbott',
  'Sarah James',
  'Jayne Mellor',
  'Andrea Trafford',
  'Amanda Doyle',
  'Andrew Bennett',
  'Peter Tinson',
  'Neil Greaves',
];

test('nobody named in a seed document is anywhere in the demonstration’s own data', () => {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(texts.length).toBeGreaterThan(15);
  for (const text of texts) for (const name of namedInSeeds) expect(text).not.toContain(name);
});
