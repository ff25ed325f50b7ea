"""Rows for forms of any kind, from their specification: what a form could hold, for tests that generate."""

from datetime import date

import pyarrow as pa
from hypothesis import strategies as st

from undrift.returns.forms_spec import Form, FormColumn
from undrift.returns.spec import record_tables
from undrift.returns.submission import table_schema

DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))
WORDS = st.from_regex(r"[A-Z][a-z0-9]{0,6}( [A-Z][a-z0-9']{1,6})?", fullmatch=True).filter(
    lambda text: text.lower() not in {"na", "nan", "nat", "null"}
)


def value_of(column: FormColumn) -> st.SearchStrategy[object]:
    """Anything the column may hold, as the records have it."""
    if column.codes:
        return st.sampled_from(sorted(column.codes.values()))
    kinds: dict[str, st.SearchStrategy[object]] = {
        "date": DAYS,
        "flag": st.sampled_from(["Y", "N"]),
        "integer": st.integers(0, 99),
        "number": st.integers(0, 9_900).map(lambda n: n / 100),
    }
    return kinds.get(column.type, WORDS)


def rows_of(form: Form, column_of_key: str = "K") -> st.SearchStrategy[list[dict[str, object]]]:
    """Rows by header, each with an id of its own; what the form needs is there, the rest comes and goes."""
    said = {c.header: value_of(c) for c in form.columns if c.targets and c is not form.key}
    needed = {c.header for c in form.columns if c.required == "row"}
    row = st.fixed_dictionaries({h: v if h in needed else st.none() | v for h, v in said.items()})
    return st.lists(row, max_size=6).map(
        lambda rows: [{form.key.header: f"{column_of_key}{n:03}"} | row for n, row in enumerate(rows)]
    )


def tables_of(form: Form, rows: list[dict[str, object]]) -> dict[str, pa.Table]:
    """The tables that `rows` say, slowly: a row of a table in step for each, and one for each thing named."""
    tables = {}
    for table in form.tables:
        spec, columns = record_tables()[table], form.columns_of(table)
        found: dict[object, dict[str, object]] = {}
        for n, row in enumerate(rows, start=2):
            said = {name: row.get(column.header) for name, column in columns.items()}
            own = [c for c in columns.values() if all(map(form.keeps_step, c.tables))]
            if not form.keeps_step(table):
                kept = found.setdefault(said[spec.keys[0]], {"_row": n})
                kept |= {name: value for name, value in said.items() if kept.get(name) is None}
            elif all(map(form.keeps_step, form.tables)) or any(row.get(c.header) is not None for c in own):
                if "prep_plo_family_id" in said and said["prep_plo_family_id"] is None:
                    said["prep_plo_family_id"] = said["prep_person_id"]
                found[n] = said
        tables[table] = pa.Table.from_pylist(list(found.values()), schema=table_schema(spec))
    return tables
