-- Each event of one kind (KIND) and the child's latest earlier one, twelve months: referrals, moves, new workers.
WITH event AS (
  SELECT child_id, on_date, spell_id, team_id, worker_id, source_table, source_key
  FROM journeys.events WHERE kind = 'KIND'
), day AS (
  SELECT child_id, on_date, lag(on_date) OVER (PARTITION BY child_id ORDER BY on_date) AS previous
  FROM (SELECT DISTINCT child_id, on_date FROM event WHERE on_date IS NOT NULL)
), reach AS (
  SELECT (min(on_date) + INTERVAL 12 MONTH)::DATE AS reach_on FROM event
), told AS (
  SELECT e.*, previous, (previous + INTERVAL 12 MONTH)::DATE AS due_on,
         CASE WHEN e.on_date IS NULL THEN 'no start date is recorded'
              WHEN previous IS NULL AND e.on_date <= reach_on
                THEN 'the records do not reach back far enough to know' END AS trouble
  FROM event e LEFT JOIN day USING (child_id, on_date) CROSS JOIN reach
)
SELECT told.child_id, team_id, worker_id, previous AS started_on, due_on, s.day AS soon_on, on_date AS stopped_on,
       NULL::DATE AS ended_on, trouble, NULL::VARCHAR AS excuse, spell_id, source_table, source_key, source_key AS stop_key
FROM told
LEFT JOIN journeys.calendar c ON c.day = due_on
LEFT JOIN journeys.calendar s ON s.is_working AND s.working_days = c.working_days - 5
