"""The rows of Annex A's lists, numbered: whose each is, where it stood, and the id made for one that is given none."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pyarrow as pa

from undrift.returns.columns import (
    AT,
    WHO,
    Numbers,
    at_of,
    made_id,
    numbered,
    of_one_code,
    place_of,
)
from undrift.returns.rows import CODED
from undrift.returns.spec import annex_a_lists
from undrift.returns.submission import ARROW_TYPES, ORIGIN, conform

# The day that, with its child, names a row of each list; what more decides between two of one child and day.
KEYS: dict[int, tuple[str, ...]] = {
    1: ("cont_contact_date",),
    2: ("earl_episode_start_date",),
    3: ("cine_referral_date", "cine_referral_nfa"),
    4: ("cina_assessment_start_date",),
    5: ("s47e_s47_start_date",),
    6: ("cine_referral_date", "cine_close_date"),
    7: ("cppl_cp_plan_start_date",),
    8: ("clae_entered_care_date",),
    9: (),
    10: ("perm_adm_decision_date",),
    11: (),
}


def fields_of(list_no: int) -> list[tuple[str, str]]:
    """The SSD column names (and types) that a list's rows carry, in the order of the list."""
    return [(column.field, column.type) for column in annex_a_lists()[list_no].columns if column.field]


# The number of each row of a list among those of its child and day.
NUMBER = "_n"

Told = Mapping[int, pa.Table]
"""Each list by its number, its rows numbered: `numbered_lists`."""


class Origin:
    """Where rows stood, from one number each: the list in the high half, the row in the low."""

    def __init__(self, lists: Mapping[int, pa.Table]) -> None:
        places = {
            number: (rows.column("_file")[0].as_py(), rows.column("_sheet")[0].as_py())
            for number, rows in lists.items()
            if rows.num_rows
        }
        self._rank = np.zeros(12, np.int64)
        for rank, number in enumerate(sorted(places, key=places.__getitem__)):
            self._rank[number] = rank
        self._files, self._sheets = (
            pa.array([places.get(number, ("", ""))[part] for number in range(12)]) for part in (0, 1)
        )

    def placed(self, rows: pa.Table, table: str) -> pa.Table:
        """`rows` as the SSD table `table`, in the order in which they stood."""
        at = rows.column(AT).to_numpy()
        order = self._rank[at >> 32] << 32 | at & 0xFFFFFFFF
        if (order[1:] < order[:-1]).any():
            rows = rows.take(pa.array(np.argsort(order, kind="stable")))
            at = rows.column(AT).to_numpy()
        for name, column in zip(("_file", "_sheet", "_row"), self.of(at), strict=True):
            rows = rows.append_column(name, column)
        return conform(rows, table)

    def of(self, at: Numbers) -> tuple[pa.Array, pa.Array, pa.Array]:
        """The file, the sheet and the row of each."""
        sheet, row = place_of(at, self._sheets)
        return place_of(at, self._files)[0], sheet, row


def numbered_lists(lists: Mapping[int, pa.Table]) -> dict[int, pa.Table]:
    """Every list, empty if it was not sent, with its rows numbered: by child, by place, among those of a child and day."""
    told = {n: lists[n] if n in lists else _empty(n) for n in range(1, 12)}
    ids = [told[number].column("pers_person_id").combine_chunks() for number in range(1, 11)]
    children = [*of_one_code(ids, CODED), told[11].column("adop_id").combine_chunks()]
    for (number, rows), child in zip(told.items(), children, strict=True):
        whose = pa.array(child.indices.to_numpy().astype(np.int64))
        rows = rows.append_column(WHO, whose).append_column(AT, at_of(number, rows.column("_row")))
        day, *then = KEYS[number] or (None,)
        among = numbered(rows, day, partial(_in_order, then))
        told[number] = rows.drop_columns(["_file", "_sheet", "_row"]).append_column(NUMBER, pa.array(among))
    return told


def _in_order(first: Sequence[str | None], rows: pa.Table) -> list[tuple[object, ...]]:
    """What puts rows of one child and day in order: what they say. Blank first, for nothing can be compared with it."""
    said = [name for name in rows.column_names if name not in {"_file", "_sheet", "_row", WHO, AT}]
    return [
        tuple((v is not None, v) for v in map(row.get, [*first, *said, "_row"])) for row in rows.to_pylist()
    ]


def row_id(list_no: int, rows: pa.Table, day: str | None) -> pa.ChunkedArray:
    """An id for rows that are given none: the list, the child, the day, and the number among those of child and day."""
    return made_id(f"annexa:L{list_no}", rows, "pers_person_id", day, rows.column(NUMBER).to_numpy())


def _empty(list_no: int) -> pa.Table:
    types = {name: ARROW_TYPES[kind] for name, kind in fields_of(list_no)}
    columns = [(name, CODED if pa.types.is_string(kind) else kind) for name, kind in types.items()]
    return pa.schema([*columns, *ORIGIN]).empty_table()
