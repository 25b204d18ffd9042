import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { countWords } from '../../shared/domain/questions/count-words.ts';
import { countsFrom } from '../../shared/domain/questions/deadline.ts';
import { type Asking, forgetOn } from '../../shared/domain/questions/submission.ts';
import { formatMoment } from '../../shared/pages/day-words.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { findAsking } from '../../shared/store/askings.ts';
import { find } from '../../shared/store/record-kind.ts';
import { receiveSubmission, takeBackSubmission } from '../../shared/store/submission-acts.ts';
import { isTheirLink, submissions } from '../../shared/store/submissions.ts';
import type { AskAnswer, AskPage, AskRequest } from './ask-page.ts';
import { askPaths } from './ask-paths.ts';
import { contactOf } from './frame.ts';
import { obstacles, type Standing, standingOf } from './link-standing.ts';
import { sameText } from './same-text.ts';
import { statusPage } from './status-page.ts';

type Found = { readonly id: string; readonly secret: string };

/** `<id>.<secret>`, as the mail carries it. */
function tokenOf({ params }: AskRequest): Found {
  const [id = '', secret = ''] = (params['token'] ?? '').split('.');
  return { id, secret };
}

const wellFormed = ({ id, secret }: Found): boolean =>
  /^[a-z0-9][a-z0-9-]{1,63}$/.test(id) && /^[\w-]{20,100}$/.test(secret);

function confirmPage(request: AskRequest, one: Asking, { takes, why, free }: Standing, status = 200): AskAnswer {
  const { sort, signatures, meetingId } = one.asked;
  const title = say('ask', why === null ? 'confirmTitle' : 'otherMeetingTitle', { sort: say('ask', `your-${sort}`) });
  const meeting = takes.meetings.find(({ sitting }) => sitting.id === meetingId);
  const html = render('ask/confirm.njk', {
    frame: request.frame(title, status === 422 && why !== null ? { errors: [{ text: why, href: '#meeting' }] } : {}),
    title,
    body: takes.body,
    why,
    facts: [
      { term: say('ask', 'factSort'), text: say('ask', `sort-${sort}`) },
      { term: say('ask', 'factMeeting'), text: meeting ? formatDay(meeting.sitting.day) : say('ask', 'factNoMeeting') },
      { term: say('ask', 'factSent'), text: formatMoment(one.sentAt) },
      { term: say('ask', 'factName'), text: one.said.name },
      { term: say('ask', 'factPublish'), text: say('ask', one.said.publishName ? 'publishYes' : 'publishNo') },
      ...(signatures === null ? [] : [{ term: say('ask', 'factSignatures'), text: String(signatures) }]),
    ],
    text: one.said.text,
    meetings: free.map(({ sitting }, at) => ({ value: sitting.id, text: formatDay(sitting.day), checked: at === 0 })),
    meetingId,
    action: askPaths.link(`${one.id}.${one.secret}`),
    contact: contactOf(request.services),
  });
  return { html, status };
}

async function askingOf(request: AskRequest, { id, secret }: Found): Promise<Asking | undefined> {
  const one = await findAsking(request.services.register.table, id, request.services.realNow());
  return one && sameText(one.secret, secret) ? one : undefined;
}

async function receivedPage(request: AskRequest, { id, secret }: Found): Promise<AskAnswer> {
  const { register } = request.services;
  const [record, theirs] = await Promise.all([
    find(register, submissions, id),
    isTheirLink(register.table, id, secret),
  ]);
  return record && theirs ? statusPage(request, record.record, askPaths.link(`${id}.${secret}`)) : undefined;
}

/** Opening the link shows what was written and a button; it changes nothing. */
export const linkPage: AskPage = async (request) => {
  const token = tokenOf(request);
  if (!wellFormed(token)) return undefined;
  const one = await askingOf(request, token);
  if (!one) return receivedPage(request, token);
  const standing = await standingOf(request, one, one.asked.meetingId);
  return standing && confirmPage(request, one, standing);
};

/** The button: the address is theirs, and the submission is received for a meeting that can still take it. */
export const linkPost: AskPage = async (request) => {
  const token = tokenOf(request);
  if (!wellFormed(token)) return undefined;
  const one = await askingOf(request, token);
  const back = { redirect: askPaths.link(`${token.id}.${token.secret}`) };
  // A second press, or a second tab: the page of what became of it.
  if (!one) {
    const there = await receivedPage(request, token);
    if (there && request.form.get('act') === 'withdraw')
      await takeBackSubmission(request.services.register, { at: request.now, today: request.today }, token.id);
    return there && back;
  }
  const meetingId = request.form.get('meeting') ?? one.asked.meetingId;
  const standing = await standingOf(request, one, meetingId);
  if (!standing) return undefined;
  const { wanted, takes, why } = standing;
  if (!wanted || why !== null) return confirmPage(request, one, standing, 422);
  const { now, services } = request;
  const { word } = await receiveSubmission(services.register, { one, at: now, meetingId }, async (tally) => {
    const found = await obstacles(request, one, wanted, tally);
    if (found.length > 0) return { no: found };
    const { day } = wanted.sitting;
    return {
      record: {
        id: one.id,
        ...one.asked,
        meetingId,
        meetingDay: day,
        sentAt: one.sentAt,
        confirmedAt: now,
        countsFrom: countsFrom(one.sentAt, now),
        words: countWords(one.said.text),
        publishName: one.said.publishName,
        state: 'received',
        decision: null,
        reply: null,
        forgetOn: forgetOn(day, takes.rules.monthsKept),
        forgotten: false,
      },
    };
  });
  if (word === 'received') return back;
  const again = await standingOf(request, one, meetingId);
  return again && confirmPage(request, one, again, 422);
};
