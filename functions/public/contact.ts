import { say } from '../../shared/pages/say.ts';
import type { PublicServices } from './public-page.ts';

/** Whom to ask: an address to write to where one is configured, else the organisation by name. */
export function contactOf({ contactEmail, organisationName }: PublicServices): { text: string; href?: string } {
  if (contactEmail === '') return { text: say('public', 'contactTeam', { organisation: organisationName }) };
  return { text: contactEmail, href: `mailto:${contactEmail}` };
}
