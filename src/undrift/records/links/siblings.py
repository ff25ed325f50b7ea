"""Who is whose brother or sister: the records' own families where they are held, else suggested, and said to be."""

import duckdb

FAMILY = "one family in the records"
SUGGESTED = "suggested: the same surname, the same home, and a referral on the same day"


def siblings(con: duckdb.DuckDBPyConnection) -> None:
    """Table `links.siblings` (child_id, sibling_id, basis), both ways round, each child under the kept id.

    Needs `links.same_child` and `links.compared`. A child whom the records place in a family gets no suggestion; where
    no address is held there is none to make. Twins referred together are siblings; one child's two ids are not.
    """
    con.execute(
        f"""CREATE OR REPLACE TABLE links.siblings AS
            WITH kept AS (
                SELECT c.child_id, coalesce(s.kept_id, c.child_id) AS kept_id, surname, postcode, house
                FROM links.compared AS c LEFT JOIN links.same_child AS s USING (child_id)),
            family AS (
                SELECT DISTINCT k.kept_id, fami_family_id AS family_id
                FROM records.ssd_family JOIN kept AS k ON k.child_id = fami_person_id),
            referred AS (
                SELECT DISTINCT k.kept_id, surname, postcode, house, cine_referral_date AS on_date
                FROM kept AS k JOIN records.ssd_cin_episodes ON cine_person_id = k.child_id
                WHERE k.kept_id NOT IN (SELECT kept_id FROM family))
            SELECT DISTINCT a.kept_id AS child_id, b.kept_id AS sibling_id, '{FAMILY}' AS basis
            FROM family AS a JOIN family AS b USING (family_id) WHERE a.kept_id <> b.kept_id
            UNION
            SELECT a.kept_id, b.kept_id, '{SUGGESTED}'
            FROM referred AS a JOIN referred AS b USING (surname, postcode, on_date)
            WHERE a.kept_id <> b.kept_id AND a.house IS NOT DISTINCT FROM b.house
            ORDER BY ALL"""
    )
