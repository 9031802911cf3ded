import { verbs as allVerbs, type Verb } from '@stegvis/contracts/permissions/permissions';

/** React-Admin's words for pages, in our words for verbs; a creation has a verb of its own where people have one for it. */
const creations: Record<string, string> = {
  participants: 'refer',
  meetings: 'plan',
  'report-runs': 'request',
  'stage-periods': 'start',
  'name-grants': 'give',
  'stand-ins': 'appoint',
  'access-reviews': 'start',
};

function verbFor(resource: string, action: string): string {
  if (action === 'list' || action === 'show') return `${resource}.read`;
  if (action === 'create') return `${resource}.${creations[resource] ?? 'change'}`;
  return action === 'edit' ? `${resource}.change` : `${resource}.${action}`;
}

/** Whether somebody with these verbs may open a page or use a verb of a resource. */
export function mayDo(held: readonly Verb[], resource: string, action: string): boolean {
  const verb = verbFor(resource, action);
  return allVerbs.some((known) => known === verb) && held.some((one) => one === verb);
}
