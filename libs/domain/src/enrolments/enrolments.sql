-- Enrolments that the asker may see. The name is null for those who may not see the person, and voluntary answers for
-- those who may not see them: the database hides those rows.
-- Main stage: the main one of the stages that go on today. Main coach: who is main coach today, on a day of handover the
-- new one. What is costly stands in subqueries of its own, which PostgreSQL works out only for the rows of the page.
select e.id, e.organisation_id as "organisationId", e.participant_id as "participantId",
       p.given_name || ' ' || p.family_name as "participantName", p.protection as "participantProtection", e.project_id as "projectId",
       (select j.name from app.project j where j.id = e.project_id) as "projectName",
       e.site_id as "siteId", (select s.name from app.site s where s.id = e.site_id) as "siteName", e.kind, e.status,
       (select c.staff_id from app.enrolment_coach c
        where c.enrolment_id = e.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        order by c.valid_to desc nulls first, c.valid_from desc limit 1) as "coachId",
       (select w.name from app.enrolment_coach c join app.staff w on w.id = c.staff_id
        where c.enrolment_id = e.id and c.part = 'main' and c.valid_from <= app.today() and (c.valid_to is null or c.valid_to >= app.today())
        order by c.valid_to desc nulls first, c.valid_from desc limit 1) as "coachName",
       e.referred_by as "referredBy", e.referred_on as "referredOn", e.decline_reason as "declineReason",
       e.start_date as "startDate", e.end_date as "endDate", e.exit_reason as "exitReason",
       (select g.stage from app.stage_period g
        where g.enrolment_id = e.id and g.main and g.start_date <= app.today() and (g.end_date is null or g.end_date >= app.today())
        order by g.start_date desc limit 1) as "mainStage",
       e.gender, e.birth_year as "birthYear", e.labour_status as "labourStatus", e.unemployed_since as "unemployedSince",
       e.education_level as "educationLevel", e.citizenship, e.born_abroad as "bornAbroad",
       e.parents_born_abroad as "parentsBornAbroad", e.municipality_code as "municipalityCode",
       e.income_sources as "incomeSources", e.entry_facts_missing as "entryFactsMissing",
       e.exit_labour_status as "exitLabourStatus", e.exit_job_seeking as "exitJobSeeking",
       e.exit_in_education as "exitInEducation", e.exit_qualification as "exitQualification",
       v.disability, v.minority, v.housing_exclusion as "housingExclusion", e.version
from app.enrolment e
left join app.participant p on p.id = e.participant_id
left join app.voluntary_facts v on v.id = e.id
