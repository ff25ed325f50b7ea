"""Who holds each child on a day, and who else works with the child: one reading of the allocations for everybody."""

from datetime import date

import duckdb

from undrift.journeys.joined import kept_id

# A list of who holds whom today may give no start. The newest holder counts when two overlap.
HOLDERS = """
    SELECT child_id, team_id, worker_id FROM journeys.spells
    WHERE kind = 'allocation' AND (started_on IS NULL OR started_on <= $day) AND (ended_on IS NULL OR ended_on > $day)
    QUALIFY row_number() OVER (PARTITION BY child_id ORDER BY started_on DESC, spell_id) = 1
"""
"""SQL of one row a child held on $day: child_id, team_id, worker_id (of the allocated social worker)."""

WORKING_WITH = """
    SELECT DISTINCT invo_person_id AS child_id, invo_professional_id AS worker_id, invo_professional_role_id AS role
    FROM joined.ssd_involvements
    WHERE (invo_involvement_start_date IS NULL OR invo_involvement_start_date <= $day)
      AND (invo_involvement_end_date IS NULL OR invo_involvement_end_date > $day)
"""
"""SQL of one row a child, worker and role on $day, whatever the role: social worker, reviewing officer, adviser."""


def works_with(cur: duckdb.DuckDBPyConnection, child_id: str, worker_id: str, day: date) -> bool:
    """Does the worker hold or work with the child on the day, in any role?"""
    child_id = kept_id(cur, child_id)
    found = cur.execute(
        f"SELECT 1 FROM ({WORKING_WITH}) WHERE child_id = $child AND worker_id = $worker",
        {"day": day, "child": child_id, "worker": worker_id},
    ).fetchone()
    return found is not None
