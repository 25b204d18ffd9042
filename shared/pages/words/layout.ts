import { addWords } from '../words-at-hand.ts';
import type { Catalogue } from './catalogue.ts';

export const layoutWords = {
  en: {
    product: 'Quorate',
    titleWithError: 'Error: {{title}}',
    titleSuffix: '{{title}} - Quorate - {{organisation}}',
    skip: 'Skip to main content',
    mainNavigation: 'Main',
    breadcrumb: 'Breadcrumb',
    personAndRole: '{{name}}, {{role}}',
    signIn: 'Sign in',
    signOut: 'Sign out',
    demonstrationRegion: 'Demonstration clock',
    demonstration: 'Demonstration.',
    demonstrationDay: 'Fictional people and places. Today is {{day}}.',
    moveTime: 'Move time',
    problem: 'There is a problem',
    navHome: 'Home',
    navMinutes: 'Minutes',
    navCommitments: 'Promises',
    navPlan: 'Plans',
    navDecisions: 'Decisions',
    navPeople: 'People',
    navAdministration: 'Administration',
    navMessages: 'Messages',
    navCommittees: 'Committees',
    help: 'Help with Quorate',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    openData: 'Open data and feeds',
    footerLinks: 'About this site',
    contact: '{{name}}, {{organisation}}: {{email}}, {{telephone}}.',
    openSource: 'Quorate is open-source software. Every day here is a London day.',
    notForLiveRecords:
      'This copy runs on one machine for demonstration, development and rehearsal. It is not for live records.',
  },
} satisfies Catalogue;

addWords({ layout: layoutWords });
