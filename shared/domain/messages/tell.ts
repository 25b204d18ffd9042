import type { How, Tell } from './milestone.ts';

export const owner = (how: How): Tell => ({ who: 'owner', how });
export const lineManager = (how: How): Tell => ({ who: 'line-manager', how });
export const secretary = (how: How): Tell => ({ who: 'secretary', how });

/** A list of the one, if it applies. */
export function whenTrue(applies: boolean, tell: Tell): readonly Tell[] {
  return applies ? [tell] : [];
}

const strength = (tell: Tell): number => (tell.urgent ? 3 : { own: 2, briefing: 1, digest: 1 }[tell.how]);

/** One tell for each reader, the strongest: nobody hears the same thing alone and again in a digest. */
export function strongestOf(tells: readonly Tell[]): readonly Tell[] {
  const best = new Map<string, Tell>();
  for (const tell of tells) {
    const held = best.get(tell.who);
    if (held === undefined || strength(tell) > strength(held)) best.set(tell.who, tell);
  }
  return [...best.values()];
}
