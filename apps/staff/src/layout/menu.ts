import type { Verb } from '@stegvis/contracts/permissions/permissions';

export interface MenuEntry {
  to: string;
  /** A message key. */
  label: string;
  verb: Verb;
  badge?: 'due' | 'returned';
}

/** The menu, by what one may do; a group without an entry left is not shown. */
export const menu: readonly { label: string; entries: readonly MenuEntry[] }[] = [
  {
    label: 'menu.work',
    entries: [
      { to: '/my-day', label: 'myDay.name', verb: 'my-day.read' },
      { to: '/dashboard', label: 'dashboard.name', verb: 'dashboard.read' },
      { to: '/participants', label: 'resources.participants.name', verb: 'participants.read' },
      { to: '/enrolments', label: 'resources.enrolments.name', verb: 'dashboard.read' },
      { to: '/meetings', label: 'resources.meetings.name', verb: 'meetings.read' },
      { to: '/reminders', label: 'resources.reminders.name', verb: 'reminders.read', badge: 'due' },
      { to: '/stand-ins', label: 'resources.stand-ins.name', verb: 'stand-ins.read' },
      { to: '/name-grants', label: 'resources.name-grants.name', verb: 'name-grants.give' },
    ],
  },
  {
    label: 'menu.reports',
    entries: [
      { to: '/report-runs', label: 'resources.report-runs.name', verb: 'report-runs.read', badge: 'returned' },
      { to: '/exports', label: 'resources.exports.name', verb: 'exports.read' },
      { to: '/submissions', label: 'resources.submissions.name', verb: 'submissions.read' },
    ],
  },
  {
    label: 'menu.access',
    entries: [
      { to: '/access-log', label: 'resources.access-log.name', verb: 'access-log.read' },
      { to: '/access-reviews', label: 'resources.access-reviews.name', verb: 'access-reviews.read' },
    ],
  },
  {
    label: 'menu.administration',
    entries: [
      { to: '/projects', label: 'resources.projects.name', verb: 'projects.change' },
      { to: '/organisations', label: 'resources.organisations.name', verb: 'organisations.change' },
      { to: '/sites', label: 'resources.sites.name', verb: 'sites.change' },
      { to: '/targets', label: 'resources.targets.name', verb: 'targets.change' },
      { to: '/staff', label: 'resources.staff.name', verb: 'staff.change' },
      { to: '/role-assignments', label: 'resources.role-assignments.name', verb: 'role-assignments.read' },
    ],
  },
];
