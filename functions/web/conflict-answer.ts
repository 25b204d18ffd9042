import '../../shared/pages/words/administration.ts';
import type { RecordType } from '../../shared/domain/record.ts';
import { formatMoment } from '../../shared/pages/day-words.ts';
import { sideBySide } from '../../shared/pages/differences.ts';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import { historyOf } from '../../shared/store/history.ts';
import { people } from '../../shared/store/people.ts';
import { find } from '../../shared/store/record-kind.ts';
import type { Fields, WebAnswer, WebRequest } from './route.ts';
import type { Typed } from './typed-form.ts';

/** One field of a form in both versions, as words; `keys` are those of the record that it stands for. */
export type Compared = { name: string; label: string; theirs: string; yours: string; keys: readonly string[] };

type Conflict = {
  type: RecordType;
  id: string;
  /** The version that the form was made from, and the one there is. */
  looked: number;
  now: number;
  what: string;
  typed: Typed;
  fields: readonly Compared[];
  action: string;
  leaveHref: string;
};

const unseen = ['csrf', 'commandId', 'version'];

/**
 * The page for somebody who was slower: both versions of what the other person changed, nothing chosen, everything typed
 * sent back unseen. Fields that only this person changed stay as typed without being asked about.
 */
export async function conflictAnswer(request: WebRequest, conflict: Conflict): Promise<WebAnswer> {
  const { register, newId } = request.services;
  const since = (await historyOf(register, conflict.type, conflict.id)).filter(
    ({ envelope }) => envelope.version > conflict.looked,
  );
  const touched = new Set(since.flatMap(({ payload }) => Object.keys(payload?.after ?? {})));
  const last = since.at(-1)?.envelope;
  const actorId = last?.actor.sort === 'person' ? last.actor.personId : null;
  const who = actorId === null ? undefined : await find(register, people, actorId);
  const rows = conflict.fields
    .filter(({ theirs, yours, keys }) => theirs !== yours && keys.some((key) => touched.has(key)))
    .map(({ name, label, theirs, yours }) => ({ name, label, ...sideBySide(theirs, yours) }));
  const kept = Object.entries(conflict.typed)
    .filter(([name]) => !unseen.includes(name) && !name.startsWith('choose-'))
    .map(([name, value]) => ({ name, value }));
  return {
    status: 409,
    html: render('errors/conflict.njk', {
      frame: request.frame(say('errors', 'conflictTitle')),
      conflict: {
        who: who?.record.name ?? say('administration', 'theSystem'),
        what: conflict.what,
        when: last ? say('administration', 'atMoment', { moment: formatMoment(last.at) }) : '',
        action: conflict.action,
        leaveHref: conflict.leaveHref,
        commandId: newId(),
        version: conflict.now,
        rows,
        kept,
      },
    }),
  };
}

/** What was typed, with the other person's version wherever it was chosen on the conflict page. */
export function withChoices(form: Fields, typed: Typed, theirs: Typed): Typed {
  const chosen = form.names().filter((name) => name.startsWith('choose-') && form.get(name) === 'theirs');
  const names = chosen.map((name) => name.slice('choose-'.length));
  const belongs = (field: string) => names.some((name) => field === name || field.startsWith(`${name}-`));
  const mine = Object.entries(typed).filter(([field]) => !belongs(field) && !field.startsWith('choose-'));
  return {
    ...Object.fromEntries(mine),
    ...Object.fromEntries(Object.entries(theirs).filter(([field]) => belongs(field))),
  };
}
