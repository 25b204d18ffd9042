import type { BodyKind } from '../../../shared/domain/bodies/body.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import { procedurePresets, usualCallIn, usualWrittenRules } from '../../../shared/domain/bodies/procedure-presets.ts';

type Own = Pick<Procedure, 'quorum'> & Partial<Pick<Procedure, 'chairClosesActions' | 'callIn' | 'writtenResolutions'>>;

function procedureOf(bodyId: string, kind: BodyKind, own: Own): Procedure {
  return {
    ...procedurePresets[kind],
    ...own,
    id: `procedure-${bodyId}`,
    bodyId,
    from: bodyId === 'pccc' ? '2018-04-01' : '2018-05-17',
    to: null,
  };
}

const quorum = (number: number, including: string | null = null): Own => ({ quorum: { number, including } });

/** The procedure in force of each body: the preset of its kind with its own quorum. */
export const procedures: readonly Procedure[] = [
  // A quarter of the whole number of members: LGA 1972 Sch 12 para 6.
  procedureOf('council', 'council', quorum(6)),
  // The Scrutiny Coordination Committee hears call-ins.
  procedureOf('cabinet', 'executive', { ...quorum(3), callIn: { ...usualCallIn, heardBy: 'scc' } }),
  procedureOf('hosb', 'scrutiny', quorum(3)),
  procedureOf('scc', 'scrutiny', quorum(3)),
  procedureOf('hwb', 'health-and-wellbeing-board', quorum(4, '1 councillor and 1 NHS member')),
  procedureOf('audit', 'committee', quorum(3)),
  procedureOf('partnership', 'partnership', quorum(4)),
  // Its members are named with their votes, as in the minutes of its meetings.
  procedureOf('governing-body', 'nhs-board', {
    ...quorum(6, '1 lay member and 1 clinician'),
    writtenResolutions: { ...usualWrittenRules, namesVotes: true },
  }),
  procedureOf('pccc', 'nhs-committee', quorum(4, '1 lay member')),
];
