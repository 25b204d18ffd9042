import type { Agenda } from '../../../shared/domain/agendas/agenda.ts';
import { moveItem, slotOf } from '../../../shared/domain/agendas/build.ts';
import { neighboursOf, startAgenda } from '../../../shared/domain/agendas/start.ts';
import { TransitionRefused } from '../../../shared/domain/record.ts';
import { say } from '../../../shared/pages/say.ts';
import { beginAgenda, moveAgendaItem } from '../../../shared/store/agenda-acts.ts';
import type { AgendaAround } from '../../../shared/store/agenda-around.ts';
import { agendas } from '../../../shared/store/agendas.ts';
import { VersionConflict } from '../../../shared/store/errors.ts';
import { find } from '../../../shared/store/record-kind.ts';
import { conflictAnswer } from '../conflict-answer.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { typedIn, versionIn } from '../typed-form.ts';
import { agendaToBuild, isToCome, mayKnow } from './see-meeting.ts';

/** Nothing is built for a meeting that has been. */
export const notToCome = ({ meeting }: AgendaAround): WebAnswer => ({
  redirect: paths.meeting(meeting.record.id),
  flash: say('agendas', 'meetingPast'),
});

/** Begins the agenda from the template of the body, with what is on the meeting already. */
export async function beginPost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  const { id } = around.meeting.record;
  if (!isToCome(around.meeting.record, request.today)) return notToCome(around);
  const { register, newId } = request.services;
  const { last } = neighboursOf(around.meeting.record, around.context.meetings);
  const before = last && (await find(register, agendas, last.id));
  const there = [...around.items.values()]
    .map(({ record }) => record)
    .filter(({ state }) => state === 'on-agenda')
    .toSorted((a, b) => (a.number ?? '~').localeCompare(b.number ?? '~', 'en', { numeric: true }));
  const { meetings, procedure } = around.context;
  const begun = startAgenda({
    meeting: around.meeting.record,
    meetings,
    procedure,
    there,
    before: before?.record,
    newId,
  });
  try {
    await beginAgenda(register, request.command(), begun);
  } catch (fault) {
    if (!(fault instanceof TransitionRefused || fault instanceof VersionConflict)) throw fault;
    return { redirect: paths.meeting(id), flash: say('agendas', 'begunAlready') };
  }
  return { redirect: paths.meeting(id), flash: say('agendas', 'begun') };
}

type Asked = { itemId: string; to: number; focus: string };

/** Where the list says that an item is to go: one up, one down, before another, or last of its part. */
function askedIn({ form }: WebRequest, agenda: Agenda): Asked | null {
  const at = (itemId: string) => agenda.slots.findIndex((slot) => slot.itemId === itemId);
  const up = form.get('up');
  const down = form.get('down');
  if (up !== '') return at(up) === -1 ? null : { itemId: up, to: Math.max(0, at(up) - 1), focus: `up-${up}` };
  if (down !== '') return at(down) === -1 ? null : { itemId: down, to: at(down) + 1, focus: `down-${down}` };
  const itemId = form.get('item');
  if (at(itemId) === -1) return null;
  const rest = agenda.slots.filter((slot) => slot.itemId !== itemId);
  const before = rest.findIndex((slot) => slot.itemId === form.get('before'));
  const part = slotOf(agenda, itemId).accessClass === 'private';
  const last = rest.findLastIndex(
    ({ accessClass, standing }) => (accessClass === 'private') === part && standing !== 'exclusion',
  );
  return { itemId, to: before === -1 ? last + 1 : before, focus: `up-${itemId}` };
}

const orderWords = (request: WebRequest, around: AgendaAround, agenda: Agenda): string =>
  agenda.slots
    .filter(({ itemId }) => {
      const item = around.items.get(itemId)?.record;
      return item !== undefined && mayKnow(request)(item);
    })
    .map(({ number, title }) => `${number} ${title}`)
    .join('; ');

/** Somebody else changed the agenda first: their order and the one that was meant, side by side, nothing chosen. */
async function orderConflict(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  const { agenda } = around;
  const { id } = around.meeting.record;
  const asked = agenda && askedIn(request, agenda.record);
  if (!agenda || !asked) return { redirect: paths.meeting(id), flash: say('agendas', 'noSuchItem') };
  const meant = orderAfter(agenda.record, asked);
  return conflictAnswer(request, {
    type: 'agenda',
    id,
    looked: versionIn(request.form),
    now: agenda.version,
    what: say('agendas', 'conflictOrder'),
    typed: typedIn(request.form),
    fields: [
      {
        name: 'order',
        label: say('agendas', 'orderLabel'),
        theirs: orderWords(request, around, agenda.record),
        yours: orderWords(request, around, meant),
        keys: ['slots'],
      },
    ],
    action: request.path,
    leaveHref: paths.meeting(id),
  });
}

function orderAfter(agenda: Agenda, { itemId, to }: Asked): Agenda {
  try {
    return moveItem(agenda, itemId, to);
  } catch (fault) {
    if (!(fault instanceof TransitionRefused)) throw fault;
    return agenda;
  }
}

/** Moves an item. Two secretaries at once: the second is shown what the first did, and nothing is lost. */
export async function movePost(request: WebRequest): Promise<WebAnswer> {
  const around = await agendaToBuild(request);
  const { agenda } = around;
  const { id } = around.meeting.record;
  if (!agenda || !isToCome(around.meeting.record, request.today)) return notToCome(around);
  if (request.form.get('choose-order') === 'theirs') return { redirect: paths.meeting(id) };
  const version = versionIn(request.form);
  if (version !== agenda.version) return orderConflict(request);
  const asked = askedIn(request, agenda.record);
  if (!asked) return { redirect: paths.meeting(id), flash: say('agendas', 'noSuchItem') };
  // The form holds every button of the list: which of them was pressed belongs to the command.
  const command = { ...request.command(`-v${version}-${asked.to}`), version };
  try {
    await moveAgendaItem(request.services.register, command, id, asked);
  } catch (fault) {
    if (fault instanceof VersionConflict) return orderConflict(request);
    throw fault;
  }
  const { number, title } = slotOf(orderAfter(agenda.record, asked), asked.itemId);
  const flash = say('agendas', 'moved', { number, title });
  // Without a fragment: a browser that goes to one does not also put the focus where the page says.
  return { redirect: `${paths.meeting(id)}?focus=${asked.focus}`, flash };
}
