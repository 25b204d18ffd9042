const part = (id: string): string => encodeURIComponent(id);

/** The addresses of the public's own forms, and those of the public site that they lead to. */
export const askPaths = {
  bodies: (): string => '/ask',
  form: (bodyId: string): string => `/ask/${part(bodyId)}`,
  sent: (bodyId: string): string => `/ask/sent/${part(bodyId)}`,
  link: (token: string): string => `/ask/link/${part(token)}`,
  committees: (): string => '/committees',
  committee: (bodyId: string): string => `/committees/${part(bodyId)}`,
  meeting: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/meetings/${part(id)}`,
  about: (name: string): string => `/about/${name}`,
} as const;
