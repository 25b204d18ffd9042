import { furtherGaps } from '../../../shared/domain/decisions/key-decision-notice.ts';
import { say } from '../../../shared/pages/say.ts';
import { RecordNotWhole } from '../../../shared/store/decision-acts.ts';
import { giveFurtherNotice, publishNotice, withdrawNotice } from '../../../shared/store/notice-acts.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { faultsOf, typedIn, versionIn } from '../typed-form.ts';
import { wrong } from './fields.ts';
import { noticePage } from './notice-page.ts';
import { noticeToChange } from './see-notice.ts';

/** Publishes it: never blocked for being late, only for a required field that is empty. */
export async function publishNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await noticeToChange(request);
  const command = { ...request.command(), version: versionIn(request.form) };
  try {
    await publishNotice(request.services.register, command, record.id);
  } catch (fault) {
    if (!(fault instanceof RecordNotWhole)) throw fault;
    const page = await noticePage(request);
    return 'html' in page ? { ...page, status: 422 } : page;
  }
  return { redirect: paths.notice(record.id), flash: say('decisions', 'noticePublished') };
}

/** The further notice of private business, with what came in and the answer to it. */
export async function furtherNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await noticeToChange(request);
  const typed = typedIn(request.form);
  const none = typed['received'] === 'none';
  const said = {
    representations: none ? '' : (typed['representations'] ?? ''),
    noRepresentations: none,
    response: none ? '' : (typed['response'] ?? ''),
  };
  const long = (['representations', 'response'] as const).filter((name) => said[name].length > 4000);
  const gaps = record.private === null ? [] : furtherGaps({ ...record, private: { ...record.private, ...said } });
  const faults = [
    ...(gaps.includes('representations') ? [wrong('received', 'needRepresentations')] : []),
    ...(gaps.includes('response') ? [wrong('response', 'needResponse')] : []),
    ...long.map((name) => wrong(name, 'tooLong')),
  ];
  if (faults.length > 0) return noticePage(request, { typed, faults: faultsOf(faults) });
  const command = { ...request.command(), version: versionIn(request.form) };
  await giveFurtherNotice(request.services.register, command, record.id, said);
  return { redirect: paths.notice(record.id), flash: say('decisions', 'furtherPublished') };
}

/** Takes it from the forward plan. */
export async function withdrawNoticePost(request: WebRequest): Promise<WebAnswer> {
  const { record } = await noticeToChange(request);
  const command = { ...request.command(), version: versionIn(request.form) };
  await withdrawNotice(request.services.register, command, record.id, say('decisions', 'noticeWithdrawn'));
  return { redirect: paths.decisionRecords(), flash: say('decisions', 'noticeWithdrawn') };
}
