import { aboutWords } from './about.ts';
import { administrationWords } from './administration.ts';
import { agendasWords } from './agendas.ts';
import { apiWords } from './api.ts';
import { apiTokensWords } from './api-tokens.ts';
import { apologiesWords } from './apologies.ts';
import { askWords } from './ask.ts';
import { bodiesWords } from './bodies.ts';
import { calendarWords } from './calendar.ts';
import { chartsWords } from './charts.ts';
import { commitmentsWords } from './commitments.ts';
import { componentsWords } from './components.ts';
import { decisionMessagesWords } from './decision-messages.ts';
import { decisionsWords } from './decisions.ts';
import { documentsWords } from './documents.ts';
import { errorsWords } from './errors.ts';
import { helpWords } from './help.ts';
import { homeWords } from './home.ts';
import { keyWayWords } from './key-way.ts';
import { layoutWords } from './layout.ts';
import { meetingsWords } from './meetings.ts';
import { messagesWords } from './messages.ts';
import { minutesWords } from './minutes.ts';
import { needsRecordWords } from './needs-record.ts';
import { operationsWords } from './operations.ts';
import { pasteWords } from './paste.ts';
import { peopleWords } from './people.ts';
import { planWords } from './plan.ts';
import { procedureWords } from './procedure.ts';
import { programmeWords } from './programme.ts';
import { promiseFormsWords } from './promise-forms.ts';
import { promisesWords } from './promises.ts';
import { publicWords } from './public.ts';
import { publicDecisionsWords } from './public-decisions.ts';
import { publicWrittenWords } from './public-written.ts';
import { publicationWords } from './publication.ts';
import { publicationMessagesWords } from './publication-messages.ts';
import { publishedWords } from './published.ts';
import { questionsWords } from './questions.ts';
import { remindersWords } from './reminders.ts';
import { reportsWords } from './reports.ts';
import { resolutionsWords } from './resolutions.ts';
import { signInWords } from './sign-in.ts';
import { specialUrgencyWords } from './special-urgency.ts';
import { standingItemsWords } from './standing-items.ts';
import { writtenWords } from './written.ts';

/** The registry of words: an area is one line here and one file beside this one. */
export const words = {
  about: aboutWords,
  administration: administrationWords,
  api: apiWords,
  apiTokens: apiTokensWords,
  agendas: agendasWords,
  apologies: apologiesWords,
  ask: askWords,
  bodies: bodiesWords,
  calendar: calendarWords,
  charts: chartsWords,
  commitments: commitmentsWords,
  components: componentsWords,
  decisionMessages: decisionMessagesWords,
  decisions: decisionsWords,
  documents: documentsWords,
  errors: errorsWords,
  help: helpWords,
  home: homeWords,
  keyWay: keyWayWords,
  layout: layoutWords,
  meetings: meetingsWords,
  messages: messagesWords,
  minutes: minutesWords,
  needsRecord: needsRecordWords,
  operations: operationsWords,
  paste: pasteWords,
  people: peopleWords,
  plan: planWords,
  procedure: procedureWords,
  programme: programmeWords,
  promises: promisesWords,
  promiseForms: promiseFormsWords,
  public: publicWords,
  publicDecisions: publicDecisionsWords,
  publication: publicationWords,
  publicationMessages: publicationMessagesWords,
  publicWritten: publicWrittenWords,
  published: publishedWords,
  questions: questionsWords,
  reminders: remindersWords,
  reports: reportsWords,
  resolutions: resolutionsWords,
  signIn: signInWords,
  standingItems: standingItemsWords,
  specialUrgency: specialUrgencyWords,
  written: writtenWords,
};
