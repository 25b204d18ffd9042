import type { Examples, Making } from './example.ts';

const maya = 'maya-lapwing';
const text = `12. Winter pressures

The Director of Public Health introduced the report.

RESOLVED:
1. That the report be noted.
2. That a further report be brought back to the Board in six months.

13. Any other business

There was none.
`;
const meeting = { bodyId: 'hosb', meetingDay: '2019-03-14', minutesStatus: 'draft', toBePublished: false };

/** A text begun as the secretary begins it; its id is only then known. */
const begun = async ({ send }: Making, words = text): Promise<string> => {
  const { outcome } = await send(maya, '/readings', { ...meeting, text: words });
  return (outcome as { id: string }).id;
};

type Answer = Record<string, unknown>;

/** Everything that was found is kept, and what is late already is chased. */
async function answersOf({ read }: Making, id: string) {
  const { finds, promises } = await read(maya, `/readings/${id}`);
  return {
    decisions: Object.fromEntries((finds as { id: string }[]).map((find) => [find.id, 'keep'])),
    promises: Object.fromEntries(
      Object.entries(promises as Record<string, Answer>).map(([find, answer]) => [find, { ...answer, late: 'chase' }]),
    ),
  };
}

const reading = (version = 1) => ({
  who: maya,
  version,
  prepare: async (making: Making) => ({ at: { readingId: await begun(making) } }),
});

const givenUp = {
  prepare: async (making: Making) => {
    const readingId = await begun(making);
    await making.send(maya, `/readings/${readingId}/abandon`, {}, 1);
    return { at: { readingId } };
  },
  version: 2,
};

/** Minutes read in. */
export const readingExamples: Examples = {
  listReadings: reading(),
  readReading: reading(),
  readMinutesIn: { who: maya, body: { ...meeting, text, fileName: 'minutes.txt' } },
  typeMinute: {
    who: maya,
    body: {
      ...meeting,
      minute: {
        title: 'Winter pressures',
        number: '12',
        text: 'The Board considered the report.',
        parts: [{ words: 'That the report be noted.', outcome: 'noted', promise: null }],
        promises: [{ words: 'Figures by ward to be sent to members', kind: 'action' }],
      },
    },
  },
  answerReading: {
    ...reading(),
    prepare: async (making) => {
      const readingId = await begun(making);
      return { at: { readingId }, body: await answersOf(making, readingId) };
    },
    refused: { 'reading-over': givenUp },
  },
  acceptReading: {
    ...reading(2),
    prepare: async (making) => {
      const readingId = await begun(making);
      await making.send(maya, `/readings/${readingId}/answers`, await answersOf(making, readingId), 1);
      return { at: { readingId } };
    },
    refused: {
      'reading-over': givenUp,
      'answers-missing': {
        version: 1,
        prepare: async (making) => ({
          at: { readingId: await begun(making, 'The Board noted the winter pressures.') },
        }),
      },
    },
  },
  abandonReading: { ...reading(), refused: { 'reading-over': givenUp } },
};
