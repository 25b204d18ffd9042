/** The type of the module that `npm run assets` makes beside this file. */

/** Changes whenever the style sheet or the script changes; part of their address, so that they can be kept for ever. */
export const assetsHash: string;
