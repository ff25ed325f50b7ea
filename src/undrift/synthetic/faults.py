"""The list of what was spoiled, and small CSV files in and out."""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

COLUMNS = ("file", "sheet", "row", "column", "fault", "was", "now")
NOTHING = ("NULL", "n/a", "-", " ")
Rows = list[dict[str, str]]


@dataclass
class Faults:
    """What was spoiled so far."""

    rng: Random
    rows: list[tuple[object, ...]] = field(default_factory=list)

    def add(self, file: Path, fault: str, *, sheet: str = "", row: object = "", column: str = "", was: object = "",
            now: object = "") -> None:  # fmt: skip
        self.rows.append((file.name, sheet, row, column, fault, was, now))


def header_of(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig") as handle:
        return handle.readline().strip().split(",")


def read_rows(path: Path) -> Rows:
    with path.open(newline="", encoding="utf-8-sig") as handle:
        return list(csv.DictReader(handle))


def write_rows(
    path: Path, columns: list[str], rows: Rows, encoding: str = "utf-8", delimiter: str = ","
) -> None:
    with path.open("w", newline="", encoding=encoding) as handle:
        writer = csv.DictWriter(handle, columns, delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
