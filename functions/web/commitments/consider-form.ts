import * as z from 'zod';
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts';
import { say } from '../../../shared/pages/say.ts';
import { recordPromiseConsidered } from '../../../shared/store/commitment-acts.ts';
import { paths } from '../paths.ts';
import { type ActForm, actPages } from './act-form.ts';
import { meetingChoices, pastMeetings } from './choices.ts';
import { errorsOf, isErrors, needed, readForm } from './form-fields.ts';

const typed = z.object({ meeting: needed('needMeeting'), minute: needed('needMinute', 200), said: needed('needSaid') });
type Considered = { meeting: Meeting; minute: string; said: string };

const considerForm: ActForm<Considered> = {
  action: 'commitment.close',
  events: ['record-considered'],
  title: 'considerTitle',
  template: 'commitments/consider.njk',
  view: ({ form, today }, around) => {
    const { body } = around.context;
    const past = pastMeetings(around, today);
    const placed = around.record.placedOn?.meetingId ?? '';
    const chosen = form.get('meeting') || (past.some(({ id }) => id === placed) ? placed : '');
    return {
      lede: say('promiseForms', 'considerLede', { body: body.shortName }),
      meetings: past.length === 0 ? [] : meetingChoices(past, say('promiseForms', 'choose'), chosen),
    };
  },
  read: ({ form, today }, around) => {
    const fields = { meeting: form.get('meeting'), minute: form.get('minute'), said: form.get('said') };
    const read = readForm(typed, fields);
    if (isErrors(read)) return read;
    const meeting = pastMeetings(around, today).find(({ id }) => id === read.meeting);
    return meeting ? { ...read, meeting } : errorsOf([{ field: 'meeting', key: 'notYetHeld' }]);
  },
  act: async ({ request, around, command }, { meeting, minute, said }) => {
    const { id } = around.record;
    await recordPromiseConsidered(request.services.register, command, id, { meeting, minuteReference: minute, said });
    const flash = say('promiseForms', 'considered', { body: around.context.body.shortName });
    return { flash, to: paths.close(id) };
  },
  differs: null,
};

/** The secretary records that a report was considered, and what was said. Noted is not closed. */
export const considerPages = actPages(considerForm);
