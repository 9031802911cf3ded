import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './problem';

describe('refusalOf', () => {
  it('keeps the sentence, and puts each error at its input and the sentence on the form', () => {
    const problem = {
      status: 400,
      code: 'invalid-input',
      message: 'Two answers need another look.',
      errors: { startDate: 'Not a date.', 'attendances.0.state': 'Unknown.' },
    };
    expect(refusalOf(400, JSON.stringify(problem))).toEqual({
      message: 'Two answers need another look.',
      status: 400,
      body: {
        code: 'invalid-input',
        errors: { startDate: 'Not a date.', 'attendances.0.state': 'Unknown.', root: { serverError: 'Two answers need another look.' } },
      },
    });
  });

  it('carries the record as it is now when a change came too late', () => {
    const refusal = refusalOf(409, JSON.stringify({ message: 'Somebody was before you.', code: 'stale', current: { id: '1', version: 3 } }));
    expect(refusal.body).toEqual({ code: 'stale', current: { id: '1', version: 3 } });
  });

  it('carries the seconds after which it may be asked again', () => {
    const problem = JSON.stringify({ message: 'Go on in 14 seconds.', code: 'too-many-pages' });
    expect(refusalOf(429, problem, '14').body).toEqual({ code: 'too-many-pages', retryAfter: 14 });
    expect(refusalOf(503, problem, '2').body).toEqual({ code: 'too-many-pages' });
  });

  it('says in our own words what an answer without a problem means', () => {
    expect(refusalOf(502, '<html>').message).toBe('layout.unavailable');
    expect(refusalOf(404, '').message).toBe('layout.refused');
  });
});
