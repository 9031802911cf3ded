import { describe, expect, it } from '@jest/globals';
import { type EnrolmentStatus, enrolmentStatuses, enrolmentTransitions } from '@stegvis/contracts/enrolments/codes';
import { EnrolmentEntity } from './enrolment.entity.js';

const today = '2026-11-22';
const anEnrolment = (status: EnrolmentStatus) =>
  Object.assign(new EnrolmentEntity(), { status, startDate: status === 'active' || status === 'on-hold' ? '2026-01-10' : null });
const verbs = {
  accept: (enrolment: EnrolmentEntity) => enrolment.accept('2026-02-01', { labourStatus: 'unemployed' }),
  decline: (enrolment: EnrolmentEntity) => enrolment.decline('no-place'),
  exit: (enrolment: EnrolmentEntity) => enrolment.exit('2026-03-01', 'work', { exitInEducation: false }, today),
};

describe('the verbs of an enrolment', () => {
  const all = (Object.keys(verbs) as (keyof typeof verbs)[]).flatMap((verb) => enrolmentStatuses.map((status) => ({ verb, status })));
  it.each(all)('$verb from $status', ({ verb, status }) => {
    const { from, to } = enrolmentTransitions[verb];
    const act = () => verbs[verb](anEnrolment(status));
    if ((from as readonly string[]).includes(status)) expect(act()).toMatchObject({ status: to });
    else expect(act).toThrow(expect.objectContaining({ code: 'not-from-this-status', detail: { current: { status } } }));
  });

  it('write what they were told', () => {
    expect(verbs.accept(anEnrolment('waiting'))).toEqual({ status: 'active', startDate: '2026-02-01', labourStatus: 'unemployed' });
    expect(verbs.decline(anEnrolment('referred'))).toEqual({ status: 'declined', declineReason: 'no-place' });
    expect(verbs.exit(anEnrolment('active'))).toEqual({ status: 'exited', endDate: '2026-03-01', exitReason: 'work', exitInEducation: false });
  });

  it('end nothing before it starts or ahead of time', () => {
    const at = (code: string) => expect.objectContaining({ detail: { errors: { endDate: { code } } } });
    expect(() => anEnrolment('active').exit('2026-01-09', 'work', {}, today)).toThrow(at('ends-before-start'));
    expect(() => anEnrolment('active').exit('2026-11-23', 'work', {}, today)).toThrow(at('future-date'));
    expect(anEnrolment('active').exit('2026-01-10', 'work', {}, today)).toMatchObject({ endDate: '2026-01-10' });
  });
});

describe('facts', () => {
  it('about the time after are filled in after the exit', () => {
    expect(() => anEnrolment('active').fill({ exitQualification: true })).toThrow(
      expect.objectContaining({ detail: { errors: { exitQualification: { code: 'only-after-exit' } } } }),
    );
    expect(anEnrolment('exited').fill({ exitQualification: true })).toEqual({ exitQualification: true });
    // The whole record comes back from the form, with what is not known yet.
    expect(anEnrolment('active').fill({ exitQualification: null, bornAbroad: false })).toEqual({ exitQualification: null, bornAbroad: false });
  });
});
