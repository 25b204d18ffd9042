export const storyName = 'the-story';

const call = (FunctionName: string, effect: string, more: Record<string, unknown>) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: { effect } },
  Output: '{% $states.result.Payload %}',
  ...more,
});
const ask = (FunctionName: string, effect: string, more: Record<string, unknown>) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName, Payload: { effect, token: '{% $states.context.Task.Token %}' } },
  HeartbeatSeconds: 40 * 86_400,
  ...more,
});

/** A machine that goes through every kind of state and every way of being parked. */
export const storyMachine = {
  QueryLanguage: 'JSONata',
  StartAt: 'Open',
  States: {
    Open: { Type: 'Pass', Assign: { matter: '{% $states.input.matter %}' }, Next: 'Enter' },
    Enter: call('record', 'entered', { Next: 'Send' }),
    Send: call('fail-once', 'sent', { Retry: [{ ErrorEquals: ['Throttled'] }], Next: 'Until' }),
    Until: { Type: 'Wait', Seconds: 30 * 86_400, Next: 'Early' },
    Early: ask('answer-early', 'asked early', { Next: 'Later' }),
    Later: ask('answer-later', 'asked later', { Assign: { answer: '{% $states.result %}' }, Next: 'Which' }),
    Which: { Type: 'Choice', Choices: [{ Condition: "{% $answer = 'answered' %}", Next: 'Each' }], Default: 'Lost' },
    Lost: { Type: 'Fail', Error: 'Lost' },
    Each: {
      Type: 'Map',
      Items: [1, 2, 3],
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Tell',
        States: {
          Tell: {
            ...call('record', '', { Next: 'Pause' }),
            Arguments: { FunctionName: 'record', Payload: { effect: "{% 'told ' & $string($states.input) %}" } },
          },
          Pause: { Type: 'Wait', Seconds: 60, End: true },
        },
      },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Minute', States: { Minute: call('record', 'minuted', { End: true }) } },
        { StartAt: 'Break', States: { Break: { Type: 'Fail', Error: 'Broken' } } },
      ],
      Catch: [{ ErrorEquals: ['Broken'], Output: '{% $states.input %}', Next: 'Close' }],
      Next: 'Lost',
    },
    Close: {
      Type: 'Succeed',
      Output: { matter: '{% $matter %}', answer: '{% $answer %}', told: '{% $states.input %}' },
    },
  },
};
