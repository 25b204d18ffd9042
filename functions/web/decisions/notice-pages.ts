import { existsOn } from '../../../shared/domain/bodies/body.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { privateWords } from '../../../shared/domain/decisions/in-public.ts';
import {
  clearDaysGiven,
  furtherGaps,
  type KeyDecisionNotice,
  lacksOf,
  type NoticeField,
  noticeDays,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import type { UrgencyAgreement } from '../../../shared/domain/decisions/key-route.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { everyBody } from '../../../shared/store/bodies.ts';
import { type BodyContext, bodyContext } from '../../../shared/store/body-context.ts';
import { RecordNotWhole } from '../../../shared/store/decision-acts.ts';
import { keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { giveFurtherNotice, publishNotice, saveNotice, withdrawNotice } from '../../../shared/store/notice-acts.ts';
import { everybody } from '../../../shared/store/people.ts';
import { get, type Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import { NotAllowed, type WebAnswer, type WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { fieldMaker, wrong } from './fields.ts';
import { noticeSections, readNotice, typedOfNotice } from './notice-fields.ts';
import { noticeMaker, noticeStatuses } from './notice-words.ts';
import { requireNoticeSeen } from './see-decision.ts';

type Shown = { typed?: Typed; faults?: Faults };

const subjectOf = ({ bodyId, accessClass }: KeyDecisionNotice) => ({ bodyId, accessClass });

/** The executives whose notices this person writes. */
async function ownExecutives(request: WebRequest) {
  const all = await everyBody(request.services.register);
  return all
    .map(({ record }) => record)
    .filter((body) => body.kind === 'executive' && existsOn(body, request.today))
    .filter(({ id }) => request.may('decision.publish', { bodyId: id }));
}

const crumbs = () => [{ text: say('decisions', 'title'), href: paths.decisionRecords() }];

async function form(
  request: WebRequest,
  { typed, faults = faultless, was }: { typed: Typed; faults?: Faults; was: Versioned<KeyDecisionNotice> | null },
): Promise<WebAnswer> {
  const bodies = await ownExecutives(request);
  if (bodies.length === 0) throw new NotAllowed();
  const title = say('decisions', was ? 'noticeTitleChange' : 'noticeTitleNew');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/form.njk', {
      frame: request.frame(title, { breadcrumbs: crumbs(), errors: faults.list }),
      title,
      lede: say('decisions', 'noticeLede'),
      sections: noticeSections({ typed, faults }, bodies),
      action: was ? paths.noticeAct(was.record.id, 'change') : paths.newNotice(),
      button: say('decisions', 'save'),
      version: typed['version'] ?? was?.version ?? 0,
      commandId: request.services.newId(),
      leave: { text: say('decisions', 'title'), href: was ? paths.notice(was.record.id) : paths.decisionRecords() },
    }),
  };
}

/** A notice to be written, with what is the same in each already filled in. */
export async function newNoticePage(request: WebRequest): Promise<WebAnswer> {
  const { register, configuration } = request.services;
  const [body] = await ownExecutives(request);
  if (!body) throw new NotAllowed();
  const [context, persons] = await Promise.all([bodyContext(register, body.id, request.today), everybody(register)]);
  const names = new Map(persons.map(({ record }) => [record.id, record.name]));
  const members = context.memberships
    .filter(
      (held) => held.bodyId === body.id && ['chair', 'vice-chair', 'member'].includes(held.role) && held.to === null,
    )
    .map(({ personId }) => names.get(personId) ?? personId);
  const organisation = configuration.ORGANISATION_NAME;
  const typed: Typed = {
    bodyId: body.id,
    keyDecision: 'yes',
    statement: say('decisions', 'statementPreset', { organisation }),
    maker: 'body',
    makerName: body.name,
    makerMembers: members.join('\n'),
    private: 'open',
    contractTerms: 'no',
  };
  return form(request, { typed, was: null });
}

/** Begins a notice. */
export async function beginNotice(request: WebRequest): Promise<WebAnswer> {
  const { register, newId } = request.services;
  const typed = typedIn(request.form);
  const read = readNotice(typed, newId());
  if ('faults' in read) return form(request, { typed, faults: read.faults, was: null });
  request.require('decision.publish', subjectOf(read.record));
  const { outcome } = await saveNotice(register, { ...request.command(), version: 0 }, read.record);
  return { redirect: paths.notice(String(outcome['id'])), flash: say('decisions', 'noticeSaved') };
}

async function toChange(request: WebRequest): Promise<Versioned<KeyDecisionNotice>> {
  const was = await get(request.services.register, keyDecisionNotices, request.params['id'] ?? '');
  requireNoticeSeen(request, was.record);
  request.require('decision.publish', subjectOf(was.record));
  return was;
}

/** The notice as it is, to be written anew; not once it is published. */
export async function changeNoticePage(request: WebRequest): Promise<WebAnswer> {
  const was = await toChange(request);
  if (was.record.state !== 'draft') return { redirect: paths.notice(was.record.id) };
  return form(request, { typed: typedOfNotice(was.record), was });
}

/** Writes it anew. */
export async function changeNotice(request: WebRequest): Promise<WebAnswer> {
  const was = await toChange(request);
  const typed = typedIn(request.form);
  const read = readNotice(typed, was.record.id);
  if ('faults' in read) return form(request, { typed, faults: read.faults, was });
  request.require('decision.publish', subjectOf(read.record));
  await saveNotice(request.services.register, { ...request.command(), version: versionIn(request.form) }, read.record);
  return { redirect: paths.notice(was.record.id), flash: say('decisions', 'noticeSaved') };
}

const fieldOfLack: Readonly<Record<NoticeField, string>> = {
  a: 'statement',
  b: 'matter',
  c: 'makerName',
  d: 'from-day',
  e: 'documents',
  f: 'address',
  g: 'others',
  h: 'howToAsk',
  'private-reason': 'private',
  urgency: 'suBy',
};

function daysView(notice: KeyDecisionNotice, { calendar, procedure }: BodyContext, today: Day) {
  if (notice.from === null) return null;
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const { noticeBy, sum } = noticeDays(notice.from, { calendar, noticeMode });
  const given = notice.published === null ? null : publicationDay(notice.published.at, procedure.closeTime, calendar);
  return {
    noticeBy,
    figure: dayStrip({
      id: `notice-${notice.id}`,
      today,
      sum,
      unit: noticeMode,
      startWord: say('decisions', 'publishBy'),
      endWord: say('decisions', 'decisionWord'),
    }),
    caption: say('decisions', 'noticeDaysCaption'),
    sum: [
      { term: say('decisions', 'sumRule'), text: procedure.keyDecisionNotice?.sourceOfRule ?? '' },
      { term: say('decisions', 'publishBy'), text: formatDay(noticeBy) },
      ...(given === null
        ? []
        : [
            {
              term: say('decisions', 'published'),
              text: `${formatDay(given)}: ${say('decisions', 'noticeGives', { count: clearDaysGiven(given, notice.from, { calendar, noticeMode }) })}`,
              total: true,
            },
          ]),
    ],
  };
}

type Around = { context: BodyContext; today: Day; mayWrite: boolean };

function publishView(
  request: WebRequest,
  { record, version }: Versioned<KeyDecisionNotice>,
  { context, today, mayWrite }: Around,
) {
  if (record.state !== 'draft') return { lacks: null, publish: null };
  const lacks = lacksOf(record);
  const { calendar, procedure } = context;
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const on = publicationDay(request.services.clock.now(), procedure.closeTime, calendar);
  const count = record.from === null ? 0 : clearDaysGiven(on, record.from, { calendar, noticeMode });
  const late = record.from !== null && noticeDays(record.from, { calendar, noticeMode }).noticeBy < today;
  return {
    lacks: lacks.map((field) => ({
      text: say('decisions', `lack-${field}`),
      href: `${paths.noticeAct(record.id, 'change')}#${fieldOfLack[field]}`,
    })),
    publish:
      lacks.length === 0 && mayWrite
        ? {
            version,
            commandId: request.services.newId(),
            action: paths.noticeAct(record.id, 'publish'),
            note: say('decisions', 'publishNoticeNow', { count }),
            late: late || count < 28 ? say('decisions', 'publishNoticeLate') : null,
          }
        : null,
  };
}

function furtherView(
  request: WebRequest,
  { record, version }: Versioned<KeyDecisionNotice>,
  { context, today, mayWrite, shown }: Around & { shown: Required<Shown> },
) {
  const own = record.private;
  if (own === null || record.state !== 'published' || record.from === null) return null;
  const { calendar, procedure } = context;
  const noticeMode = procedure.keyDecisionNotice?.mode ?? 'calendar';
  const { furtherBy, furtherSum } = noticeDays(record.from, { calendar, noticeMode });
  if (own.furtherNotice !== null) {
    const day = formatDay(publicationDay(own.furtherNotice.publishedAt, procedure.closeTime, calendar));
    return { text: say('decisions', 'furtherGiven', { day }), figure: null, form: null };
  }
  const f = fieldMaker(shown);
  const received = [
    { value: 'some', text: say('decisions', 'option-some') },
    { value: 'none', text: say('decisions', 'option-none-received') },
  ];
  return {
    text: say('decisions', 'furtherText', { day: formatDay(furtherBy) }),
    figure: dayStrip({
      id: `further-${record.id}`,
      today,
      sum: furtherSum,
      startWord: say('decisions', 'publishBy'),
      endWord: say('decisions', 'decisionWord'),
    }),
    form: mayWrite
      ? {
          version,
          commandId: request.services.newId(),
          action: paths.noticeAct(record.id, 'further'),
          fields: [
            f.choice('received', 'label-noRepresentations', received),
            f.text('representations', 'label-representations'),
            f.text('response', 'label-response'),
          ],
        }
      : null,
  };
}

const urgencyWords = ({ agreedBy, name, agreedOn, whyUrgent }: UrgencyAgreement): string =>
  say('decisions', 'urgencyWords', {
    who: say('decisions', `option-${agreedBy}`),
    name,
    day: agreedOn === null ? say('decisions', 'notDated') : formatDay(agreedOn),
    why: whyUrgent,
  });

function factsOf(notice: KeyDecisionNotice) {
  const { maker, private: own } = notice;
  const lines = (text: string): string => (text === '' ? say('decisions', 'notSaid') : text.split('\n').join('; '));
  return [
    ...(notice.keyDecision ? [{ term: say('decisions', 'label-statement'), text: lines(notice.statement) }] : []),
    { term: say('decisions', 'label-matter'), text: lines(notice.matter) },
    {
      term: say('decisions', 'label-maker'),
      text: noticeMaker(notice),
      ...(maker.sort === 'body' ? { note: maker.members.join(', ') } : {}),
    },
    { term: say('decisions', 'label-documents'), text: lines(notice.documents) },
    { term: say('decisions', 'label-address'), text: lines(notice.address) },
    { term: say('decisions', 'label-others'), text: lines(notice.others) },
    { term: say('decisions', 'label-howToAsk'), text: lines(notice.howToAsk) },
    ...(own?.urgency ? [{ term: say('decisions', 'rowUrgency'), text: urgencyWords(own.urgency) }] : []),
    ...(own === null ? [] : [{ term: say('decisions', 'rowPrivate'), text: privateWords(own.privateReason) ?? '' }]),
  ];
}

const ledeOf = (notice: KeyDecisionNotice): string => {
  const who = noticeMaker(notice);
  if (notice.from === null) return say('decisions', 'noticeUndated', { who });
  const day = formatDay(notice.from);
  return notice.to === null
    ? say('decisions', 'noticePageLede', { day, who })
    : say('decisions', 'noticePageLedePeriod', { day, to: formatDay(notice.to), who });
};

/** A notice: what it lacks, its 28 clear days drawn, what the public reads, and the further notice of private business. */
export async function noticePage(
  request: WebRequest,
  { typed = {}, faults = faultless }: Shown = {},
): Promise<WebAnswer> {
  const { register } = request.services;
  const found = await get(register, keyDecisionNotices, request.params['id'] ?? '');
  const { record, version } = found;
  requireNoticeSeen(request, record);
  const context = await bodyContext(register, record.bodyId, request.today);
  const mayWrite = request.may('decision.publish', subjectOf(record));
  const around = { context, today: request.today, mayWrite };
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/notice.njk', {
      frame: request.frame(record.title, { breadcrumbs: crumbs(), errors: faults.list }),
      caption: context.body.name,
      title: record.title,
      lede: ledeOf(record),
      statuses: noticeStatuses(record, context, request.today),
      links:
        mayWrite && record.state === 'draft'
          ? [{ text: say('decisions', 'noticeTitleChange'), href: paths.noticeAct(record.id, 'change') }]
          : [],
      days: daysView(record, context, request.today),
      ...publishView(request, found, around),
      further: furtherView(request, found, { ...around, shown: { typed, faults } }),
      facts: factsOf(record),
      withdraw:
        mayWrite && record.state !== 'withdrawn'
          ? { version, commandId: request.services.newId(), action: paths.noticeAct(record.id, 'withdraw') }
          : null,
    }),
  };
}

/** Publishes it: never blocked for being late, only for a required field that is empty. */
export async function publishNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await toChange(request);
  const command = { ...request.command(), version: versionIn(request.form) };
  try {
    await publishNotice(request.services.register, command, record.id);
  } catch (fault) {
    if (!(fault instanceof RecordNotWhole)) throw fault;
    const page = await noticePage(request);
    return 'html' in page ? { ...page, status: 422 } : page;
  }
  return { redirect: paths.notice(record.id), flash: say('decisions', 'noticePublished') };
}

/** The further notice of private business, with what came in and the answer to it. */
export async function furtherNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await toChange(request);
  const typed = typedIn(request.form);
  const none = typed['received'] === 'none';
  const said = {
    representations: none ? '' : (typed['representations'] ?? ''),
    noRepresentations: none,
    response: none ? '' : (typed['response'] ?? ''),
  };
  const long = (['representations', 'response'] as const).filter((name) => said[name].length > 4000);
  const gaps = record.private === null ? [] : furtherGaps({ ...record, private: { ...record.private, ...said } });
  const faults = [
    ...(gaps.includes('representations') ? [wrong('received', 'needRepresentations')] : []),
    ...(gaps.includes('response') ? [wrong('response', 'needResponse')] : []),
    ...long.map((name) => wrong(name, 'tooLong')),
  ];
  if (faults.length > 0) return noticePage(request, { typed, faults: faultsOf(faults) });
  const command = { ...request.command(), version: versionIn(request.form) };
  await giveFurtherNotice(request.services.register, command, record.id, said);
  return { redirect: paths.notice(record.id), flash: say('decisions', 'furtherPublished') };
}

/** Takes it from the forward plan. */
export async function withdrawNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await toChange(request);
  const command = { ...request.command(), version: versionIn(request.form) };
  await withdrawNotice(request.services.register, command, record.id, say('decisions', 'noticeWithdrawn'));
  return { redirect: paths.decisionRecords(), flash: say('decisions', 'noticeWithdrawn') };
}
