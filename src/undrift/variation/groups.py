"""Gaps between groups of children: by age, sex, ethnicity, disability and area, each with its interval.

A group's share has Wilson's interval; its difference from all the other children in the dimension has Newcombe's. A
difference is called beyond chance when that interval leaves out nought; with several groups compared, one in twenty
would be by chance, and the page says how many that makes. Both are worked out from families and not from children, as
brothers and sisters mostly fare alike (`families.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import duckdb

from undrift.dates import add_months
from undrift.engines.kept import compiled
from undrift.journeys.held import holdings, not_held
from undrift.measures import catalogue, engine
from undrift.variation import families
from undrift.variation.decisions import AGES, age_band
from undrift.variation.intervals import Interval

# The census's broad ethnic groups, from the codes of the children in need census and SSDA903.
_ETHNIC: Final = {
    "White": ("WBRI", "WIRI", "WIRT", "WOTH", "WROM"),
    "Mixed or multiple": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian or Asian British": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black or Black British": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
}
NOT_RECORDED: Final = "Not recorded"
_ETHNIC_SQL = " ".join(
    f"WHEN p.pers_ethnicity IN ({', '.join(repr(c) for c in codes)}) THEN '{name}'"
    for name, codes in _ETHNIC.items()
)
CHILDREN: Final = f"""
SELECT p.pers_person_id AS child_id, p.pers_dob AS born,
  CASE p.pers_sex WHEN 'F' THEN 'Girls' WHEN 'M' THEN 'Boys' ELSE '{NOT_RECORDED}' END AS sex,
  CASE {_ETHNIC_SQL} ELSE '{NOT_RECORDED}' END AS ethnicity,
  coalesce(d.disability, '{NOT_RECORDED}') AS disability,
  coalesce(a.area, '{NOT_RECORDED}') AS area,
  least(p.pers_person_id, coalesce(s.eldest, p.pers_person_id)) AS family_id
FROM records.ssd_person p
LEFT JOIN (SELECT child_id, min(sibling_id) AS eldest FROM links.siblings GROUP BY 1) s ON s.child_id = p.pers_person_id
LEFT JOIN (SELECT disa_person_id AS child_id,
             CASE WHEN bool_or(disa_disability_code <> 'NONE') THEN 'Disabled' ELSE 'Not disabled' END AS disability
           FROM joined.ssd_disability WHERE disa_disability_code IS NOT NULL GROUP BY 1) d ON d.child_id = p.pers_person_id
LEFT JOIN (SELECT addr_person_id AS child_id,
             -- the outward half of a postcode: all but its last three characters
             first(upper(substr(replace(addr_address_postcode, ' ', ''), 1,
                                length(replace(addr_address_postcode, ' ', '')) - 3))
                   ORDER BY addr_address_start_date DESC NULLS LAST, addr_table_id) AS area
           FROM joined.ssd_address
           WHERE length(replace(addr_address_postcode, ' ', '')) BETWEEN 5 AND 7
             AND (addr_address_start_date IS NULL OR addr_address_start_date <= $as_at)
           GROUP BY 1) a ON a.child_id = p.pers_person_id
"""
_ONCE_A_CHILD: Final = """
  SELECT child_id, max(on_date) AS on_date, max(numerator) AS numerator, max(denominator) AS denominator
  FROM counted GROUP BY child_id"""
WAITS_SQL: Final = """
SELECT {parts}, coalesce(c.family_id, i.child_id), date_diff('day', i.started_on, least(coalesce(i.stopped_on, $as_at), coalesce(i.ended_on, $as_at), $as_at)),
  i.stopped_on IS NOT NULL AND i.stopped_on <= $as_at AND (i.ended_on IS NULL OR i.stopped_on <= i.ended_on)
FROM clocks.instances i LEFT JOIN variation.children c USING (child_id)
WHERE list_contains($clocks, i.clock_id) AND NOT i.is_window AND i.trouble IS NULL AND i.excuse IS NULL
  AND i.started_on > $since AND i.started_on <= $as_at
  AND (i.stopped_on IS NULL OR i.stopped_on >= i.started_on) AND (i.ended_on IS NULL OR i.ended_on >= i.started_on)
"""


@dataclass(frozen=True)
class Dimension:
    """A way of grouping children. `column` is of variation.children; age is worked out on the day counted."""

    id: str
    name: str
    column: str

    def sql(self, on: str) -> str:
        """The group of a row, for children aliased c and a day column."""
        return age_band(on, "c.born") if self.id == "age" else f"coalesce(c.{self.column}, '{NOT_RECORDED}')"


DIMENSIONS: Final = (
    Dimension("age", "Age", "born"),
    Dimension("sex", "Sex", "sex"),
    Dimension("ethnicity", "Ethnic group", "ethnicity"),
    Dimension("disability", "Disability", "disability"),
    Dimension("area", "Area (first half of the postcode)", "area"),
)
_NEEDS: Final = {"disability": ("ssd_disability",), "area": ("ssd_address",)}


def dimensions(con: duckdb.DuckDBPyConnection) -> list[Dimension]:
    """The dimensions that what is held can tell."""
    held = holdings(con)
    return [d for d in DIMENSIONS if not not_held(_NEEDS.get(d.id, ()), held)]


def untold(con: duckdb.DuckDBPyConnection) -> list[tuple[Dimension, str]]:
    """The dimensions that cannot be told, and why."""
    held = holdings(con)
    return [(d, why) for d in DIMENSIONS if (why := not_held(_NEEDS.get(d.id, ()), held))]


@dataclass(frozen=True)
class Group:
    """A group's count of those it was counted among, and its difference from all others (shares, 0 to 1)."""

    name: str
    count: int
    of: int
    interval: Interval
    difference: float | None
    difference_interval: Interval | None

    @property
    def share(self) -> float:
        return self.count / self.of

    @property
    def is_beyond_chance(self) -> bool:
        return self.difference_interval is not None and not self.difference_interval.holds(0.0)


@dataclass(frozen=True)
class Waited:
    """A group's median wait in days; None where half have not ended."""

    name: str
    median: float | None
    low: float | None
    high: float | None
    ended: int
    waiting: int


def compare(rows: Sequence[tuple[str, object, float, float]]) -> list[Group]:
    """Groups from rows of (group, family, count, of), those of nothing left out; each against all the others together."""
    told = families.by_group(rows)
    every_x, every_n = (sum(part) for part in zip(*told.values(), strict=True)) if told else (0, 0)
    groups = []
    for name, (x, n) in told.items():
        own = families.share(x, n)
        rest = families.share(every_x - x, every_n - n) if len(told) > 1 else None
        groups.append(
            Group(
                name, round(own.count), round(own.of), own.interval,
                own.count / own.of - rest.count / rest.of if rest else None,
                families.difference(own, rest) if rest else None,
            )
        )  # fmt: skip
    return groups


@cache
def _rows_sql(measure_id: str, as_at: date) -> str | None:
    return compiled(engine.rows, catalogue()[measure_id], as_at) or None


def counted(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    as_at: date,
    team: str | None = None,
    cohort: str | None = None,
) -> list[tuple[date, bool]]:
    """(day, counted or not) of every case a measure counts, in date order: what a chart of rare events is made of."""
    sql = _rows_sql(measure_id, as_at)
    if sql is None:
        return []
    return cur.execute(
        f"""SELECT on_date, numerator > 0 FROM ({sql}) r WHERE denominator > 0 AND ($team IS NULL OR team_id = $team)
              AND ($cohort IS NULL OR EXISTS (
                SELECT 1 FROM journeys.cohorts c WHERE c.cohort = $cohort AND c.child_id = r.child_id
                AND (c.started_on IS NULL OR c.started_on <= r.on_date) AND (c.ended_on IS NULL OR c.ended_on > r.on_date)))
            ORDER BY on_date, source_key""",
        {"team": team, "cohort": cohort},
    ).fetchall()


def gaps(cur: duckdb.DuckDBPyConnection, measure_id: str, as_at: date) -> dict[Dimension, list[Group]] | None:
    """A share's groups over the last twelve complete months (a snapshot's: its last month), by dimension.

    None when the measure is no share, or does not count children one by one.
    """
    measure, sql = catalogue()[measure_id], _rows_sql(measure_id, as_at)
    if sql is None or measure.unit != "percent" or not measure.denominates:
        return None
    row = cur.execute("SELECT max(month) FROM measures.calendar_months").fetchone()
    if row is None or row[0] is None:
        return None
    first = row[0] if measure.is_snapshot else add_months(row[0], -11)
    found = {}
    for dimension in dimensions(cur):
        counts = cur.execute(
            f"""WITH counted AS (SELECT child_id, on_date, numerator, denominator FROM ({sql})
                                 WHERE month BETWEEN $first AND $last AND child_id IS NOT NULL),
                     each AS ({_ONCE_A_CHILD if measure.is_exact else "FROM counted"})
                SELECT {dimension.sql("r.on_date")} AS part, coalesce(c.family_id, r.child_id), sum(r.numerator), sum(r.denominator)
                FROM each r LEFT JOIN variation.children c USING (child_id) GROUP BY ALL""",
            {"first": first, "last": row[0]},
        ).fetchall()
        if not any(n for *_, n in counts):
            return None
        found[dimension] = _in_order(compare(counts), dimension)
    return found


def _in_order(groups: list[Group], dimension: Dimension) -> list[Group]:
    ages = [words for _, words in AGES]
    if dimension.id == "age":
        return sorted(groups, key=lambda g: ages.index(g.name) if g.name in ages else len(ages))
    return sorted(groups, key=lambda g: (g.name == NOT_RECORDED, -g.of, g.name))


def waits(cur: duckdb.DuckDBPyConnection, measure_id: str) -> dict[str, tuple[list[Waited], float | None]]:
    """Median waits by dimension id, longest first, with how often chance alone would part them so far."""
    rows = cur.execute(
        """SELECT dimension, part, median, low, high, ended, waiting, p FROM variation.waits
           WHERE measure_id = ? ORDER BY dimension, median DESC NULLS FIRST, part""",
        [measure_id],
    ).fetchall()
    found: dict[str, tuple[list[Waited], float | None]] = {}
    for dimension, *waited, p in rows:
        found.setdefault(dimension, ([], p))[0].append(Waited(*waited))
    return found
