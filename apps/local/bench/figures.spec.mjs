import { describe, expect, it } from '@jest/globals';
import { figuresOf } from './figures.mjs';

const asker = { id: '00000000-0000-4000-8000-000000000001', cookie: 'stegvis=x', cases: [{ enrolment: 'e', participant: 'p', meeting: 'm' }] };
const world = { coaches: [asker], localLeaders: [asker], projectLeaders: [asker], project: 'p', participants: 1, meetings: 1, server: '18' };

describe('the figures of the bench', () => {
  it('have a statement without access rules beside each of the API, whatever the .sql files ask of these', () => {
    const figures = figuresOf(/** @type {import('./world.mjs').World} */ (/** @type {unknown} */ (world)));
    expect(figures.map(({ name }) => name)).toEqual(expect.arrayContaining(['my day', 'participant page', 'dashboard', 'logging a meeting']));
    for (const { plain } of figures) for (const { text } of plain) expect(text.replaceAll(/--.*$/gm, '')).not.toMatch(/access\.(my_|asker)/);
  });
});
