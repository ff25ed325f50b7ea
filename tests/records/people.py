"""A database in memory holding people and their homes, for the tests of who is the same child."""

from collections.abc import Iterable
from random import Random

import duckdb
import pyarrow as pa

from undrift.records import tables
from undrift.synthetic.files import live
from undrift.synthetic.second_ids import numbers_and_homes
from undrift.synthetic.story import AS_AT
from undrift.synthetic.tables import Row


def irwell(scale: float, seed: int = 7) -> tuple[list[Row], list[Row], list[Row]]:
    """People of a part of Irwell with pupil numbers, their homes, and their referrals."""
    history, _ = live(scale=scale)
    made = history.at(AS_AT)
    first: dict[object, object] = {}
    for row in made["ssd_contacts"]:
        first.setdefault(row["cont_person_id"], row["cont_contact_date"])

    def family(person: Row) -> object:
        return person["pers_surname"], first.get(person["pers_person_id"])

    people = made["ssd_person"]
    return people, numbers_and_homes(people, family, Random(seed)), made["ssd_cin_episodes"]


def database(**rows_of: Iterable[Row]) -> duckdb.DuckDBPyConnection:
    """Schema `records`, every table empty but those given."""
    con = duckdb.connect()
    con.execute("CREATE SCHEMA records")
    for table in tables().values():
        con.execute(table.create_sql())
    for name, given in rows_of.items():
        rows = list(given)
        columns = sorted({column for row in rows for column in row if not column.startswith("_")})
        if not rows:
            continue
        con.register("rows", pa.table({column: [row.get(column) for row in rows] for column in columns}))
        con.execute(f"INSERT INTO records.{name} BY NAME SELECT * FROM rows")
        con.unregister("rows")
    return con
