import { describe, expect, it } from '@jest/globals';
import { mayUse, type Role, roles } from '@stegvis/contracts/permissions/permissions';
import { nameForm } from '@stegvis/contracts/search/name-form';
import { menu } from '../layout/menu';
import { placesFor } from './places';

const names: Record<string, string> = {
  'meeting.log': 'Anteckna möte',
  'meeting.plan': 'Planera möte',
  'myDay.name': 'Min dag',
  'resources.stand-ins.name': 'Vikariat',
};
const say = (key: string) => names[key] ?? key;
const placesOf = (role: Role, text = '') => placesFor((verb) => mayUse([role], verb), say, nameForm(text).split(' ').filter(Boolean));

describe('the places that the palette offers', () => {
  it.each(roles)('a %s are all and only those of the menu that the role may open, and what it may begin', (role) => {
    const entries = menu.flatMap((group) => group.entries);
    const mine = placesOf(role).map(({ to }) => to);
    for (const { to, verb } of entries) expect([to, mine.includes(to)]).toEqual([to, mayUse([role], verb)]);
    expect(mine.includes('/meetings/create')).toBe(mayUse([role], 'meetings.plan'));
    expect(mine.includes('/participants/create')).toBe(mayUse([role], 'participants.refer'));
    expect(new Set(mine).size).toBe(mine.length);
  });

  it.each([
    ['möt', ['Anteckna möte', 'Planera möte']],
    ['mote', []],
    ['MÖTE plan', ['Planera möte']],
    ['min dag', ['Min dag']],
    ['in', []],
  ])('for %j are %j', (text, labels) => expect(placesOf('coach', text).map(({ label }) => label)).toEqual(labels));
});
