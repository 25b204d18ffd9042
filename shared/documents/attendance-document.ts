import '../pages/words/bodies.ts';
import '../pages/words/documents.ts';
import { say } from '../pages/say.ts';
import type { For } from './agenda-document.ts';
import {
  businessOn,
  footOf,
  holdersAt,
  isPrivate,
  type MeetingPrinted,
  warningsOf,
  whenAndWhere,
} from './meeting-facts.ts';
import type { Block, PrintDocument } from './print-document.ts';

const EMPTY_ROWS = 6;
const seats = ['chair', 'vice-chair', 'member', 'co-optee'] as const;
const officers = ['secretary', 'cover-secretary', 'officer'] as const;

const seatWords = (role: (typeof seats)[number] | (typeof officers)[number]): string => say('bodies', `role-${role}`);

const roleIn = <R extends string>(roles: readonly R[], role: string): R | undefined =>
  roles.find((one) => one === role);

/** What a member has said already, in the place where they would sign; a pen may still put it right. */
function saidWords({ given = [], persons }: MeetingPrinted, personId: string): string {
  const said = given.find((one) => one.personId === personId);
  if (said?.intention === 'apologies') return say('documents', 'gaveApologies');
  if (said?.intention !== 'substitute') return '';
  return say('documents', 'sendsSubstitute', { name: persons.get(said.substituteId ?? '')?.name ?? '' });
}

function memberRows(printed: MeetingPrinted): string[][] {
  return holdersAt(printed, seats).map(({ person, role, group }) => {
    const seat = roleIn(seats, role);
    return [person.name, seat === undefined ? '' : seatWords(seat), group ?? '', saidWords(printed, person.id)];
  });
}

function substituteRows(printed: MeetingPrinted): string[][] {
  const comesFor = (id: string): string => {
    const sender = printed.given?.find(({ substituteId }) => substituteId === id);
    return printed.persons.get(sender?.personId ?? '')?.name ?? '';
  };
  return holdersAt(printed, ['substitute']).map(({ person, group }) => [
    person.name,
    group ?? '',
    comesFor(person.id),
    '',
  ]);
}

/** Officers, and who comes for an item; of private items only on the members' sheet. */
function attendingRows(printed: MeetingPrinted, to: For): string[][] {
  const known = holdersAt(printed, officers).map(({ person, role }) => {
    const office = roleIn(officers, role);
    return [person.name, person.jobTitle ?? (office === undefined ? '' : seatWords(office)), '', ''];
  });
  const coming = businessOn(printed)
    .filter((one) => one.slot.withdrawn === null && (to === 'members' || !isPrivate(one)))
    .flatMap(({ slot, item }) =>
      item.attendedFor.map(({ named, personId }) => {
        const person = printed.persons.get(personId ?? '');
        return [person?.name ?? named, person?.jobTitle ?? person?.organisation ?? '', slot.number, ''];
      }),
    );
  return [...known, ...coming, ...Array.from({ length: EMPTY_ROWS }, () => ['', '', '', ''])];
}

/** The sheet that goes round at a meeting: members, substitutes and those in attendance, with room to sign. */
export function attendanceDocument(printed: MeetingPrinted, to: For): PrintDocument {
  const head = (...keys: ('headName' | 'headSeat' | 'headGroup' | 'headFor' | 'headOffice' | 'headItem')[]) => [
    ...keys.map((key) => say('documents', key)),
    say('documents', 'headSignature'),
  ];
  const substitutes = substituteRows(printed);
  const table = (caption: string, heads: string[], rows: string[][]): Block => ({
    sort: 'table',
    caption,
    head: heads,
    widths: [4, 3, 3, 5],
    rows,
    tall: true,
  });
  return {
    title: say('documents', 'attendanceTitle'),
    caption: printed.body.name,
    organisation: printed.organisation,
    foot: footOf(printed),
    blocks: [
      ...warningsOf(printed).map((text): Block => ({ sort: 'marked', text })),
      { sort: 'facts', rows: whenAndWhere(printed) },
      { sort: 'paragraph', text: say('documents', 'attendanceLede') },
      { sort: 'heading', level: 2, text: say('documents', 'members'), id: 'members' },
      table(say('documents', 'membersCaption'), head('headName', 'headSeat', 'headGroup'), memberRows(printed)),
      ...(substitutes.length === 0
        ? []
        : [
            {
              sort: 'heading' as const,
              level: 2 as const,
              text: say('documents', 'substitutes'),
              id: 'substitutes',
            },
            table(say('documents', 'substitutesCaption'), head('headName', 'headGroup', 'headFor'), substitutes),
          ]),
      { sort: 'heading', level: 2, text: say('documents', 'inAttendance'), id: 'in-attendance' },
      table(
        say('documents', 'inAttendanceCaption'),
        head('headName', 'headOffice', 'headItem'),
        attendingRows(printed, to),
      ),
    ],
  };
}
