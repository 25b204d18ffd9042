import type { Person } from './person.ts';

/** What of a person does not go together: the field, and the word for why. */
export function faultsOfPerson(who: Person): readonly {
  readonly field: 'email' | 'slackUserId' | 'lineManagerId' | 'coverId' | 'absenceTo';
  readonly word:
    | 'confirm-needs-email'
    | 'channel-needs-slack'
    | 'manager-is-self'
    | 'cover-is-self'
    | 'absence-ends-first';
}[] {
  const { absence } = who;
  return [
    ...(who.emailConfirmed && who.email === null
      ? [{ field: 'email' as const, word: 'confirm-needs-email' as const }]
      : []),
    ...(who.channel !== 'email' && who.slackUserId === null
      ? [{ field: 'slackUserId' as const, word: 'channel-needs-slack' as const }]
      : []),
    ...(who.lineManagerId === who.id ? [{ field: 'lineManagerId' as const, word: 'manager-is-self' as const }] : []),
    ...(absence?.coverId === who.id ? [{ field: 'coverId' as const, word: 'cover-is-self' as const }] : []),
    ...(absence && absence.to < absence.from
      ? [{ field: 'absenceTo' as const, word: 'absence-ends-first' as const }]
      : []),
  ];
}
