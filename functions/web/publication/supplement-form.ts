import { additionsTo } from '../../../shared/domain/agendas/additions.ts';
import { say } from '../../../shared/pages/say.ts';
import { publishSupplement } from '../../../shared/store/publication-acts.ts';
import type { Publishable } from '../../../shared/store/publish.ts';
import { type PublishingForm, publishingPages } from './publishing-form.ts';

/** What there is to put out, as choices. */
function additions({ agenda, items }: Publishable) {
  const all = agenda === null ? [] : additionsTo(agenda.record, items);
  return all.map(({ slot: { itemId, number, title }, sort }) => ({
    value: itemId,
    text: sort === 'item' ? `${number}. ${title}` : say('publication', 'supplementReport', { number, title }),
  }));
}

const supplementForm: PublishingForm<{ itemIds: readonly string[]; said: string }> = {
  title: 'supplementTitle',
  lede: 'supplementLede',
  button: 'send',
  none: ['supplementNone', 'supplementNoneNext'],
  fields: (from) => {
    const items = additions(from);
    if (items.length === 0) return null;
    return [
      { type: 'checkboxes', name: 'which', label: say('publication', 'supplementWhich'), items },
      {
        type: 'textarea',
        name: 'said',
        label: say('publication', 'supplementSaid'),
        hint: say('publication', 'supplementSaidHint'),
      },
    ];
  },
  read: ({ form }, from, { said = '' }) => {
    const offered = additions(from).map(({ value }) => value);
    const itemIds = form.all('which').filter((id) => offered.includes(id));
    const wrong = [
      ...(itemIds.length === 0 ? [{ field: 'which', text: say('publication', 'needWhich') }] : []),
      ...(said === '' || said.length > 1000 ? [{ field: 'said', text: say('publication', 'needSaid') }] : []),
    ];
    return wrong.length > 0 ? wrong : { itemIds, said };
  },
  act: async ({ services }, command, { meeting }, read) => {
    await publishSupplement(services.register, command, meeting.record.id, read);
    return say('publication', 'supplementDone');
  },
};

/** Items and reports added after the agenda went out. */
export const supplementPages = publishingPages(supplementForm);
