-- Every project on the installation, with the organisation that owns it.
select p.id, p.registration_number as "registrationNumber", p.name, p.kind, p.owner_id as "ownerId", o.name as "ownerName",
       p.fund, p.programme, p.programme_area as "programmeArea", p.specific_objective as "specificObjective", p.intervention_type as "interventionType",
       p.start_date as "startDate", p.end_date as "endDate", p.budget_sek as "budgetSek", p.grant_sek as "grantSek",
       p.eu_cofinancing_rate as "euCofinancingRate", p.nuts2, p.real_period as "realPeriod",
       p.contact_within_days as "contactWithinDays", p.entry_facts_within_days as "entryFactsWithinDays", p.version
from app.project p
join app.organisation o on o.id = p.owner_id
