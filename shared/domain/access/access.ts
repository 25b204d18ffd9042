import { heldOn, type Membership, ORGANISATION, type Role } from '../bodies/membership.ts';
import type { AccessClass } from '../record.ts';

/** Every action a route or an operation can name. Nothing is reachable that does not name one. */
export const actions = [
  'public.read',
  'session.own',
  'home.see',
  'minutes.read-in',
  'register.record',
  'commitment.see',
  'commitment.answer',
  'commitment.place',
  'commitment.close',
  'commitment.reassign',
  'plan.see',
  'plan.change',
  'agenda.build',
  'agenda.agree',
  'agenda.draft',
  'chair.home',
  'people.manage',
  'people.see',
  'procedure.manage',
  'calendar.manage',
  'policy.manage',
  'messages.see',
  'question.see',
  'question.decide',
  'apology.give',
  'apology.enter',
  'api-tokens.own',
  'api-tokens.manage',
  'written-resolution.see',
  'written-resolution.put',
  'written-resolution.answer',
  'decision.see',
  'decision.record',
  'decision.publish',
  'call-in.request',
  'call-in.judge',
] as const;
export type Action = (typeof actions)[number];

/** What the person asking is, that day. Comes from memberships only, never from a token. */
export type Asker = { personId: string; memberships: readonly Membership[]; today: string };

/** What is asked about: the body it belongs to, who may know of it, and who owes it (for a promise). */
export type Subject = { bodyId?: string | null; accessClass?: AccessClass; ownerIds?: readonly string[] };

type Holder = Role | 'owner' | 'signed-in' | 'anyone' | 'link-officer-of-it';

/** Who may do what. One table: the page, the API and the tests read it. Deny by default. */
export const accessTable: Record<Action, readonly Holder[]> = {
  'public.read': ['anyone'],
  'session.own': ['signed-in'],
  'home.see': ['signed-in'],
  'minutes.read-in': ['secretary', 'cover-secretary'],
  'register.record': ['secretary', 'cover-secretary'],
  'commitment.see': [
    'owner',
    'secretary',
    'cover-secretary',
    'chair',
    'vice-chair',
    'member',
    'co-optee',
    'substitute',
    'officer',
    'link-officer',
    'monitoring-officer',
    'proper-officer',
    'head-of-democratic-services',
  ],
  'commitment.answer': ['owner', 'link-officer-of-it'],
  'commitment.place': ['secretary', 'cover-secretary'],
  'commitment.close': ['secretary', 'cover-secretary'],
  'commitment.reassign': ['secretary', 'cover-secretary'],
  'plan.see': [
    'secretary',
    'cover-secretary',
    'chair',
    'vice-chair',
    'member',
    'co-optee',
    'substitute',
    'officer',
    'link-officer',
    'monitoring-officer',
    'proper-officer',
    'head-of-democratic-services',
    'administrator',
    'staff',
  ],
  'plan.change': ['secretary', 'cover-secretary'],
  // Business of a meeting: who puts it on the agenda, and who agrees it beforehand.
  'agenda.build': ['secretary', 'cover-secretary'],
  'agenda.agree': ['chair', 'vice-chair'],
  // An agenda before it is published: those who make it and agree it, and whoever reports on an item, for that item.
  'agenda.draft': ['owner', 'secretary', 'cover-secretary', 'administrator', 'chair', 'vice-chair'],
  'chair.home': ['chair', 'vice-chair'],
  'people.manage': ['administrator'],
  'people.see': ['administrator', 'secretary', 'cover-secretary'],
  'procedure.manage': ['administrator'],
  'calendar.manage': ['administrator'],
  'policy.manage': ['administrator'],
  'messages.see': ['administrator', 'secretary', 'cover-secretary'],
  'question.see': ['secretary', 'cover-secretary', 'chair', 'vice-chair', 'monitoring-officer', 'proper-officer'],
  // Most standing orders have the proper officer or monitoring officer decide; their secretary does it for them.
  'question.decide': ['secretary', 'cover-secretary', 'monitoring-officer', 'proper-officer'],
  // For oneself alone; that one is a member of the body that day is the rule's.
  'apology.give': ['owner'],
  'apology.enter': ['secretary', 'cover-secretary'],
  'decision.see': [
    'owner',
    'secretary',
    'cover-secretary',
    'chair',
    'vice-chair',
    'member',
    'co-optee',
    'substitute',
    'monitoring-officer',
    'proper-officer',
    'head-of-democratic-services',
    'staff',
  ],
  // Whoever decides writes the record of their own decisions; who may decide at all is a rule of the decision.
  'decision.record': ['owner', 'secretary', 'cover-secretary', 'proper-officer', 'monitoring-officer'],
  'decision.publish': ['secretary', 'cover-secretary', 'proper-officer', 'monitoring-officer'],
  // Any member of any body asks here; that only councillors who are not of the executive count is the procedure's.
  'call-in.request': ['chair', 'vice-chair', 'member'],
  'call-in.judge': ['monitoring-officer', 'proper-officer'],
  'api-tokens.own': ['signed-in'],
  'api-tokens.manage': ['administrator'],
  'written-resolution.see': [
    'secretary',
    'cover-secretary',
    'chair',
    'vice-chair',
    'member',
    'co-optee',
    'observer',
    'monitoring-officer',
    'proper-officer',
    'head-of-democratic-services',
  ],
  'written-resolution.put': ['secretary', 'cover-secretary'],
  // Who has a vote is asked of the record: those who sat there on the day it was put.
  'written-resolution.answer': ['chair', 'vice-chair', 'member', 'co-optee'],
};

const organisationWide: readonly Role[] = [
  'administrator',
  'monitoring-officer',
  'proper-officer',
  'head-of-democratic-services',
  'head-of-paid-service',
  'chief-finance-officer',
  'equality-lead',
  'staff',
  'link-officer',
];

const holds = (asker: Asker, role: Role, subject: Subject): boolean =>
  asker.memberships.some(
    (held) =>
      held.personId === asker.personId &&
      held.role === role &&
      heldOn(held, asker.today) &&
      (subject.bodyId == null ||
        held.bodyId === subject.bodyId ||
        (held.bodyId === ORGANISATION && organisationWide.includes(role))),
  );

/** Roles that may see private business of their own body (exempt information goes to members who need to know). */
const mayKnowPrivate: readonly Role[] = [
  'secretary',
  'cover-secretary',
  'chair',
  'vice-chair',
  'member',
  'monitoring-officer',
  'proper-officer',
];

const knows = (asker: Asker, subject: Subject): boolean =>
  subject.accessClass !== 'private' ||
  (subject.ownerIds ?? []).includes(asker.personId) ||
  mayKnowPrivate.some((role) => holds(asker, role, subject));

/** May this person do that to this? `null` asks for somebody who is not signed in. */
export function may(asker: Asker | null, action: Action, subject: Subject = {}): boolean {
  const holders = accessTable[action];
  if (holders.includes('anyone')) return true;
  if (asker === null) return false;
  if (holders.includes('signed-in')) return true;
  if (!knows(asker, subject)) return false;
  return holders.some((holder) => {
    if (holder === 'owner' || holder === 'link-officer-of-it') return (subject.ownerIds ?? []).includes(asker.personId);
    return holder !== 'anyone' && holder !== 'signed-in' && holds(asker, holder, subject);
  });
}
