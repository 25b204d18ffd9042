import { areas } from '../../functions/web/areas.ts';

/** Every page there is, of every area. */
export const everyRoute = (await Promise.all(areas.map(({ load }) => load()))).flat();
