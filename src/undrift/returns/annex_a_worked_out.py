"""The columns of Annex A that no column of the records is: how each is worked out, and from what."""

from dataclasses import dataclass
from functools import cache

from undrift.returns.forms_spec import data_rows
from undrift.returns.spec import annex_a_lists


@dataclass(frozen=True)
class WorkedOut:
    """needs: the tables that must be held whole for it to be true."""

    needs: tuple[str, ...]
    says: str


@cache
def worked_out() -> dict[tuple[int, str], WorkedOut]:
    """By list and header."""
    found = {}
    for row in data_rows("annex_a_worked_out.csv"):
        needs = tuple(filter(None, row["needs"].split(";")))
        lists = annex_a_lists() if row["list"] == "*" else (int(row["list"]),)
        for number in lists:
            if any(column.header == row["header"] for column in annex_a_lists()[number].columns):
                found[number, row["header"]] = WorkedOut(needs, row["says"])
    return found
