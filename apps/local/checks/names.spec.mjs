import { expect, it } from '@jest/globals';
import { saysNothing } from './names.mjs';

it.each([
  'libs/domain/src/utils/a.ts',
  'apps/staff/src/helpers.tsx',
  'libs/platform/src/date-utils.ts',
  'apps/api/src/meetings.helper.ts',
  'docker/common/x',
])('refuses %s', (path) => expect(saysNothing(path)).toBe(true));

it.each(['libs/domain/src/meetings/meeting.entity.ts', 'apps/staff/src/sharedMeetings.tsx', 'apps/local/checks/names.mjs'])('accepts %s', (path) =>
  expect(saysNothing(path)).toBe(false),
);
