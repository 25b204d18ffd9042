import type { PrintName } from '../../../shared/documents/print-document.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';

/** A document that can be printed: its page, and the same as a PDF. */
export type PrintLinks = {
  readonly text: string;
  readonly href: string;
  readonly pdfHref: string;
  readonly about: string;
};

const names = {
  agendas: 'printAgenda',
  notices: 'printNotice',
  attendance: 'printAttendance',
  'action-logs': 'printLog',
  'special-urgency': 'printUrgency',
} as const satisfies Record<PrintName, string>;

function linksOf(name: PrintName, id: string): PrintLinks {
  const text = say('documents', names[name]);
  return {
    text,
    href: paths.print(name, id),
    pdfHref: paths.pdf(name, id),
    about: say('documents', 'pdfAbout', { what: text }),
  };
}

/** What can be printed of a meeting. */
export function meetingPrintLinks(meetingId: string): readonly PrintLinks[] {
  return (['agendas', 'notices', 'attendance'] as const).map((name) => linksOf(name, meetingId));
}

/** What can be printed of a body. */
export function bodyPrintLinks(bodyId: string): readonly PrintLinks[] {
  return [linksOf('action-logs', bodyId)];
}

/** The list of decisions by special urgency of a body and year. */
export function urgencyPrintLinks(bodyId: string, year: number): PrintLinks {
  return linksOf('special-urgency', `${bodyId}-${year}`);
}
