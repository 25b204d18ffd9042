/** A link as pages show it. */
export interface Link {
  text: string;
  href: string;
}

/** What every page shows around its own content: the layout's whole context, under the name `frame`. */
export interface PageFrame {
  /** The page's own name, as in its first heading; product and organisation are added. */
  title: string;
  organisationName: string;
  /** Where the name at the top left leads: the person's home, or the public front page. */
  homeHref: string;
  /** Who is signed in, with the role they act in. Without it the header offers to sign in. */
  person?: { name: string; role: string };
  signInHref?: string;
  /** Where the sign-out button posts to. */
  signOutAction?: string;
  navigation: (Link & { current?: boolean })[];
  /** At the right of the navigation: the body or role in whose view this page is. */
  scope?: { text: string; link?: Link };
  /** Only on the demonstration host: `today` is a day in London; `moveTimeHref` is the local host's own panel. */
  demonstration?: { today: string; moveTimeHref?: string };
  breadcrumbs?: Link[];
  /** What has just been done, said once after a post. */
  flash?: { text: string; kind?: 'done' | 'told' };
  /** Each error with the field it belongs to (`href: '#opens-day'`). Any error also marks the title. */
  errors?: Link[];
  /** The session's token, sent back in every form as `csrf`. Absent when nobody is signed in. */
  csrf?: string;
  contact?: { name: string; email: string; telephone: string };
  /** Which of the footer's pages exist, in its order. */
  footer?: { help?: string; accessibility?: string; privacy?: string; openData?: string };
}
