import { afterEach, expect, jest, test } from '@jest/globals';
import { logFault } from '../../../shared/lambda/log.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

test('a fault is logged by its name and place; of its message nothing, however many lines it has', () => {
  const lines: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  logFault(new TypeError('Not a title:\n    Kingfisher Street settlement\n    at 12 Dunlin Row'), { word: 'relay' });
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({ level: 'error', word: 'relay', fault: 'TypeError' });
  expect(line).toContain('log.test.ts');
  expect(line).not.toContain('Kingfisher');
  expect(line).not.toContain('Dunlin');
});
