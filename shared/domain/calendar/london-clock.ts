const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARCH = 2;
const OCTOBER = 9;

// Since this moment the rule has been the one below; before it, it changed from year to year.
const SINCE = Date.UTC(1996, 0, 1);

// One o'clock in the morning, Greenwich mean time, of the last Sunday of a month that has 31 days.
function lastSundayAtOne(year: number, month: number): number {
  const last = Date.UTC(year, month, 31);
  return last - new Date(last).getUTCDay() * DAY + HOUR;
}

let platform: Intl.DateTimeFormat | undefined;

function aheadByPlatform(moment: number): number {
  platform ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const second = Math.floor(moment / 1000) * 1000;
  const parts = platform.formatToParts(second).map(({ type, value }): [string, number] => [type, Number(value)]);
  const shown = Object.fromEntries(parts);
  const { year = 0, month = 1, day = 1, hour, minute } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, shown['second']) - second;
}

/**
 * By how many milliseconds clocks in London are ahead of UTC at a moment (milliseconds since 1970).
 *
 * Summer time lasts from one o'clock Greenwich mean time on the last Sunday of March to the same on the last Sunday of
 * October: section 1 of the Summer Time Act 1972, as the Summer Time Order 2002 left it. Moments before 1996 are looked up
 * in the platform's time zones, which no start need pay for (a first use of `Intl` takes as long as a tenth of one). A
 * test compares both with the time zones of the day, so that a change of the law is noticed when they have it.
 */
export function aheadInLondon(moment: number): number {
  if (moment < SINCE) return aheadByPlatform(moment);
  const year = new Date(moment).getUTCFullYear();
  return moment >= lastSundayAtOne(year, MARCH) && moment < lastSundayAtOne(year, OCTOBER) ? HOUR : 0;
}
