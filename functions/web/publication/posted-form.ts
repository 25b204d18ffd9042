import { formatTimeOfMoment } from '../../../shared/pages/published/time-words.ts';
import { say } from '../../../shared/pages/say.ts';
import { recordPosted } from '../../../shared/store/publication-acts.ts';
import { dayBoxes, dayTyped } from '../typed-form.ts';
import { type PublishingForm, publishingPages } from './publishing-form.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const postedForm: PublishingForm<{ where: string; on: string; time: string }> = {
  title: 'postedPageTitle',
  lede: 'postedPageLede',
  button: 'postedButton',
  none: ['sectionNone', 'withdrawNoneNext'],
  fields: ({ agenda }) =>
    agenda && agenda.record.publications.length > 0
      ? [
          {
            type: 'input',
            name: 'where',
            label: say('publication', 'postedWhere'),
            hint: say('publication', 'postedWhereHint'),
          },
          { type: 'date', name: 'on', label: say('publication', 'postedDay') },
          {
            type: 'input',
            name: 'time',
            label: say('publication', 'postedTime'),
            hint: say('publication', 'moveTimeHint'),
          },
        ]
      : null,
  begun: (_from, { today, services }) => ({ ...dayBoxes('on', today), time: formatTimeOfMoment(services.clock.now()) }),
  days: ['on'],
  read: ({ today }, _from, typed) => {
    const on = dayTyped(typed, 'on');
    const { where = '', time = '' } = typed;
    const dayFault = on === null ? 'needDay' : on === 'wrong' ? 'badDay' : on > today ? 'futureDay' : null;
    const wrong = [
      ...(where === '' || where.length > 200 ? [{ field: 'where', text: say('publication', 'needWhere') }] : []),
      ...(dayFault === null ? [] : [{ field: 'on', text: say('publication', dayFault) }]),
      ...(TIME.test(time) ? [] : [{ field: 'time', text: say('publication', 'badTime') }]),
    ];
    return wrong.length > 0 || on === null ? wrong : { where, on, time };
  },
  act: async ({ services }, command, { meeting }, posted) => {
    await recordPosted(services.register, command, meeting.record.id, posted);
    return say('publication', 'postedDone');
  },
};

/** Where the printed notice was put up, by whom and when. */
export const postedPages = publishingPages(postedForm);
