import * as z from 'zod';
import { VoteRefused } from '../../../shared/domain/written-resolutions/acts.ts';
import { given } from '../../../shared/domain/written-resolutions/vote.ts';
import type { WrittenResolution } from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { writtenSubject } from '../../../shared/domain/written-resolutions/written-subject.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { get, type Versioned } from '../../../shared/store/record-kind.ts';
import { answerWritten } from '../../../shared/store/written-acts.ts';
import { votesOn, writtenResolutions } from '../../../shared/store/written-resolutions.ts';
import { type Caller, commands, lists, type Operation, reads } from '../operation.ts';
import { pageOfList, visiblePage } from '../pages.ts';
import { Refused } from '../problems.ts';
import { answerView, writtenView } from '../views.ts';

const none = z.strictObject({});

/** A draft is known to those who may put it, and to nobody else. */
const knows = ({ may }: Pick<Caller, 'may'>, which: WrittenResolution): boolean =>
  may(which.put === null ? 'written-resolution.put' : 'written-resolution.see', writtenSubject(which));

type Asking = Pick<Caller, 'may' | 'register'> & { param(name: string): string };

/** The decision in writing of the address, for whoever may know of it. Throws `NotFound`. */
export async function writtenKnown(call: Asking): Promise<Versioned<WrittenResolution>> {
  const found = await get(call.register, writtenResolutions, call.param('writtenResolutionId'));
  if (!knows(call, found.record)) throw new NotFound('written resolution');
  return found;
}

const whyNot = { closed: 'vote-ended', 'no-vote': 'no-vote', 'stood-aside': 'stood-aside' } as const;

/** Decisions in writing: what is asked, who has answered, and one's own answer. */
export const writtenOperations: readonly Operation<Caller>[] = [
  lists({
    id: 'listWrittenResolutions',
    path: '/bodies/{bodyId}/written-resolutions',
    group: 'Decisions in writing',
    summary: 'What a body decides and has decided in writing, those that are open first',
    action: 'written-resolution.see',
    query: none,
    output: writtenView,
    answer: async (call) => {
      call.demand('written-resolution.see', { bodyId: call.param('bodyId') });
      const { limit, after, register } = call;
      const partition = `WRITTEN#${call.param('bodyId')}`;
      const keep = (which: WrittenResolution) => knows(call, which);
      const wanted = { kind: writtenResolutions, index: 'gsi1', partition, keep, limit, after } as const;
      const { found, next } = await visiblePage(register, wanted);
      return { items: found.map(({ record }) => record), next };
    },
  }),
  reads({
    id: 'readWrittenResolution',
    path: '/written-resolutions/{writtenResolutionId}',
    group: 'Decisions in writing',
    summary: 'One decision in writing: its text, who is asked, under which rules, until when, and how it stands',
    action: 'written-resolution.see',
    query: none,
    output: writtenView,
    answer: async (call) => {
      const { record, version } = await writtenKnown(call);
      return { value: record, version };
    },
  }),
  lists({
    id: 'listAnswers',
    path: '/written-resolutions/{writtenResolutionId}/answers',
    group: 'Decisions in writing',
    summary: 'Who has answered, and how: while it is open, how each answered is for the secretary alone',
    action: 'written-resolution.see',
    query: none,
    output: answerView,
    answer: async (call) => {
      const { record } = await writtenKnown(call);
      const { bodyId, accessClass, state } = record;
      const showsHow = state !== 'put' || call.may('written-resolution.put', { bodyId, accessClass });
      const votes = await votesOn(call.register, record.id);
      const seen = votes.map(({ id, personId, at, given: said }) => ({
        id,
        personId,
        at,
        comment: said.comment,
        given: showsHow || personId === call.person.id ? said : null,
      }));
      return pageOfList(seen, call, ({ id }) => id);
    },
  }),
  commands({
    id: 'answerWrittenResolution',
    path: '/written-resolutions/{writtenResolutionId}/answer',
    group: 'Decisions in writing',
    summary: 'A member answers for themselves, or answers again while it is open; standing aside is final',
    action: 'written-resolution.answer',
    refuses: { closed: 'vote-ended', 'no-vote': 'no-vote', 'stood-aside': 'stood-aside' },
    input: given,
    // Members answer at the same moment: none needs to have seen the others' answers.
    changes: null,
    answer: async (call) => {
      const { record } = await writtenKnown(call);
      call.demand('written-resolution.answer', writtenSubject(record));
      return answerWritten(call.register, call.command, record.id, call.body).catch((fault: unknown) => {
        if (fault instanceof VoteRefused) throw new Refused(whyNot[fault.why]);
        throw fault;
      });
    },
  }),
];
