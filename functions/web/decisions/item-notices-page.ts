import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { slotOf } from '../../../shared/domain/agendas/build.ts';
import { formatDate, formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { KeyRoute } from '../../../shared/domain/decisions/key-route.ts';
import { publicationDay } from '../../../shared/domain/decisions/standing.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { type KeyWay, recordKeyWay } from '../../../shared/store/key-way-acts.ts';
import type { Versioned } from '../../../shared/store/record-kind.ts';
import { noticeWords, standingsOf } from '../meetings/item-words.ts';
import { agendaToBuild, isToCome, mayKnow, onDays } from '../meetings/see-meeting.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { dayTyped, type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';
import { exceptionFields, urgencyFields } from './decision-sections.ts';
import { fieldMaker, type Section, wrong } from './fields.ts';
import { gapsView, inOrder, sumsView, waysView } from './item-notices-view.ts';
import { readAgreement, readException, typedOfAgreement, typedOfException } from './key-fields.ts';
import { maySeeNotice } from './see-decision.ts';

const days = ['geToldOn', 'geDay', 'suDay'];

type Found = { around: AgendaAround; item: Versioned<AgendaItem> };

/** The item of the address on the agenda of an executive, if the reader builds it and may know of the item. */
async function asked(request: WebRequest): Promise<Found> {
  const around = await agendaToBuild(request);
  const item = around.items.get(request.params['item'] ?? '');
  if (!item || !mayKnow(request)(item.record)) throw new NotFound('agenda item');
  if (around.context.procedure.keyDecisionNotice === null) throw new NotFound('notices of an executive');
  return { around, item };
}

function typedOf({ keyDecision, noticeId, keyRoute }: AgendaItem): Typed {
  return {
    isKey: keyDecision ? 'yes' : 'no',
    notice: noticeId ?? '',
    way: keyRoute?.sort ?? 'notice',
    matter: keyRoute === null || keyRoute.sort === 'notice' ? '' : (keyRoute.matter ?? ''),
    ...(keyRoute?.sort === 'general-exception' ? typedOfException(keyRoute) : {}),
    ...(keyRoute?.sort === 'special-urgency' ? typedOfAgreement(keyRoute.agreement) : {}),
  };
}

const ways = ['notice', 'general-exception', 'special-urgency'] as const;

function noticeChoices(request: WebRequest, { notices, context }: AgendaAround) {
  const { procedure, calendar, body } = context;
  const known = [...notices.values()].filter((one) => one.bodyId === body.id && maySeeNotice(request, one));
  return [
    { value: '', text: say('keyWay', 'noticeNone') },
    ...known.map(({ id, title, published }) => ({
      value: id,
      text:
        published === null
          ? say('keyWay', 'noticeDraft', { title })
          : say('keyWay', 'noticeOut', {
              title,
              day: formatDate(publicationDay(published.at, procedure.closeTime, calendar)),
            }),
    })),
  ];
}

function sectionsOf(request: WebRequest, around: AgendaAround, shown: { typed: Typed; faults: Faults }): Section[] {
  const f = fieldMaker(shown);
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, text: say('keyWay', value) }));
  const choices = ways.map((value) => ({ value, text: say('keyWay', `way-${value}`) }));
  return [
    {
      title: say('keyWay', 'formTitle'),
      fields: [
        f.choice('isKey', 'label-isKey', yesNo, 'hint-isKey'),
        f.select('notice', 'label-notice', noticeChoices(request, around)),
        f.choice('way', 'label-way', choices),
      ],
    },
    {
      title: say('decisions', 'sectionException'),
      note: say('keyWay', 'publicNote'),
      fields: [f.line('matter', 'label-wayMatter', 'hint-wayMatter'), ...exceptionFields(f)],
    },
    { title: say('decisions', 'sectionUrgency'), note: say('decisions', 'onlyThisWay'), fields: urgencyFields(f) },
  ];
}

function page(
  request: WebRequest,
  { around, item }: Found,
  { typed = typedOf(item.record), faults = faultless }: { typed?: Typed; faults?: Faults } = {},
): WebAnswer {
  const { meeting, agenda, context } = around;
  const { id, day } = meeting.record;
  const { today, ifPublished } = onDays(request, around);
  const judged = { around, item: item.record, today, ifPublished };
  const standings = standingsOf(around, item.record, today);
  const slot = agenda && slotOf(agenda.record, item.record.id);
  const title = say('keyWay', 'title', { number: slot?.number ?? '' });
  const gaps = gapsView(judged);
  const lawful = inOrder(standings) && gaps.length === 0;
  const html = render('decisions/item-notices.njk', {
    frame: request.frame(title, {
      errors: faults.list,
      breadcrumbs: [
        { text: context.body.name, href: paths.body(context.body.id) },
        { text: formatDay(day), href: paths.meeting(id) },
      ],
    }),
    title,
    caption: item.record.title,
    lede: say('keyWay', 'lede', { body: context.body.name, day: formatDay(day) }),
    verdict: standings.length === 0 ? null : { ok: lawful, text: say('keyWay', lawful ? 'mayBe' : 'mayNot') },
    statuses: standings.map((one) => ({
      kind: one.word === 'missed' ? 'stop' : one.word === 'to-give' ? 'due' : 'done',
      text: noticeWords(one),
    })),
    gaps,
    ways: item.record.keyDecision ? waysView(judged) : [],
    sums: standings.length === 0 ? [] : sumsView(judged),
    sections: sectionsOf(request, around, { typed, faults }),
    action: request.path,
    commandId: request.services.newId(),
    version: typed['version'] ?? item.version,
    noticeHref: around.notices.has(item.record.noticeId ?? '') ? paths.notice(item.record.noticeId ?? '') : null,
    writeHref: paths.newNotice(),
    backHref: `${paths.meeting(id)}#item-${item.record.id}`,
  });
  return { html, status: faults.list.length > 0 ? 422 : 200 };
}

/** How an item of an executive stands with its notices, each sum drawn, and the form that records its lawful way. */
export async function itemNoticesPage(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  if (!isToCome(found.around.meeting.record, request.today))
    return { redirect: paths.meeting(found.around.meeting.record.id) };
  return page(request, found);
}

/** Names hold 200 characters, who was told 500, reasons 2,000. */
const room: Readonly<Record<string, number>> = { suName: 200, geInformed: 500 };

const tooLong = (typed: Typed, names: readonly string[]) =>
  names.flatMap((name) => ((typed[name] ?? '').length > (room[name] ?? 2000) ? [wrong(name, 'tooLong')] : []));

const dayFault = (typed: Typed) => (dayTyped(typed, 'suDay') === 'wrong' ? [wrong('suDay', 'noSuchDay')] : []);

type Read = { route: KeyRoute | null; faults: readonly { field: string; text: string }[] };

function routeIn(typed: Typed): Read {
  const matter = typed['matter'] ?? '';
  const long = matter.length > 2000 ? [wrong('matter', 'tooLong')] : [];
  if (typed['way'] === 'general-exception') {
    const { route, faults } = readException(typed);
    return { route: { ...route, matter }, faults: [...faults, ...long, ...tooLong(typed, ['geInformed', 'geWhy'])] };
  }
  if (typed['way'] !== 'special-urgency') return { route: null, faults: [] };
  const agreement = readAgreement(typed);
  if (agreement === null) return { route: null, faults: [wrong('suBy', 'needUrgency'), ...long] };
  const texts = tooLong(typed, ['suName', 'suNoScrutiny', 'suNoCouncil', 'suWhy']);
  return { route: { sort: 'special-urgency', agreement, matter }, faults: [...dayFault(typed), ...long, ...texts] };
}

/** Records by which lawful way it is made; what that way lacks is shown and never keeps it from being saved. */
export async function itemNoticesPost(request: WebRequest): Promise<WebAnswer> {
  const found = await asked(request);
  const { around, item } = found;
  const { record: meeting } = around.meeting;
  if (!isToCome(meeting, request.today)) return { redirect: paths.meeting(meeting.id) };
  const typed = typedIn(request.form);
  const { route, faults } = typed['isKey'] === 'yes' ? routeIn(typed) : { route: null, faults: [] };
  if (faults.length > 0) return page(request, found, { typed, faults: faultsOf(faults, days) });
  const noticeId = noticeChoices(request, around).find(({ value }) => value !== '' && value === typed['notice'])?.value;
  const way: KeyWay = { keyDecision: typed['isKey'] === 'yes', noticeId: noticeId ?? null, keyRoute: route };
  const command = { ...request.command(), version: versionIn(request.form) };
  const wanted = { itemId: item.record.id, way, meeting, bodyName: around.context.body.name };
  const { outcome } = await recordKeyWay(request.services.register, command, wanted);
  return { redirect: request.path, flash: say('keyWay', outcome['shown'] === true ? 'savedShown' : 'saved') };
}
