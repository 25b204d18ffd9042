import '../words/written.ts';
import { formatDay } from '../../domain/calendar/day-words.ts';
import type { Standing } from '../../domain/written-resolutions/standing.ts';
import type { WrittenResolution } from '../../domain/written-resolutions/written-resolution.ts';
import { formatTime } from '../day-words.ts';
import { say } from '../say.ts';

/** 'Thursday 18 April 2019, 5pm': until when answers count. */
export function closesWords({ closes }: Pick<WrittenResolution, 'closes'>): string {
  return say('written', 'dayAndTime', { day: formatDay(closes.day), time: formatTime(closes.time) });
}

/** The sum in one line: '11 voting, 1 stands aside: 10 entitled, needs 6; 5 for, 1 abstains, 4 not answered'. */
export function sumLine(sum: Standing): string {
  const answers = [
    say('written', 'sumFor', { count: sum.for }),
    ...(sum.against > 0 ? [say('written', 'sumAgainst', { count: sum.against })] : []),
    ...(sum.abstained > 0 ? [say('written', 'sumAbstained', { count: sum.abstained })] : []),
    say('written', 'sumSilent', { count: sum.notAnswered }),
  ];
  return say('written', sum.stoodAside > 0 ? 'sumLineAside' : 'sumLine', {
    voting: sum.voting,
    aside: say('written', 'sumAside', { count: sum.stoodAside }),
    entitled: sum.entitled,
    needs: sum.needs,
    answers: answers.join(', '),
  });
}

/** What the quorum asks for and how much of it there is, each part named. */
export function quorumWords({ quorum }: Pick<Standing, 'quorum'>): string {
  const parts = quorum.among.map(({ capacity, needs, tookPart }) =>
    say('written', 'quorumPart', { what: say('written', `capacity-${capacity}`, { count: needs }), needs, tookPart }),
  );
  const whole = say('written', 'quorumWhole', { needs: quorum.needs, tookPart: quorum.tookPart });
  return [whole, ...parts].join('; ');
}
