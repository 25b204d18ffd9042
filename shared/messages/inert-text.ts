// Control characters, and those that turn the direction of the text round them: a title must not hide what follows it.
const UNSEEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** Text from outside on one line: no control characters, no line breaks, no double spaces. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim();
}

/** At most `most` characters, whole ones, with an ellipsis where something is cut. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const SLACK_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text made safe for Slack: no mention, channel or link can be written in it. At most `most` characters when escaped. */
export function escapeSlack(text: string, most = 3000): string {
  const escaped = (whole: string) => whole.replace(/[&<>]/g, (character) => SLACK_ENTITIES[character] ?? character);
  const clean = text.replace(/[^\S\n]+/gu, ' ');
  let length = most;
  // An escaped character takes up to five; cut the text, never an entity.
  while (escaped(cut(clean, length)).length > most)
    length -= Math.max(1, Math.ceil((escaped(cut(clean, length)).length - most) / 5));
  return escaped(cut(clean, length));
}
