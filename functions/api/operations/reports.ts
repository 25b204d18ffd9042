import * as z from 'zod';
import type { AgendaItem } from '../../../shared/domain/agenda-items/agenda-item.ts';
import { mayAddReport } from '../../../shared/domain/agenda-items/reports.ts';
import { recordId } from '../../../shared/domain/record.ts';
import { runCommand } from '../../../shared/store/commit.ts';
import { NotFound } from '../../../shared/store/errors.ts';
import { addReport, keepReport, removeReport } from '../../../shared/store/report-acts.ts';
import { formForReport, type Looked, lookAt, uploadOf } from '../../../shared/store/uploads.ts';
import { itemKnown } from '../known.ts';
import { type Caller, commands, type Operation } from '../operation.ts';
import { Refused } from '../problems.ts';
import { wrongField } from './promise-for.ts';

const about = { group: 'Meetings and agendas', action: 'register.record' } as const;
const path = '/items/{itemId}/reports';

/** The item of the address, for whoever arranges its reports. Throws. */
async function itemToArrange(call: Caller & { param(name: string): string }): Promise<AgendaItem> {
  const { record } = await itemKnown(call, call.param('itemId'));
  call.demand('register.record', { bodyId: record.bodyId, accessClass: record.accessClass });
  return record;
}

const whyNot: Record<Exclude<Looked['word'], 'good'>, string> = {
  gone: 'Nothing was sent under that key; what is over a day old is gone',
  'too-large': 'A report may have 20 MB',
  empty: 'The file is empty',
  'word-processor': 'A file of a word processor: save it as PDF',
  'not-pdf': 'Not a PDF',
  encrypted: 'It is locked with a password',
  broken: 'It is damaged and cannot be read',
  active: 'It holds something that runs or opens by itself',
  'too-heavy': 'It takes too long to read',
};

const none = { 'on-agenda': 'no-more-reports', considered: 'no-more-reports', withdrawn: 'no-more-reports' } as const;

/** Reports as files: storage is asked for a form, the file goes there, and what was found good is put with the item. */
export const reportOperations: readonly Operation<Caller>[] = [
  commands({
    ...about,
    id: 'beginReport',
    path: `${path}/uploads`,
    summary:
      'Asks for a form to send one PDF to storage within the hour: POST to `action` as multipart/form-data every other member of the outcome, and then `file`; storage answers 201',
    refuses: none,
    input: z.strictObject({}),
    changes: null,
    answer: async (call) => {
      const item = await itemToArrange(call);
      if (!mayAddReport(item)) throw new Refused('no-more-reports');
      const wanted = { itemId: item.id, newId: call.newId, returnTo: null };
      const { action, fields } = await formForReport(call.files, wanted);
      const { commandId, actor, at } = call.command;
      const outcome = { ...fields, action };
      return runCommand(call.register, commandId, async () => ({ commandId, actor, at, outcome, changes: [] }));
    },
  }),
  commands({
    ...about,
    id: 'addReport',
    path,
    summary: 'Looks at the file that was sent and puts it with the item under its hash; If-Match is that of the item',
    refuses: { ...none, 'not-good': 'report-not-taken' },
    input: z.strictObject({
      key: z.string().min(1).max(300).describe('`key` of the form with which the file was sent'),
      title: z.string().trim().min(1).max(300),
      access: z.enum(['public', 'private']).describe('Of private business it is private whatever is said'),
      replaces: recordId.nullable().default(null).describe('A report that the public was never shown'),
    }),
    changes: 'agenda-item',
    answer: async (call) => {
      const item = await itemToArrange(call);
      const { key: sent, title, access, replaces } = call.body;
      const key = uploadOf(item.id, sent);
      if (key === undefined) throw wrongField('/key', 'Not the key of a form for this item');
      if (replaces !== null && !item.reports.some(({ id }) => id === replaces))
        throw wrongField('/replaces', 'No report of the item');
      if (replaces === null && !mayAddReport(item)) throw new Refused('no-more-reports');
      const found = await lookAt(call.files, key);
      if (found.word !== 'good') throw new Refused('report-not-taken', { detail: whyNot[found.word] });
      const { bytes, hash, pages, tagged } = found;
      await keepReport(call.files, { hash }, bytes);
      const kept = { hash, bytes: bytes.length, pages, tagged, accessClass: access, addedOn: call.today };
      const report = { id: call.newId(), title, ...kept };
      return addReport(call.register, call.command, item.id, { report, replaces });
    },
  }),
  commands({
    ...about,
    id: 'removeReport',
    path: `${path}/{reportId}/remove`,
    summary: 'Takes a report away that the public was never shown; If-Match is that of the item',
    refuses: { ...none, deferred: 'no-more-reports' },
    input: z.strictObject({}),
    changes: 'agenda-item',
    answer: async (call) => {
      const item = await itemToArrange(call);
      const reportId = call.param('reportId');
      if (!item.reports.some(({ id }) => id === reportId)) throw new NotFound(`report ${reportId}`);
      return removeReport(call.register, call.command, item.id, reportId);
    },
  }),
];
