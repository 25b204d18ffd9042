import { existsSync } from 'node:fs';
import { type Day, londonDay } from '../../shared/domain/calendar/day.ts';
import { timeInFile } from '../../shared/lambda/business-clock.ts';
import { closers } from './closers.ts';
import { crashPointFrom } from './crash-points.ts';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { FIRST_DAY } from './environment.ts';
import { openHostClock } from './host-clock.ts';
import type { HostOptions } from './host-options.ts';
import { openHostStore } from './host-store.ts';
import { lockFolder } from './lock.ts';
import { secretsOf } from './secrets.ts';
import { openSentLog } from './sent-log.ts';
import { openSettings } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/** What everything else in the host stands on: the locked folder and what is read from it. */
export type Foundations = ReturnType<typeof layFoundations>;

const refuseToGoBack = (folder: DataFolder, wanted: Day | undefined): void => {
  if (wanted === undefined || !existsSync(folder.clock)) return;
  const today = londonDay(timeInFile(folder.clock, Date.now()));
  if (wanted >= today) return;
  const sentence = `it is ${today} in ${folder.folder} and time never goes back to ${wanted}. Delete the folder, or name another with --data FOLDER, to begin on that day.`;
  throw new StartRefused(sentence);
};

/** Locks the data folder and opens what is in it. Throws `StartRefused` when another host holds it. */
export function layFoundations(options: HostOptions, publicAddress: string) {
  const crashPoint = crashPointFrom(options.crashAt ?? '');
  const folder = dataFolder(options.folder);
  refuseToGoBack(folder, options.today);
  const kept = closers();
  kept.keep(lockFolder(folder, publicAddress), (unlock) => unlock());
  const store = kept.keep(openHostStore(folder.host), (opened) => opened.close());
  const clock = kept.keep(openHostClock(folder.clock, options.today ?? FIRST_DAY), (opened) => opened.close());
  const settings = openSettings(store);
  const sent = openSentLog(store);
  return {
    options,
    publicAddress,
    folder,
    crashPoint,
    store,
    clock,
    settings,
    sent,
    secrets: secretsOf(folder),
    closers: kept,
  };
}
