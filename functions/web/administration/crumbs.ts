import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';

/** The way back from a page of the administration. */
export function crumbs(...more: { text: string; href: string }[]) {
  return [{ text: say('layout', 'navAdministration'), href: paths.administration() }, ...more];
}
