import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type DataFolder, readJson, writeDurably } from './data-folder.ts';

const secretsSchema = z.object({
  /** Signs the identity provider's cookies. */
  cookieKey: z.string(),
  /** The identity provider's signing key, a private JWK. */
  signingKey: z.record(z.string(), z.unknown()),
  clientSecret: z.string(),
  slackToken: z.string(),
  filesSecret: z.string(),
  publicFilesSecret: z.string(),
  /** Seals the tokens of the host's own forms. */
  formKey: z.string(),
});
export type Secrets = z.infer<typeof secretsSchema>;

const random = () => randomBytes(24).toString('base64url');

const make = (): Secrets => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    cookieKey: random(),
    signingKey: { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: random().slice(0, 12) },
    clientSecret: random(),
    slackToken: `xoxb-${random()}`,
    filesSecret: random(),
    publicFilesSecret: random(),
    formKey: random(),
  };
};

/** The secrets of this data folder, made once; the file is readable by its owner only. */
export function secretsOf(folder: DataFolder): Secrets {
  const kept = readJson(folder.secrets);
  if (kept !== undefined) return secretsSchema.parse(kept);
  const made = make();
  writeDurably(folder.secrets, JSON.stringify(made), 0o600);
  return made;
}
