/**
 * Words by which minutes say that a part of the meeting sat in private: LGA 1972 s.100A(4) and Schedule 12A, Public Bodies
 * (Admission to Meetings) Act 1960 s.1(2). Each pattern is bounded, so that reading stays linear.
 */
const signs: readonly RegExp[] = [
  /\bexclu(?:de|ded|ding|sion)\b[^.\n]{0,80}\b(?:public|press)\b/i,
  /\b(?:press|public)\b[^.\n]{0,80}\bexcluded\b/i,
  /\bschedule 12A\b/i,
  /\bexempt information\b/i,
  /\bnot for publication\b/i,
  /\bAdmission to Meetings\) Act\b/i,
  /\b(?:in private session|part (?:2|II) business|confidential session)\b/i,
];

/**
 * Does a text speak of private business? The reader cannot tell which words of it are exempt, so that everything read
 * from such a text is entered as private, and the secretary is told.
 */
export function speaksOfPrivateBusiness(text: string): boolean {
  return signs.some((sign) => sign.test(text));
}
