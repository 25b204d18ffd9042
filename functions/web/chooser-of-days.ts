import '../../shared/pages/words/people.ts';
import { say } from '../../shared/pages/say.ts';

/** Monday to Friday, one chosen. */
export function chooserOfDays(chosen: string) {
  return (['1', '2', '3', '4', '5'] as const).map((value) => ({
    value,
    text: say('people', `weeklyDay-${value}`),
    selected: value === chosen,
  }));
}
