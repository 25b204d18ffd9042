import { standingItemsOf } from '../agendas/standing-items.ts';
import type { BodyKind } from './body.ts';
import type { CallInRule, Procedure, WrittenRules } from './procedure.ts';

/** What a preset settles; the quorum, the days and the body are the body's own. */
export type ProcedurePreset = Omit<Procedure, 'id' | 'bodyId' | 'from' | 'to' | 'quorum'>;

/** What standing orders commonly say: five members who are not of the executive, or the scrutiny chair and two others. */
export const usualCallIn: CallInRule = {
  workingDays: 5,
  closesAt: '17:00',
  signatories: [
    { members: 5, scrutinyChair: false },
    { members: 2, scrutinyChair: true },
  ],
  heardBy: null,
};

/** The usual standing order of NHS bodies and partnerships on deciding in writing; every body may set its own. */
export const usualWrittenRules: WrittenRules = { majority: 'more-than-half', closesEarly: true, daysToAnswer: 5 };

/** Local custom before each meeting, in working days; every body may set its own. */
const usualLocalDates = {
  reportsToSecretary: 10,
  chairsBriefing: 8,
  clearancesComplete: 7,
  // One spare day before the last lawful day of a body with five clear days.
  publishTarget: 6,
  apologies: 5,
} as const;

/** Five clear working days for notice, agenda and reports: SI 2002/715; R v Swansea CC ex p Elitestone (1993). */
const fiveClearDays = {
  clearDays: 5,
  mode: 'working',
  statutory: true,
  sourceOfRule: 'Local Government Act 1972 ss.100A(6)(a), 100B(3) and 100E(1)',
} as const;

const agendaOf = (kind: BodyKind): ProcedurePreset['agenda'] => ({
  numbering: 'plain',
  standing: [...standingItemsOf(kind)],
});

const councilCommittee: Omit<ProcedurePreset, 'preset' | 'agenda'> = {
  division: 'england-and-wales',
  notice: fiveClearDays,
  keyDecisionNotice: null,
  papers: { workingDaysBefore: null, sourceOfRule: null },
  // s.100B(4)(b): special circumstances, to be specified in the minutes.
  routes: ['chairs-urgency', 'shorter-notice'],
  callIn: null,
  // LGA 1972 Sch 12 para 39: by a majority of the members present and voting.
  writtenResolutions: null,
  // LGHA 1989 s.15.
  politicalBalance: true,
  exclusionScheme: 'schedule-12A',
  localDates: usualLocalDates,
  closeTime: '17:00',
  chairClosesActions: false,
  keepsOfficeClosures: true,
};

const nhs: Omit<ProcedurePreset, 'preset' | 'agenda'> = {
  ...councilCommittee,
  notice: {
    clearDays: 3,
    mode: 'working',
    statutory: true,
    sourceOfRule: 'Public Bodies (Admission to Meetings) Act 1960 s.1(4)(a)',
  },
  papers: { workingDaysBefore: 5, sourceOfRule: 'Standing orders of the body' },
  routes: ['shorter-notice'],
  writtenResolutions: usualWrittenRules,
  politicalBalance: false,
  exclusionScheme: '1960-act',
  keepsOfficeClosures: false,
};

/** The shipped preset of each kind of body. The kind, not the name, decides the rule. */
export const procedurePresets: Record<BodyKind, ProcedurePreset> = {
  council: {
    ...councilCommittee,
    preset: 'council',
    agenda: agendaOf('council'),
    notice: {
      ...fiveClearDays,
      sourceOfRule: 'Local Government Act 1972 Sch 12 para 4(1A) and ss.100A(6)(a), 100B(3)',
    },
    // The summons to full council has no exception for shorter notice in England: Sch 12 para 4(1A).
    routes: ['chairs-urgency'],
    politicalBalance: false,
    chairClosesActions: true,
  },
  executive: {
    ...councilCommittee,
    preset: 'executive',
    agenda: agendaOf('executive'),
    notice: { ...fiveClearDays, sourceOfRule: 'SI 2012/2089 regs 6 and 7' },
    keyDecisionNotice: {
      clearDays: 28,
      // The Regulations do not say; councils count calendar days. A cautious authority sets 'working'.
      mode: 'calendar',
      statutory: true,
      sourceOfRule: 'SI 2012/2089 regs 5 and 9',
    },
    // Part VA of the 1972 Act does not apply to an executive, so there is no chair's urgency: reg 6(2).
    routes: ['shorter-notice', 'general-exception', 'special-urgency'],
    callIn: usualCallIn,
    politicalBalance: false,
  },
  scrutiny: { ...councilCommittee, preset: 'scrutiny', agenda: agendaOf('scrutiny') },
  committee: { ...councilCommittee, preset: 'committee', agenda: agendaOf('committee') },
  'health-and-wellbeing-board': {
    ...councilCommittee,
    preset: 'health-and-wellbeing-board',
    agenda: agendaOf('health-and-wellbeing-board'),
    notice: {
      ...fiveClearDays,
      sourceOfRule: 'Health and Social Care Act 2012 s.194(11), so LGA 1972 ss.100A(6)(a) and 100B(3)',
    },
    // SI 2013/218 reg 7 disapplies ss.15 and 16 of the 1989 Act.
    politicalBalance: false,
  },
  partnership: {
    ...councilCommittee,
    preset: 'partnership',
    agenda: agendaOf('partnership'),
    notice: null,
    papers: { workingDaysBefore: 5, sourceOfRule: 'Terms of reference of the body' },
    routes: ['shorter-notice'],
    writtenResolutions: usualWrittenRules,
    politicalBalance: false,
    chairClosesActions: true,
  },
  'nhs-board': { ...nhs, preset: 'nhs-board', agenda: agendaOf('nhs-board') },
  'nhs-committee': { ...nhs, preset: 'nhs-committee', agenda: agendaOf('nhs-committee') },
};
