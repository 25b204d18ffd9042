import type { Notice, Sender } from './message-facts.ts';

type Address = Pick<Sender, 'publicAddress'>;

/** The form with which an owner answers. Opening it changes nothing: `about` only says which message led there. */
export function answerLink({ publicAddress }: Address, { promise, what }: Pick<Notice, 'promise' | 'what'>): string {
  return `${publicAddress}/commitments/${encodeURIComponent(promise.id)}/answer?${new URLSearchParams({ about: what })}`;
}

/** The whole story of a promise. */
export function storyLink({ publicAddress }: Address, promiseId: string): string {
  return `${publicAddress}/commitments/${encodeURIComponent(promiseId)}`;
}

/** Where a person chooses channel and rhythm. */
export function rhythmLink({ publicAddress }: Address): string {
  return `${publicAddress}/my-messages`;
}

/** What the reader's button opens: the answer for whoever owes it, the promise's own page for everybody else. */
export function actLink(sender: Address, notice: Notice): string {
  const owes = notice.as === 'owner' && (notice.because === 'is-it' || notice.because === 'covers');
  const passesOn = notice.because === 'link-officer-instead';
  return owes || passesOn ? answerLink(sender, notice) : storyLink(sender, notice.promise.id);
}
