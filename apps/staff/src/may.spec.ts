import { describe, expect, it } from '@jest/globals';
import { verbsOf } from '@stegvis/contracts/permissions/permissions';
import { mayDo } from './may';

describe('mayDo', () => {
  it('opens the pages that a role may read, and no others', () => {
    expect(mayDo(verbsOf(['coach']), 'participants', 'show')).toBe(true);
    expect(mayDo(verbsOf(['funder']), 'participants', 'list')).toBe(false);
    expect(mayDo(verbsOf(['funder']), 'submissions', 'list')).toBe(true);
  });

  it('asks for the verb that a creation has among people', () => {
    expect(mayDo(verbsOf(['coach']), 'participants', 'create')).toBe(true);
    expect(mayDo(verbsOf(['project-leader']), 'meetings', 'create')).toBe(false);
    expect(mayDo(verbsOf(['administrator']), 'sites', 'create')).toBe(true);
    expect(mayDo(verbsOf(['local-leader']), 'name-grants', 'create')).toBe(true);
    expect(mayDo(verbsOf(['project-leader']), 'name-grants', 'create')).toBe(false);
    expect(mayDo(verbsOf(['local-leader']), 'stand-ins', 'create')).toBe(true);
    expect(mayDo(verbsOf(['coach']), 'stand-ins', 'create')).toBe(false);
  });

  it('never allows what is not in the table', () => {
    expect(mayDo(verbsOf(['administrator']), 'participants', 'delete')).toBe(false);
  });
});
