-- Person opened: somebody who is not assigned to the person opened them with a reason. Made in the same transaction as the
-- opening, and for nobody in particular: it stands on the day of those who lead the site. It stays until one of them has seen
-- it, ninety days at most, and is not made again.
-- $1: enrolments. Subject: the opening.
select f.enrolment_id, f.subject_id, f.due_date from access.openings_to_tell_of($1::uuid[]) as f
