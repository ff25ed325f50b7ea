SELECT
  "t3"."child_id",
  "t3"."kind",
  "t3"."spell_id",
  "t3"."started_on",
  CASE
    WHEN COALESCE("t8"."died_on" >= "t3"."started_on", FALSE)
    THEN LEAST(
      COALESCE(
        CASE
          WHEN COALESCE(
            "t3"."kind" IN (
              'care',
              'short_break',
              'short_break_series',
              'placement',
              'legal_status',
              'temporary_approval',
              'permanence_plan',
              'carer',
              'placed_far',
              'unregistered',
              'adoption_plan',
              'authorised_not_placed',
              'placed_for_adoption',
              'cp_plan',
              'cin_plan',
              'deprivation_of_liberty',
              'placed_unassessed',
              'secure_stay'
            )
            AND (
              "t12"."adult_on" > "t3"."started_on"
            ),
            FALSE
          )
          THEN LEAST(COALESCE("t3"."ended_on", "t12"."adult_on"), "t12"."adult_on")
          ELSE "t3"."ended_on"
        END,
        "t8"."died_on"
      ),
      "t8"."died_on"
    )
    ELSE CASE
      WHEN COALESCE(
        "t3"."kind" IN (
          'care',
          'short_break',
          'short_break_series',
          'placement',
          'legal_status',
          'temporary_approval',
          'permanence_plan',
          'carer',
          'placed_far',
          'unregistered',
          'adoption_plan',
          'authorised_not_placed',
          'placed_for_adoption',
          'cp_plan',
          'cin_plan',
          'deprivation_of_liberty',
          'placed_unassessed',
          'secure_stay'
        )
        AND (
          "t12"."adult_on" > "t3"."started_on"
        ),
        FALSE
      )
      THEN LEAST(COALESCE("t3"."ended_on", "t12"."adult_on"), "t12"."adult_on")
      ELSE "t3"."ended_on"
    END
  END AS "ended_on",
  "t3"."outcome",
  "t3"."detail",
  "t3"."team_id",
  "t3"."worker_id",
  "t3"."source_table",
  "t3"."source_key"
FROM "journeys"."spells" AS "t3"
LEFT OUTER JOIN (
  SELECT
    "t10"."adult",
    "t10"."adult_on"
  FROM (
    SELECT
      "t9"."adult",
      "t9"."adult_on",
      "t7"."now"
    FROM (
      SELECT
        "t1"."pers_person_id" AS "adult",
        "t1"."pers_dob" + INTERVAL '216' MONTH AS "adult_on"
      FROM "joined"."ssd_person" AS "t1"
    ) AS "t9"
    CROSS JOIN (
      SELECT
        "t2"."as_at" AS "now"
      FROM "records"."load" AS "t2"
    ) AS "t7"
  ) AS "t10"
  WHERE
    "t10"."adult_on" <= "t10"."now"
) AS "t12"
  ON "t3"."child_id" = "t12"."adult"
LEFT OUTER JOIN (
  SELECT
    "t1"."pers_person_id" AS "dead",
    "t1"."pers_death_date" AS "died_on"
  FROM "joined"."ssd_person" AS "t1"
  WHERE
    "t1"."pers_death_date" IS NOT NULL
) AS "t8"
  ON "t3"."child_id" = "t8"."dead"
