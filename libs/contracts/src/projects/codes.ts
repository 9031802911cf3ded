/** What a project does; `pre-study` has no participants of its own, `competence-development` has professionals. */
export const projectKinds = ['individual-support', 'competence-development', 'pre-study'] as const;
export type ProjectKind = (typeof projectKinds)[number];
