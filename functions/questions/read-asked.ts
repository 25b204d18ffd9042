import * as z from 'zod';
import { formatDay } from '../../shared/domain/calendar/day-words.ts';
import { countWords } from '../../shared/domain/questions/count-words.ts';
import { isInTime } from '../../shared/domain/questions/deadline.ts';
import { type SubmissionSort, submissionSort } from '../../shared/domain/questions/question-rules.ts';
import { MOST_CHARACTERS, type Said, said } from '../../shared/domain/questions/submission.ts';
import { formatTime } from '../../shared/pages/day-words.ts';
import { type Key, say } from '../../shared/pages/say.ts';
import { type Offer, type OpenMeeting, offerOf, type Takes } from './what-a-body-takes.ts';

/** What was wrong, by field: for the summary, and beside the field. */
export type Wrong = { readonly field: string; readonly text: string };

export type Read = {
  readonly sort: SubmissionSort;
  readonly meeting: OpenMeeting;
  readonly offer: Offer;
  readonly signatures: number | null;
  readonly said: Said;
};

/** '10,000' */
export function figure(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count);
}

const line = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').replaceAll('\r\n', '\n').trim();

/** The next meeting after one that is closed which still takes this sort; what can be done instead. */
function insteadOf(closed: OpenMeeting, sort: SubmissionSort, { meetings }: Takes, at: string): string {
  const later = meetings.find((one) => {
    const offer = offerOf(one, sort);
    return one.sitting.day > closed.sitting.day && offer !== undefined && isInTime(at, offer.deadline);
  });
  return later ? say('ask', 'insteadNext', { day: formatDay(later.sitting.day) }) : say('ask', 'insteadWrite');
}

/** Too late for a meeting, with its deadline and what can be done. */
export function tooLate(meeting: OpenMeeting, offer: Offer, takes: Takes, at: string): string {
  return say('ask', 'tooLate', {
    day: formatDay(meeting.sitting.day),
    time: formatTime(offer.deadline.time),
    by: formatDay(offer.deadline.day),
    instead: insteadOf(meeting, offer.sort, takes, at),
  });
}

/** The length as it was counted: '10,000 words; at most 100'. */
export function tooLong(text: string, { rules }: Offer): string {
  return say('ask', 'tooLong', { written: figure(countWords(text)), most: figure(rules.mostWords) });
}

const signatureCount = z
  .string()
  .regex(/^[\d,\s]{1,12}$/)
  .transform((text) => Number(text.replace(/[,\s]/g, '')))
  .pipe(z.int().min(1).max(10_000_000));

const neededFields: readonly (readonly [string, Key<'ask'>, number, Key<'ask'>])[] = [
  ['name', 'needName', 100, 'longName'],
  ['connection', 'needConnection', 300, 'longConnection'],
];

function wrongLines(form: URLSearchParams): Wrong[] {
  const lines = neededFields.flatMap(([field, need, most, long]): Wrong[] => {
    const typed = line(form, field);
    if (typed === '') return [{ field, text: say('ask', need) }];
    return typed.length > most ? [{ field, text: say('ask', long, { most }) }] : [];
  });
  const email = said.shape.email.safeParse(line(form, 'email'));
  return [...lines, ...(email.success ? [] : [{ field: 'email', text: say('ask', 'needEmail') }])];
}

function wrongText(form: URLSearchParams, offer: Offer | undefined): Wrong[] {
  const text = line(form, 'text');
  const words = countWords(text);
  if (words === 0) return [{ field: 'text', text: say('ask', 'needText') }];
  if (offer && words > offer.rules.mostWords) return [{ field: 'text', text: tooLong(text, offer) }];
  if (text.length > MOST_CHARACTERS)
    return [{ field: 'text', text: say('ask', 'tooManyCharacters', { most: figure(MOST_CHARACTERS) }) }];
  return [];
}

const asRead = (wrong: readonly (Wrong | false | undefined)[]): Wrong[] => wrong.flatMap((one) => one || []);

/** What is to be put, to which meeting, and by the rules of that meeting. */
function chosenIn(form: URLSearchParams, takes: Takes, now: string) {
  const sort = submissionSort.safeParse(line(form, 'sort'));
  const taken = sort.success && takes.rules[sort.data] !== null;
  const meeting = takes.meetings.find(({ sitting }) => sitting.id === line(form, 'meeting'));
  const offer = sort.success && meeting ? offerOf(meeting, sort.data) : undefined;
  const late = meeting && offer && !isInTime(now, offer.deadline);
  const wrong = asRead([
    !taken && { field: 'sort', text: say('ask', 'needSort') },
    !meeting && { field: 'meeting', text: say('ask', 'needMeeting') },
    late && { field: 'meeting', text: tooLate(meeting, offer, takes, now) },
  ]);
  return { sort: sort.success ? sort.data : undefined, meeting, offer, wrong };
}

/** Reads the form against the rules of the body. Everything that is wrong is said at once. */
export function readAsked(form: URLSearchParams, takes: Takes, now: string): Read | readonly Wrong[] {
  const { sort, meeting, offer, wrong: wrongChoice } = chosenIn(form, takes, now);
  const signatures = signatureCount.safeParse(line(form, 'signatures'));
  const publishName = line(form, 'publishName');
  const wrong = [
    ...wrongChoice,
    ...wrongText(form, offer),
    ...asRead([
      sort === 'petition' && !signatures.success && { field: 'signatures', text: say('ask', 'needSignatures') },
    ]),
    ...wrongLines(form),
    ...asRead([!['yes', 'no'].includes(publishName) && { field: 'publishName', text: say('ask', 'needPublish') }]),
  ];
  if (wrong.length > 0 || !sort || !meeting || !offer) return wrong;
  return {
    sort,
    meeting,
    offer,
    signatures: sort === 'petition' && signatures.success ? signatures.data : null,
    said: said.parse({
      name: line(form, 'name'),
      email: line(form, 'email'),
      connection: line(form, 'connection'),
      text: line(form, 'text'),
      publishName: publishName === 'yes',
    }),
  };
}
