import { say } from '../../../shared/pages/say.ts';
import { cancelMeeting } from '../../../shared/store/publication-acts.ts';
import { type PublishingForm, publishingPages } from './publishing-form.ts';

const cancelForm: PublishingForm<{ said: string }> = {
  title: 'cancelTitle',
  lede: 'cancelLede',
  button: 'cancelButton',
  fields: () => [{ type: 'textarea', name: 'said', label: say('publication', 'cancelSaid') }],
  read: (_request, _from, { said = '' }) =>
    said === '' || said.length > 1000 ? [{ field: 'said', text: say('publication', 'needWhy') }] : { said },
  act: async ({ services }, command, { meeting }, { said }) => {
    await cancelMeeting(services.register, command, meeting.record.id, said);
    return say('publication', 'cancelDone');
  },
};

/** A meeting called off. */
export const cancelPages = publishingPages(cancelForm);
