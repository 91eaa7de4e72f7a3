/**
 * How long these tests wait, and how quick the bot has to be. A machine that does other things too may be slow, so a
 * usual run only asks that it comes; a soak, which has the machine to itself, holds the bot to its targets.
 */
export const patienceMs = 90_000;

const isSoak = process.env["PARLEY_PEER_POSTS"] !== undefined;
const slowness = 10;

export const heldTo = (targetMs: number): number => (isSoak ? targetMs : targetMs * slowness);
