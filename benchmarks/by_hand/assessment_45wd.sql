-- Referral to authorised assessment in 45 working days.
WITH referral AS (
  SELECT child_id, spell_id, started_on, ended_on, outcome, team_id, worker_id, source_table, source_key
  FROM journeys.spells WHERE kind = 'referral'
), done AS (
  SELECT r.child_id, r.spell_id, arg_min({day: v.on_date, key: v.source_key, team: v.team_id}, (v.on_date, v.source_key))
           FILTER (v.on_date >= r.started_on) AS stop, bool_or(v.on_date < r.started_on) AS before
  FROM referral r
  JOIN journeys.events v ON v.kind = 'assessment_authorised' AND v.spell_id = r.spell_id AND v.child_id = r.child_id
  WHERE v.on_date IS NOT NULL GROUP BY ALL
), told AS (
  SELECT r.*, stop, c.working_days + 45 AS due_number,
         CASE WHEN started_on IS NULL THEN 'no start date is recorded'
              WHEN ended_on < started_on THEN 'it ends before it starts'
              WHEN before AND stop IS NULL THEN 'what stops it is dated before its start' END AS trouble
  FROM referral r LEFT JOIN done USING (child_id, spell_id) LEFT JOIN journeys.calendar c ON c.day = started_on
), timed AS (
  SELECT *, trouble IS NULL AND stop.day <= coalesce(ended_on, stop.day) AS stopped FROM told
)
SELECT child_id, coalesce(CASE WHEN stopped THEN stop.team END, team_id) AS team_id, worker_id, started_on,
       d.day AS due_on, s.day AS soon_on, CASE WHEN stopped THEN stop.day END AS stopped_on, ended_on, trouble,
       CASE WHEN trouble IS NULL AND outcome = 'nfa' THEN 'the referral ended in no further action' END AS excuse,
       spell_id, source_table, source_key, CASE WHEN stopped THEN stop.key END AS stop_key
FROM timed
LEFT JOIN journeys.calendar d ON d.is_working AND d.working_days = due_number
LEFT JOIN journeys.calendar s ON s.is_working AND s.working_days = due_number - 5
