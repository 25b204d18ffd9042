import '../../../shared/pages/words/procedure.ts';
import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import { standing } from '../../../shared/domain/written-resolutions/acts.ts';
import type { Given, Vote } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { voteBar } from '../../../shared/pages/charts/vote-bar.ts';
import { formatMoment } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { closesWords, quorumWords, sumLine } from '../../../shared/pages/written/sum-words.ts';
import { type Around, nameOf } from './see-written.ts';

const kinds: Record<WrittenResolution['state'], string> = {
  draft: 'todo',
  put: 'open',
  carried: 'done',
  lost: 'stop',
  lapsed: 'stop',
  'meeting-required': 'due',
  withdrawn: 'nodate',
};

/** The state as a word with its shape; private business says so. */
export function statusesOf({ state, accessClass }: WrittenResolution) {
  return [
    { kind: kinds[state], text: say('written', `state-${state}`) },
    ...(accessClass === 'private' ? [{ kind: 'private', text: say('written', 'private') }] : []),
  ];
}

/** The sum drawn, in one line and row by row; null for a draft. */
export function sumOf({ which, votes }: Around) {
  if (which.put === null) return null;
  const sum = standing(which, votes);
  const { terms } = which.put;
  return {
    line: sumLine(sum),
    figure: voteBar(sum),
    rows: [
      { term: say('written', 'sumRowVoting'), text: String(sum.voting) },
      { term: say('written', 'sumRowAside'), text: String(sum.stoodAside) },
      { term: say('written', 'sumRowEntitled'), text: String(sum.entitled) },
      {
        term: say('written', 'sumRowNeeds'),
        text: say('written', 'sumNeedsWords', {
          needs: sum.needs,
          majority: say('procedure', `majority-${terms.majority}`),
        }),
      },
      { term: say('written', 'rowQuorum'), text: quorumWords(sum) },
      { term: say('written', 'sumRowFor'), text: String(sum.for), total: true },
    ],
    warning: which.state === 'put' && !sum.quorum.canBeMet ? say('written', 'quorumOutOfReach') : null,
  };
}

const answerWords = (given: Given): string => say('written', `answered-${given.answer}`);

const interestWords = (given: Given): string =>
  given.answer === 'stand-aside'
    ? say('written', 'interestWords', {
        sort: say('written', `interest-${given.interest.sort}`),
        what: given.interest.what,
      })
    : '';

/** How somebody answered and when; with standing aside goes the interest. */
function answerCell(cast: Vote | undefined, hidesHow: boolean) {
  if (!cast) return say('written', 'noAnswer');
  const when = formatMoment(cast.at);
  if (hidesHow) return { text: say('written', 'hasAnswered'), note: when };
  const interest = interestWords(cast.given);
  return { text: answerWords(cast.given), note: interest === '' ? when : `${interest} ${when}` };
}

/**
 * Who has answered. While it is open members see who has, and every comment; how each answered the secretary sees, and
 * everybody once it has ended.
 */
export function answersOf(around: Around, { showsHow }: { showsHow: boolean }) {
  const { which, votes } = around;
  const by = new Map(votes.map((cast) => [cast.personId, cast]));
  const open = which.state === 'put' && !showsHow;
  const rows = (which.put?.electors ?? []).map(({ personId, sitsAs }) => {
    const cast = by.get(personId);
    const seat = sitsAs.map((capacity) => say('written', `capacity-${capacity}`, { count: 1 })).join(', ');
    return [
      { text: nameOf(around, personId), ...(seat === '' ? {} : { note: seat }) },
      answerCell(cast, open),
      cast?.given.comment ?? say('written', 'noComment'),
    ];
  });
  return { rows, open };
}

/** What is asked, by whom and until when. */
export function factsOf(around: Around) {
  const { which } = around;
  const requested = say('written', 'requestedWords', {
    name: nameOf(around, which.requestedBy),
    day: formatDate(which.requestedOn),
  });
  return [
    { term: say('written', 'rowBody'), text: around.body.name },
    { term: say('written', 'rowAskedBy'), text: requested },
    ...(which.put === null
      ? []
      : [
          {
            term: say('written', 'rowPut'),
            text: say('written', 'putWords', { name: nameOf(around, which.put.by), when: formatMoment(which.put.at) }),
          },
        ]),
    { term: say('written', 'rowCloses'), text: closesWords(which) },
    ...(which.paper === null ? [] : [{ term: say('written', 'rowPaper'), text: which.paper }]),
    ...(which.ended === null ? [] : [{ term: say('written', 'rowEnded'), text: formatMoment(which.ended.at) }]),
    ...(which.reported === null
      ? []
      : [
          {
            term: say('written', 'rowReported'),
            text: say('written', 'reportedWords', { day: formatDate(which.reported.on) }),
          },
        ]),
  ];
}

/** How it ended, in a sentence; null while it is open or a draft. */
export function endingOf(around: Around): string | null {
  const { which, body } = around;
  if (which.ended === null || which.state === 'draft' || which.state === 'put') return null;
  const said = say('written', `ended-${which.state}`, {
    body: body.shortName,
    name: which.ended.by === null ? '' : nameOf(around, which.ended.by),
  });
  return which.ended.why === null ? said : `${said} ${which.ended.why}`;
}
