import type { Day } from '../domain/calendar/day.ts';
import { type Block, blocksOf } from './blocks.ts';
import { bodyIn } from './body-name.ts';
import { detailsIn } from './details.ts';
import { documentsIn } from './documents.ts';
import type { Reading } from './find.ts';
import { Finds } from './finds.ts';
import { withFullNames } from './full-names.ts';
import { headingsOf } from './items.ts';
import { leftOutOf } from './left-out.ts';
import { mattersIn } from './matters.ts';
import { meetingDayIn, nextMeetingIn } from './meeting-day.ts';
import { notFoundIn } from './not-found.ts';
import { pageKindOf, pageSortOf } from './page-kind.ts';
import { paperItem, recommendationsIn } from './papers.ts';
import { peopleIn } from './people.ts';
import { promisesIn } from './promises.ts';
import { resolutionsIn } from './resolutions.ts';
import { normaliseSource } from './source.ts';
import { votesIn } from './votes.ts';
import { zonesOf } from './zones.ts';

export type GivenMeeting = {
  /** The day of the meeting as the person says; it goes before any day in the text. */
  meetingDate?: Day | undefined;
  /** The name of the body as the person says. */
  body?: string | undefined;
};

/** A first line of this form says where a file came from and is no part of the minutes. */
const provenance = /^# source:[^\n]*\n/;

/**
 * Reads minutes, a page about one agenda item, a report or a cover sheet (plain text or HTML) into finds with their places and
 * reasons. Never throws, whatever the text; `checkSource` tells beforehand whether there is anything to read. The time it takes
 * grows with the length of the text and no faster.
 */
export function readMinutes(text: string, given: GivenMeeting = {}): Reading {
  const source = normaliseSource(text.replace(provenance, ''));
  return { source, ...findsIn(withoutOtherDocuments(blocksOf(source)), given) };
}

/** A day so far off that ten years from it are no calendar's is taken as said, but nothing is counted from it. */
const countable = (meetingDate: Day | null): Day | null =>
  meetingDate !== null && meetingDate >= '1800' && meetingDate < '3000' ? meetingDate : null;

/** Pages that offer papers list the titles of others first; those are not this paper's words. */
function withoutOtherDocuments(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex((block) => /^(?:Similar|Related) documents:?$/i.test(block.text));
  const to = blocks.findIndex((block, index) => index > from && /^Transcription:?$/i.test(block.text));
  return from === -1 || to === -1 ? blocks : blocks.filter((_block, index) => index < from || index > to);
}

function findsIn(blocks: readonly Block[], given: GivenMeeting): Omit<Reading, 'source'> {
  const body = bodyIn(blocks);
  const day = meetingDayIn(blocks);
  const meetingDate = given.meetingDate ?? day?.day ?? null;
  const ownBody = given.body ?? body?.name ?? null;
  const next = nextMeetingIn(blocks, meetingDate);
  const kindFirst = pageKindOf(blocks, false);
  const headings = kindFirst === 'cover-sheet' || kindFirst === 'report' ? paperItem(blocks) : headingsOf(blocks);
  const zoned = zonesOf(blocks, headings);
  const isPaper = kindFirst === 'cover-sheet' || kindFirst === 'report';
  const resolutions = isPaper ? [] : resolutionsIn(zoned, ownBody);
  const kind = kindFirst === 'other' ? pageKindOf(blocks, resolutions.length > 0) : kindFirst;
  const sort = pageSortOf(kind, blocks);
  const kept = sort === 'neither' ? [] : resolutions;
  const people = peopleIn(zoned);
  const context = { meetingDate: countable(meetingDate), nextMeeting: next?.day ?? null };
  const promises = withFullNames(promisesIn(zoned, kept, sort, context), people);
  const finds = new Finds()
    .body(body)
    .day(day)
    .next(next)
    .items(sort === 'neither' ? [] : headings)
    .people(sort === 'neither' ? [] : people)
    .matters(mattersIn(zoned))
    .resolutions(kept)
    .recommendations(recommendationsIn(zoned))
    .promises(promises)
    .votes(sort === 'record' ? votesIn(zoned) : [])
    .documents(sort === 'neither' ? null : documentsIn(zoned))
    .details(sort === 'neither' ? [] : detailsIn(blocks))
    .numbered();
  return {
    kind,
    meetingDate,
    body: ownBody,
    finds,
    leftOut: leftOutOf(zoned, { promises, resolutions: kept, context }),
    notFound: notFoundIn(finds, { kind, given, day: day?.day ?? null, body }),
  };
}
