import type { ProblemKind } from './problem.js';

/** What a refusal by the database means to the person who asked. */
export interface ConstraintRefusal {
  kind: ProblemKind;
  code: string;
  /** The input to which the message belongs, if there is one. */
  input?: string;
}

/** The database's constraints by name. One that is not here is "not possible", without a field. */
export const constraintRefusals: Readonly<Record<string, ConstraintRefusal>> = {
  organisation_org_number_key: { kind: 'conflict', code: 'number-taken', input: 'orgNumber' },
  project_registration_number_key: { kind: 'conflict', code: 'number-taken', input: 'registrationNumber' },
  project_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'endDate' },
  project_owner_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'ownerId' },
  site_name_is_used_once_in_a_project: { kind: 'conflict', code: 'name-taken', input: 'name' },
  site_project_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'projectId' },
  site_organisation_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'organisationId' },
  target_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'endDate' },
  target_project_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'projectId' },
  target_site_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'siteId' },
  staff_email_is_used_once: { kind: 'conflict', code: 'email-taken', input: 'email' },
  role_assignment_staff_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'staffId' },
  role_assignment_project_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'projectId' },
  role_assignment_site_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'siteId' },
  role_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'validTo' },
  role_assignment_organisation_id_fkey: { kind: 'invalid-input', code: 'unknown-reference', input: 'organisationId' },
  names_are_granted_for_a_year_at_most: { kind: 'invalid-input', code: 'a-year-at-most', input: 'validTo' },
  standing_in_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'endsOn' },
  standing_in_lasts_ninety_days_at_most: { kind: 'invalid-input', code: 'ninety-days-at-most', input: 'endsOn' },
  nobody_stands_in_for_themself: { kind: 'invalid-input', code: 'somebody-else', input: 'standInId' },
  nobody_stands_in_twice_for_the_same: { kind: 'conflict', code: 'stands-in-already', input: 'standInId' },
  opening_is_for_coaches: { kind: 'invalid-input', code: 'for-coaches-only', input: 'mayOpen' },
  nobody_opens_whom_they_see: { kind: 'conflict', code: 'seen-already' },
  another_decides_on_a_role: { kind: 'conflict', code: 'another-administrator' },
  role_is_decided: { kind: 'conflict', code: 'role-decided' },
  widening_takes_two: { kind: 'conflict', code: 'widening-takes-two' },
  role_has_its_scope: { kind: 'invalid-input', code: 'wrong-scope', input: 'role' },
  participant_number_is_known_once: { kind: 'conflict', code: 'person-known', input: 'identityNumber' },
  protected_person_has_no_address: { kind: 'invalid-input', code: 'no-place-stored', input: 'address' },
  protected_person_has_no_municipality: { kind: 'invalid-input', code: 'no-place-stored', input: 'municipalityCode' },
  the_named_see_the_person: { kind: 'invalid-input', code: 'cannot-see-the-person', input: 'staffIds' },
  three_are_named_at_most: { kind: 'invalid-input', code: 'three-named-at-most', input: 'staffIds' },
  naming_lasts_ninety_days_at_most: { kind: 'invalid-input', code: 'named-too-long', input: 'validTo' },
  naming_ends_after_it_starts: { kind: 'invalid-input', code: 'day-has-passed', input: 'validTo' },
  person_is_protected: { kind: 'conflict', code: 'not-protected' },
  lift_is_asked_for_first: { kind: 'conflict', code: 'lift-not-asked-for' },
  another_confirms_the_lift: { kind: 'conflict', code: 'another-confirms' },
  pseudonym_has_no_contact: { kind: 'invalid-input', code: 'pseudonym-has-no-contact', input: 'phone' },
  enrolment_is_open_once: { kind: 'conflict', code: 'enrolment-open' },
  enrolment_periods_do_not_overlap: { kind: 'conflict', code: 'enrolment-overlaps', input: 'startDate' },
  enrolment_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'endDate' },
  enrolment_lies_inside_its_project: { kind: 'invalid-input', code: 'outside-project', input: 'startDate' },
  pre_study_has_no_participants: { kind: 'invalid-input', code: 'no-participants', input: 'siteId' },
  stage_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'endDate' },
  stage_lies_inside_its_enrolment: { kind: 'invalid-input', code: 'outside-enrolment', input: 'startDate' },
  one_main_stage_at_a_time: { kind: 'conflict', code: 'main-stage-taken', input: 'main' },
  same_stage_does_not_overlap: { kind: 'conflict', code: 'stage-overlaps', input: 'stage' },
  participant_is_at_a_meeting_once: { kind: 'invalid-input', code: 'already-there', input: 'attendances' },
  access_review_is_open_once: { kind: 'conflict', code: 'review-open', input: 'month' },
  signed_review_is_final: { kind: 'conflict', code: 'review-is-signed' },
  all_is_marked_before_signing: { kind: 'conflict', code: 'review-not-finished' },
  ten_exports_a_day: { kind: 'not-possible', code: 'enough-exports-today' },
  export_row_count_check: { kind: 'not-possible', code: 'too-many-to-export' },
  report_ends_after_it_starts: { kind: 'invalid-input', code: 'ends-before-start', input: 'periodEnd' },
};
