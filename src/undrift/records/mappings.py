"""What people have said of an authority's files, kept as one readable file an authority: who, when, why, and all of it.

A line is never taken out: what is said later of the same thing holds, and a line that says nothing takes it back.
"""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from undrift.errors import UserError
from undrift.records.turn import write_whole, writers_turn
from undrift.returns.mapping import ANYWHERE, NOTHING, ORDERS, Kind, Said
from undrift.returns.sheets import named_list

COLUMNS = ("at", "by", "kind", "place", "column", "said", "means", "why")


def file_of(home: Path, authority: str) -> Path:
    name = "".join(letter for letter in authority.lower() if letter.isalnum()) or "authority"
    return home / "mappings" / f"{name}.csv"


def history(home: Path, authority: str) -> tuple[Said, ...]:
    """Everything ever said, oldest first. UserError, with the line, when somebody has spoiled the file."""
    path = file_of(home, authority)
    if not path.exists():
        return ()
    found = []
    for line, row in enumerate(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))), start=2):
        try:
            kind = next(kind for kind in get_args(Kind) if kind == row["kind"])
            at = datetime.fromisoformat(row["at"])
            found.append(
                Said(
                    kind,
                    row["place"] or ANYWHERE,
                    row["column"],
                    row["said"],
                    row["means"],
                    row["by"],
                    at,
                    row["why"],
                )
            )
        except (KeyError, ValueError, StopIteration, TypeError):
            raise UserError(
                "This line is not one that undrift mapping writes.",
                where=f"{path.name}, line {line}",
                try_=f"Its columns are {', '.join(COLUMNS)}; its kind is one of {', '.join(get_args(Kind))}.",
            ) from None
    return tuple(found)


def standing(home: Path, authority: str) -> tuple[Said, ...]:
    """What holds now: of several about one thing the last, unless that takes it back."""
    last = {entry.about: entry for entry in history(home, authority)}
    return tuple(entry for entry in last.values() if entry.means)


def say(
    home: Path,
    authority: str,
    kind: Kind,
    said: str,
    means: str,
    *,
    place: str = ANYWHERE,
    column: str = "",
    by: str,
    why: str,
) -> Said:
    """Keep one thing said; `means` "" takes back what was. UserError when it is not something a reader could use."""
    said, means, by, why = said.strip(), means.strip(), by.strip(), why.strip()
    if not said or not by or not why:
        raise UserError("A mapping needs what was said, who says so and why.", try_="Give --by and --why.")
    if kind == "code" and not column.strip():
        raise UserError("A code means something in one column only.", try_="Name the column with --column.")
    if kind == "dates" and means and means not in ORDERS:
        raise UserError(f"Dates are read {' or '.join(ORDERS)}.", try_="Choose one of the two.")
    if kind == "sheet" and means and named_list(means) is None and not _is_form(means):
        raise UserError(
            f"{means} names no list of Annex A and no form.",
            try_='Write it as "List 3", or the form\'s name.',
        )
    entry = Said(
        kind,
        place or ANYWHERE,
        column.strip(),
        said,
        means,
        by,
        datetime.now(UTC).replace(microsecond=0),
        why,
    )
    with writers_turn(home):
        told = history(home, authority)
        if not means and entry.about not in {e.about for e in standing(home, authority)}:
            raise UserError(
                "Nothing stands that could be taken back.", try_="List what does with: undrift mapping"
            )
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for e in (*told, entry):
            writer.writerow((e.at.isoformat(), e.by, e.kind, e.place, e.column, e.said, e.means, e.why))
        write_whole(file_of(home, authority), text.getvalue())
    return entry


def _is_form(name: str) -> bool:
    from undrift.returns.forms import named_form

    return named_form(name) is not None


def in_words(entry: Said) -> str:
    """One thing said, as a sentence."""
    where = "" if entry.place == ANYWHERE else f" in {entry.place}"
    match entry.kind:
        case "sheet":
            told = f"the sheet “{entry.said}” is {entry.means}"
        case "column":
            told = f"the column “{entry.said}”{where} is “{entry.means}”"
        case "code":
            means = "nothing recorded" if entry.means == NOTHING else f"“{entry.means}”"
            told = f"in column {entry.column}{where}, “{entry.said}” is {means}"
        case _:
            column = "every column" if entry.said == ANYWHERE else f"column {entry.said}"
            told = f"dates of {column}{where} that can be read two ways are {entry.means}"
    return f"{told} ({entry.by}, {entry.at:%d/%m/%Y}: {entry.why})"
