-- One invented authority's journeys, set-based: run by country.py with the session variables it sets.
--   code, seed, referrals (a year), opens (first day), as_at, slipped (when practice fell), good, bad, now (levels)
-- Chance is DuckDB's hash of a row's number and a word, so any row can be made again alone, in any order. Working days
-- are integers: `cal` gives each day its number, `nth` each number its day.

CREATE OR REPLACE MACRO u(id, word) AS (hash(id, word, getvariable('seed')) >> 11)::DOUBLE / 9007199254740992.0;
CREATE OR REPLACE MACRO waits(id, word, mean) AS -ln(1.0 - u(id, word)) * mean;
-- How far practice was from good on a day: 0 before it slipped, 1 for thirty months after, then on the way back.
CREATE OR REPLACE MACRO slip(day) AS CASE
    WHEN day < getvariable('slipped') THEN 0.0
    WHEN day < getvariable('slipped') + 900 THEN 1.0
    ELSE 1.0 - least(1.0, (day - getvariable('slipped') - 900) / 900.0) * getvariable('recovers') END;
-- A team's own lean, the same through all the years: a spread beyond chance to be found again.
CREATE OR REPLACE MACRO lean(team) AS (u(team, 'lean') - 0.5) * getvariable('spread');
CREATE OR REPLACE MACRO kept(id, word, day, team, good, bad) AS
    u(id, word) < greatest(0.05, least(0.99, good + (bad - good) * slip(day) + lean(team)));
CREATE OR REPLACE MACRO child_name(n) AS getvariable('code') || 'C' || n;

CREATE OR REPLACE TEMP TABLE referral AS
WITH numbered AS (
    SELECT n, getvariable('opens') + (n * getvariable('days') // getvariable('total'))::INTEGER AS day
    FROM range(getvariable('total')) AS made(n)
), routed AS (
    SELECT n, cal.working_days AS opened, day,
           -- A child heard of before: about one in four, most of them within the year.
           CASE WHEN u(n, 'again') < 0.20 + 0.07 * slip(day)
                THEN abs(n - 1 - waits(n, 'since', getvariable('total') / 14.0)::BIGINT) ELSE n END AS child,
           CASE WHEN u(n, 'route') < 0.065 THEN 'nfa' WHEN u(n, 'route') < 0.14 THEN 'unassessed'
                WHEN u(n, 'route') < 0.64 THEN 'assessed' WHEN u(n, 'route') < 0.865 THEN 'need'
                WHEN u(n, 'route') < 0.972 THEN 'conference' ELSE 'care' END AS route,
           getvariable('code') || 'T' || (u(n, 'team') * getvariable('teams'))::INTEGER AS team
    FROM numbered JOIN cal USING (day)
)
SELECT *, route = 'conference' OR (route = 'assessed' AND u(n, 's47') < 0.28) AS enquired,
       opened + (u(n, 'start') * 3)::INTEGER AS assessed_from,
       opened + CASE WHEN kept(n, 'a45', day, team, getvariable('good'), getvariable('bad'))
                     THEN 8 + (sqrt(u(n, 'taken')) * 37)::INTEGER ELSE 46 + least(waits(n, 'over', 14), 90)::INTEGER END AS authorised,
       opened + (u(n, 's47 day') * 3)::INTEGER AS s47_from,
       opened + (u(n, 's47 day') * 3)::INTEGER
              + CASE WHEN kept(n, 'icpc', day, team, getvariable('good'), getvariable('bad'))
                     THEN 8 + (u(n, 'held') * 7)::INTEGER ELSE 16 + least(waits(n, 'late', 6), 40)::INTEGER END AS conference,
       (25 + waits(n, 'need for', 150))::INTEGER AS need_days,
       (40 + waits(n, 'plan for', 190))::INTEGER AS plan_days,
       (5 + waits(n, 'care for', CASE WHEN u(n, 'long') < 0.3 THEN 2400 ELSE 420 END))::INTEGER AS care_days
FROM routed;

-- The spells of help that follow, each as working-day numbers, and when the referral closes.
CREATE OR REPLACE TEMP TABLE episode AS
SELECT *,
       CASE WHEN route = 'need' THEN authorised + 3 END AS need_from,
       CASE WHEN route = 'conference' AND u(n, 'made') < 0.86 THEN conference END AS plan_from,
       CASE WHEN route = 'care' THEN opened + 4
            WHEN route = 'conference' AND u(n, 'made') < 0.15 THEN conference + (plan_days * 5 // 7) END AS care_from,
       CASE route WHEN 'nfa' THEN opened + (u(n, 'shut') * 3)::INTEGER
                  WHEN 'unassessed' THEN opened + 4 + (u(n, 'shut') * 30)::INTEGER
                  WHEN 'assessed' THEN authorised + (u(n, 'shut') * 8)::INTEGER
                  WHEN 'need' THEN authorised + 3 + need_days * 5 // 7
                  WHEN 'conference' THEN conference + CASE WHEN u(n, 'made') < 0.86 THEN plan_days * 5 // 7 ELSE 4 END
                                       + CASE WHEN u(n, 'made') < 0.15 THEN care_days * 5 // 7 ELSE 0 END
                  ELSE opened + 4 + care_days * 5 // 7 END AS closed
FROM referral;

CREATE OR REPLACE TEMP TABLE plan AS
SELECT n, child, team, plan_from AS began, plan_from + plan_days * 5 // 7 AS ended FROM episode WHERE plan_from IS NOT NULL;
CREATE OR REPLACE TEMP TABLE need AS
SELECT n, child, team, need_from AS began, closed AS ended FROM episode WHERE need_from IS NOT NULL;
CREATE OR REPLACE TEMP TABLE care AS
SELECT n, child, team, care_from AS began, care_from + care_days * 5 // 7 AS ended FROM episode WHERE care_from IS NOT NULL;
-- Placements in a chain without a gap: moved after a year and a half or so.
CREATE OR REPLACE TEMP TABLE placement AS
WITH moves AS (
    SELECT n, child, team, began, ended, k,
           began + coalesce(sum((8 + waits(n * 50 + k, 'stays', 400) * 5 / 7)::INTEGER)
               OVER (PARTITION BY n ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER AS start
    FROM (SELECT *, unnest(range(2 + (ended - began) // 120)) AS k FROM care)
)
SELECT n, child, team, n * 50 + k AS number, k, start AS began, least(ended, coalesce(lead(start) OVER (PARTITION BY n ORDER BY k), ended)) AS ended,
       CASE WHEN u(n * 50 + k, 'kind') < 0.62 THEN 'U6' WHEN u(n * 50 + k, 'kind') < 0.78 THEN 'U4'
            WHEN u(n * 50 + k, 'kind') < 0.84 THEN 'K2' WHEN u(n * 50 + k, 'kind') < 0.86 THEN 'U1' WHEN u(n * 50 + k, 'kind') < 0.87 THEN 'R2'
            WHEN u(n * 50 + k, 'kind') < 0.88 THEN 'R5' WHEN u(n * 50 + k, 'kind') < 0.94 THEN 'P1' ELSE 'U3' END AS kind
FROM moves WHERE start < ended;
-- One worker after another, no gap; their time with a child halves when practice slips.
CREATE OR REPLACE TEMP TABLE held AS
WITH changes AS (
    SELECT n, child, team, opened, closed, k,
           opened + coalesce(sum((10 + waits(n * 80 + k, 'keeps', 190 - 90 * slip(day)))::INTEGER)
               OVER (PARTITION BY n ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER AS start
    FROM (SELECT *, unnest(range(2 + (closed - opened) // 60)) AS k FROM episode WHERE route <> 'nfa')
)
SELECT n, child, team, n * 80 + k AS number, k, start AS began,
       least(closed, coalesce(lead(start) OVER (PARTITION BY n ORDER BY k), closed)) AS ended,
       team || 'W' || (u(n * 80 + k, 'worker') * 14)::INTEGER AS worker
FROM changes WHERE start < greatest(closed, opened + 1);

-- What recurs in a spell: `gap` working days at a time, in time or late as its team does on the day before it.
CREATE OR REPLACE MACRO beats(spells, word, least_gap, limit_gap, overrun, good, bad) AS TABLE
WITH steps AS (
    SELECT s.n, s.child, s.team, s.began, s.ended, k,
           CASE WHEN kept(s.n * 2000 + k, word, nth.day, s.team, good, bad)
                THEN least_gap + floor(u(s.n * 2000 + k, word || ' days') * (limit_gap - least_gap + 1))::INTEGER
                ELSE limit_gap + 1 + floor(least(waits(s.n * 2000 + k, word || ' over', overrun), overrun * 6))::INTEGER END AS gap
    FROM (SELECT *, unnest(range((least(ended, getvariable('today')) - began) // least_gap + 1)) AS k FROM query_table(spells)
          WHERE began <= getvariable('today')) AS s
    JOIN nth ON nth.working_days = least(s.began + k * limit_gap, getvariable('today'))
)
SELECT n, child, team, began, ended, n * 2000 + k AS number, began + sum(gap) OVER (PARTITION BY n ORDER BY k)::INTEGER AS day_number
FROM steps;

CREATE OR REPLACE TEMP TABLE stay AS SELECT number AS n, child, team, began, ended FROM placement;
CREATE OR REPLACE TEMP TABLE allocated AS SELECT number AS n, child, team, began, ended FROM held;
CREATE OR REPLACE TEMP TABLE cp_visits AS FROM beats('plan', 'cp visit', 5, 10, 4, 0.87, 0.68) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE core_groups AS FROM beats('plan', 'core group', 14, 20, 8, 0.86, 0.62) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE cin_visits AS FROM beats('need', 'cin visit', 12, 20, 8, 0.80, 0.60) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE cin_reviews AS FROM beats('need', 'cin review', 48, 62, 17, 0.85, 0.56) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE cla_visits AS FROM beats('stay', 'cla visit', 16, 29, 10, 0.93, 0.78) WHERE day_number < ended;
-- The first visit of a placement within the week, beside those that follow.
CREATE OR REPLACE TEMP TABLE first_visits AS
SELECT n, child, team, ended, began + CASE WHEN kept(n, 'first visit', nth.day, team, 0.93, 0.78) THEN 1 + floor(u(n, 'soon') * 4)::INTEGER
    ELSE 6 + floor(least(waits(n, 'first over', 3), 20))::INTEGER END AS day_number
FROM stay JOIN nth ON nth.working_days = began;
CREATE OR REPLACE TEMP TABLE checks AS FROM beats('care', 'health', 200, 250, 30, 0.92, 0.80) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE education AS FROM beats('care', 'education', 60, 82, 20, 0.93, 0.78) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE discussed AS FROM beats('allocated', 'supervision', 14, 21, 15, 0.70, 0.40) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE overseen AS FROM beats('allocated', 'oversight', 24, 40, 20, 0.84, 0.56) WHERE day_number < ended;
-- Reviews at three months, then every six.
CREATE OR REPLACE TEMP TABLE cp_reviews AS
SELECT n, child, team, number, ended, began + 62 + k::INTEGER * 120 - late AS day_number
FROM (SELECT *, n * 40 + k AS number, CASE WHEN kept(n * 40 + k, 'cp review', nth.day, team, 0.94, 0.82)
             THEN floor(u(n * 40 + k, 'early') * 12)::INTEGER ELSE -1 - floor(least(waits(n * 40 + k, 'cp over', 12), 60))::INTEGER END AS late
      FROM (SELECT *, unnest(range((ended - began) // 110 + 1)) AS k FROM plan) JOIN nth ON nth.working_days = least(began + k * 110, getvariable('today')))
WHERE began + 62 + k::INTEGER * 120 - late <= ended;
CREATE OR REPLACE TEMP TABLE cla_reviews AS
SELECT n, child, team, number, ended, began + CASE WHEN k = 0 THEN 20 ELSE 80 + (k - 1)::INTEGER * 120 END - late AS day_number
FROM (SELECT *, n * 90 + k AS number, CASE WHEN kept(n * 90 + k, 'cla review', nth.day, team, 0.95, 0.84)
             THEN floor(u(n * 90 + k, 'early') * 9)::INTEGER ELSE -1 - floor(least(waits(n * 90 + k, 'cla over', 10), 50))::INTEGER END AS late
      FROM (SELECT *, unnest(range((ended - began) // 100 + 1)) AS k FROM care) JOIN nth ON nth.working_days = least(began + k * 110, getvariable('today')))
WHERE began + CASE WHEN k = 0 THEN 20 ELSE 80 + (k - 1)::INTEGER * 120 END - late < ended;
-- Every referral was a contact; half as many again and more led nowhere.
CREATE OR REPLACE TEMP TABLE contacts AS
SELECT n AS number, child, team, 'referral' AS outcome,
       opened - CASE WHEN kept(n, 'decided', day, team, 0.93, 0.74) THEN floor(u(n, 'next') * 2)::INTEGER
                     ELSE 2 + floor(least(waits(n, 'slow', 2), 12))::INTEGER END AS day_number
FROM episode
UNION ALL
SELECT n + getvariable('total'), CASE WHEN u(n, 'known') < 0.4 THEN floor(u(n, 'who') * getvariable('total'))::BIGINT ELSE -1 - n END,
       getvariable('code') || 'T0', 'other', nth.working_days
FROM range((getvariable('total') * 1.45)::BIGINT) AS made(n)
JOIN nth ON nth.working_days = getvariable('first') + floor(u(n, 'when') * (getvariable('today') - getvariable('first')))::INTEGER;
CREATE OR REPLACE TEMP TABLE missing AS
SELECT n * 9 + k AS number, child, team, began + floor(u(n * 9 + k, 'gone') * (ended - began))::INTEGER AS day_number, floor(waits(n * 9 + k, 'away', 1.5))::INTEGER AS away
FROM (SELECT *, unnest(range(floor(waits(n, 'runs', 1.2))::BIGINT)) AS k FROM care WHERE u(n, 'teen') < 0.35);
CREATE OR REPLACE TEMP TABLE preproceedings AS
SELECT n, child, team, began + 60 + floor(u(n, 'gate') * 90)::INTEGER AS began,
       began + 60 + floor(u(n, 'gate') * 90)::INTEGER + CASE WHEN kept(n, 'plo', nth.day, team, 0.72, 0.42)
           THEN 30 + floor(u(n, 'weeks') * 48)::INTEGER ELSE 81 + floor(waits(n, 'plo over', 40))::INTEGER END AS ended
FROM plan JOIN nth ON nth.working_days = began WHERE u(n, 'plo') < 0.2;

CREATE OR REPLACE TEMP TABLE events_made AS
          SELECT 'contact' AS kind, child, day_number, NULL AS spell, outcome, team, NULL AS worker, 'ssd_contacts' AS source, 'CO' || number AS key FROM contacts
UNION ALL SELECT 'contact_decided', child, opened, NULL, NULL, team, NULL, 'local_contact_decisions', 'DC' || n FROM episode
UNION ALL SELECT 'referral', child, CASE WHEN u(n, 'blank') > 0.0008 THEN opened END, 'R' || n, NULL, team, NULL, 'ssd_cin_episodes', 'R' || n FROM episode
UNION ALL SELECT 'referral_closed', child, closed, 'R' || n, NULL, team, NULL, 'ssd_cin_episodes', 'R' || n FROM episode
UNION ALL SELECT 'assessment_started', child, assessed_from, 'R' || n, NULL, team, NULL, 'ssd_cin_assessments', 'A' || n FROM episode WHERE route NOT IN ('nfa', 'unassessed')
UNION ALL SELECT 'assessment_authorised', child, authorised, 'R' || n, CASE WHEN route = 'assessed' THEN 'nfa' ELSE 'need' END, team, NULL, 'ssd_cin_assessments', 'A' || n FROM episode WHERE route NOT IN ('nfa', 'unassessed')
UNION ALL SELECT 's47_started', child, s47_from + CASE WHEN u(n, 'same day') < 0.9 THEN 0 ELSE 1 END, 'S' || n, NULL, team, NULL, 'ssd_s47_enquiry', 'S' || n FROM episode WHERE enquired
UNION ALL SELECT 'strategy_discussion', child, s47_from, 'SD' || n, CASE WHEN u(n, 'joint') < 0.5 THEN 's47' ELSE 's47_joint' END, team, NULL, 'local_strategy_discussions', 'SD' || n FROM episode WHERE enquired
UNION ALL SELECT 'icpc', child, CASE WHEN u(n, 'early') < 0.004 THEN s47_from - 20 ELSE conference END, 'S' || n, CASE WHEN u(n, 'made') < 0.86 THEN 'Y' ELSE 'N' END, team, NULL, 'ssd_initial_cp_conference', 'K' || n FROM episode WHERE route = 'conference'
UNION ALL SELECT 'cp_plan_started', child, began, 'CP' || n, NULL, team, NULL, 'ssd_cp_plans', 'CP' || n FROM plan
UNION ALL SELECT 'cp_plan_ended', child, ended, 'CP' || n, NULL, team, NULL, 'ssd_cp_plans', 'CP' || n FROM plan
UNION ALL SELECT CASE WHEN u(number, 'in') < 0.94 THEN 'cp_visit' ELSE 'cp_visit_not_seen' END, child, day_number, 'CP' || n, NULL, team, NULL, 'ssd_cp_visits', 'CPV' || number FROM cp_visits
UNION ALL SELECT 'cp_review', child, day_number, 'CP' || n, NULL, team, NULL, 'ssd_cp_reviews', 'CPR' || number FROM cp_reviews
UNION ALL SELECT 'core_group', child, day_number, 'CP' || n, NULL, team, NULL, 'local_core_groups', 'CG' || number FROM core_groups
UNION ALL SELECT 'cin_plan_started', child, began, 'CN' || n, NULL, team, NULL, 'ssd_cin_plans', 'CN' || n FROM need
UNION ALL SELECT 'cin_visit', child, day_number, NULL, NULL, team, NULL, 'ssd_cin_visits', 'CNV' || number FROM cin_visits
UNION ALL SELECT 'cin_review', child, day_number, 'CN' || n, NULL, team, NULL, 'local_cin_reviews', 'NR' || number FROM cin_reviews
UNION ALL SELECT 'care_started', child, began, 'C' || n, NULL, team, NULL, 'ssd_cla_episodes', 'C' || n FROM care
UNION ALL SELECT 'care_ended', child, ended, 'C' || n, NULL, team, NULL, 'ssd_cla_episodes', 'C' || n FROM care
UNION ALL SELECT 'cla_review', child, day_number, 'C' || n, NULL, team, NULL, 'ssd_cla_reviews', 'LR' || number FROM cla_reviews
UNION ALL SELECT 'cla_visit', child, day_number, 'PL' || n, 'Y', team, NULL, 'ssd_cla_visits', 'LV' || number FROM cla_visits
UNION ALL SELECT 'cla_visit', child, day_number, 'PL' || n, 'Y', team, NULL, 'ssd_cla_visits', 'LF' || n FROM first_visits WHERE day_number < ended
UNION ALL SELECT 'placement_changed', child, began, 'PL' || number, NULL, team, NULL, 'ssd_cla_placement', 'PL' || number FROM placement WHERE k > 0
UNION ALL SELECT 'permanence_planned', child, began + CASE WHEN kept(n, 'permanence', nth.day, team, 0.86, 0.58) THEN 75 ELSE 110 + floor(waits(n, 'drift', 200))::INTEGER END, NULL, NULL, team, NULL, 'ssd_cla_care_plan', 'LP' || n
          FROM care JOIN nth ON nth.working_days = began
UNION ALL SELECT 'health_assessment', child, day_number, 'C' || n, NULL, team, NULL, 'ssd_cla_health', 'HC' || number FROM checks
UNION ALL SELECT 'education_plan', child, day_number, 'C' || n, NULL, team, NULL, 'local_education_plans', 'PE' || number FROM education
UNION ALL SELECT 'missing', child, day_number, 'MIS' || number, NULL, team, NULL, 'ssd_missing', 'MIS' || number FROM missing
UNION ALL SELECT 'missing_returned', child, day_number + away, 'MIS' || number, NULL, team, NULL, 'ssd_missing', 'MIS' || number FROM missing
UNION ALL SELECT 'preproceedings_ended', child, ended, 'PP' || n, NULL, team, NULL, 'ssd_pre_proceedings', 'PP' || n FROM preproceedings
UNION ALL SELECT 'worker_changed', child, began, 'INV' || number, NULL, team, worker, 'ssd_involvements', 'INV' || number FROM held WHERE k > 0
UNION ALL SELECT 'case_supervision', child, day_number, NULL, NULL, team, NULL, 'local_supervisions', 'SC' || number FROM discussed
UNION ALL SELECT 'management_oversight', child, day_number, NULL, NULL, team, NULL, 'local_management_oversight', 'MO' || number FROM overseen;

CREATE OR REPLACE TEMP TABLE spells_made AS
          SELECT 'referral' AS kind, child, 'R' || n AS spell, CASE WHEN u(n, 'blank') > 0.0008 THEN opened END AS began, closed AS ended, CASE WHEN route = 'nfa' THEN 'nfa' END AS outcome, team, NULL AS worker, 'ssd_cin_episodes' AS source FROM episode
UNION ALL SELECT 's47', child, 'S' || n, s47_from, s47_from + 10, CASE WHEN route <> 'conference' THEN 'no_conference' END, team, NULL, 'ssd_s47_enquiry' FROM episode WHERE enquired
UNION ALL SELECT 'cp_plan', child, 'CP' || n, began, ended, 'NEG', team, NULL, 'ssd_cp_plans' FROM plan
UNION ALL SELECT 'placement', child, 'PL' || number, began, ended, kind, team, NULL, 'ssd_cla_placement' FROM placement
UNION ALL SELECT 'allocation', child, 'INV' || number, began, ended, NULL, team, worker, 'ssd_involvements' FROM held
UNION ALL SELECT 'preproceedings', child, 'PP' || n, began, ended, NULL, team, NULL, 'ssd_pre_proceedings' FROM preproceedings
UNION ALL SELECT 'missing', child, 'MIS' || number, day_number, day_number + away, CASE WHEN u(number, 'refused') < 0.15 THEN 'declined' END, team, NULL, 'ssd_missing' FROM missing
UNION ALL SELECT 'contact', child, 'CO' || number, day_number, CASE WHEN outcome = 'referral' THEN day_number + 1 END, outcome, team, NULL, 'ssd_contacts' FROM contacts;


-- What fewer children have, so that every card has something to read: simple rates, from the spells above.
ALTER TABLE events_made ADD COLUMN detail VARCHAR;
ALTER TABLE spells_made ADD COLUMN detail VARCHAR;
-- done on time (within `limit_gap` of `start`) or late, by the same practice.
CREATE OR REPLACE MACRO within(id, word, start, limit_gap) AS start + CASE WHEN u(id, word) < getvariable('good')
    THEN floor(u(id, word || ' days') * (limit_gap + 1))::INTEGER ELSE limit_gap + 1 + floor(least(waits(id, word || ' over', 8), 90))::INTEGER END;

CREATE OR REPLACE TEMP TABLE adopted AS
SELECT *, placed + 90 + floor(waits(n, 'adopting', 70))::INTEGER AS adopted_on FROM (
    SELECT *, matched + 8 AS placed FROM (
        SELECT *, ordered + 10 + floor(waits(n, 'matching', 80))::INTEGER AS matched FROM (
            SELECT *, decided + 20 + floor(waits(n, 'ordering', 40))::INTEGER AS ordered FROM (
                SELECT n, child, team, began, ended, within(n, 'deciding', began + 75, 20) AS decided
                FROM care WHERE ended - began > 250 AND u(n, 'adoption') < 0.12))));
CREATE OR REPLACE TEMP TABLE planned AS
SELECT n, child, team, began, ended, within(n, 'agreed', began + 40, 42) AS agreed, within(n, 'agreed', began + 40, 42) + 20 + floor(waits(n, 'match', 90))::INTEGER AS met,
       CASE WHEN u(n, 'adoption') < 0.12 THEN 'adoption' WHEN u(n, 'way') < 0.55 THEN 'long_term_fostering' ELSE 'special_guardianship' END AS outcome
FROM care WHERE ended - began > 120;
CREATE OR REPLACE TEMP TABLE leaver AS
SELECT n, child, team, ended AS began, ended + 750 AS ended, CASE WHEN u(n, 'leaver') < 0.02 THEN 'qualifying' ELSE 'former_relevant' END AS outcome
FROM care WHERE ended - began > 65 AND u(n, 'leaver') < 0.14;
CREATE OR REPLACE TEMP TABLE series AS
SELECT n, child, team, opened AS began, opened + 60 + floor(waits(n, 'breaks for', 400))::INTEGER AS ended FROM episode WHERE u(n, 'breaks') < 0.004;
CREATE OR REPLACE TEMP TABLE plea AS
SELECT n, child, getvariable('code') || 'TS' AS team, day AS asked, decided, decided + 50 + floor(waits(n, 'told', 12))::INTEGER AS told,
       CASE WHEN u(n, 'ehc') < 0.22 THEN 'refused' WHEN u(n, 'ehc') < 0.25 THEN 'withdrawn' WHEN u(n, 'ehc') < 0.29 THEN 'no_plan' ELSE 'plan' END AS outcome
FROM (SELECT n, -1 - 3 * getvariable('total') - n AS child, nth.working_days AS day, within(n, 'ehc asked', nth.working_days + 15, 15) AS decided
      FROM range((getvariable('total') * 0.22)::BIGINT) AS made(n)
      JOIN nth ON nth.working_days = getvariable('first') + floor(u(n, 'ehc when') * (getvariable('today') - getvariable('first')))::INTEGER);
CREATE OR REPLACE TEMP TABLE support AS
SELECT n, child, team, told AS began, told + 200 + floor(waits(n, 'ehc for', 1500))::INTEGER AS ended FROM plea WHERE outcome = 'plan';
CREATE OR REPLACE TEMP TABLE post AS
SELECT t * 15 + w AS n, NULL::BIGINT AS child, getvariable('code') || 'T' || t AS team, getvariable('code') || 'T' || t || 'W' || w AS worker,
       getvariable('first') + floor(u(t * 15 + w, 'joined') * 900)::INTEGER AS began, getvariable('first') + 900 + floor(waits(t * 15 + w, 'stays', 1400))::INTEGER AS ended
FROM range(getvariable('teams') + 1) AS teams(t), range(15) AS workers(w);
CREATE OR REPLACE TEMP TABLE adopters AS
SELECT n, NULL::BIGINT AS child, getvariable('code') || 'TA' AS team, getvariable('first') + floor(u(n, 'adopter') * (getvariable('today') - getvariable('first')))::INTEGER AS began
FROM range(getvariable('total') // 400) AS made(n);
CREATE OR REPLACE TEMP TABLE child_born AS
SELECT child, min(day_number) - floor(u(child, 'age') * 4400)::INTEGER AS day_number
FROM (SELECT child, opened AS day_number FROM episode UNION ALL SELECT child, day_number FROM contacts UNION ALL SELECT child, asked FROM plea) GROUP BY child;

CREATE OR REPLACE TEMP TABLE dentist AS FROM beats('care', 'dentist', 180, 250, 40, 0.85, 0.7) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE needles AS FROM beats('care', 'immunised', 200, 250, 30, 0.85, 0.75) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE asked_sdq AS FROM beats('care', 'sdq', 200, 250, 40, 0.8, 0.6) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE kept_in_touch AS FROM beats('leaver', 'in touch', 20, 39, 20, 0.85, 0.65) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE pathway AS FROM beats('leaver', 'pathway', 90, 125, 30, 0.85, 0.65) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE windows AS FROM beats('leaver', 'window', 250, 252, 2, 0.9, 0.9) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE away AS FROM beats('series', 'break', 8, 22, 10, 0.8, 0.8) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE break_reviews AS FROM beats('series', 'break review', 60, 125, 20, 0.85, 0.7) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE break_visits AS FROM beats('series', 'break visit', 40, 62, 20, 0.85, 0.7) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE yearly AS FROM beats('support', 'ehc review', 220, 250, 40, 0.7, 0.5) WHERE day_number < ended;
CREATE OR REPLACE TEMP TABLE supervised AS SELECT made.*, post.worker FROM beats('post', 'supervised', 14, 21, 12, 0.85, 0.55) AS made JOIN post USING (n) WHERE day_number < made.ended;

-- Events of a spell: a word, where it is in the spell, and which spell. `key` is their own.
INSERT INTO events_made BY NAME
WITH one AS (
          SELECT 'born' AS kind, child, day_number, NULL AS team, NULL AS spell, 'ssd_person' AS source, 'P' || child AS key FROM child_born
UNION ALL SELECT 'birthday_4', child, day_number + 1013, NULL, NULL, 'ssd_person', 'P' || child FROM child_born SEMI JOIN care USING (child)
UNION ALL SELECT 'assessment_child_seen', child, within(n, 'seen', assessed_from, 10), team, 'A' || n, 'local_assessment_reviews', 'AR' || n FROM episode WHERE route NOT IN ('nfa', 'unassessed')
UNION ALL SELECT 'assessment_reviewed', child, within(n, 'looked at', assessed_from, 10), team, 'A' || n, 'local_assessment_reviews', 'AR' || n FROM episode WHERE route NOT IN ('nfa', 'unassessed')
UNION ALL SELECT 'cp_visit_alone', child, day_number, team, 'CP' || n, 'ssd_cp_visits', 'CPV' || number FROM cp_visits WHERE u(number, 'in') < 0.70
UNION ALL SELECT 'cla_visit_alone', child, day_number, team, 'PL' || n, 'ssd_cla_visits', 'LV' || number FROM cla_visits WHERE u(number, 'alone') < 0.80
UNION ALL SELECT 'preproceedings_started', child, began, team, 'PP' || n, 'ssd_pre_proceedings', 'PP' || n FROM preproceedings
UNION ALL SELECT 'preproceedings_letter', child, within(n, 'letter', began, 5), team, 'PP' || n, 'ssd_pre_proceedings', 'PP' || n FROM preproceedings
UNION ALL SELECT 'preproceedings_meeting', child, within(n, 'letter', began, 5) + 5 + floor(waits(n, 'met', 4))::INTEGER, team, 'PP' || n, 'ssd_pre_proceedings', 'PP' || n FROM preproceedings
UNION ALL SELECT 'preproceedings_reviewed', child, within(n, 'reviewed', began + 25, 30), team, 'PP' || n, 'local_preproceedings', 'PP' || n FROM preproceedings
UNION ALL SELECT 'family_group_offered', child, ended - 20 + floor(u(n, 'offer') * 24)::INTEGER, team, 'PP' || n, 'local_preproceedings', 'PP' || n FROM preproceedings WHERE u(n, 'court') < 0.5
UNION ALL SELECT 'first_hearing', child, within(n, 'hearing', ended + 8, 10), team, 'PP' || n, 'local_preproceedings', 'PP' || n FROM preproceedings WHERE u(n, 'court') < 0.5
UNION ALL SELECT 'care_planned', child, within(n, 'care plan', began, 10), team, 'C' || n, 'ssd_cla_care_plan', 'LP' || n FROM care
UNION ALL SELECT 'iro_appointed', child, within(n, 'iro', began, 5), team, NULL, 'ssd_involvements', 'IRO' || n FROM care
UNION ALL SELECT 'iro_contact', child, day_number + 40 + floor(u(number, 'spoke') * 60)::INTEGER, team, 'C' || n, 'ssd_cla_episodes', 'C' || number FROM cla_reviews
UNION ALL SELECT 'placement_planned', child, within(number, 'planned', began, 5), team, 'PL' || number, 'local_placement_moves', 'PM' || number FROM placement
UNION ALL SELECT 'dental_check', child, day_number, team, NULL, 'ssd_cla_health', 'HD' || number FROM dentist
UNION ALL SELECT 'immunised', child, day_number, team, NULL, 'ssd_cla_immunisations', 'IM' || number FROM needles
UNION ALL SELECT 'sdq', child, day_number, team, NULL, 'ssd_sdq_scores', 'SQ' || number FROM asked_sdq
UNION ALL SELECT 'adoption_decision', child, decided, team, 'AD' || n, 'ssd_permanence', 'AD' || n FROM adopted
UNION ALL SELECT 'placement_order', child, ordered, team, 'AD' || n, 'ssd_permanence', 'AD' || n FROM adopted
UNION ALL SELECT 'adoption_matched', child, matched, team, 'AD' || n, 'ssd_permanence', 'AD' || n FROM adopted
UNION ALL SELECT 'placed_for_adoption', child, placed, team, 'AD' || n, 'ssd_permanence', 'AD' || n FROM adopted
UNION ALL SELECT 'placed_with_future_adopter', child, ordered - 30, team, 'AD' || n, 'ssd_permanence', 'AD' || n FROM adopted WHERE u(n, 'future') < 0.15
UNION ALL SELECT 'permanence_agreed', child, agreed, team, 'PM' || n, 'local_permanence_plans', 'PM' || n FROM planned
UNION ALL SELECT 'permanence_matched', child, met, team, 'PM' || n, 'local_permanence_plans', 'PM' || n FROM planned WHERE outcome = 'long_term_fostering'
UNION ALL SELECT 'permanence_achieved', child, met + 60, team, 'PM' || n, 'local_permanence_plans', 'PM' || n FROM planned
UNION ALL SELECT 'permanence_order', child, met + 90, team, 'AD' || n, 'ssd_permanence', 'SG' || n FROM planned WHERE outcome = 'special_guardianship'
UNION ALL SELECT 'care_leaver_contact', child, day_number, team, 'CL' || n, 'ssd_care_leavers', 'CL' || number FROM kept_in_touch
UNION ALL SELECT 'pathway_plan', child, day_number, team, 'CL' || n, 'ssd_care_leavers', 'CW' || number FROM pathway
UNION ALL SELECT 'in_touch_window', child, day_number, team, 'CL' || n, 'ssd_person', 'CB' || number FROM windows
UNION ALL SELECT 'return_interview', child, within(number, 'spoken', day_number + away, 3), team, 'MIS' || number, 'local_return_interviews', 'RI' || number FROM missing WHERE u(number, 'refused') > 0.15
UNION ALL SELECT 'short_break_day', child, day_number + part, team, 'SK' || number, 'ssd_cla_episodes', 'SK' || number FROM away, range(2) AS made(part)
UNION ALL SELECT 'cla_review', child, day_number, team, 'SB' || n, 'ssd_cla_reviews', 'SR' || number FROM break_reviews
UNION ALL SELECT 'cla_visit', child, day_number, team, NULL, 'ssd_cla_visits', 'SV' || number FROM break_visits
UNION ALL SELECT 'ehc_plan_made', child, began, team, 'EQ' || n, 'ssd_ehcp_named_plan', 'EP' || n FROM support
UNION ALL SELECT 'ehc_refused', child, told, team, 'EQ' || n, 'ssd_ehcp_assessment', 'EA' || n FROM plea WHERE outcome = 'no_plan'
UNION ALL SELECT 'ehc_reviewed', child, day_number, team, NULL, 'ssd_ehcp_active_plans', 'ER' || number FROM yearly
)
FROM one;
INSERT INTO events_made BY NAME
SELECT 'supervision' AS kind, child, day_number, team, worker, 'P' || n AS spell, 'local_supervisions' AS source, 'SU' || number AS key FROM supervised;

INSERT INTO spells_made BY NAME
WITH one AS (
          SELECT 'assessment' AS kind, child, 'A' || n AS spell, assessed_from AS began, authorised AS ended, NULL AS outcome,
                 CASE WHEN u(n, 'unborn') < 0.02 THEN 'unborn' END AS detail, team, 'ssd_cin_assessments' AS source FROM episode WHERE route NOT IN ('nfa', 'unassessed')
UNION ALL SELECT 'cin_plan', child, 'CN' || n, began, ended, NULL, CASE WHEN u(n, 'disabled') < 0.12 THEN 'N2' ELSE 'N1' END, team, 'ssd_cin_plans' FROM need
UNION ALL SELECT 'care', child, 'C' || n, began, ended, CASE WHEN u(n, 'order') < 0.35 THEN 'C1' ELSE 'V2' END,
                 CASE WHEN n IN (SELECT n FROM adopted) THEN 'adoption' END, team, 'ssd_cla_episodes' FROM care
UNION ALL SELECT 'strategy_discussion', child, 'SD' || n, s47_from - CASE WHEN u(n, 'concern') < 0.8 THEN 0 ELSE 1 + floor(waits(n, 'heard', 2))::INTEGER END, s47_from, 's47', NULL, team, 'local_strategy_discussions' FROM episode WHERE enquired
UNION ALL SELECT 'early_help_assessment', child, 'EH' || number, day_number, within(number, 'early help', day_number + 10, 35), NULL, NULL, team, 'local_early_help_assessments' FROM contacts WHERE outcome = 'other' AND u(number, 'helped') < 0.1
UNION ALL SELECT 'step_down', child, 'CP' || n, ended, ended + 20 + floor(waits(n, 'stepped', 60))::INTEGER, NULL, NULL, team, 'ssd_cin_plans' FROM plan WHERE u(n, 'steps') < 0.6
UNION ALL SELECT 'unborn', child, 'UB' || n, opened - 60, opened + 60 + floor(u(n, 'due') * 60)::INTEGER, NULL, NULL, team, 'ssd_person' FROM episode WHERE u(n, 'unborn') < 0.02
UNION ALL SELECT 'unallocated', child, 'R' || number, began - floor(waits(number, 'nobody', 3))::INTEGER - 1, began, CASE WHEN k > 0 THEN 'transfer' END, NULL, team, 'ssd_involvements' FROM held WHERE u(number, 'gap') < 0.08
UNION ALL SELECT 'court_proceedings', child, 'PP' || n, ended, within(n, 'court for', ended + 90, 38), NULL, NULL, team, 'local_preproceedings' FROM preproceedings WHERE u(n, 'court') < 0.5
UNION ALL SELECT 'legal_status', child, 'LS' || n, began, CASE WHEN u(n, 'order') < 0.35 THEN least(began + 130, ended) ELSE ended END, CASE WHEN u(n, 'order') < 0.35 THEN 'C1' ELSE 'V2' END, NULL, team, 'ssd_legal_status' FROM care
UNION ALL SELECT 'legal_status', child, 'LF' || n, began + 130, ended, 'C2', NULL, team, 'ssd_legal_status' FROM care WHERE u(n, 'order') < 0.35 AND ended > began + 130
UNION ALL SELECT 'legal_status', child, 'LU' || n, began - 2, began + floor(waits(n, 'urgent', 1))::INTEGER, 'L1', NULL, team, 'ssd_legal_status' FROM care WHERE u(n, 'police') < 0.06
UNION ALL SELECT 'legal_status', child, 'LE' || n, began, began + 3 + floor(waits(n, 'emergency', 3))::INTEGER, 'L2', NULL, team, 'ssd_legal_status' FROM care WHERE u(n, 'police') BETWEEN 0.06 AND 0.12
UNION ALL SELECT 'legal_status', child, 'LA' || n, began, began + 2 + floor(waits(n, 'seen', 3))::INTEGER, 'L3', NULL, team, 'ssd_legal_status' FROM care WHERE u(n, 'police') BETWEEN 0.12 AND 0.13
UNION ALL SELECT 'placement', child, 'PT' || n, began + 20, began + 21 + floor(waits(n, 'hospital', 14))::INTEGER, ['T0', 'T1', 'T3', 'T4'][1 + floor(u(n, 'stay') * 4)::INTEGER], NULL, team, 'ssd_cla_placement' FROM care WHERE u(n, 'temporary') < 0.05 AND ended > began + 60
UNION ALL SELECT 'home_on_care_order', child, 'PL' || number || '+', began, ended, NULL, NULL, team, 'ssd_cla_placement' FROM placement WHERE kind = 'P1'
UNION ALL SELECT 'temporary_approval', child, 'PM' || number, began, least(ended, within(number, 'approved', began + 60, 20)), CASE WHEN u(number, 'extended') < 0.25 THEN 'extended' END, NULL, team, 'local_placement_moves' FROM placement WHERE kind = 'U3'
UNION ALL SELECT 'closely_visited', child, 'PM' || number || '/1', began, least(ended, began + 20), 'before_review', NULL, team, 'ssd_cla_placement' FROM placement WHERE kind IN ('U3', 'P1')
UNION ALL SELECT 'closely_visited', child, 'PM' || number || '/2', began + 20, least(ended, began + 80), 'after_review', NULL, team, 'ssd_cla_placement' FROM placement WHERE kind IN ('U3', 'P1') AND ended > began + 20
UNION ALL SELECT 'permanence_plan', child, 'PM' || n, agreed, met + 60, outcome, NULL, team, 'local_permanence_plans' FROM planned
UNION ALL SELECT 'adoption_plan', child, 'AD' || n, decided, adopted_on, NULL, NULL, team, 'ssd_permanence' FROM adopted
UNION ALL SELECT 'authorised_not_placed', child, 'AD' || n, ordered, placed, NULL, NULL, team, 'ssd_permanence' FROM adopted
UNION ALL SELECT 'placed_for_adoption', child, 'AD' || n, placed, adopted_on, NULL, NULL, team, 'ssd_permanence' FROM adopted
UNION ALL SELECT 'placed_before_review', child, 'AD' || n, placed, placed + 20, NULL, NULL, team, 'ssd_permanence' FROM adopted
UNION ALL SELECT 'care_leaver', child, 'CL' || n, began, ended, outcome, NULL, team, 'ssd_care_leavers' FROM leaver
UNION ALL SELECT 'short_break_series', child, 'SB' || n, began, ended, 'V4', NULL, team, 'ssd_cla_episodes' FROM series
UNION ALL SELECT 'short_break', child, 'SK' || number, day_number, day_number + 2 + floor(waits(number, 'stays', 1))::INTEGER, NULL, NULL, team, 'ssd_cla_episodes' FROM away
UNION ALL SELECT 'ehc_request', child, 'EQ' || n, asked, decided, CASE WHEN outcome IN ('refused', 'withdrawn') THEN outcome END, NULL, team, 'ssd_ehcp_requests' FROM plea
UNION ALL SELECT 'ehc_process', child, 'EQ' || n, asked, CASE WHEN outcome IN ('plan', 'no_plan') THEN told END, outcome, NULL, team, 'ssd_ehcp_requests' FROM plea
UNION ALL SELECT 'ehc_plan', child, 'EP' || n, began, ended, NULL, NULL, team, 'ssd_ehcp_named_plan' FROM support
UNION ALL SELECT 'ehc_review', child, 'ER' || number, day_number - 10 - floor(waits(number, 'writing', 8))::INTEGER, day_number, NULL, NULL, team, 'local_ehcp_reviews' FROM yearly
UNION ALL SELECT 'adopter_stage1', child, 'AP' || n, began, within(n, 'stage one', began + 30, 12), CASE WHEN u(n, 'left') < 0.2 THEN 'left' END, NULL, team, 'local_prospective_adopters' FROM adopters
UNION ALL SELECT 'adopter_stage2', child, 'AP' || n, began + 50, within(n, 'stage two', began + 120, 35), CASE WHEN u(n, 'left') BETWEEN 0.2 AND 0.3 THEN 'left' END, NULL, team, 'local_prospective_adopters' FROM adopters WHERE u(n, 'left') >= 0.2
)
FROM one;
INSERT INTO spells_made BY NAME
SELECT 'worker_post' AS kind, child, 'P' || n AS spell, began, ended, CASE WHEN u(n, 'new') < 0.15 THEN 'newly_qualified' END AS outcome, team, worker, 'local_workforce' AS source FROM post;
