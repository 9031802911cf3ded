import { describe, expect, it } from '@jest/globals';
import { StagePeriodEntity } from './stage-period.entity.js';

describe('a stage', () => {
  it('ends once', () => {
    const stage = Object.assign(new StagePeriodEntity(), { startDate: '2026-01-01', endDate: null as string | null });
    expect(stage.end('2026-02-01')).toEqual({ endDate: '2026-02-01' });
    stage.endDate = '2026-02-01';
    expect(() => stage.end('2026-03-01')).toThrow(expect.objectContaining({ kind: 'conflict', detail: { current: { endDate: '2026-02-01' } } }));
  });
});
