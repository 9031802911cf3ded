/** What a target counts: people who have started, people who left to work, people who left to work or studies. */
export const targetIndicators = ['entered', 'exited-to-work', 'exited-to-work-or-studies'] as const;
export type TargetIndicator = (typeof targetIndicators)[number];
