import { formatDate } from '../../../shared/domain/calendar/day-words.ts';
import type { AccessClass } from '../../../shared/domain/record.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { promiseStory } from '../../../shared/store/promise-around.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { requireOf } from './see-promise.ts';
import { sourceWords } from './story-view.ts';

/** Where a promise was made: the minute and the resolution, with its part marked. */
export async function sourcePage(request: WebRequest): Promise<WebAnswer> {
  const story = await promiseStory(request.services.register, request.params['id'] ?? '', request.today);
  const { record, context, source } = story;
  requireOf(request, 'commitment.see', record, story.persons);
  const { body } = context;
  // The promise may be known where the business it came from is not: then only the words of the promise are shown.
  const known = <T extends { accessClass: AccessClass }>(piece: T | undefined): T | undefined =>
    piece?.accessClass !== 'private' || request.may('commitment.see', { bodyId: body.id, accessClass: 'private' })
      ? piece
      : undefined;
  const [item, minute, resolution] = [known(source.item), known(source.minute), known(source.resolution)];
  const title = item?.title ?? say('commitments', 'sourceTitle');
  const html = render('commitments/source.njk', {
    frame: request.frame(title, {
      breadcrumbs: [
        { text: body.name, href: paths.body(body.id) },
        { text: record.subject, href: paths.commitment(record.id) },
      ],
    }),
    title,
    caption: sourceWords(story),
    lede: say('commitments', 'sourceLede', { body: body.name, day: formatDate(source.meeting?.day ?? record.madeOn) }),
    asSaid: record.asSaid,
    limbs: (resolution?.limbs ?? []).map((limb) => ({ ...limb, here: limb.number === record.source.limb })),
    minute: minute?.text ?? null,
    storyHref: paths.commitment(record.id),
  });
  return { html };
}
