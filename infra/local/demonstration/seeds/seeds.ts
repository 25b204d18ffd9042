import { readFile } from 'node:fs/promises';

/** A real document that the page "Read minutes" offers for trying. The names in it never become people. */
export type Seed = {
  readonly file: string;
  readonly title: string;
  /** Whose document it is. */
  readonly from: string;
  readonly suggestedBodyId: string;
  /** The day of the meeting to type, since the page has none. */
  readonly suggestedDay: string;
};

export const seeds: readonly Seed[] = [
  {
    file: 'coventry-board-out-of-hospital-update.txt',
    title: "A board's item with two resolutions, one of them a report-back in 6 to 12 months",
    from: 'Coventry City Council',
    suggestedBodyId: 'hosb',
    suggestedDay: '2018-10-17',
  },
  {
    file: 'lancashire-executive-out-of-hospital-strategy.txt',
    title: 'An item of a partnership executive: an offer to report to the next meeting',
    from: 'Lancashire public service partnership',
    suggestedBodyId: 'partnership',
    suggestedDay: '2018-09-20',
  },
  {
    file: 'lancashire-hosc-ics-five-year-strategy.txt',
    title: 'A report for information to a health scrutiny committee',
    from: 'Healthier Lancashire and South Cumbria',
    suggestedBodyId: 'hosb',
    suggestedDay: '2018-11-28',
  },
  {
    file: 'trafford-pccc-new-models-of-care.txt',
    title: 'A paper of a primary care commissioning committee with its cover sheet',
    from: 'NHS Trafford Clinical Commissioning Group',
    suggestedBodyId: 'pccc',
    suggestedDay: '2018-07-03',
  },
  {
    file: 'lancashire-clinical-strategy.txt',
    title: 'A long clinical strategy with lists of actions',
    from: 'Healthier Lancashire and South Cumbria',
    suggestedBodyId: 'hwb',
    suggestedDay: '2019-03-11',
  },
];

/** The text of a seed, exactly as it stands. Throws when the file is not one of `seeds`. */
export async function seedText(file: string): Promise<string> {
  if (!seeds.some((seed) => seed.file === file)) throw new Error(`No seed document is called ${file}.`);
  return readFile(new URL(file, import.meta.url), 'utf8');
}
