import type { Body } from '../../../shared/domain/bodies/body.ts';
import type { Role } from '../../../shared/domain/bodies/membership.ts';
import { standing } from '../../../shared/domain/written-resolutions/acts.ts';
import {
  electorOf,
  isOpen,
  type WrittenResolution,
} from '../../../shared/domain/written-resolutions/written-resolution.ts';
import { say } from '../../../shared/pages/say.ts';
import { closesWords, sumLine } from '../../../shared/pages/written/sum-words.ts';
import { bodies } from '../../../shared/store/bodies.ts';
import { getMany } from '../../../shared/store/record-kind.ts';
import { openWritten, votesOn, writtenResolutionsToReport } from '../../../shared/store/written-resolutions.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import { maySeeWritten } from '../written-resolutions/see-written.ts';
import { bodiesWhere } from './home-data.ts';

const sitting: readonly Role[] = ['chair', 'vice-chair', 'member', 'co-optee'];
const serving: readonly Role[] = ['secretary', 'cover-secretary'];

type Row = {
  status: { kind: string; text: string };
  title: string;
  text: string;
  links: { text: string; href: string; about: string; button?: boolean }[];
};

const link = (which: WrittenResolution, text: string, href = paths.writtenResolution(which.id)) => ({
  text,
  href,
  about: which.title,
});

function draftRow(which: WrittenResolution, body: string): Row {
  return {
    status: { kind: 'todo', text: say('written', 'homeDraft') },
    title: which.title,
    text: say('written', 'homeDraftText', { body }),
    links: [link(which, say('written', 'homeLook'))],
  };
}

async function openRow(request: WebRequest, which: WrittenResolution, body: string): Promise<Row> {
  const { person } = request.signedIn();
  const votes = await votesOn(request.services.register, which.id);
  const asked =
    isOpen(which, request.command().at) &&
    electorOf(which, person.id) !== null &&
    !votes.some(({ personId }) => personId === person.id);
  const sum = sumLine(standing(which, votes));
  const look = link(which, say('written', 'homeLook'));
  return {
    status: asked
      ? { kind: 'due', text: say('written', 'homeWaiting') }
      : { kind: 'open', text: say('written', 'homeOpen') },
    title: which.title,
    text: say('written', asked ? 'homeWaitingText' : 'homeText', { body, closes: closesWords(which), sum }),
    links: asked
      ? [{ ...link(which, say('written', 'homeVote'), paths.voteOn(which.id)), button: true }, look]
      : [look],
  };
}

function reportRow(which: WrittenResolution, body: string): Row {
  return {
    status: { kind: 'todo', text: say('written', 'homeToReport') },
    title: which.title,
    text: say('written', 'homeReportText', { body, outcome: say('written', `state-${which.state}`) }),
    links: [link(which, say('written', 'homeLook'))],
  };
}

/**
 * What is being decided in writing by the bodies that somebody sits on or serves: their own answer first, then how the
 * others stand; for the secretary also what is to be reported to the next meeting.
 */
export async function writtenSection(request: WebRequest): Promise<Row[]> {
  const { memberships } = request.signedIn();
  const { register } = request.services;
  const served = bodiesWhere(memberships, serving, request.today);
  const ids = [...new Set([...served, ...bodiesWhere(memberships, sitting, request.today)])];
  const [all, open, toReport] = await Promise.all([
    getMany(register, bodies, ids),
    Promise.all(ids.map((id) => openWritten(register, id))),
    Promise.all(served.map((id) => writtenResolutionsToReport(register, id))),
  ]);
  const names = new Map(all.map(({ record }: { record: Body }) => [record.id, record.name]));
  const name = ({ bodyId }: WrittenResolution): string => names.get(bodyId) ?? '';
  const seen = (lists: typeof open): WrittenResolution[] =>
    lists.flat().flatMap(({ record }) => (maySeeWritten(request, record) ? record : []));
  const rows = await Promise.all(
    seen(open).map((which) =>
      which.state === 'draft' ? draftRow(which, name(which)) : openRow(request, which, name(which)),
    ),
  );
  const isAsked = ({ status }: Row): boolean => status.kind === 'due';
  return [
    ...rows.filter(isAsked),
    ...rows.filter((row) => !isAsked(row)),
    ...seen(toReport).map((which) => reportRow(which, name(which))),
  ];
}
