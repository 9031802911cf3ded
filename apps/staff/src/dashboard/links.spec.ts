import { describe, expect, it } from '@jest/globals';
import { overdueLink, stageLink, targetLink } from './links';

const filterOf = (path: string) => JSON.parse(new URL(path, 'http://x').searchParams.get('filter') ?? '{}') as unknown;
const target = {
  targetId: 't',
  siteId: 's',
  siteName: 'Gotland',
  gender: 'woman',
  startDate: '2026-01-01',
  endDate: '2026-12-31',
  target: 20,
  reached: 16,
} as const;

describe('the links of the dashboard', () => {
  it('show the active ones who have a stage open, or none', () => {
    expect(filterOf(stageLink('p', 'mapping', 'man'))).toEqual({ projectId: 'p', status: 'active', openStage: 'mapping', gender: 'man' });
    expect(filterOf(stageLink('p', 'none'))).toEqual({ projectId: 'p', status: 'active', withoutStage: true });
  });

  it('show who counts towards a target', () => {
    expect(filterOf(targetLink('p', { ...target, indicator: 'entered' }))).toEqual({
      projectId: 'p',
      siteId: 's',
      gender: 'woman',
      entered: true,
      startedFrom: '2026-01-01',
      startedTo: '2026-12-31',
    });
    expect(filterOf(targetLink('p', { ...target, siteId: null, gender: null, indicator: 'exited-to-work-or-studies' }))).toEqual({
      projectId: 'p',
      exitReason: ['work', 'studies'],
      endedFrom: '2026-01-01',
      endedTo: '2026-12-31',
    });
  });

  it('show the overdue follow-ups of a site by a rule', () => {
    expect(filterOf(overdueLink('p', { siteId: 's', rule: 'no-contact' }))).toEqual({
      projectId: 'p',
      siteId: 's',
      rule: 'no-contact',
      overdue: true,
    });
  });
});
