import { say } from '../../../shared/pages/say.ts';
import { paths } from '../paths.ts';

const order = ['source', 'reading', 'check', 'accepted'] as const;
export type ReadingStep = (typeof order)[number];

type Step = { text: string; state: 'done' | 'now' | 'todo'; href?: string };

/** Where the secretary is on the way from a text to the register; a step that can be gone back to is a link. */
export function readingSteps(now: ReadingStep, readingId: string | null): readonly Step[] {
  const at = order.indexOf(now);
  return order.map((step, index) => ({
    text: say('minutes', `step-${step}`),
    state: index < at ? 'done' : index === at ? 'now' : 'todo',
    ...(readingId !== null && step === 'reading' && now === 'check' ? { href: paths.reading(readingId) } : {}),
  }));
}
