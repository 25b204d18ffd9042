import { expect, test } from '@jest/globals';
import { toGoldShape } from '../../shared/minutes/gold-shape.ts';
import { readMinutes } from '../../shared/minutes/read-minutes.ts';
import { addScores, goldSchema, measuresOf, scored, scoreReading } from '../../shared/minutes/score.ts';
import { modelledPairs } from './fixture.ts';

test('the modelled minutes score at least 0.95 on resolutions, on report-backs and on actions', () => {
  const scores = modelledPairs().map(({ name, text, gold }) =>
    scoreReading(toGoldShape(readMinutes(text), name), goldSchema.parse(gold)),
  );
  const total = addScores(scores);
  const lines = scored.map((kind) => {
    const { precision, recall, f1 } = measuresOf(total[kind]);
    return `${kind}: P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  });
  process.stdout.write(`Modelled minutes (${scores.length} texts): ${lines.join('; ')}\n`);
  for (const kind of scored) expect(measuresOf(total[kind]).f1).toBeGreaterThanOrEqual(0.95);
});

test.each(modelledPairs().map(({ name, text, gold }) => ({ name, text, gold })))(
  'the head of $name: its kind, day and number of items',
  ({ name, text, gold }) => {
    const { kind, meetingDate, items, supportingDocuments } = toGoldShape(readMinutes(text), name);
    const wanted = gold as { kind: string; meetingDate: string; items: unknown[]; supportingDocuments: number };
    expect({ kind, meetingDate, items: items.length, supportingDocuments }).toEqual({
      kind: wanted.kind,
      meetingDate: wanted.meetingDate,
      items: wanted.items.length,
      supportingDocuments: wanted.supportingDocuments,
    });
  },
);
