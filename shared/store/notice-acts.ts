import { londonDay } from '../domain/calendar/day.ts';
import { noticeInPublic } from '../domain/decisions/in-public.ts';
import {
  afterNoticeEvent,
  furtherGaps,
  type KeyDecisionNotice,
  lacksOf,
} from '../domain/decisions/key-decision-notice.ts';
import { publicationDay } from '../domain/decisions/standing.ts';
import { bodyContext } from './body-context.ts';
import { change, runCommand } from './commit.ts';
import type { Command } from './commitment-acts.ts';
import { actOf, RecordNotWhole, type Rules, unmoved } from './decision-acts.ts';
import { keyDecisionNotices } from './decisions.ts';
import { hideNotice, showNotice } from './published-decisions.ts';
import { find, get, type Register } from './record-kind.ts';
import type { Write } from './table.ts';

/** What the public sees of a notice follows it. */
export function noticeShown(notice: KeyDecisionNotice, { body, procedure, calendar }: Rules): Write[] {
  const { published, private: own } = notice;
  if (published === null || notice.from === null) return [];
  if (notice.state === 'withdrawn') return [hideNotice({ id: notice.id, from: notice.from })];
  const further = own?.furtherNotice ?? null;
  const dayOf = (at: string) => publicationDay(at, procedure.closeTime, calendar);
  const shown = noticeInPublic(notice, {
    bodyName: body.name,
    publishedOn: dayOf(published.at),
    furtherOn: further === null ? null : dayOf(further.publishedAt),
  });
  return shown === null ? [] : showNotice(shown);
}

type Done = { event: string; reason?: string; act: (notice: KeyDecisionNotice) => KeyDecisionNotice };

function act(register: Register, command: Command, id: string, done: Done) {
  return runCommand(register, command.commandId, async () => {
    const was = await get(register, keyDecisionNotices, id);
    unmoved(command, was.version, id);
    const record = done.act(was.record);
    const context = await bodyContext(register, record.bodyId, londonDay(command.at));
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id, state: record.state },
      changes: [change(keyDecisionNotices, { was, record, event: done.event, reason: done.reason ?? null })],
      also: noticeShown(record, context),
    };
  });
}

/** Begins a notice, or writes it anew until it is published. */
export function saveNotice(register: Register, command: Command, record: KeyDecisionNotice) {
  return runCommand(register, command.commandId, async () => {
    const was = await find(register, keyDecisionNotices, record.id);
    unmoved(command, was?.version ?? 0, record.id);
    const next = was ? { ...record, state: afterNoticeEvent(was.record.state, 'write'), published: null } : record;
    return {
      commandId: command.commandId,
      actor: command.actor,
      at: command.at,
      outcome: { id: record.id },
      changes: [
        change(keyDecisionNotices, { was: was ?? null, record: next, event: was ? 'notice written' : 'notice begun' }),
      ],
    };
  });
}

/** Publishes a notice. Throws `RecordNotWhole` while a required field is empty. */
export function publishNotice(register: Register, command: Command, id: string) {
  return act(register, command, id, {
    event: 'notice published',
    act: (notice) => {
      const state = afterNoticeEvent(notice.state, 'publish');
      if (lacksOf(notice).length > 0) throw new RecordNotWhole(id);
      const { at, by } = actOf(command);
      const accessClass = notice.accessClass === 'private' ? 'private' : 'public';
      return { ...notice, state, published: { at, by }, accessClass };
    },
  });
}

/** What came in about a meeting in private and the answer to it; published as the further notice. */
export function giveFurtherNotice(
  register: Register,
  command: Command,
  id: string,
  said: { representations: string; noRepresentations: boolean; response: string },
) {
  return act(register, command, id, {
    event: 'further notice published',
    act: (notice) => {
      const state = afterNoticeEvent(notice.state, 'add-further-notice');
      const { at, by } = actOf(command);
      const own = notice.private && { ...notice.private, ...said, furtherNotice: { publishedAt: at, by } };
      const record = { ...notice, state, private: own };
      if (furtherGaps(record).length > 0) throw new RecordNotWhole(id);
      return record;
    },
  });
}

/** It is not going to be decided so, or is given anew. */
export function withdrawNotice(register: Register, command: Command, id: string, reason: string) {
  return act(register, command, id, {
    event: 'notice withdrawn',
    reason,
    act: (notice) => ({ ...notice, state: afterNoticeEvent(notice.state, 'withdraw') }),
  });
}
