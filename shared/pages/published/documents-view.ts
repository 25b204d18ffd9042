import '../words/published.ts';
import type { PublishedMeeting } from '../../domain/meetings/published.ts';
import type { MadeDocument } from '../../domain/meetings/published-document.ts';
import { sizeInWords } from '../file-words.ts';
import { say } from '../say.ts';
import { publicAddresses } from './addresses.ts';

/** A document of a meeting as its page offers it; without an address while it is being made. */
type DocumentOffered = { readonly name: MadeDocument['name']; readonly text: string; readonly href?: string };

/** The agenda, once it is out, and the notice as PDF. Of a meeting that no agenda was begun for there is none. */
export function documentsView(
  { sitting, agenda }: PublishedMeeting,
  documents: { readonly made: readonly MadeDocument[] } | undefined,
): readonly DocumentOffered[] {
  if (agenda === null) return [];
  const names = sitting.agendaOut ? (['agenda', 'notice'] as const) : (['notice'] as const);
  return names.map((name) => {
    const made = documents?.made.find((one) => one.name === name);
    if (!made) return { name, text: say('published', `pdf-${name}-waits`) };
    const size = sizeInWords(made.bytes);
    const href = publicAddresses.document(sitting.bodyId, sitting.id, name);
    return { name, text: say('published', `pdf-${name}`, { size }), href };
  });
}
