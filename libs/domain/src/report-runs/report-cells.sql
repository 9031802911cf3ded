-- The figures of a run, in the order of the report.
-- $1 the run, $2 the sections, $3 the rows (side by side), $4 the columns.
select c.id, c.section, c.row_name as "row", c.column_name as "column", c.value
from app.report_cell c
join unnest($2::text[], $3::text[]) with ordinality as places (section, row_name, place) on places.section = c.section and places.row_name = c.row_name
where c.run_id = $1
order by places.place, array_position($4::text[], c.column_name)
