import { expect, test } from '@jest/globals';
import { standingItemsOf, standingKey } from '../../../shared/domain/agendas/standing-items.ts';
import { beginningOf, kindsToAdd, templateKept, withKind, withMoved } from '../../../shared/domain/agendas/template.ts';
import type { Procedure } from '../../../shared/domain/bodies/procedure.ts';
import { procedurePresets } from '../../../shared/domain/bodies/procedure-presets.ts';
import { aMeeting } from '../../support/builders.ts';

const procedure: Procedure = {
  ...procedurePresets.committee,
  id: 'rules',
  bodyId: 'hosb',
  from: '2018-05-17',
  to: null,
  quorum: { number: 3, including: null },
};
const meeting = aMeeting({ id: 'june', day: '2019-06-12' });
const words = { business: 'The business', private: 'Private business' };

test('a body keeps its own standing items when its rules change; one that never had any other follows its new kind', () => {
  const own = { numbering: 'year' as const, standing: procedure.agenda.standing.slice(0, 3) };
  expect(templateKept({ preset: 'committee', agenda: own }, 'executive')).toEqual(own);
  expect(templateKept(procedure, 'executive')).toEqual(procedurePresets.executive.agenda);
  expect(templateKept(null, 'council')).toEqual(procedurePresets.council.agenda);
});

test('each kind of standing item is offered while it is not there, and stands once', () => {
  const standing = standingItemsOf('executive');
  expect(kindsToAdd(standing)).toEqual(['urgent']);
  const all = withKind(standing, 'urgent', 'executive');
  expect(all.map(({ key }) => key).toSorted()).toEqual([...standingKey.options].toSorted());
  expect(withKind(all, 'urgent', 'executive')).toEqual(all);
  expect(withMoved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(withMoved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(withMoved(['a', 'b'], 7, 1)).toEqual(['a', 'b']);
});

test('an agenda begins in the order of its template, the business between what opens the meeting and what closes it', () => {
  const { standing } = procedure.agenda;
  const urgentFirst = [
    ...standing.filter(({ key }) => key === 'urgent'),
    ...standing.filter(({ key }) => key !== 'urgent'),
  ];
  const of = { meeting, meetings: [meeting], procedure };
  const rows = beginningOf({ numbering: 'plain', standing: urgentFirst }, of, words);
  expect(rows.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1 Urgent business',
    '2 Apologies and substitutes',
    '3 Declarations of interest',
    '4 Minutes',
    '5 Action log and outstanding promises',
    '6 Public questions',
    '7 The business',
    '8 Work programme',
    '9 Date of next meeting',
    '10 Exclusion of the press and public',
    '11 Private business',
  ]);
});

test('each numbering scheme shows in how the next agenda begins', () => {
  const standing = procedure.agenda.standing.filter(({ key }) => key === 'apologies' || key === 'exclusion');
  const of = { meeting, meetings: [meeting], procedure };
  const numbers = (numbering: Procedure['agenda']['numbering']) =>
    beginningOf({ numbering, standing }, of, words).map(({ number }) => number);
  expect(numbers('plain')).toEqual(['1', '2', '3', '4']);
  expect(numbers('lettered')).toEqual(['A1', 'A2', 'A3', 'B1']);
  expect(numbers('year')).toEqual(['19/01', '19/02', '19/03', '19/04']);
  expect(numbers('parts')).toEqual(['1.1', '1.2', '1.3', '2.1']);
});
