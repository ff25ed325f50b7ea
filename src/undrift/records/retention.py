"""How long a person's data is kept: rules by type of record, each with its source, and whose time is up.

A person's data is one record: it is due when the longest rule that applies to them has run out. A rule is a row of
`retention.csv`, or of the authority's own file of the same form under the home, which then stands in its place.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
from dateutil.relativedelta import relativedelta

from undrift.engines.apart import in_memory
from undrift.errors import UserError
from undrift.records.about import way
from undrift.records.kept import kept_rows
from undrift.records.links import confirmed, groups
from undrift.records.store import loads
from undrift.records.tables import tables

FILE = "retention.csv"
ANY = "*"
BIRTH, LAST = "birth", "last event"
# Not of something that happened to the person: when a thing is due or hoped for, and births.
_NOT_EVENTS = ("_due", "_due_date", "_target_date", "_dob")
LOCAL = "local setting"


@dataclass(frozen=True)
class Rule:
    """One type of record. tables: whose rows make a record of the type ("*": any). when: which of their rows, in SQL
    ("": all). after: "birth", "last event", or a column holding the day. years: how long after it.
    years_if_died_before_18: instead, from the death, when the person died before 18; None when that changes nothing.
    open_while_blank: columns that are blank while the work goes on, when nothing is due. source: who says so.
    """

    type: str
    tables: tuple[str, ...]
    when: str
    after: str
    years: int
    years_if_died_before_18: int | None
    open_while_blank: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Kept:
    """A person, and until when their data is kept. until: None when that cannot be told. rule: the one that lasts the
    longest, or that cannot be told. why: how the day was counted, or why it cannot be told."""

    person: str
    authority: str
    until: date | None
    rule: Rule
    why: str


def rules(home: Path) -> tuple[Rule, ...]:
    """The authority's own rules, or ours. UserError for a rule that cannot be read, with its line."""
    own = home / FILE
    text = own.read_text(encoding="utf-8-sig") if own.exists() else ours()
    found = []
    for line, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        try:
            found.append(_rule(row))
        except (KeyError, ValueError, TypeError) as fault:
            raise UserError(
                f"This rule cannot be read: {fault}.",
                where=f"{own.name if own.exists() else FILE}, line {line}",
                try_="Compare it with the file that undrift retention --rules prints.",
            ) from None
    return tuple(found)


def ours() -> str:
    """The rules as delivered, as text."""
    return resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")


def _rule(row: dict[str, str]) -> Rule:
    named = tuple(filter(None, row["tables"].split(";")))
    columns = {column.name for name in named if name != ANY for column in _table(name)}
    blank = tuple(filter(None, row["open_while_blank"].split(";")))
    for column in (*blank, *([row["after"]] if row["after"] not in (BIRTH, LAST) else [])):
        if column not in columns:
            raise ValueError(f"no table of the rule has a column {column}")
    if not row["source"].strip():
        raise ValueError("it has no source")
    died = row["years_if_died_before_18"]
    return Rule(
        row["type"], named, row["when"], row["after"], int(row["years"]), int(died) if died else None, blank, row["source"]
    )  # fmt: skip


def _table(name: str) -> Iterable[Any]:
    if name not in tables():
        raise ValueError(f"there is no table {name}")
    return tables()[name].columns


def kept_until(home: Path) -> list[Kept]:
    """Everybody any load holds, and until when: the soonest first, those that cannot be told last.

    All loads count, not the last alone: a person can have left the extract and still be in an older load.
    """
    answer: list[Kept] = []
    for authority in sorted({item.authority for item in loads(home)}):
        with in_memory() as con:
            _gather(con, home, authority)
            answer += _of_authority(con, authority, rules(home))
    return sorted(answer, key=lambda kept: (kept.until or date.max, kept.authority, kept.person))


def due(home: Path, as_at: date) -> list[Kept]:
    """Those whose time was up on or before a day; of a child under several ids, only once every one of them is."""
    everybody = kept_until(home)
    up = {kept.person for kept in everybody if kept.until is not None and kept.until <= as_at}
    known = {kept.person for kept in everybody}
    waiting = {person for group in groups(confirmed(home)) if (group & known) - up for person in group}
    return [kept for kept in everybody if kept.person in up - waiting]


def _gather(con: duckdb.DuckDBPyConnection, home: Path, authority: str) -> None:
    """Every load's rows as one table of each name; of a row in several loads, as the latest tells it."""
    held = sorted((i for i in loads(home) if i.authority == authority), key=lambda i: (i.as_at, i.at))
    for table in tables().values():
        sources = [(nth, sql) for nth, item in enumerate(held) if (sql := kept_rows(home, item)(table.name))]
        if not sources or way(table.name) is None:
            con.execute(table.create_sql("main"))
            continue
        union = " UNION ALL BY NAME ".join(f"SELECT *, {nth} AS _load FROM {sql}" for nth, sql in sources)
        con.execute(
            f"""CREATE TABLE {table.name} AS SELECT * EXCLUDE _load FROM ({union})
                QUALIFY rank() OVER (PARTITION BY {", ".join(table.keys)} ORDER BY _load DESC) = 1"""
        )


def _of_authority(con: duckdb.DuckDBPyConnection, authority: str, each: tuple[Rule, ...]) -> list[Kept]:
    con.execute("CREATE TABLE rows_of (person VARCHAR, tbl VARCHAR, day DATE, open_since VARCHAR)")
    for table in tables().values():
        if table.person is None:
            continue
        days = [
            c.name for c in table.columns
            if c.sql_type == "DATE" and not c.name.endswith(_NOT_EVENTS)
        ]  # fmt: skip
        latest = f"greatest({', '.join(days)})" if days else "NULL"
        con.execute(
            f"INSERT INTO rows_of SELECT {table.person}, '{table.name}', {latest}, NULL FROM {table.name}"
            f" WHERE {table.person} IS NOT NULL"
        )
    people = con.execute(
        """SELECT person, max(pers_dob), max(pers_death_date), max(day) FROM rows_of
           LEFT JOIN ssd_person ON pers_person_id = person GROUP BY person ORDER BY person"""
    ).fetchall()
    by_rule = [(rule, _applies(con, rule)) for rule in each]
    answer = []
    for person, born, died, last in people:
        counted = [
            _count(rule, told[person], born, died, last) for rule, told in by_rule if person in told
        ]  # fmt: skip
        if not counted:
            continue
        # What cannot be told, or is open, keeps all of it; otherwise the longest rule does.
        rule, until, why = max(counted, key=lambda c: c[1] or date.max)
        answer.append(Kept(person, authority, until, rule, why))
    return answer


def _applies(con: duckdb.DuckDBPyConnection, rule: Rule) -> dict[str, tuple[date | None, bool]]:
    """Whom a rule is for: person to (the day named by the rule, if it names a column; whether the work goes on)."""
    found: dict[str, tuple[date | None, bool]] = {}
    names = rule.tables if ANY not in rule.tables else ("rows_of",)
    for name in names:
        person = "person" if name == "rows_of" else tables()[name].person
        if person is None:
            continue
        own = set() if name == "rows_of" else {c.name for c in tables()[name].columns}
        day = f"max({rule.after})" if rule.after in own else "NULL"
        blank = [c for c in rule.open_while_blank if c in own]
        going_on = f"bool_or({' OR '.join(f'{c} IS NULL' for c in blank)})" if blank else "FALSE"
        sql = f"SELECT {person}, {day}, {going_on} FROM {name} WHERE {person} IS NOT NULL AND ({rule.when or 'TRUE'}) GROUP BY 1"
        for who, when, is_open in con.execute(sql).fetchall():
            earlier, was_open = found.get(who, (None, False))
            found[who] = (max(filter(None, (earlier, when)), default=None), was_open or is_open)
    return found


def _count(
    rule: Rule, told: tuple[date | None, bool], born: date | None, died: date | None, last: date | None
) -> tuple[Rule, date | None, str]:
    day, going_on = told
    if going_on:
        return rule, None, "the work is still open, so nothing is due"
    if rule.years_if_died_before_18 is not None and died and born and died < born + relativedelta(years=18):
        until = died + relativedelta(years=rule.years_if_died_before_18)
        return rule, until, f"{rule.years_if_died_before_18} years from the death"
    start = {BIRTH: born, LAST: last}.get(rule.after, day)
    if start is None:
        return rule, None, f"cannot tell: no {'date of birth' if rule.after == BIRTH else 'date'} is recorded"
    words = {BIRTH: "birth", LAST: "the last event recorded"}.get(rule.after, "the order")
    return rule, start + relativedelta(years=rule.years), f"{rule.years} years from {words}"
