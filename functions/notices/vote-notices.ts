import '../../shared/pages/words/written.ts';
import type { Body } from '../../shared/domain/bodies/body.ts';
import { standing } from '../../shared/domain/written-resolutions/acts.ts';
import type { Vote } from '../../shared/domain/written-resolutions/vote.ts';
import { electorOf, type WrittenResolution } from '../../shared/domain/written-resolutions/written-resolution.ts';
import type { PlainNotice } from '../../shared/messages/plain-notice.ts';
import { say } from '../../shared/pages/say.ts';
import { closesWords, quorumWords, sumLine } from '../../shared/pages/written/sum-words.ts';
import { bodies } from '../../shared/store/bodies.ts';
import { find, get, type Register } from '../../shared/store/record-kind.ts';
import { votesOn, writtenResolutions } from '../../shared/store/written-resolutions.ts';
import type { NoticeKind, NoticeSaid } from './notice-kind.ts';

type Around = { which: WrittenResolution; votes: Vote[]; body: Body };

async function around(register: Register, id: string): Promise<Around | null> {
  const found = await find(register, writtenResolutions, id);
  if (!found || found.record.put === null) return null;
  const [votes, body] = await Promise.all([votesOn(register, id), get(register, bodies, found.record.bodyId)]);
  return { which: found.record, votes, body: body.record };
}

const answeredBy = ({ votes }: Around, personId: string): boolean => votes.some((cast) => cast.personId === personId);

type Words = Pick<PlainNotice, 'subject' | 'status' | 'tone' | 'sentence' | 'link' | 'why'> & { sum?: boolean };

function notice({ which, votes, body }: Around, { sum = false, ...words }: Words): NoticeSaid {
  const standingNow = standing(which, votes);
  const [first] = which.parts;
  return {
    bodyId: which.bodyId,
    notice: {
      accessClass: which.accessClass,
      bodyName: body.name,
      day: which.closes.day,
      title: which.title,
      quotation: first ? { words: first.text, source: say('written', 'partSource', { number: first.number }) } : null,
      rows: [
        { name: say('written', 'rowCloses'), value: closesWords(which) },
        ...(sum
          ? [
              { name: say('written', 'rowSum'), value: sumLine(standingNow) },
              { name: say('written', 'rowQuorum'), value: quorumWords(standingNow) },
            ]
          : []),
      ],
      ...words,
    },
  };
}

const page = ({ which }: Around) => `/written-resolutions/${encodeURIComponent(which.id)}`;

const toVote = (about: Around) => ({
  tone: 'soon' as const,
  status: say('written', 'askedStatus', { closes: closesWords(about.which) }),
  link: { label: say('written', 'toVote'), path: `${page(about)}/vote` },
  why: say('written', 'whyMember', { body: about.body.name }),
});

/** To each member with a vote, when it is put: what is asked, until when, and where to answer. */
export const voteAsked: NoticeKind = async ({ recordId, personId }, { register }) => {
  const about = await around(register, recordId);
  if (about?.which.state !== 'put' || !electorOf(about.which, personId) || answeredBy(about, personId)) return null;
  const { title } = about.which;
  return notice(about, {
    ...toVote(about),
    subject: say('written', 'askedSubject', { title }),
    sentence: say('written', 'askedSentence', { body: about.body.name }),
  });
};

/** To each member who has not answered, before it closes. */
export const voteReminder: NoticeKind = async ({ recordId, personId }, { register }) => {
  const about = await around(register, recordId);
  if (about?.which.state !== 'put' || !electorOf(about.which, personId) || answeredBy(about, personId)) return null;
  return notice(about, {
    ...toVote(about),
    subject: say('written', 'remindSubject', { title: about.which.title }),
    sentence: say('written', 'remindSentence'),
  });
};

/** To the secretary and the chair, before it closes: how it stands. */
export const voteStanding: NoticeKind = async ({ recordId }, { register }) => {
  const about = await around(register, recordId);
  if (about?.which.state !== 'put') return null;
  return notice(about, {
    subject: say('written', 'standingSubject', { title: about.which.title }),
    status: say('written', 'askedStatus', { closes: closesWords(about.which) }),
    tone: 'soon',
    sentence: say('written', 'standingSentence'),
    link: { label: say('written', 'toSee'), path: page(about) },
    why: say('written', 'whyServes', { body: about.body.name }),
    sum: true,
  });
};

/** To everybody who was asked, and the secretary: how it ended. */
export const voteEnded: NoticeKind = async ({ recordId, personId }, { register }) => {
  const about = await around(register, recordId);
  if (!about || about.which.state === 'put' || about.which.state === 'draft') return null;
  const { state, title } = about.which;
  const body = about.body.name;
  const outcome = say('written', `state-${state}`);
  return notice(about, {
    subject: say('written', 'endedSubject', { outcome, title }),
    status: outcome,
    tone: 'plain',
    sentence: say('written', `outcome-${state}`, { body }),
    link: { label: say('written', 'toResult'), path: page(about) },
    why: say('written', electorOf(about.which, personId) ? 'whyMember' : 'whyServes', { body }),
    sum: true,
  });
};
