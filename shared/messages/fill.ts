/** Text with `{{slots}}`, or two texts of which `count` chooses one. */
export type Phrase = string | { readonly one: string; readonly other: string };

/** What goes into the `{{slots}}` of a phrase. `count` also chooses between one and other. */
export type Slots = Readonly<Record<string, string | number>>;

/** A slot that was not given: a mistake in the code, found by the first test that says it. */
export class MessageWordsMissing extends Error {
  override name = 'MessageWordsMissing';
}

/** A phrase with its slots filled, as plain text. Throws `MessageWordsMissing`. */
export function fill(phrase: Phrase, slots: Slots = {}): string {
  const text = typeof phrase === 'string' ? phrase : slots['count'] === 1 ? phrase.one : phrase.other;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new MessageWordsMissing(`"${text}" needs "${name}"`);
    return String(value);
  });
}
