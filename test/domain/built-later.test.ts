import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { strictObjectLater, unionLater } from '../../shared/domain/built-later.ts';

test('the shape of a record is built once, when a record is first read, and not when it is imported', () => {
  let built = 0;
  const record = strictObjectLater(() => {
    built += 1;
    return { title: z.string() };
  });
  const list = z.array(record.nullable());
  expect(built).toBe(0);
  expect(list.parse([{ title: 'Winter plan' }, null])).toEqual([{ title: 'Winter plan' }, null]);
  expect(record.shape.title.parse('Winter plan')).toBe('Winter plan');
  expect(z.strictObject({ ...record.shape, day: z.string() }).safeParse({ title: 'Winter plan' }).success).toBe(false);
  expect(built).toBe(1);
});

test('a record whose shape is built later still lets in no field that it does not name', () => {
  const record = strictObjectLater(() => ({ title: z.string() }));
  expect(record.safeParse({ title: 'Winter plan', published: true }).success).toBe(false);
  expect(record.safeParse({}).error?.issues.map(({ path }) => path)).toEqual([['title']]);
});

test('which of several shapes a part of a record has is told by its one field', () => {
  const due = unionLater('sort', () => [
    z.strictObject({ sort: z.literal('day'), day: z.string() }),
    z.strictObject({ sort: z.literal('undated') }),
  ]);
  expect(due.parse({ sort: 'undated' })).toEqual({ sort: 'undated' });
  expect(due.safeParse({ sort: 'day' }).error?.issues.map(({ path }) => path)).toEqual([['day']]);
  expect(due.safeParse({ sort: 'soon' }).success).toBe(false);
});
