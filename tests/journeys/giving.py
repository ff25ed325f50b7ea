"""Rows of records, given one by one, and the journeys built from them."""

from datetime import date

import duckdb

from undrift.records import tables

D = date


def empty() -> duckdb.DuckDBPyConnection:
    """A database in memory with every records table, empty."""
    made = duckdb.connect()
    made.execute("CREATE SCHEMA records; CREATE SCHEMA clocks; CREATE SCHEMA drift")
    for table in tables().values():
        made.execute(table.create_sql())
    made.execute("CREATE TABLE records.load AS SELECT DATE '2026-09-30' AS as_at")
    return made


def give(con: duckdb.DuckDBPyConnection, table: str, **row: object) -> None:
    con.execute(
        f"INSERT INTO records.{table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
        list(row.values()),
    )


def born(con: duckdb.DuckDBPyConnection, day: date | None, **more: object) -> None:
    give(con, "ssd_person", pers_person_id="c", pers_dob=day, **more)


def events(con: duckdb.DuckDBPyConnection, kind: str, columns: str = "on_date") -> list[tuple[object, ...]]:
    return con.execute(
        f"SELECT {columns} FROM journeys.events WHERE kind = ? ORDER BY ALL", [kind]
    ).fetchall()


def spells(
    con: duckdb.DuckDBPyConnection, kind: str, columns: str = "started_on, ended_on"
) -> list[tuple[object, ...]]:
    return con.execute(
        f"SELECT {columns} FROM journeys.spells WHERE kind = ? ORDER BY ALL", [kind]
    ).fetchall()


def placement(
    con: duckdb.DuckDBPyConnection,
    key: str,
    start: date,
    end: date | None,
    cla: str = "L1",
    code: str | None = None,
) -> None:
    give(con, "ssd_cla_placement", clap_cla_placement_id=key, clap_person_id="c", clap_cla_id=cla,
         clap_cla_placement_start_date=start, clap_cla_placement_end_date=end, clap_cla_placement_type=code)  # fmt: skip


def episode(
    con: duckdb.DuckDBPyConnection,
    key: str,
    start: date,
    end: date | None,
    why: str = "S",
    cla: str = "L1",
    place: str | None = None,
) -> None:
    give(con, "ssd_cla_episodes", clae_cla_episode_id=key, clae_person_id="c", clae_cla_id=cla,
         clae_cla_episode_start_date=start, clae_cla_episode_ceased_date=end, clae_cla_episode_start_reason=why,
         clae_cla_placement_id=place)  # fmt: skip


def status(con: duckdb.DuckDBPyConnection, key: str, code: str, start: date, end: date | None) -> None:
    give(con, "ssd_legal_status", lega_legal_status_id=key, lega_person_id="c", lega_legal_status=code,
         lega_legal_status_start_date=start, lega_legal_status_end_date=end)  # fmt: skip


def review(con: duckdb.DuckDBPyConnection, key: str, day: date, cla: str = "L1") -> None:
    give(con, "ssd_cla_reviews", clar_cla_review_id=key, clar_cla_id=cla, clar_cla_review_date=day)


def allocate(
    con: duckdb.DuckDBPyConnection, key: str, worker: str, team: str, start: date, end: date | None
) -> None:
    give(con, "ssd_involvements", invo_involvements_id=key, invo_person_id="c", invo_professional_id=worker,
         invo_professional_team=team, invo_professional_role_id="Allocated social worker",
         invo_involvement_start_date=start, invo_involvement_end_date=end)  # fmt: skip
