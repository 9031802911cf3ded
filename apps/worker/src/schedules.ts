import type { Schedule } from '@stegvis/platform/queue';
import { settings } from '@stegvis/platform/settings';

/** Every recurring job. */
export const schedules = (): readonly Schedule[] => [
  {
    id: 'follow-ups',
    job: 'sweep-follow-ups',
    when: { everySeconds: settings().SWEEP_EVERY_SECONDS },
    atStart: true,
    why: 'A follow-up becomes due when a day begins or a meeting ends, without anybody doing anything',
  },
  {
    id: 'reports',
    job: 'draft-reports',
    when: { pattern: '0 20 4 * * *' },
    atStart: true,
    why: "Last month's report is there when the leader begins the day; every day, so that a missed night is made up for",
  },
  {
    id: 'requested-reports',
    job: 'build-requested-reports',
    when: { everySeconds: 60 },
    atStart: false,
    why: 'A queue may lose a bell; the run that was requested is still there, and nobody should wait for it in vain',
  },
  {
    id: 'exports',
    job: 'sweep-exports',
    when: { everySeconds: 60 },
    atStart: true,
    why: 'A file that nobody fetches is gone within a day; one whose bell was lost, or whose worker died, is made all the same',
  },
  {
    id: 'access-log',
    job: 'link-access-log',
    when: { everySeconds: 5 },
    atStart: false,
    why: 'What was noted is proof against changes only when it is linked; in the request, everybody would wait in line for it',
  },
  {
    id: 'doorbell',
    job: 'clean-doorbell',
    when: { pattern: '0 40 3 * * *' },
    atStart: false,
    why: 'Bells are of no use once they have been answered',
  },
];
