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
  answer: (id: string): string => `/commitments/${part(id)}/answer`,
  place: (id: string): string => `/commitments/${part(id)}/place`,
  moreTime: (id: string): string => `/commitments/${part(id)}/more-time`,
  reassign: (id: string): string => `/commitments/${part(id)}/reassign`,
  giveDate: (id: string): string => `/commitments/${part(id)}/date`,
  alreadyLate: (id: string): string => `/commitments/${part(id)}/late`,
  consider: (id: string): string => `/commitments/${part(id)}/consider`,
  close: (id: string): string => `/commitments/${part(id)}/close`,

  plan: (): string => '/plan',
  body: (id: string): string => `/bodies/${part(id)}`,
  bodyPlan: (id: string): string => `/bodies/${part(id)}/plan`,
  actionLog: (id: string, show?: string): string =>
    `/bodies/${part(id)}/action-log${show === undefined ? '' : `?show=${part(show)}`}`,
  actionLogCsv: (id: string): string => `/bodies/${part(id)}/action-log.csv`,
} as const;
