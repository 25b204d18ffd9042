import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { bodyContext } from '../../../shared/store/body-context.ts';
import { keyDecisionNotices } from '../../../shared/store/decisions.ts';
import { get } from '../../../shared/store/record-kind.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, type Typed } from '../typed-form.ts';
import { daysView, factsOf, furtherView, ledeOf, publishView } from './notice-view.ts';
import { noticeStatuses } from './notice-words.ts';
import { requireNoticeSeen } from './see-decision.ts';
import { noticeCrumbs, noticeSubject } from './see-notice.ts';

/** A notice: what it lacks, its 28 clear days drawn, what the public reads, and the further notice of private business. */
export async function noticePage(
  request: WebRequest,
  { typed = {}, faults = faultless }: { typed?: Typed; faults?: Faults } = {},
): Promise<WebAnswer> {
  const { register } = request.services;
  const found = await get(register, keyDecisionNotices, request.params['id'] ?? '');
  const { record, version } = found;
  requireNoticeSeen(request, record);
  const context = await bodyContext(register, record.bodyId, request.today);
  const mayWrite = request.may('decision.publish', noticeSubject(record));
  const around = { context, today: request.today, mayWrite };
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/notice.njk', {
      frame: request.frame(record.title, { breadcrumbs: noticeCrumbs(), errors: faults.list }),
      caption: context.body.name,
      title: record.title,
      lede: ledeOf(record),
      statuses: noticeStatuses(record, context, request.today),
      links:
        mayWrite && record.state === 'draft'
          ? [{ text: say('decisions', 'noticeTitleChange'), href: paths.noticeAct(record.id, 'change') }]
          : [],
      days: daysView(record, context, request.today),
      ...publishView(request, found, around),
      further: furtherView(request, found, { ...around, shown: { typed, faults } }),
      facts: factsOf(record),
      withdraw:
        mayWrite && record.state !== 'withdrawn'
          ? { version, commandId: request.services.newId(), action: paths.noticeAct(record.id, 'withdraw') }
          : null,
    }),
  };
}
