"""`undrift annex-a`: the eleven lists from the load being served, as a workbook ready to send."""

import os
from datetime import date
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError

from undrift.errors import UserError
from undrift.records.live import current_load, cursor
from undrift.records.store import Load
from undrift.returns import Issue, annex_a
from undrift.returns.annex_a_from_ssd import lists_of
from undrift.returns.annex_a_worked_out import worked_out
from undrift.returns.annex_a_writer import write_workbook


def blank(load: Load) -> dict[tuple[int, str], str]:
    """The columns, by list and header, that the load cannot fill, and why: what is held in part is no count of the whole."""
    found = {}
    for column, how in worked_out().items():
        short = [name for name in how.needs if name not in load.tables or load.tables[name].extent != "all"]
        if short:
            held = load.tables.get(short[0])
            found[column] = f"of {short[0]} the load holds {held.extent if held else 'nothing'}"
    return found


def write_annex_a(
    home: Path, out: Path, as_at: date | None = None
) -> tuple[date, dict[int, int], tuple[Issue, ...]]:
    """Write the workbook; the day it speaks for, how many rows each list has, and what our own reader says of it.

    as_at: default the day the load speaks for, which it may not pass. UserError when nothing is loaded, the load
    does not reach the day, or the file cannot be written.
    """
    load = current_load(home)
    day = as_at or load.as_at
    if day > load.as_at:
        raise UserError(
            f"The records speak for {load.as_at:%d/%m/%Y}, and say nothing of {day:%d/%m/%Y}.",
            where=load.id,
            try_="Ask for that day or an earlier one, or load newer files first.",
        )
    con = cursor(home)
    con.execute("SET search_path = 'records'")
    lists = lists_of(con, day)
    for number, header in blank(load):
        for row in lists[number]:
            row.pop(header, None)
    beside = out.with_name(f".{out.stem}.{os.getpid()}.xlsx")
    try:
        write_workbook(beside, lists)
        back = annex_a.read(beside)
        os.replace(beside, out)
    except (OSError, FileCreateError):
        raise UserError(
            "The workbook cannot be written there.",
            where=str(out),
            try_="Give a folder that is there and may be written in.",
        ) from None
    finally:
        beside.unlink(missing_ok=True)
    return day, {number: len(rows) for number, rows in lists.items()}, back.issues
