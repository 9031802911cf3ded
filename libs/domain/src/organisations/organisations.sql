-- Every organisation on the installation: its name and kind are no secret, its cases are.
select o.id, o.name, o.kind, o.org_number as "orgNumber", o.municipality_code as "municipalityCode", o.version
from app.organisation o
