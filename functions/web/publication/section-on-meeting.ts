import '../../../shared/pages/compiled/publication.gen.js';
import { type Agenda, isComplete, isOut, type Publication } from '../../../shared/domain/agendas/agenda.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import type { Message } from '../../../shared/domain/messages/message.ts';
import { formatMoment, formatTime } from '../../../shared/pages/day-words.ts';
import { publicAddresses } from '../../../shared/pages/published/addresses.ts';
import { publicationName } from '../../../shared/pages/published/agenda-view.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { noticesAbout } from '../../../shared/store/messages.ts';
import { personsById } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebRequest } from '../route.ts';

const kinds = { asked: 'wait', shown: 'wait', verified: 'done', failed: 'late' } as const;

function toldCell({ id }: Publication, messages: readonly Message[]) {
  const about = messages.filter(({ milestone }) => milestone === `agenda-publication/${id}`);
  const told = new Set(about.map(({ recipient }) => recipient)).size;
  const failed = about.filter(({ state }) => state !== 'sent').length;
  return {
    text: say('publication', 'told', { count: told }),
    ...(failed > 0 ? { note: say('publication', 'toldFailed', { count: failed }) } : {}),
  };
}

/** What was read back, and how far making the PDF has come. */
function proofNote({ proof, found, documents }: Publication): string {
  return [
    ...(proof === null ? [] : [say('publication', 'proof', { proof: proof.slice(0, 12) })]),
    ...(found.length === 0 ? [] : [say('publication', 'filesFound', { count: found.length })]),
    ...(documents.state === 'waiting' || documents.state === 'not-made'
      ? [say('publication', `documents-${documents.state}`)]
      : []),
  ].join('. ');
}

const rowOf = (publication: Publication, messages: readonly Message[]) => [
  { text: publicationName(publication), ...(publication.said === null ? {} : { note: publication.said }) },
  formatMoment(publication.at),
  toldCell(publication, messages),
  {
    text: '',
    status: { kind: kinds[publication.state], text: say('publication', `state-${publication.state}`) },
    ...(proofNote(publication) === '' ? {} : { note: proofNote(publication) }),
  },
];

function buttonsOf({ id, state }: Meeting, out: boolean, ready: boolean) {
  const open = state === 'planned' || state === 'called' || state === 'published';
  if (!open) return [];
  return [
    ...(!out && ready ? [{ text: say('publication', 'doPublish'), href: paths.checkAgenda(id), main: true }] : []),
    ...(out ? [{ text: say('publication', 'doSupplement'), href: paths.supplement(id), main: false }] : []),
    ...(out ? [{ text: say('publication', 'doWithdraw'), href: paths.withdraw(id), main: false }] : []),
    { text: say('publication', 'doMove'), href: paths.moveMeeting(id), main: false },
    { text: say('publication', 'doCancel'), href: paths.cancelMeeting(id), main: false },
  ];
}

type Looked = { readonly meeting: { readonly record: Meeting }; readonly agenda: { readonly record: Agenda } | null };

/**
 * What was published of a meeting when, to whom, posted where by whom, and what may be done next: a section of the
 * meeting's page. Null for those who do not look after the meeting.
 */
async function sectionOf(request: WebRequest, { meeting: { record: meeting }, agenda }: Looked) {
  const { bodyId, accessClass, id } = meeting;
  if (!request.may('register.record', { bodyId, accessClass })) return null;
  const { register } = request.services;
  const { publications = [], posted = [], slots = [] } = agenda?.record ?? {};
  const [messages, persons] = await Promise.all([
    publications.length === 0 ? [] : noticesAbout(register.table, id),
    personsById(register),
  ]);
  const out = agenda !== null && isOut(agenda.record);
  const incomplete = publications.find((one) => !isComplete(one)) ?? null;
  return {
    rows: publications.toReversed().map((one) => rowOf(one, messages)),
    posted: posted.map(({ where, on, time, by: who }) =>
      say('publication', 'postedAt', {
        where,
        day: formatDay(on),
        time: formatTime(time),
        name: persons.get(who)?.name ?? who,
      }),
    ),
    lookAgain: incomplete && {
      action: paths.lookAgain(id),
      commandId: request.services.newId(),
      publicationId: incomplete.id,
    },
    csrf: request.frame('').csrf,
    postedHref: publications.length > 0 ? paths.posted(id) : null,
    buttons: buttonsOf(meeting, out, slots.length > 0),
    links: [
      ...(meeting.published
        ? [
            { text: say('publication', 'publicPage'), href: publicAddresses.meeting(bodyId, id) },
            { text: say('publication', 'noticePage'), href: publicAddresses.notice(bodyId, id) },
          ]
        : []),
      ...(slots.length > 0 ? [{ text: say('publication', 'printList'), href: paths.printList(id) }] : []),
    ],
  };
}

/** The section as HTML for a meeting's page. */
export async function publicationOnMeeting(request: WebRequest, found: Looked): Promise<string | null> {
  const section = await sectionOf(request, found);
  return section && render('publication/on-meeting.njk', { frame: request.frame(''), section });
}
