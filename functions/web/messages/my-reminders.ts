import type { Person } from '../../../shared/domain/people/person.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { people } from '../../../shared/store/people.ts';
import { savePerson } from '../../../shared/store/people-acts.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { chooserOfDays } from '../chooser-of-days.ts';
import { paths } from '../paths.ts';
import { rhythm } from '../people/person-form.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, faultsOf, type Typed, typedIn, versionIn } from '../typed-form.ts';

const typedOf = (who: Person): Typed => ({
  channel: who.channel,
  weeklyDay: String(who.weeklyDay),
  dailyDigest: who.dailyDigest ? 'yes' : '',
});

/** How a person is told: their own choice, where the last link of every message leads. */
export async function myRemindersPage(
  request: WebRequest,
  { typed, faults = faultless }: { typed?: Typed; faults?: Faults } = {},
): Promise<WebAnswer> {
  const { record, version } = await get(request.services.register, people, request.signedIn().person.id);
  const shown = typed ?? typedOf(record);
  const title = say('messages', 'mineTitle');
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('messages/mine.njk', {
      frame: request.frame(title, { errors: faults.list }),
      yes: 'yes',
      typed: shown,
      errors: faults.of,
      channels: (['email', 'slack', 'both'] as const).map((value) => ({
        value,
        text: say('people', `channel-${value}`),
      })),
      weekdays: chooserOfDays(shown['weeklyDay'] ?? '1'),
      address: record.email ?? say('people', 'noAddress'),
      version: shown['version'] ?? version,
      commandId: request.services.newId(),
      action: paths.myReminders(),
      tokensHref: paths.apiTokens(),
    }),
  };
}

/** Saves one's own rhythm and nothing else of oneself. */
export async function saveMyReminders(request: WebRequest): Promise<WebAnswer> {
  const { register } = request.services;
  const { record } = await get(register, people, request.signedIn().person.id);
  const typed = typedIn(request.form);
  const read = rhythm.safeParse(typed);
  if (!read.success) {
    const faults = read.error.issues.map(({ path }) =>
      path[0] === 'channel'
        ? { field: 'channel', text: say('people', 'needChannel') }
        : { field: 'weeklyDay', text: say('people', 'needWeeklyDay') },
    );
    return myRemindersPage(request, { typed, faults: faultsOf(faults) });
  }
  if (read.data.channel !== 'email' && record.slackUserId === null) {
    const faults = faultsOf([{ field: 'channel', text: say('messages', 'noSlackYet') }]);
    return myRemindersPage(request, { typed, faults });
  }
  const chosen = { ...record, ...read.data, dailyDigest: typed['dailyDigest'] === 'yes' };
  await savePerson(register, { ...request.command(), version: versionIn(request.form) }, chosen);
  return { redirect: paths.myReminders(), flash: say('messages', 'mineSaved') };
}
