import type { PrintName } from '../../shared/documents/print-document.ts';

const part = (id: string): string => encodeURIComponent(id);

/** The address of every page, so that no template or message spells one out. */
export const paths = {
  home: (): string => '/home',
  committees: (): string => '/committees',
  signIn: (): string => '/sign-in',

  commitments: (): string => '/commitments',
  newCommitment: (bodyId?: string): string =>
    bodyId === undefined ? '/commitments/new' : `/commitments/new?body=${part(bodyId)}`,
  commitment: (id: string): string => `/commitments/${part(id)}`,
  commitmentSource: (id: string): string => `/commitments/${part(id)}/source`,
  answer: (id: string): string => `/commitments/${part(id)}/answer`,
  place: (id: string): string => `/commitments/${part(id)}/place`,
  moreTime: (id: string): string => `/commitments/${part(id)}/more-time`,
  reassign: (id: string): string => `/commitments/${part(id)}/reassign`,
  giveDate: (id: string): string => `/commitments/${part(id)}/date`,
  alreadyLate: (id: string): string => `/commitments/${part(id)}/late`,
  consider: (id: string): string => `/commitments/${part(id)}/consider`,
  close: (id: string): string => `/commitments/${part(id)}/close`,

  minutes: (): string => '/minutes',
  readMinutes: (): string => '/minutes/read',
  readAgain: (id: string): string => `/minutes/read?again=${part(id)}`,
  typeMinute: (): string => '/minutes/type',
  reading: (id: string): string => `/minutes/readings/${part(id)}`,
  checkReading: (id: string): string => `/minutes/readings/${part(id)}/check`,
  acceptReading: (id: string): string => `/minutes/readings/${part(id)}/accept`,
  abandonReading: (id: string): string => `/minutes/readings/${part(id)}/abandon`,
  meeting: (id: string): string => `/meetings/${part(id)}`,
  agendaAct: (id: string, act: string): string => `/meetings/${part(id)}/agenda/${act}`,
  agendaItem: (id: string, itemId: string, act?: 'off' | 'route'): string =>
    `/meetings/${part(id)}/agenda/items/${part(itemId)}${act === undefined ? '' : `/${act}`}`,

  checkAgenda: (id: string): string => `/meetings/${part(id)}/publish`,
  publishAgenda: (id: string): string => `/meetings/${part(id)}/publish/agenda`,
  previewAgenda: (id: string): string => `/meetings/${part(id)}/publish/preview`,
  printList: (id: string): string => `/meetings/${part(id)}/publish/print-list`,
  posted: (id: string): string => `/meetings/${part(id)}/publish/posted`,
  lookAgain: (id: string): string => `/meetings/${part(id)}/publish/look-again`,
  supplement: (id: string): string => `/meetings/${part(id)}/publish/supplement`,
  withdraw: (id: string, itemId?: string): string =>
    `/meetings/${part(id)}/withdraw${itemId === undefined ? '' : `?which=${part(`item:${itemId}`)}`}`,
  cancelMeeting: (id: string): string => `/meetings/${part(id)}/cancel`,
  moveMeeting: (id: string): string => `/meetings/${part(id)}/move`,

  plan: (): string => '/plan',
  body: (id: string): string => `/bodies/${part(id)}`,
  bodyPlan: (id: string): string => `/bodies/${part(id)}/plan`,
  actionLog: (id: string, show?: string): string =>
    `/bodies/${part(id)}/action-log${show === undefined ? '' : `?show=${part(show)}`}`,
  actionLogCsv: (id: string): string => `/bodies/${part(id)}/action-log.csv`,

  print: (name: PrintName, id: string, to: 'public' | 'members' = 'public'): string =>
    `/print/${name}/${part(id)}${to === 'members' ? '?for=members' : ''}`,
  pdf: (name: PrintName, id: string, to: 'public' | 'members' = 'public'): string =>
    `/documents/${name}/${part(id)}.pdf${to === 'members' ? '?for=members' : ''}`,
  itemReports: (id: string): string => `/agenda-items/${part(id)}/reports`,
  checkReport: (id: string): string => `/agenda-items/${part(id)}/reports/check`,
  report: (id: string, report: string): string => `/agenda-items/${part(id)}/reports/${part(report)}`,
  removeReport: (id: string, report: string): string => `/agenda-items/${part(id)}/reports/${part(report)}/remove`,

  programme: (bodyId: string): string => `/programmes/${part(bodyId)}`,
  adoptProgramme: (bodyId: string): string => `/programmes/${part(bodyId)}/adopt`,
  adoptedProgramme: (bodyId: string, id: string): string => `/programmes/${part(bodyId)}/adopted/${part(id)}`,

  people: (): string => '/people',
  newPerson: (): string => '/people/new',
  person: (id: string): string => `/people/${part(id)}`,
  personMemberships: (id: string): string => `/people/${part(id)}/memberships`,
  membership: (personId: string, id: string): string => `/people/${part(personId)}/memberships/${part(id)}`,
  pastePeople: (): string => '/people/paste',
  acceptPasted: (): string => '/people/paste/accept',
  pasted: (id: string): string => `/people/paste/${part(id)}`,

  administration: (): string => '/administration',
  adminBodies: (): string => '/administration/bodies',
  newBody: (): string => '/administration/bodies/new',
  adminBody: (id: string): string => `/administration/bodies/${part(id)}`,
  procedure: (id: string): string => `/administration/bodies/${part(id)}/procedure`,
  standingItems: (id: string): string => `/administration/bodies/${part(id)}/standing-items`,
  calendar: (): string => '/administration/calendar',
  closures: (): string => '/administration/calendar/closures',
  proclaimed: (): string => '/administration/calendar/proclaimed',
  removeDay: (): string => '/administration/calendar/remove',
  calendarChange: (version: number): string => `/administration/calendar/changes/${version}`,
  reminders: (): string => '/administration/reminders',
  remindersOf: (bodyId: string): string => `/administration/reminders/${part(bodyId)}`,
  chasing: (bodyId: string): string => `/administration/reminders/${part(bodyId)}/chasing`,

  questions: (meetingId?: string): string =>
    meetingId === undefined ? '/questions' : `/questions?meeting=${part(meetingId)}`,
  question: (id: string): string => `/questions/${part(id)}`,
  questionRules: (bodyId: string): string => `/questions/rules/${part(bodyId)}`,
  apologies: (meetingId: string): string => `/apologies/${part(meetingId)}`,
  apologiesOf: (meetingId: string, personId: string): string => `/apologies/${part(meetingId)}/${part(personId)}`,

  decisionRecords: (): string => '/decision-records',
  specialUrgency: (bodyId?: string, year?: number): string =>
    `/decision-records/special-urgency${bodyId === undefined ? '' : `?body=${part(bodyId)}&year=${year}`}`,
  needsRecord: (): string => '/decision-records/needs-record',
  newDecision: (sort?: 'officer'): string => `/decision-records/new${sort === undefined ? '' : `?sort=${sort}`}`,
  decision: (id: string): string => `/decision-records/${part(id)}`,
  changeDecision: (id: string): string => `/decision-records/${part(id)}/change`,
  publishDecision: (id: string): string => `/decision-records/${part(id)}/publish`,
  moveDecision: (id: string): string => `/decision-records/${part(id)}/move`,
  askCallIn: (id: string): string => `/decision-records/${part(id)}/call-in`,
  decisionOutcome: (id: string): string => `/decision-records/${part(id)}/outcome`,
  callIn: (id: string): string => `/call-ins/${part(id)}`,
  callInAct: (id: string, act: 'sign' | 'paper' | 'judge' | 'withdraw'): string => `/call-ins/${part(id)}/${act}`,
  newNotice: (): string => '/key-decisions/new',
  /** The notices and the lawful way of an item on an executive's agenda. */
  itemNotices: (meetingId: string, itemId: string): string =>
    `/key-decisions/on-agenda/${part(meetingId)}/${part(itemId)}`,
  notice: (id: string): string => `/key-decisions/${part(id)}`,
  noticeAct: (id: string, act: 'change' | 'publish' | 'further' | 'withdraw'): string =>
    `/key-decisions/${part(id)}/${act}`,

  writtenResolutions: (): string => '/written-resolutions',
  newWritten: (bodyId?: string): string =>
    bodyId === undefined ? '/written-resolutions/new' : `/written-resolutions/new?body=${part(bodyId)}`,
  writtenResolution: (id: string): string => `/written-resolutions/${part(id)}`,
  changeWritten: (id: string): string => `/written-resolutions/${part(id)}/change`,
  putWritten: (id: string): string => `/written-resolutions/${part(id)}/put`,
  voteOn: (id: string): string => `/written-resolutions/${part(id)}/vote`,
  withdrawWritten: (id: string): string => `/written-resolutions/${part(id)}/withdraw`,

  messages: (month?: string): string => (month === undefined ? '/messages' : `/messages?month=${part(month)}`),
  message: (id: string): string => `/messages/${part(id)}`,
  myReminders: (): string => '/my/reminders',
  apiTokens: (): string => '/my/api-tokens',
  revokeApiToken: (id: string): string => `/my/api-tokens/${part(id)}/revoke`,
  everyApiToken: (): string => '/administration/api-tokens',
  revokeAnyApiToken: (id: string): string => `/administration/api-tokens/${part(id)}/revoke`,
  apiDocs: (): string => '/api/docs',
} as const;
