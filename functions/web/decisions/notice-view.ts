import type { Day } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { privateWords } from '../../../shared/domain/decisions/in-public.ts';
import {
  clearDaysGiven,
  type KeyDecisionNotice,
  lacksOf,
  type NoticeField,
  noticeDays,
} from '../../../shared/domain/decisions/key-decision-notice.ts';
import type { UrgencyAgreement } from '../../../shared/domain/decisions/key-route.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { dayStrip } from '../../../shared/pages/charts/day-strip.ts';
import { say } from '../../../shared/pages/say.ts';
import type { BodyContext } from '../../../shared/store/body-context.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';
import type { Faults, Typed } from '../typed-form.ts';
import { fieldMaker } from './fields.ts';
import { noticeMaker } from './notice-words.ts';

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

/** The 28 clear days with their sum, and how many the notice gives. */
export function daysView(notice: KeyDecisionNotice, { calendar, procedure }: BodyContext, today: Day) {
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

/** What the parts of the page are made from. */
export type Around = { context: BodyContext; today: Day; mayWrite: boolean };

/** What it lacks, and the button that publishes it whatever the day. */
export function publishView(
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

/** The further notice of private business: given, or its form with the five days drawn. */
export function furtherView(
  request: WebRequest,
  { record, version }: Versioned<KeyDecisionNotice>,
  { context, today, mayWrite, shown }: Around & { shown: { typed: Typed; faults: Faults } },
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

/** What the notice says, by the letters of the regulation. */
export function factsOf(notice: KeyDecisionNotice) {
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

/** For which day or period, and who decides. */
export const ledeOf = (notice: KeyDecisionNotice): string => {
  const who = noticeMaker(notice);
  if (notice.from === null) return say('decisions', 'noticeUndated', { who });
  const day = formatDay(notice.from);
  return notice.to === null
    ? say('decisions', 'noticePageLede', { day, who })
    : say('decisions', 'noticePageLedePeriod', { day, to: formatDay(notice.to), who });
};
