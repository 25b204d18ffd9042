const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** 'HH:MM' on London clocks at a UTC moment, as a field holds it. */
export function formatTimeOfMoment(at: string): string {
  return LONDON_TIME.format(new Date(at));
}
