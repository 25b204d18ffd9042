export type TourStop = {
  readonly text: string;
  /** Where it happens; a path of this host. */
  readonly href: string;
  /** Whom to sign in as. */
  readonly as: string;
};

/** The five-minute tour on the demonstration's first page. */
export const tour: readonly TourStop[] = [
  {
    text: 'As Maya Lapwing: see what must be published today, and read the sum of days.',
    href: '/',
    as: 'maya-lapwing',
  },
  {
    text: 'Read minutes: paste the Coventry page for the Health Overview and Scrutiny Board, 17 October 2018.',
    href: '/minutes/read',
    as: 'maya-lapwing',
  },
  { text: 'See the promise in the work programme, in its window.', href: '/bodies/hosb/plan', as: 'maya-lapwing' },
  { text: 'Move time to 25 September 2019 and open the inbox.', href: '/local/time', as: 'maya-lapwing' },
  {
    text: 'Let it lapse: move time to 18 October 2019 and look as Cllr Rowan Kestrel.',
    href: '/local/time',
    as: 'rowan-kestrel',
  },
  {
    text: 'Record it as considered at the meeting of 27 November 2019, close it and read its story.',
    href: '/bodies/hosb/plan',
    as: 'maya-lapwing',
  },
];
