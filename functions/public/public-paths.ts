const part = (id: string): string => encodeURIComponent(id);

/** The addresses of the public site; they stay what they are. */
export const publicPaths = {
  committees: (): string => '/committees',
  body: (id: string): string => `/committees/${part(id)}`,
  meeting: (bodyId: string, id: string): string => `/committees/${part(bodyId)}/meetings/${part(id)}`,
  about: (name: string): string => `/about/${name}`,
  help: (): string => '/about/help',
  signIn: (): string => '/sign-in',
} as const;
