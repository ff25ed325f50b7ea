"""The rows of a form into the tables of the records that it fills, with a key made for each row that gives none."""

import duckdb
import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.forms_spec import Form, finder
from undrift.returns.spec import record_tables
from undrift.returns.submission import Issue, conform


def to_tables(form: Form, rows: pa.Table) -> tuple[dict[str, pa.Table], list[Issue]]:
    """The tables of `form` from its rows (typed, columns by `FormColumn.field`, ORIGIN last), and what was odd.

    A key is made of what tells the rows of the form apart and a number among those alike, in the order of all
    they say, so that the same rows get the same keys in whatever order they come.
    """
    con = in_memory(threads=1)
    con.register("given", rows)
    said = ", ".join(c.field for c in form.columns)
    again = _number(con, said, "_row", "given")
    con.execute(f"CREATE TABLE told AS SELECT *, {again} AS again FROM given")
    repeated = con.execute("SELECT _file, _sheet, _row FROM told WHERE again > 1 ORDER BY ALL").fetchall()
    issues = [_issue(place, "", "It says just what an earlier row says; it is held back.", "Take out one of the two.",
                     "row_repeated", held=True) for place in repeated]  # fmt: skip
    con.execute(f"CREATE TABLE r AS SELECT *, {_key(con, form, said)} AS made FROM told WHERE again = 1")
    tables = {}
    for table in form.tables:
        if form.keeps_step(table):
            sql = _in_step(form, table)
        else:
            sql = _once_each(form, table)
            issues += _disagreements(con, form, table)
        found = con.sql(f"{sql} ORDER BY _file, _sheet, _row").to_arrow_table()
        tables[table] = _with_finders(conform(found, table), found)
    return tables, issues


def _apart(form: Form) -> list[str]:
    """The columns that tell one row from another: those it means nothing without, and its first date."""
    needed = [c for c in form.columns if c.required == "row"]
    if not any(c.type == "date" for c in needed):
        needed += [c for c in form.columns if c.type == "date" and c.into(form.tables[0])][:1]
    return [c.field for c in needed]


def _number(con: duckdb.DuckDBPyConnection, alike: str, order: str, rows: str) -> str:
    """SQL of each row's number, from 1, among those that say the same in `alike`: sorting is left out where none do."""
    found = con.execute(f"SELECT count(*) = count(DISTINCT hash({alike})) FROM {rows}").fetchone()
    return "1" if found and found[0] else f"row_number() OVER (PARTITION BY {alike} ORDER BY {order})"


def _key(con: duckdb.DuckDBPyConnection, form: Form, said: str) -> str:
    parts = _apart(form)
    text = " || ':' || ".join(f"coalesce(CAST({name} AS VARCHAR), 'none')" for name in parts)
    key = form.key.field
    number = _number(con, f"{', '.join(parts)}, {key} IS NULL", said, "told WHERE again = 1")
    return f"coalesce({key}, 'form:{form.id}:' || {text} || ':' || {number})"


def _in_step(form: Form, table: str) -> str:
    """A row for each row of the form; where the form names other things too, for each that says more than those."""
    spec = record_tables()[table]
    columns = form.columns_of(table)
    select = [f"made AS {spec.keys[0]}"]
    person = columns.get(spec.person or "")
    for name, column in columns.items():
        if name == spec.keys[0]:
            continue
        # Of a key in two parts the second is never blank: the child stands alone for a group with no name.
        alone = f"coalesce({column.field}, {person.field})" if name in spec.keys and person else column.field
        select.append(f"{alone} AS {name}")
    select += [f"{c.field} AS {finder(c.finds)}" for c in form.columns if c.finds in columns]
    own = [c.field for c in columns.values() if all(map(form.keeps_step, c.tables))]
    names_others = not all(map(form.keeps_step, form.tables))
    where = " OR ".join(f"{name} IS NOT NULL" for name in own) if names_others else "TRUE"
    return f"SELECT {', '.join(select)}, _file, _sheet, _row FROM r WHERE {where}"


def _once_each(form: Form, table: str) -> str:
    """A row for each thing the form names in `table`: of each column, the first row to say anything is believed."""
    key = record_tables()[table].keys[0]
    columns = form.columns_of(table)
    select = [
        f"first({c.field} ORDER BY _file, _sheet, _row) FILTER (WHERE {c.field} IS NOT NULL) AS {name}"
        for name, c in columns.items()
        if name != key
    ]
    place = [f"arg_min({name}, (_file, _sheet, _row)) AS {name}" for name in ("_file", "_sheet", "_row")]
    field = columns[key].field
    return (
        f"SELECT {field} AS {key}, {', '.join(select + place)} FROM r WHERE {field} IS NOT NULL GROUP BY ALL"
    )


def _disagreements(con: duckdb.DuckDBPyConnection, form: Form, table: str) -> list[Issue]:
    columns = form.columns_of(table)
    key = record_tables()[table].keys[0]
    issues = []
    for name, column in columns.items():
        if name == key:
            continue
        places = con.execute(
            f"""SELECT r._file, r._sheet, r._row FROM r JOIN ({_once_each(form, table)}) AS once
                ON r.{columns[key].field} = once.{key} WHERE r.{column.field} <> once.{name} ORDER BY ALL"""
        ).fetchall()
        issues += [
            _issue(place, column.header, "An earlier row says otherwise, and is believed.",
                   "Say the same of it in each of its rows.", "rows_disagree") for place in places
        ]  # fmt: skip
    return issues


def _with_finders(table: pa.Table, found: pa.Table) -> pa.Table:
    for name in found.column_names:
        if name.startswith(finder("")):
            table = table.append_column(name, found.column(name).cast(pa.date32()))
    return table


def _issue(
    place: tuple[str, str, int], column: str, what: str, try_: str, code: str, held: bool = False
) -> Issue:
    file, sheet, row = place
    return Issue(file, sheet, row, column, what, try_, code, "held back" if held else "kept")
