-- Every child protection visit to the next, ten working days, from the start of the plan on.
WITH visit AS (
  SELECT child_id, spell_id, on_date, team_id, worker_id, source_table, source_key FROM journeys.events
  WHERE kind = 'cp_visit' AND on_date IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY child_id, spell_id, on_date ORDER BY source_key) = 1
), plan AS (
  SELECT child_id, spell_id, started_on, ended_on, team_id, worker_id, source_table, source_key
  FROM journeys.spells WHERE kind = 'cp_plan'
), mark AS (
  SELECT *, 0 AS turn FROM plan
  UNION ALL
  SELECT v.child_id, v.spell_id, v.on_date, p.ended_on, v.team_id, v.worker_id, v.source_table, v.source_key, 1
  FROM visit v JOIN plan p USING (child_id, spell_id)
), next AS (
  SELECT *, lead(started_on) OVER w AS stop_on, lead(source_key) OVER w AS stop_key, lead(team_id) OVER w AS stop_team
  FROM mark WINDOW w AS (PARTITION BY child_id, spell_id ORDER BY started_on, turn)
), told AS (
  SELECT *, CASE WHEN started_on IS NULL THEN 'no start date is recorded'
                 WHEN ended_on < started_on THEN 'it ends before it starts' END AS trouble FROM next
), timed AS (
  SELECT *, trouble IS NULL AND stop_on <= coalesce(ended_on, stop_on) AS stopped FROM told
)
SELECT child_id, coalesce(CASE WHEN stopped THEN stop_team END, team_id) AS team_id, worker_id, started_on,
       d.day AS due_on, s.day AS soon_on, CASE WHEN stopped THEN stop_on END AS stopped_on, ended_on, trouble,
       NULL::VARCHAR AS excuse, spell_id, source_table, source_key, CASE WHEN stopped THEN timed.stop_key END AS stop_key
FROM timed
LEFT JOIN journeys.calendar c ON c.day = started_on
LEFT JOIN journeys.calendar d ON d.is_working AND d.working_days = c.working_days + 10
LEFT JOIN journeys.calendar s ON s.is_working AND s.working_days = c.working_days + 5
