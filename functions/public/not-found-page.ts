import '../../shared/pages/compiled/public.gen.js';
import { render } from '../../shared/pages/render.ts';
import { say } from '../../shared/pages/say.ts';
import type { PublicRequest } from './public-page.ts';

/** Said alike of what is not there and of what is not published. */
export function notFoundPage({ frame }: PublicRequest): string {
  return render('public/not-found.njk', { frame: frame(say('public', 'notFoundTitle')) });
}
