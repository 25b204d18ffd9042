import type { Payload } from '../../shared/domain/history/history-entry.ts';
import type { RecordType } from '../../shared/domain/record.ts';
import { VersionConflict } from '../../shared/store/errors.ts';
import { historyOf } from '../../shared/store/history.ts';
import type { Register } from '../../shared/store/record-kind.ts';
import { etagOfVersion } from './etag.ts';
import { Refused } from './problems.ts';

/** The names of the fields that a change changed. */
export function fieldsOf(payload: Payload | null): string[] {
  return Object.keys({ ...payload?.before, ...payload?.after }).toSorted();
}

/** Turns a conflict into what was changed since the version looked at, by whom and when; anything else is thrown on. */
export async function explainConflict(
  fault: unknown,
  register: Register,
  type: RecordType | null,
  looked: number | undefined,
): Promise<never> {
  const [id] = fault instanceof VersionConflict ? fault.recordIds : [];
  if (type === null || id === undefined || looked === undefined) throw fault;
  const history = await historyOf(register, type, id);
  const changes = history
    .filter(({ envelope }) => envelope.version > looked)
    .map(({ envelope: { version, at, event, actor }, payload }) => ({
      version,
      at,
      event,
      by: actor.sort === 'person' ? actor.personId : null,
      fields: fieldsOf(payload),
    }));
  const now = history.at(-1)?.envelope.version ?? 0;
  throw new Refused('changed-meanwhile', { headers: { etag: etagOfVersion(now) }, members: { changes } });
}
