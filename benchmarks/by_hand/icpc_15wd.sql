-- Strategy discussion to conference in 15 working days, as an analyst would write it over the same two tables.
WITH enquiry AS (
  SELECT child_id, spell_id, started_on, ended_on, outcome, team_id, worker_id, source_table, source_key
  FROM journeys.spells WHERE kind = 's47'
), held AS (
  SELECT e.child_id, e.spell_id, arg_min({day: v.on_date, key: v.source_key, team: v.team_id}, (v.on_date, v.source_key))
           FILTER (v.on_date >= e.started_on) AS stop, bool_or(v.on_date < e.started_on) AS before
  FROM enquiry e JOIN journeys.events v ON v.kind = 'icpc' AND v.spell_id = e.spell_id AND v.child_id = e.child_id
  WHERE v.on_date IS NOT NULL GROUP BY ALL
), told AS (
  SELECT e.*, stop, c.working_days + 15 AS due_number,
         CASE WHEN started_on IS NULL THEN 'no start date is recorded'
              WHEN ended_on < started_on THEN 'it ends before it starts'
              WHEN before AND stop IS NULL THEN 'what stops it is dated before its start' END AS trouble
  FROM enquiry e LEFT JOIN held USING (child_id, spell_id) LEFT JOIN journeys.calendar c ON c.day = started_on
)
SELECT child_id, coalesce(CASE WHEN trouble IS NULL THEN stop.team END, team_id) AS team_id, worker_id, started_on,
       d.day AS due_on, s.day AS soon_on, CASE WHEN trouble IS NULL THEN stop.day END AS stopped_on, NULL::DATE AS ended_on,
       trouble,
       CASE WHEN trouble IS NULL AND outcome = 'no_conference' THEN 'the enquiry found that no conference was needed' END
         AS excuse,
       spell_id, source_table, source_key, CASE WHEN trouble IS NULL THEN stop.key END AS stop_key
FROM told
LEFT JOIN journeys.calendar d ON d.is_working AND d.working_days = due_number
LEFT JOIN journeys.calendar s ON s.is_working AND s.working_days = due_number - 5
