import * as z from 'zod';
import { publicAddresses } from '../../../shared/pages/published/addresses.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import {
  type PublishedTable,
  publishedBodies,
  publishedBodyOf,
  publishedBodyWithMeetings,
  publishedMeetingOf,
} from '../../../shared/store/published.ts';
import {
  publishedDecisionOf,
  publishedDecisions,
  publishedNotices,
} from '../../../shared/store/published-decisions.ts';
import { documentsNow, documentsOf } from '../../../shared/store/published-documents.ts';
import { publishedWrittenBy, publishedWrittenOf } from '../../../shared/store/published-written.ts';
import { type AnyCaller, lists, type Operation, reads } from '../operation.ts';
import { pageOfList } from '../pages.ts';
import {
  publicBodyView,
  publicDecisionView,
  publicMeetingView,
  publicNoticeView,
  publicSittingView,
  publicWrittenView,
} from '../public-views.ts';

/** Anybody. */
export type PublicCaller = AnyCaller & { table: PublishedTable; publicAddress: string };

const none = z.strictObject({});
const byId = ({ id }: { id: string }): string => id;

const bodyLinks = ({ publicAddress }: PublicCaller, id: string) => ({
  page: `${publicAddress}/committees/${id}`,
  calendar: `${publicAddress}/committees/${id}/meetings.ics`,
  feed: `${publicAddress}/committees/${id}/feed.atom`,
});
const meetingLinks = ({ publicAddress }: PublicCaller, { id, bodyId }: { id: string; bodyId: string }) => ({
  page: `${publicAddress}/committees/${bodyId}/meetings/${id}`,
  calendar: `${publicAddress}/committees/${bodyId}/meetings/${id}/meeting.ics`,
});

const decisionLinks = ({ publicAddress }: PublicCaller, id: string) => ({ page: `${publicAddress}/decisions/${id}` });

/** What everybody may read, without a token: what has been published, as it was when it was last published. */
export const publishedOperations: readonly Operation<PublicCaller>[] = [
  lists({
    id: 'listPublishedBodies',
    path: '/public/bodies',
    group: 'Published',
    summary: 'The committees and boards shown to the public, by name',
    action: 'public.read',
    query: none,
    output: publicBodyView,
    answer: async (call) => {
      const { items, next } = pageOfList(await publishedBodies(call.table), call, byId);
      return { items: items.map((one) => ({ ...one, links: bodyLinks(call, one.id) })), next };
    },
  }),
  reads({
    id: 'readPublishedBody',
    path: '/public/bodies/{bodyId}',
    group: 'Published',
    summary: 'One body as the public sees it',
    action: 'public.read',
    query: none,
    output: publicBodyView,
    answer: async (call) => {
      const body = await publishedBodyOf(call.table, call.param('bodyId'));
      if (!body) throw new NotFound('published body');
      return { value: { ...body, links: bodyLinks(call, body.id) } };
    },
  }),
  lists({
    id: 'listPublishedMeetings',
    path: '/public/bodies/{bodyId}/meetings',
    group: 'Published',
    summary: 'The published meetings of a body, the newest first',
    action: 'public.read',
    query: none,
    output: publicSittingView,
    answer: async (call) => {
      const found = await publishedBodyWithMeetings(call.table, call.param('bodyId'));
      if (!found) throw new NotFound('published body');
      const { items, next } = pageOfList(found.sittings, call, byId);
      return { items: items.map((one) => ({ ...one, links: meetingLinks(call, one) })), next };
    },
  }),
  reads({
    id: 'readPublishedMeeting',
    path: '/public/meetings/{meetingId}',
    group: 'Published',
    summary: 'A meeting as it was published: its agenda, what was decided, and its minutes',
    action: 'public.read',
    query: none,
    output: publicMeetingView,
    answer: async (call) => {
      const meeting = await publishedMeetingOf(call.table, call.param('meetingId'));
      // A meeting of a body that is no longer shown is not shown either.
      const [body, all] = meeting
        ? await Promise.all([
            publishedBodyOf(call.table, meeting.sitting.bodyId),
            documentsOf(call.table, meeting.sitting.id),
          ])
        : [];
      if (!meeting || !body || !all) throw new NotFound('published meeting');
      const { sitting } = meeting;
      const made = documentsNow(meeting, all)?.made ?? [];
      const documents = made.map((one) => ({
        ...one,
        href: `${call.publicAddress}${publicAddresses.document(sitting.bodyId, sitting.id, one.name)}`,
      }));
      return { value: { ...meeting, links: meetingLinks(call, sitting), documents } };
    },
  }),
  lists({
    id: 'listPublishedDecisions',
    path: '/public/decisions',
    group: 'Published',
    summary: 'Published decisions by single members and officers, the newest first',
    action: 'public.read',
    query: none,
    output: publicDecisionView,
    answer: async (call) => {
      const { items, next } = pageOfList(await publishedDecisions(call.table), call, byId);
      return { items: items.map((one) => ({ ...one, links: decisionLinks(call, one.id) })), next };
    },
  }),
  reads({
    id: 'readPublishedDecision',
    path: '/public/decisions/{decisionId}',
    group: 'Published',
    summary: 'One published decision, with its call-in window',
    action: 'public.read',
    query: none,
    output: publicDecisionView,
    answer: async (call) => {
      const found = await publishedDecisionOf(call.table, call.param('decisionId'));
      if (!found) throw new NotFound('published decision');
      return { value: { ...found, links: decisionLinks(call, found.id) } };
    },
  }),
  lists({
    id: 'listForwardPlan',
    path: '/public/forward-plan',
    group: 'Published',
    summary: 'The forward plan: notices of key decisions and of private business, by the day that they are for',
    action: 'public.read',
    query: none,
    output: publicNoticeView,
    answer: async (call) => pageOfList(await publishedNotices(call.table), call, byId),
  }),
  lists({
    id: 'listPublishedWritten',
    path: '/public/bodies/{bodyId}/written-resolutions',
    group: 'Published',
    summary: 'What a body decided in writing, the newest first, without text and votes',
    action: 'public.read',
    query: none,
    output: publicWrittenView,
    answer: async (call) => {
      const bodyId = call.param('bodyId');
      if (!(await publishedBodyOf(call.table, bodyId))) throw new NotFound('published body');
      return pageOfList(await publishedWrittenBy(call.table, bodyId), call, byId);
    },
  }),
  reads({
    id: 'readPublishedWritten',
    path: '/public/written-resolutions/{writtenResolutionId}',
    group: 'Published',
    summary: 'One decision in writing: its text, the sum of its answers, and votes by name where they are recorded so',
    action: 'public.read',
    query: none,
    output: publicWrittenView,
    answer: async (call) => {
      const found = await publishedWrittenOf(call.table, call.param('writtenResolutionId'));
      // Of a body that is no longer shown nothing is shown.
      if (!found || !(await publishedBodyOf(call.table, found.bodyId))) throw new NotFound('published decision');
      return { value: found };
    },
  }),
];
