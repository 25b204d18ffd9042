import type { Day } from '../domain/calendar/day.ts';
import { type Block, blocksOf } from './blocks.ts';
import { documentsIn } from './documents.ts';
import type { Find, Reading } from './find.ts';
import { Finds } from './finds.ts';
import { bodyIn, meetingDayIn, nextMeetingIn } from './head-matter.ts';
import { headingsOf } from './items.ts';
import { leftOutOf } from './left-out.ts';
import { mattersIn } from './matters.ts';
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
  const blocks = blocksOf(source);
  const found = findsIn(source, blocks, given);
  return { source, ...found };
}

function findsIn(source: string, blocks: readonly Block[], given: GivenMeeting): Omit<Reading, 'source'> {
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
  const promises = promisesIn(zoned, kept, sort, { meetingDate, nextMeeting: next?.day ?? null });
  const finds = new Finds()
    .body(body)
    .day(day)
    .next(next)
    .items(sort === 'neither' ? [] : headings)
    .people(peopleIn(zoned), sort !== 'neither')
    .matters(mattersIn(zoned))
    .resolutions(kept)
    .recommendations(recommendationsIn(zoned))
    .promises(promises)
    .votes(sort === 'record' ? votesIn(zoned) : [])
    .documents(sort === 'neither' ? null : documentsIn(zoned))
    .numbered();
  return {
    kind,
    meetingDate,
    body: ownBody,
    finds,
    leftOut: leftOutOf(zoned, finds, { meetingDate, nextMeeting: next?.day ?? null }),
    notFound: notFoundIn(finds, { kind, given, day: day?.day ?? null, body }),
  };
}

export type { Find, Reading };
