import * as z from 'zod';
import { publishedDecision, publishedNotice } from '../../shared/domain/decisions/in-public.ts';
import { publishedBody, publishedMeeting, publishedSitting } from '../../shared/domain/meetings/published.ts';
import { madeDocument } from '../../shared/domain/meetings/published-document.ts';
import { publishedWritten } from '../../shared/domain/written-resolutions/in-public.ts';
import { named } from './named.ts';

// What everybody sees, apart from the views of those with a token: the public part of the API builds none of theirs.

export const publicDecisionView = named(
  'PublishedDecision',
  z.object(publishedDecision.shape).extend({ links: z.object({ page: z.string() }) }),
);
export const publicWrittenView = named('PublishedWrittenResolution', z.object(publishedWritten.shape));
export const publicNoticeView = named('PublishedNotice', z.object(publishedNotice.shape));

/** What else there is of a body: its page, and where its calendar and its news are followed. */
const links = z.object({ page: z.string() });
const bodyLinks = links.extend({ calendar: z.string(), feed: z.string() });
const meetingLinks = links.extend({ calendar: z.string() });

export const publicBodyView = named('PublishedBody', z.object(publishedBody.shape).extend({ links: bodyLinks }));
export const publicSittingView = named(
  'PublishedSitting',
  z.object(publishedSitting.shape).extend({ links: meetingLinks }),
);
export const publicMeetingView = named(
  'PublishedMeeting',
  z.object(publishedMeeting.shape).extend({
    links: meetingLinks,
    /** The agenda and the notice as PDF, as they were last published; none while they are being made. */
    documents: z.array(z.object(madeDocument.shape).extend({ href: z.string() })),
  }),
);
