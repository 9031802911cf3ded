/** Clocks differ and people come early: the API takes a meeting as begun from an hour before. */
const early = 3_600_000;

/** Whether a meeting can be written up, or have been missed. */
export const hasBegun = (startsAt: string, now = new Date()) => new Date(startsAt).getTime() <= now.getTime() + early;
