"""Decisions to stop or step down, and what came after each: one set-based pass over the journeys.

Five kinds, each with what counts as coming back. A decision counts only where the child was then left with less: a
child who had an open plan or was in care on that day was not. What came back must come on a later day. A child who
turned 18, died, was adopted or moved to another authority's services can no longer come back: the competing event.
Everything else is watched until the day the load speaks for.

Case mix is by stated strata, chosen because they are recorded for nearly every child and known before the decision:
the child's age, whether an earlier referral came in the 24 months before, and whether a disability is recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

What = Literal["any", "referral", "enquiry", "plan", "care"]
WHATS: Final[Mapping[str, str]] = {
    "any": "any of these",
    "referral": "a new referral",
    "enquiry": "a child protection enquiry",
    "plan": "a plan",
    "care": "care",
}
AGES: Final = ((0, "under 1"), (1, "1 to 4"), (5, "5 to 9"), (10, "10 to 15"), (16, "16 and over"))


@dataclass(frozen=True)
class Kind:
    """A kind of decision: its name in the plural, what came back, and what had to hold on the day."""

    id: str
    name: str
    one: str
    tables: tuple[str, ...]
    decided: str  # SQL: child_id, on_date, team_id, worker_id, source_table, source_key
    back: Mapping[str, tuple[str, ...]]  # what to the journey's event or spell kinds
    closed: tuple[str, ...]  # spell kinds that must not be open on the day
    definition: str


_NO_FURTHER = """
    SELECT s.child_id, s.ended_on AS on_date, s.team_id, s.worker_id, s.source_table, s.source_key
    FROM journeys.spells s JOIN records.ssd_cin_assessments a ON a.cina_assessment_id = s.spell_id
    WHERE s.kind = 'assessment' AND a.cina_assessment_outcome_nfa = 'Y'
      AND {negate} coalesce(regexp_matches(a.cina_assessment_outcome_json,
                            '"REFERRAL_TO_OTHER_AGENCY_FLAG"\\s*:\\s*"Y"'), false)
"""
_SPELL_ENDED = """
    SELECT child_id, ended_on AS on_date, team_id, worker_id, source_table, source_key
    FROM journeys.spells WHERE kind = '{kind}' {more}
"""
_HOME = """
    SELECT s.child_id, s.ended_on AS on_date, s.team_id, s.worker_id, s.source_table, s.source_key
    FROM journeys.spells s
    WHERE s.kind = 'care' AND EXISTS (
      SELECT 1 FROM joined.ssd_cla_episodes e
      WHERE e.clae_cla_id = s.spell_id AND e.clae_person_id = s.child_id
        AND e.clae_cla_episode_ceased_date = s.ended_on AND e.clae_cla_episode_ceased_reason IN ('E4A', 'E4B'))
"""
_ALL_BACK: Final = {
    "referral": ("referral",),
    "enquiry": ("s47",),
    "plan": ("cin_plan", "cp_plan"),
    "care": ("care",),
}
KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        "assessment_nfa", "assessments ended with no further action", "Assessment ended with no further action",
        ("ssd_cin_assessments", "ssd_cin_episodes"), _NO_FURTHER.format(negate="NOT"), _ALL_BACK,
        ("cin_plan", "cp_plan", "care"),
        "Assessments authorised with the outcome no further action, and not passed to another agency, of children with no "
        "plan open and not in care that day. Back: a new referral, enquiry, plan or period of care on a later day.",
    ),
    Kind(
        "assessment_step_down", "assessments stepped down to another agency", "Assessment stepped down",
        ("ssd_cin_assessments", "ssd_cin_episodes"), _NO_FURTHER.format(negate=""), _ALL_BACK,
        ("cin_plan", "cp_plan", "care"),
        "Assessments authorised with no further action by social care and passed to another agency or to early help, of "
        "children with no plan open and not in care that day. Back: as for no further action.",
    ),
    Kind(
        "enquiry_ended", "enquiries ended without a conference", "Enquiry ended without a conference",
        ("ssd_s47_enquiry",), _SPELL_ENDED.format(kind="s47", more="AND outcome = 'no_conference'"),
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("cp_plan", "care"),
        "Section 47 enquiries ended with no conference needed, of children with no child protection plan and not in care "
        "that day. Back: a new referral, another enquiry, a child protection plan or care. A child in need plan is not "
        "coming back: it is often what the enquiry decided.",
    ),
    Kind(
        "cp_plan_ended", "child protection plans ended", "Child protection plan ended",
        ("ssd_cp_plans",), _SPELL_ENDED.format(kind="cp_plan", more=""),
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("cp_plan", "care"),
        "Child protection plans ended, the child not going into care that day. Back: a new referral, an enquiry, another "
        "child protection plan or care.",
    ),
    Kind(
        "returned_home", "returns home from care", "Return home from care",
        ("ssd_cla_episodes",), _HOME,
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("care",),
        "Periods of care ended by going home to parents or relatives (reasons E4A and E4B). Back: a new referral, an "
        "enquiry, a child protection plan or care again.",
    ),
)  # fmt: skip
BY_ID: Final = {kind.id: kind for kind in KINDS}

# Later beginnings and competing events, one small table each, so that every kind's pass is two joins.
PREPARE: Final = """
CREATE OR REPLACE TEMP TABLE beginnings AS
  SELECT child_id, kind, started_on AS on_date FROM journeys.spells
  WHERE kind IN ('referral', 's47', 'cin_plan', 'cp_plan', 'care') AND started_on IS NOT NULL AND started_on <= $as_at;
CREATE OR REPLACE TEMP TABLE out_of_reach AS
  SELECT pers_person_id AS child_id, CAST(pers_dob + INTERVAL 18 YEAR AS DATE) AS on_date, 'turned 18' AS what
    FROM records.ssd_person WHERE pers_dob IS NOT NULL
  UNION ALL SELECT pers_person_id, pers_death_date, 'died' FROM records.ssd_person WHERE pers_death_date IS NOT NULL
  UNION ALL SELECT cine_person_id, cine_close_date, 'moved to another authority'
    FROM joined.ssd_cin_episodes WHERE cine_close_reason = 'RC5' AND cine_close_date IS NOT NULL
  UNION ALL SELECT clae_person_id, clae_cla_episode_ceased_date, 'was adopted'
    FROM joined.ssd_cla_episodes WHERE clae_cla_episode_ceased_reason IN ('E11', 'E12')
"""


def sql(kind: Kind) -> str:
    """One row a decision, with the first day of each thing that came back, the competing event, and the stratum.

    Parameters: as_at, since. Columns as the table variation.decisions, in build.py.
    """
    firsts = ",\n".join(
        f"  min(b.on_date) FILTER (b.kind IN ({_quoted(kinds)})) AS {what}_on"
        for what, kinds in kind.back.items()
    )
    every = sorted({name for kinds in kind.back.values() for name in kinds})
    return f"""
WITH decided AS (
  SELECT DISTINCT ON (d.child_id, d.on_date) d.* FROM ({kind.decided}) d
  WHERE d.on_date BETWEEN $since AND $as_at
    AND NOT EXISTS (SELECT 1 FROM journeys.spells s WHERE s.child_id = d.child_id AND s.kind IN ({_quoted(kind.closed)})
                    AND s.started_on <= d.on_date AND (s.ended_on IS NULL OR s.ended_on > d.on_date))
  ORDER BY d.child_id, d.on_date, d.source_key),
back AS (
  SELECT d.child_id, d.on_date,
{firsts}
  FROM decided d JOIN beginnings b ON b.child_id = d.child_id AND b.on_date > d.on_date AND b.kind IN ({_quoted(every)})
  GROUP BY ALL),
gone AS (
  SELECT d.child_id, d.on_date, min(o.on_date) AS gone_on, arg_min(o.what, o.on_date) AS gone_as
  FROM decided d JOIN out_of_reach o ON o.child_id = d.child_id AND o.on_date > d.on_date AND o.on_date <= $as_at
  GROUP BY ALL),
known AS (
  SELECT d.child_id, d.on_date, count(*) >= 2 AS before
  FROM decided d JOIN beginnings b ON b.child_id = d.child_id AND b.kind = 'referral'
    AND b.on_date <= d.on_date AND b.on_date > d.on_date - INTERVAL 24 MONTH
  GROUP BY ALL)
SELECT '{kind.id}' AS kind, d.child_id, d.on_date, d.team_id, d.worker_id, d.source_table, d.source_key,
  back.referral_on, back.enquiry_on, back.plan_on, back.care_on, gone.gone_on, gone.gone_as,
  concat_ws(', ', {age_band("d.on_date", "c.born")},
    CASE WHEN coalesce(known.before, false) THEN 'referred before' ELSE 'not referred before' END,
    CASE WHEN c.disability = 'Disabled' THEN 'disabled' ELSE 'not recorded as disabled' END) AS stratum,
  coalesce(c.family_id, d.child_id) AS family_id
FROM decided d
LEFT JOIN back USING (child_id, on_date) LEFT JOIN gone USING (child_id, on_date)
LEFT JOIN known USING (child_id, on_date) LEFT JOIN variation.children c USING (child_id)
WHERE c.born IS NULL OR date_diff('day', d.on_date, c.born + INTERVAL 18 YEAR) > 0
"""


def age_band(on: str, born: str) -> str:
    """SQL: the age band on a day."""
    years = f"date_sub('year', {born}, {on})"
    bands = " ".join(f"WHEN {years} >= {least} THEN '{words}'" for least, words in reversed(AGES))
    # A child not yet born, as an assessment before birth has, stands with the babies.
    return f"CASE WHEN {born} IS NULL THEN 'age not recorded' {bands} ELSE 'under 1' END"


def _quoted(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
