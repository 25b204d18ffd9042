import { newReports, reportStanding } from '../../../shared/domain/agendas/publication.ts';
import { say } from '../../../shared/pages/say.ts';
import { replaceReport, withdrawItem, withdrawReport } from '../../../shared/store/publication-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import { type PublishingForm, publishingPages } from './publishing-form.ts';

const ways = ['withdraw', 'replace', 'remove'] as const;
type Way = (typeof ways)[number];

type Thing = {
  readonly value: string;
  readonly text: string;
  readonly itemId: string;
  readonly reportId: string | null;
};

/** Everything that is published and not withdrawn: items, and the reports of each. */
function published({ agenda, items }: Publishable): Thing[] {
  if (!agenda) return [];
  const slots = agenda.record.slots.filter((slot) => slot.publishedOn !== null && slot.withdrawn === null);
  return slots.flatMap(({ itemId, number, title, accessClass }) => {
    const key = accessClass === 'private' ? 'withdrawPrivate' : 'withdrawItem';
    const item = { value: `item:${itemId}`, text: say('publication', key, { number, title }), itemId, reportId: null };
    const reports = (items.get(itemId)?.reports ?? []).flatMap((report): Thing[] => {
      const { shownBy, withdrawnBy } = reportStanding(agenda.record, report.id);
      if (shownBy === null || withdrawnBy !== null) return [];
      const text = say('publication', 'withdrawReport', { title: report.title, number });
      return [{ value: `report:${report.id}`, text, itemId, reportId: report.id }];
    });
    return [item, ...reports];
  });
}

type Read = { readonly thing: Thing; readonly how: Way; readonly said: string };

function wrongWay({ agenda, items }: Publishable, thing: Thing | undefined, how: Way | undefined): string | null {
  if (how === undefined) return say('publication', 'needHow');
  if (thing === undefined) return null;
  if (how === 'remove' && thing.reportId !== null) return say('publication', 'removeOnlyItem');
  if (how !== 'replace') return null;
  const newer = agenda ? newReports(agenda.record, [thing.itemId], items).length > 0 : false;
  return thing.reportId !== null && newer ? null : say('publication', 'replaceOnlyReport');
}

const withdrawForm: PublishingForm<Read> = {
  title: 'withdrawTitle',
  lede: 'withdrawLede',
  button: 'send',
  none: ['withdrawNone', 'withdrawNoneNext'],
  fields: (from) => {
    const things = published(from);
    if (things.length === 0) return null;
    return [
      {
        type: 'radios',
        name: 'which',
        label: say('publication', 'withdrawWhich'),
        items: things.map(({ value, text }) => ({ value, text })),
      },
      {
        type: 'radios',
        name: 'how',
        label: say('publication', 'withdrawHow'),
        items: ways.map((way) => ({
          value: way,
          text: say('publication', `how-${way}`),
          hint: { text: say('publication', `how-${way}-hint`) },
        })),
      },
      { type: 'textarea', name: 'said', label: say('publication', 'withdrawSaid') },
    ];
  },
  read: ({ form }, from, { said = '' }) => {
    const thing = published(from).find(({ value }) => value === form.get('which'));
    const how = ways.find((way) => way === form.get('how'));
    const wrong = wrongWay(from, thing, how);
    const all = [
      ...(thing === undefined ? [{ field: 'which', text: say('publication', 'needThing') }] : []),
      ...(wrong === null ? [] : [{ field: 'how', text: wrong }]),
      // A note beside an item is at most this long.
      ...(said === '' || said.length > 500 ? [{ field: 'said', text: say('publication', 'needWhy') }] : []),
    ];
    return thing && how && all.length === 0 ? { thing, how, said } : all;
  },
  act: async ({ services: { register } }, command, { meeting }, { thing, how, said }) => {
    const { id } = meeting.record;
    const { itemId, reportId } = thing;
    if (reportId === null) await withdrawItem(register, command, id, { itemId, said, titleShown: how !== 'remove' });
    else if (how === 'replace') await replaceReport(register, command, id, { reportId, said });
    else await withdrawReport(register, command, id, { reportId, said });
    return say('publication', how === 'replace' ? 'replaceDone' : 'withdrawDone');
  },
};

/** A report or an item taken off what the public reads, with a note that everybody sees. */
export const withdrawPages = publishingPages(withdrawForm);
