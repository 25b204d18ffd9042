/** First parts of the paths where people post minutes, papers, reasons and comments: prose, often over 8 KB. */
export const PROSE = [
  'administration',
  'agenda-items',
  'api',
  'apologies',
  'ask',
  'bodies',
  'call-ins',
  'commitments',
  'decision-records',
  'key-decisions',
  'meetings',
  'minutes',
  'papers',
  'people',
  'plan',
  'questions',
  'programmes',
  'resolutions',
  'written-resolutions',
] as const;

/** First parts of the paths whose forms hold no more than a choice or a line. */
export const NO_PROSE = ['my', 'sign-out'] as const;
