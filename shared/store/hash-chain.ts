import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Envelope, GENESIS, type HistoryEntry, type Payload } from '../domain/history/history-entry.ts';

const sha256 = (...parts: string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** RFC 8785 form: the same value always gives the same text. */
export function canonical(value: unknown): string {
  return canonicalize(JSON.parse(JSON.stringify(value))) ?? 'null';
}

const linkHash = (previousHash: string, envelope: Envelope, payloadDigest: string): string =>
  sha256(previousHash, canonical(envelope), payloadDigest);

/** Makes the next link of a chain. The salt lies beside the payload, so that removing both redacts and still verifies. */
export function nextLink(
  previousHash: string | null,
  envelope: Envelope,
  payload: Payload,
  salt: string = randomBytes(16).toString('hex'),
): HistoryEntry {
  const payloadDigest = sha256(salt, canonical(payload));
  const previous = previousHash ?? GENESIS;
  return {
    envelope,
    payload,
    salt,
    payloadDigest,
    previousHash: previous,
    hash: linkHash(previous, envelope, payloadDigest),
  };
}

/** What is wrong with a chain, in words, or null when it verifies from its first link to the head hash on the record. */
export function faultInChain(entries: readonly HistoryEntry[], head: string): string | null {
  let previous = GENESIS;
  for (const [index, entry] of entries.entries()) {
    const at = `version ${entry.envelope.version}`;
    if (entry.envelope.version !== index + 1) return `${at} stands where version ${index + 1} should`;
    if (entry.previousHash !== previous) return `${at} does not follow the entry before it`;
    if (entry.hash !== linkHash(previous, entry.envelope, entry.payloadDigest))
      return `${at} was changed after it was written`;
    if (entry.payload && entry.salt && sha256(entry.salt, canonical(entry.payload)) !== entry.payloadDigest)
      return `the content of ${at} was changed after it was written`;
    previous = entry.hash;
  }
  return previous === head ? null : 'the record does not end where its history ends';
}
