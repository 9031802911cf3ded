import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSettings, variables } from './settings.js';

describe('settings', () => {
  it('have a default for everything that an embedded start does not need', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: undefined,
      REDIS_URL: undefined,
      STEGVIS_DEMO: 'on',
      STEGVIS_STOP_WITH_PARENT: false,
    });
  });

  it('name every variable that cannot be used, and say what it is for', () => {
    expect(() => readSettings({ PORT: '70000', DATABASE_URL: 'mysql://x' })).toThrow(
      /DATABASE_URL must be an address that begins with postgres:\/\/[\s\S]*PORT must be a whole number from 0 to 65535/,
    );
  });

  it.each([
    [undefined, ['loopback']],
    ['10.0.3.4', ['10.0.3.4']],
    [' loopback, 10.0.3.0/24 ,fd00:1::/64', ['loopback', '10.0.3.0/24', 'fd00:1::/64']],
    ['uniquelocal,linklocal', ['uniquelocal', 'linklocal']],
  ])('trust the proxies %s', (given, ranges) => {
    expect(readSettings({ TRUSTED_PROXIES: given }).TRUSTED_PROXIES).toEqual(ranges);
  });

  it.each([
    'proxy.example',
    '*',
    '10.0.3.4:8080',
    '10.0.3.0/33',
    '10.0.3.0/',
    '10.0.3.0/x',
    'fd00::/129',
    '0.0.0.0/0',
    '::/0',
    '10.0.3.4,,10.0.3.5',
    'true',
    '1',
  ])('do not trust %s as a proxy', (given) => {
    expect(() => readSettings({ TRUSTED_PROXIES: given })).toThrow(/TRUSTED_PROXIES must be addresses or ranges/);
  });

  it('take an empty variable for an unset one', () => {
    expect(readSettings({ REDIS_URL: '' }).REDIS_URL).toBeUndefined();
  });

  it('are listed in the README, each with its sentence', () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
    const table = readme.split('<!-- settings:')[1]?.split('<!-- end of settings -->')[0] ?? '';
    const listed = [...table.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name, says]) => [name, says]);
    expect(listed).toEqual(Object.entries(variables).map(([name, { says }]) => [name, says]));
  });
});
