-- Number registered again: somebody was put down with the number of a person who is protected. Whoever did it was told
-- nothing; those who are named for the person find out which of the two records is right. Due on the local day on which the
-- other record was made; cleared when either is gone or the protection is lifted.
-- $1: enrolments. Subject: the other record.
select f.enrolment_id, f.subject_id, f.due_date from access.numbers_registered_again($1::uuid[]) as f
