import { plainPdf } from '../pdf-files.ts';
import type { Examples, Making } from './example.ts';

const maya = 'maya-lapwing';
const on = (name: string) => `api-agenda-${name}-item-1`;
const considered = { at: { itemId: 'api-item' }, version: 1 };

/** Sends a file to storage by a form that the API gave, as any program would; its key. */
async function sent({ send }: Making, itemId: string, bytes: Uint8Array): Promise<string> {
  const { outcome } = await send(maya, `/items/${itemId}/reports/uploads`, {});
  const { action, ...fields } = outcome as Record<string, string>;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Buffer.from(bytes)], { type: 'application/pdf' }));
  const answer = await fetch(action ?? '', { method: 'POST', body: form });
  if (answer.status !== 201) throw new Error(`Storage answered ${answer.status}: ${await answer.text()}`);
  return fields['key'] ?? '';
}

const report = async (making: Making, itemId: string, bytes?: Uint8Array) => ({
  key: await sent(making, itemId, bytes ?? (await plainPdf())),
  title: 'Waiting times at Ironside',
  access: 'public',
});

/** Reports as files. */
export const reportExamples: Examples = {
  beginReport: { who: maya, at: { itemId: on('upload') }, refused: { 'no-more-reports': considered } },
  addReport: {
    who: maya,
    at: { itemId: on('upload') },
    prepare: async (making) => ({ body: await report(making, on('upload')) }),
    refused: {
      'no-more-reports': {
        ...considered,
        body: { key: 'quarantine/api-item/none-such-here', title: 'A', access: 'public' },
      },
      'report-not-taken': {
        at: { itemId: on('not-taken') },
        prepare: async (making) => ({ body: await report(making, on('not-taken'), Buffer.from('Not a PDF at all')) }),
      },
    },
  },
  removeReport: {
    who: maya,
    version: 2,
    prepare: async (making) => {
      const itemId = on('remove');
      const { outcome } = await making.send(maya, `/items/${itemId}/reports`, await report(making, itemId), 1);
      return { at: { itemId, reportId: (outcome as { id: string }).id } };
    },
    refused: {
      'no-more-reports': {
        prepare: async (making) => {
          const itemId = on('shown');
          const { outcome } = await making.send(maya, `/items/${itemId}/reports`, await report(making, itemId), 1);
          const path = '/meetings/api-agenda-shown/agenda/publication';
          await making.send(maya, path, { seen: (await making.read(maya, path))['seen'] }, 1);
          return { at: { itemId, reportId: (outcome as { id: string }).id } };
        },
      },
    },
  },
};
