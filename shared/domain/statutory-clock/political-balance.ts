/** Members who belong to no political group; a group's own name may not be this. */
export const UNGROUPED = '_ungrouped';

type Share = { readonly group: string; readonly members: number; seats: number };

type Balance = {
  readonly groups: Readonly<Record<string, number>>;
  readonly councilSize: number;
  readonly seats: number;
};

/** Seats of one body by group, and the exact shares they come from, rounded to two decimals. */
export type Allocation = {
  readonly allocation: Readonly<Record<string, number>>;
  readonly exactShares: Readonly<Record<string, number>>;
};

function sharesOf({ groups, councilSize }: Balance): Share[] {
  const named = Object.entries(groups).map(([group, members]) => ({ group, members, seats: 0 }));
  const ungrouped = councilSize - named.reduce((sum, { members }) => sum + members, 0);
  return ungrouped > 0 ? [...named, { group: UNGROUPED, members: ungrouped, seats: 0 }] : named;
}

// Largest remainder in whole numbers, so that no rounding can move a seat. Equal remainders: the larger group, then the order given.
function allotByLargestRemainder(shares: Share[], { councilSize, seats }: Balance): void {
  const remainder = (share: Share): number => (share.members * seats) % councilSize;
  for (const share of shares) share.seats = Math.floor((share.members * seats) / councilSize);
  const left = seats - shares.reduce((sum, share) => sum + share.seats, 0);
  const byRemainder = [...shares].sort((a, b) => remainder(b) - remainder(a) || b.members - a.members);
  for (const share of byRemainder.slice(0, left)) share.seats += 1;
}

// How far a group is above its exact share, in seats times the size of the council.
const excess = (share: Share, { councilSize, seats }: Balance): number =>
  share.seats * councilSize - share.members * seats;

function giveMajority(shares: Share[], balance: Balance): void {
  const majority = shares.find(({ group, members }) => group !== UNGROUPED && members * 2 > balance.councilSize);
  const needed = Math.floor(balance.seats / 2) + 1;
  while (majority !== undefined && majority.seats < needed) {
    const giver = shares
      .filter((share) => share !== majority && share.seats > 0)
      .sort((a, b) => excess(b, balance) - excess(a, balance))[0];
    if (giver === undefined) return;
    giver.seats -= 1;
    majority.seats += 1;
  }
}

function leaveOneForAnother(shares: Share[], balance: Balance): void {
  const all = shares.find(({ group, seats }) => group !== UNGROUPED && seats === balance.seats);
  const next = shares.filter((share) => share !== all).sort((a, b) => b.members - a.members)[0];
  if (all === undefined || next === undefined || balance.seats < 2) return;
  all.seats -= 1;
  next.seats += 1;
}

/**
 * Seats of one body shared among political groups: by largest remainder, then a group with a majority of the council has
 * one on the body (LGHA 1989 s.15(5)(b)), then not all seats go to one group (s.15(5)(a)). The totals over all ordinary
 * committees (s.15(5)(c)) are not looked at here. Not for executives or health and wellbeing boards.
 */
export function allocateSeats(balance: Balance): Allocation {
  const shares = sharesOf(balance);
  allotByLargestRemainder(shares, balance);
  giveMajority(shares, balance);
  leaveOneForAnother(shares, balance);
  const exact = ({ members }: Share): number => Math.round((members * balance.seats * 100) / balance.councilSize) / 100;
  return {
    allocation: Object.fromEntries(shares.map((share) => [share.group, share.seats])),
    exactShares: Object.fromEntries(shares.map((share) => [share.group, exact(share)])),
  };
}
