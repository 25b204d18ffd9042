/** Somebody else changed the record first. What they changed is in its history. */
export class VersionConflict extends Error {
  override name = 'VersionConflict';
  readonly recordIds: readonly string[];
  constructor(recordIds: readonly string[]) {
    super(`Changed by somebody else: ${recordIds.join(', ')}`);
    this.recordIds = recordIds;
  }
}

/** A value that must be unique is taken (a reference, a meeting's day and time, a code). */
export class NotUnique extends Error {
  override name = 'NotUnique';
  readonly what: string;
  constructor(what: string) {
    super(`Already taken: ${what}`);
    this.what = what;
  }
}

/** No record with that identifier. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(what: string) {
    super(`Not found: ${what}`);
  }
}

/** The store was too busy after every attempt. Nothing was written. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}
