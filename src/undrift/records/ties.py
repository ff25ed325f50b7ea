"""Links that a form left blank, found by child and date: only where exactly one row fits, and said either way."""

from collections.abc import Mapping, Sequence

import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns import Issue
from undrift.returns.forms_spec import Link, finder, links
from undrift.returns.spec import record_tables
from undrift.returns.words import counted


def fill(
    tables: Mapping[str, pa.Table], kinds: Mapping[str, str]
) -> tuple[dict[str, pa.Table], list[Issue], list[str]]:
    """`tables` with the blank links of those that came as forms filled; what could not be, and what was.

    A date given only to find a link (`forms_spec.finder`) is used, then taken out of the table.
    """
    filled = dict(tables)
    issues: list[Issue] = []
    notes: list[str] = []
    for link in links():
        if kinds.get(link.table) != "forms":
            continue
        parent, _ = link.to
        if parent in tables:
            filled[link.table], odd, found = _fill(
                filled[link.table], tables[parent], link, kinds[parent] != "ssd"
            )
            issues += odd
            if found:
                notes.append(
                    f"{link.table}: {counted(found, 'row')} tied to a row of {parent} by child and date."
                )
        elif blank := filled[link.table].column(link.column).null_count:
            notes.append(
                f"{link.table}: {counted(blank, 'row')} tied to no row of {parent}, which is not held."
            )
    return {name: _without_finders(table) for name, table in filled.items()}, issues, notes


def _fill(
    table: pa.Table, parent: pa.Table, link: Link, renumbered: bool
) -> tuple[pa.Table, list[Issue], int]:
    """renumbered: the ids of `parent` were made here, so that an id from the case system is found by date too."""
    con = in_memory(threads=1)
    con.register("mine", table)
    con.register("theirs", parent)
    name, key = link.to
    by = finder(link.column) if finder(link.column) in table.column_names else "CAST(NULL AS DATE)"
    when = " OR ".join(f"{column} = '{value}'" for column, value in link.only_when) or "TRUE"
    con.execute(
        f"""CREATE TABLE asked AS
            SELECT row_number() OVER () AS n, *, {by} AS exactly, coalesce({", ".join(link.days)}) AS day,
                   ({link.column} IS NULL
                    OR {renumbered} AND {link.column} NOT IN (SELECT {key} FROM theirs WHERE {key} IS NOT NULL))
                   AND ({when}) AS blank
            FROM mine"""
    )
    mine, their = record_tables()[link.table].person, record_tables()[name].person
    # A day on which one ends and another begins belongs to the one that begins.
    con.execute(
        f"""CREATE TABLE fits AS
            SELECT n, theirs.{key} AS id,
                   bool_or(exactly IS NOT NULL OR {link.end} IS NULL OR day < {link.end}
                           OR {link.start} = {link.end}) AS inside
            FROM asked JOIN theirs ON asked.{mine} = theirs.{their}
            WHERE blank AND CASE WHEN exactly IS NOT NULL THEN {link.start} = exactly
                            ELSE day >= {link.start} AND ({link.end} IS NULL OR day <= {link.end} + {link.within}) END
            GROUP BY n, theirs.{key}"""
    )
    con.execute(
        """CREATE TABLE found AS
           SELECT n, CASE WHEN count(*) = 1 THEN first(id) WHEN count(*) FILTER (WHERE inside) = 1
                     THEN first(id) FILTER (WHERE inside) END AS id, count(*) AS fitting
           FROM fits GROUP BY n"""
    )
    others = ", ".join(
        f"CASE WHEN blank THEN id ELSE {c} END AS {c}" if c == link.column else c for c in table.column_names
    )
    done = con.sql(f"SELECT {others} FROM asked LEFT JOIN found USING (n) ORDER BY n").to_arrow_table()
    odd = con.execute(
        """SELECT _file, _sheet, _row, coalesce(fitting, 0) FROM asked LEFT JOIN found USING (n)
           WHERE blank AND id IS NULL AND coalesce(exactly, day) IS NOT NULL ORDER BY n"""
    ).fetchall()
    counted = con.execute("SELECT count(id) FROM found").fetchone()
    return done.cast(table.schema), [_issue(link, *place) for place in odd], counted[0] if counted else 0


def _issue(link: Link, file: str, sheet: str, row: int, fitting: int) -> Issue:
    what = "No row" if not fitting else f"{fitting} rows"
    return Issue(
        file=file,
        sheet=sheet,
        row=row,
        column=link.column,
        what=f"{what} of {link.to[0]} for this child fit{'s' * (not fitting)} the date, so the link is left blank.",
        try_="Give the id, or put right the date.",
        code="link_not_found",
        severity="kept",
    )


def _without_finders(table: pa.Table) -> pa.Table:
    finders: Sequence[str] = [name for name in table.column_names if name.startswith(finder(""))]
    return table.drop_columns(finders) if finders else table
