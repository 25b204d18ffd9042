import * as fc from 'fast-check';

/**
 * Runs a property whose test is synchronous. `fc.assert` may also return a promise, so calling it bare looks to the linter
 * like one left unawaited; here the type says that there is none.
 */
export function holds<Inputs>(property: fc.IProperty<Inputs>): void {
  void fc.assert(property);
}
