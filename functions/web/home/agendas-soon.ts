import '../../../shared/pages/words/agendas.ts';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { type Agenda, isOut } from '../../../shared/domain/agendas/agenda.ts';
import { businessOf, wantsReport } from '../../../shared/domain/agendas/readiness.ts';
import { formatDateWithoutYear } from '../../../shared/pages/day-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { agendaItems } from '../../../shared/store/business.ts';
import { getMany, list } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

/** How far the agenda of a meeting is, as a home page shows it. */
export type AgendaSoon = {
  begun: boolean;
  out: boolean;
  state: string;
  /** '2 of 3', and what stays out for an equality impact assessment. */
  papers: string;
  blocked: string;
};

const none: AgendaSoon = {
  begun: false,
  out: false,
  state: say('agendas', 'notBegun'),
  papers: '',
  blocked: '',
};

function stateOf(agenda: Agenda): string {
  if (isOut(agenda)) return say('agendas', 'published');
  return say('agendas', agenda.chairsAgreement.answer === 'agreed' ? 'agreed' : 'drafting');
}

function soonOf(agenda: Agenda, items: readonly AgendaItem[]): AgendaSoon {
  const business = businessOf(agenda, new Map(items.map((item) => [item.id, item])));
  const written = business.filter(({ item }) => wantsReport(item));
  const here = written.filter(({ item }) => item.report === 'attached').length;
  const blocked = business.filter(({ item, slot }) => item.blockedBy !== null && slot.publishedOn === null).length;
  return {
    begun: true,
    out: isOut(agenda),
    state: stateOf(agenda),
    papers: written.length === 0 ? '' : say('home', 'papersIn', { here, of: written.length }),
    blocked: blocked === 0 ? '' : say('home', 'papersBlocked', { count: blocked }),
  };
}

/** The agendas of some meetings by the meeting's id; only business that the reader may know of is counted. */
export async function agendasSoon(
  { services: { register }, may }: WebRequest,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, AgendaSoon>> {
  const [found, ...listed] = await Promise.all([
    getMany(register, agendas, meetingIds),
    ...meetingIds.map((id) => list(register, agendaItems, { index: 'gsi1', partition: `MEETING#${id}#ITEMS` })),
  ]);
  const items = listed
    .flat()
    .map(({ record }) => record)
    .filter(({ bodyId, accessClass }) => may('plan.see', { bodyId, accessClass }));
  const known = new Map(found.map(({ record }) => [record.id, record]));
  return new Map(
    meetingIds.map((id) => {
      const agenda = known.get(id);
      return [id, agenda ? soonOf(agenda, items) : none];
    }),
  );
}

/** The agenda of a chair's next meeting: whether they are asked to agree it, and what of it is late. */
export async function agendaToAgree({ services: { register }, may }: WebRequest, meetingId: string, bodyId: string) {
  const [found] = await getMany(register, agendas, [meetingId]);
  if (!found || !may('agenda.agree', { bodyId })) return null;
  const { chairsAgreement, slots } = found.record;
  const { answer, askedOn, on } = chairsAgreement;
  const day = formatDateWithoutYear(on ?? askedOn ?? '2000-01-01');
  const urgent = slots.filter(({ route }) => route !== null && 'minded' in route && route.minded === null).length;
  const word = answer ?? (askedOn === null ? 'notAsked' : 'asked');
  return {
    text: say('home', `chairs-${word}`, { day }),
    urgent: urgent === 0 ? null : say('home', 'chairsUrgent', { count: urgent }),
    agreed: answer === 'agreed',
    agreeHref: `${paths.agendaAct(meetingId, 'chair')}?answer=agree`,
    questionHref: `${paths.agendaAct(meetingId, 'chair')}?answer=question`,
    href: paths.meeting(meetingId),
  };
}
