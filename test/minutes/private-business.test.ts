import { expect, test } from '@jest/globals';
import { speaksOfPrivateBusiness } from '../../shared/minutes/private-business.ts';

test.each([
  'RESOLVED that the press and public be excluded under Section 100(A)(4) of the Local Government Act 1972',
  'Exclusion of Press and Public',
  'information described in Paragraph 3 of Schedule 12A',
  'Representatives of the press and other members of the public were excluded from the remainder of this meeting',
  'NOT FOR PUBLICATION',
])('minutes that say "%s" hold private business', (text) => {
  expect(speaksOfPrivateBusiness(`Item 7\n\n${text}\n\nNoted.`)).toBe(true);
});

test.each([
  'Members sought assurance about digital exclusion and patient transport.',
  'The public library was closed. Nobody was excluded from the scheme.',
  'A further report be submitted to a future Board meeting.',
])('minutes that say "%s" do not', (text) => {
  expect(speaksOfPrivateBusiness(text)).toBe(false);
});
