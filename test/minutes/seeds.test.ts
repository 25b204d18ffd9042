import { describe, expect, test } from '@jest/globals';
import { toGoldShape } from '../../shared/minutes/gold-shape.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { opensAlike } from '../../shared/minutes/score.ts';
import { findsOf, seedGold, seedText } from './fixture.ts';

const seeds = [
  { number: '000', name: 'lancashire-executive-out-of-hospital-strategy' },
  { number: '001', name: 'lancashire-hosc-ics-five-year-strategy' },
  { number: '002', name: 'coventry-board-out-of-hospital-update' },
  { number: '003', name: 'trafford-pccc-new-models-of-care' },
  { number: '004', name: 'lancashire-clinical-strategy' },
];
type GoldList = { text: string; outcome?: string; rawWindow?: string; window?: unknown; relative?: unknown }[];

describe.each(seeds)('$name is read as its gold file says', ({ number, name }) => {
  const gold = seedGold(number);
  const read = toGoldShape(readMinutes(seedText(name)), name);

  test('its kind and every count', () => {
    const counts = [
      'items',
      'resolutions',
      'actions',
      'reportBacks',
      'votes',
      'presenters',
      'recommendations',
    ] as const;
    const wanted = counts.filter((field) => field in gold).map((field) => [field, (gold[field] as unknown[]).length]);
    const found = counts.filter((field) => field in gold).map((field) => [field, (read[field] ?? []).length]);
    expect(found).toEqual(wanted);
    expect(read.kind).toBe(gold['kind']);
    expect(read.attendees).toBe(gold['attendees']);
    expect(read.supportingDocuments).toBe(gold['supportingDocuments']);
    expect(read.mattersRaised).toBe(gold['mattersRaised']);
    expect(read.meetingDate).toBe(gold['meetingDate']);
  });

  test('its items, and who presented', () => {
    expect(read.items).toEqual(gold['items']);
    if ('presenters' in gold) expect(read.presenters).toEqual(gold['presenters']);
  });

  test('its decisions with their outcomes', () => {
    const wanted = gold['resolutions'] as GoldList;
    expect(read.resolutions.map(({ outcome }) => outcome)).toEqual(wanted.map(({ outcome }) => outcome));
    for (const [index, each] of wanted.entries())
      expect(opensAlike(each.text, read.resolutions[index]?.text ?? '')).toBe(true);
  });

  test('its promises with their windows, each text whole', () => {
    for (const each of gold['reportBacks'] as GoldList) {
      const found = read.reportBacks.find(({ text }) => opensAlike(each.text, text));
      expect(found).toMatchObject({ rawWindow: each.rawWindow, window: each.window });
      if (each.relative !== undefined) expect(found?.relative).toEqual(each.relative);
    }
    for (const each of gold['actions'] as GoldList)
      expect(read.actions.some(({ text }) => opensAlike(each.text, text) && /[.]$/.test(text))).toBe(true);
  });
});

describe('the Coventry page, with the day of the meeting said', () => {
  const reading = readMinutes(seedText('coventry-board-out-of-hospital-update'), { meetingDate: '2018-10-17' });

  test('the report-back is one promise, made by part 2, in a window of six to twelve months with its sum', () => {
    const [promise, ...others] = findsOf(reading, 'promise');
    expect(others).toEqual([]);
    expect(promise).toMatchObject({
      promiseKinds: ['report-back'],
      rawWindow: 'in approximately 6 to 12 months',
      relative: { unit: 'month', min: 6, max: 12 },
      window: { from: '2019-04-17', to: '2019-10-17' },
      sum: '17 October 2018 plus 6 to 12 months is 17 April 2019 to 17 October 2019',
      owner: null,
    });
    const part = findsOf(reading, 'resolution').find(({ id }) => id === promise?.resolutionId);
    expect(part).toMatchObject({ number: '2', outcome: 'approved', confidence: 'certain' });
  });

  test('four people came for the item and eleven matters were raised in it', () => {
    const item = findsOf(reading, 'item')[0];
    const attendees = findsOf(reading, 'attendee');
    expect(attendees.map(({ name }) => name)).toEqual([
      'Andrea Green',
      'Jenni Northcote',
      'Justine Richards',
      'Councillor Abbott',
    ]);
    expect(attendees.slice(1, 3).map(({ role }) => role)).toEqual([
      'Coventry and Rugby CCG',
      'Coventry and Warwickshire Partnership Trust',
    ]);
    expect(attendees.every(({ itemId }) => itemId === item?.id)).toBe(true);
    const matters = findsOf(reading, 'matter-raised');
    expect(matters).toHaveLength(11);
    expect(matters.filter(({ asksForMore }) => asksForMore).map(({ text }) => text)).toContain(
      'Further information about the options to connect fragmented services',
    );
  });

  test('an empty list of supporting documents is said to be a report not attached', () => {
    expect(findsOf(reading, 'supporting-documents')).toMatchObject([{ names: [], confidence: 'check' }]);
    expect(reading.notFound.map(({ code }) => code)).toContain('report-not-attached');
  });

  test('a date in a description and a decision of another body are left out, with the reason', () => {
    const left = reading.leftOut.map(({ text, reason }) => `${text} ${reason}`).join('\n');
    expect(left).toMatch(/anticipated progress to March, 2019.* a time in a description/);
    expect(left).toMatch(/Governing Body subsequently adopted.*another body/);
  });
});

describe('the Lancashire executive page', () => {
  test('without a day the offer to the next meeting has no window, and the secretary is told why', () => {
    const reading = readMinutes(seedText('lancashire-executive-out-of-hospital-strategy'));
    const offers = findsOf(reading, 'promise');
    expect(offers.map(({ owner, rawWindow, window }) => [owner, rawWindow, window])).toEqual([
      ['Sarah James', 'at the next Executive meeting', null],
      ['Jayne Mellor', 'soon', null],
    ]);
    expect(offers.map(({ promiseKinds }) => promiseKinds)).toEqual([
      ['action', 'report-back'],
      ['action', 'report-back'],
    ]);
    expect(reading.notFound.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-meeting-date', 'body-guessed']),
    );
  });
});
