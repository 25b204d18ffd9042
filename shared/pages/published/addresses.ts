const part = (id: string): string => encodeURIComponent(id);

/** The addresses of the public site; they stay what they are. */
export const publicAddresses = {
  committees: (): string => '/committees',
  body: (id: string): string => `/committees/${part(id)}`,
  meeting: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/meetings/${part(id)}`,
  /** The public notice of a meeting, to be printed and posted. */
  notice: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/meetings/${part(id)}/notice`,
  /** A published report: a PDF. */
  report: (bodyId: string, id: string, report: string): string =>
    `/committees/${part(bodyId)}/meetings/${part(id)}/reports/${part(report)}.pdf`,
  /** The agenda or the notice of a meeting as it was last published: a PDF. */
  document: (bodyId: string, id: string, name: 'agenda' | 'notice'): string =>
    `/committees/${part(bodyId)}/meetings/${part(id)}/${name}.pdf`,
  calendarOf: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/meetings/${part(id)}/meeting.ics`,
  calendar: (bodyId: string): string => `/committees/${part(bodyId)}/meetings.ics`,
  feed: (bodyId: string): string => `/committees/${part(bodyId)}/feed.atom`,
  decisions: (): string => '/decisions',
  decision: (id: string): string => `/decisions/${part(id)}`,
  written: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/written/${part(id)}`,
  forwardPlan: (): string => '/forward-plan',
  ask: (bodyId: string): string => `/ask/${part(bodyId)}`,
  about: (name: string): string => `/about/${name}`,
  help: (): string => '/about/help',
  signIn: (): string => '/sign-in',
} as const;
