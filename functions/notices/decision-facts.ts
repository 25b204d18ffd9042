import '../../shared/pages/words/decision-messages.ts';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import type { Decision } from '../../shared/domain/decisions/decision.ts';
import type { PlainNotice } from '../../shared/messages/plain-notice.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { say } from '../../shared/pages/say.ts';
import type { DecisionAround } from '../../shared/store/decision-around.ts';

/** What every notice about a decision has; `say` its own words over it. */
export function aboutDecision(
  { record, context }: Pick<DecisionAround, 'record' | 'context'>,
  day: string,
): Pick<PlainNotice, 'accessClass' | 'bodyName' | 'day' | 'title' | 'tone' | 'quotation' | 'link'> {
  return {
    accessClass: record.accessClass === 'private' ? 'private' : 'internal',
    bodyName: context.body.name,
    day: record.decidedOn ?? day,
    title: record.title,
    tone: 'plain',
    quotation: null,
    link: {
      label: say('decisionMessages', 'openDecision'),
      path: `/decision-records/${encodeURIComponent(record.id)}`,
    },
  };
}

/** The page of a request. */
export function callInLink(id: string): PlainNotice['link'] {
  return { label: say('decisionMessages', 'openRequest'), path: `/call-ins/${encodeURIComponent(id)}` };
}

/** Who decided and on which day, as rows. */
export function madeRows({ decidedBy, decidedOn }: Decision): PlainNotice['rows'] {
  return [
    { name: say('decisionMessages', 'rowDecidedBy'), value: decidedBy.name },
    ...(decidedOn === null ? [] : [{ name: say('decisionMessages', 'rowDecidedOn'), value: formatDay(decidedOn) }]),
  ];
}

/** Until when it can be called in and from when it may take effect, as rows; none where it cannot be called in. */
export function windowRows({ window, context }: DecisionAround): PlainNotice['rows'] {
  if (window === null) return [];
  const time = formatTime(context.procedure.callIn?.closesAt ?? context.procedure.closeTime);
  return [
    {
      name: say('decisionMessages', 'rowCloses'),
      value: say('decisionMessages', 'dayAndTime', { day: formatDay(window.closesOn), time }),
    },
    { name: say('decisionMessages', 'rowFrom'), value: formatDay(window.implementableFrom) },
  ];
}
