import '../../shared/pages/words/layout.ts';
import { heldOn, type Membership, ORGANISATION, type Role } from '../../shared/domain/bodies/membership.ts';
import type { Visitor } from '../../shared/lambda/visitor.ts';
import type { PageFrame } from '../../shared/pages/page-frame.ts';
import { say } from '../../shared/pages/say.ts';
import type { WebServices } from './route.ts';

type Asked = {
  title: string;
  path: string;
  visitor: Visitor | null;
  today: string;
  flash: string;
  services: WebServices;
};

const holdsAny = (held: readonly Membership[], roles: readonly Role[], today: string): boolean =>
  held.some((one) => roles.includes(one.role) && heldOn(one, today));

const secretaries: readonly Role[] = ['secretary', 'cover-secretary'];

/** Where a person's navigation leads: only to what they can use. */
function navigationFor({ visitor, path, today }: Asked): PageFrame['navigation'] {
  const held = visitor?.memberships ?? [];
  const links: { text: string; href: string; shown: boolean }[] = [
    { text: say('layout', 'navHome'), href: '/home', shown: visitor !== null },
    { text: say('layout', 'navMinutes'), href: '/minutes', shown: holdsAny(held, secretaries, today) },
    { text: say('layout', 'navCommitments'), href: '/commitments', shown: visitor !== null },
    { text: say('layout', 'navPlan'), href: '/plan', shown: visitor !== null },
    { text: say('layout', 'navDecisions'), href: '/decision-records', shown: visitor !== null },
    { text: say('layout', 'navPeople'), href: '/people', shown: holdsAny(held, ['administrator'], today) },
    {
      text: say('layout', 'navAdministration'),
      href: '/administration',
      shown: holdsAny(held, ['administrator'], today),
    },
    {
      text: say('layout', 'navMessages'),
      href: '/messages',
      shown: holdsAny(held, [...secretaries, 'administrator'], today),
    },
    { text: say('layout', 'navCommittees'), href: '/committees', shown: true },
  ];
  return links
    .filter(({ shown }) => shown)
    .map(({ text, href }) => ({ text, href, current: path === href || path.startsWith(`${href}/`) }));
}

/** The role in which somebody is named in the header: their job, or what they are in a body. */
function roleOf({ person, memberships }: Visitor, today: string): string {
  if (person.jobTitle) return person.jobTitle;
  return memberships.find((held) => heldOn(held, today) && held.bodyId !== ORGANISATION)?.role ?? '';
}

/** What every page shows around its content, for whoever looks. */
export function frameFor(asked: Asked): PageFrame {
  const { title, visitor, today, flash, services } = asked;
  const { configuration } = services;
  return {
    title,
    organisationName: configuration.ORGANISATION_NAME,
    homeHref: visitor ? '/home' : '/',
    navigation: navigationFor(asked),
    signInHref: '/sign-in',
    signOutAction: '/sign-out',
    footer: {
      help: '/about/help',
      accessibility: '/about/accessibility',
      privacy: '/about/privacy',
      openData: '/about/open-data',
    },
    ...(visitor
      ? { person: { name: visitor.person.name, role: roleOf(visitor, today) }, csrf: visitor.session.csrf }
      : {}),
    ...(configuration.DEMONSTRATION === ''
      ? {}
      : { demonstration: { today, moveTimeHref: configuration.MOVE_TIME_ADDRESS } }),
    ...(flash === '' ? {} : { flash: { text: flash, kind: 'done' as const } }),
  };
}
