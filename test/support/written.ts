import type { Answer, Given, Vote } from '../../shared/domain/written-resolutions/vote.ts';
import type { Elector, Terms, WrittenResolution } from '../../shared/domain/written-resolutions/written-resolution.ts';

/** So many members with a vote, none of whom counts as anything in particular. */
export function electors(count: number): Elector[] {
  return Array.from({ length: count }, (_, at) => ({
    personId: `member-${String(at + 1).padStart(3, '0')}`,
    sitsAs: [],
  }));
}

/** The usual rules of an NHS body, with overrides. */
export function someTerms(overrides: Partial<Terms> = {}): Terms {
  return {
    majority: 'more-than-half',
    closesEarly: true,
    daysToAnswer: 5,
    quorum: { number: 1, including: null, among: [] },
    ...overrides,
  };
}

/** The demonstration's extended access variation as it was put on 8 April, with overrides. */
export function aWritten(overrides: Partial<WrittenResolution> = {}): WrittenResolution {
  return {
    id: 'wr-1',
    bodyId: 'governing-body',
    title: 'Extended access: variation of the contract',
    parts: [{ number: '1', text: 'That the variation be approved.' }],
    background: null,
    paper: null,
    requestedBy: 'farah-nightjar',
    requestedOn: '2019-04-08',
    closes: { day: '2019-04-18', time: '17:00' },
    accessClass: 'internal',
    state: 'put',
    put: {
      at: '2019-04-08T08:00:00.000Z',
      on: '2019-04-08',
      by: 'grace-siskin',
      terms: someTerms(),
      electors: electors(11),
    },
    answersTaken: 0,
    counts: { for: 0, against: 0, abstained: 0, stoodAside: 0 },
    ended: null,
    resolutionId: null,
    reported: null,
    ...overrides,
  };
}

/** An answer as given, in the fewest words. */
export function giving(answer: Answer): Given {
  return answer === 'stand-aside'
    ? { answer, comment: null, interest: { sort: 'financial', what: 'A partner in a practice that is paid by it.' } }
    : { answer, comment: null };
}

/** One member's vote, as it is kept. */
export function aVote(personId: string, answer: Answer): Vote {
  const at = '2019-04-10T09:00:00.000Z';
  return {
    id: `vote-${personId}`,
    writtenResolutionId: 'wr-1',
    bodyId: 'governing-body',
    personId,
    given: giving(answer),
    firstAt: at,
    at,
    accessClass: 'internal',
  };
}
