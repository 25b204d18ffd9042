import { londonDay } from '../../../shared/domain/calendar/day.ts';
import { formatDay } from '../../../shared/domain/calendar/day-words.ts';
import { render } from '../../../shared/pages/render.ts';
import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';
import type { WebAnswer, WebRequest } from '../route.ts';
import { type Faults, faultless, type Typed } from '../typed-form.ts';
import { findingRows } from './call-in-words.ts';
import { requestForms } from './request-forms.ts';
import { invitationWords, judgementView, requestKinds, signatoryRows, toJudgeWords } from './request-words.ts';
import { asked } from './see-request.ts';

/** A request: its grounds, who has signed, what the procedure finds, who must judge it, and what the reader may do. */
export async function requestPage(
  request: WebRequest,
  { typed = {}, faults = faultless }: { typed?: Typed; faults?: Faults } = {},
): Promise<WebAnswer> {
  const found = await asked(request);
  const { people, around } = found;
  const { record } = found.request;
  const { record: decision, context, window } = around;
  const { names } = people;
  const who = names.get(record.requesterId) ?? record.requesterId;
  const title = say('decisions', 'requestTitle', { title: decision.title });
  const forms = requestForms(request, found, { typed, faults });
  const named = record.signatories.some(({ personId }) => personId === request.signedIn().person.id);
  return {
    status: faults.list.length > 0 ? 422 : 200,
    html: render('decisions/request.njk', {
      frame: request.frame(title, {
        breadcrumbs: [
          { text: say('decisions', 'title'), href: paths.decisionRecords() },
          { text: decision.title, href: paths.decision(decision.id) },
        ],
        errors: faults.list,
      }),
      caption: context.body.name,
      title,
      lede: say('decisions', 'requestLede', { who, when: formatDay(londonDay(record.begunAt)) }),
      statuses: [{ kind: requestKinds[record.state], text: say('decisions', `request-${record.state}`) }],
      toJudge: record.state === 'open' ? toJudgeWords(around, { names, today: request.today }).lines : [],
      grounds: record.grounds,
      source: say('decisions', 'groundsSource', { who }),
      judgement: judgementView(record, names),
      findings: findingRows(found.findings, { rule: context.procedure.callIn, window }),
      signatories: signatoryRows(record, people),
      invitation: forms.sign !== null && !named ? invitationWords(around) : null,
      ...forms,
    }),
  };
}
