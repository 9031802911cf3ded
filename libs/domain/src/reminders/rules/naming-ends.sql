-- Naming ends: who is protected is there for the named alone, and the last naming runs out within two weeks. Due 14 days
-- before that day. Cleared when the naming is prolonged, or the protection is lifted.
-- $1: enrolments. Subject: the protected person.
select f.enrolment_id, f.subject_id, f.due_date from access.namings_that_end($1::uuid[]) as f
