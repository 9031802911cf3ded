import { describe, expect, it } from '@jest/globals';
import { Meeting } from '@stegvis/contracts/meetings/meeting';
import { pick } from './pick.js';

describe('what leaves the server', () => {
  it('is what the response declares, at every depth, and nothing else', () => {
    const row = { id: 'm', minutes: 30, secret: 'x', attendances: [{ id: 'a', summary: null, identityNumber: '19640823-3234' }], voidReason: null };
    expect(pick(Meeting, row)).toEqual({ id: 'm', minutes: 30, attendances: [{ id: 'a', summary: null }], voidReason: null });
  });
});
