"""Annex A's lists into SSD tables: the SQL beside this file, and what Annex A can and cannot say."""

from collections import Counter
from collections.abc import Mapping
from importlib import resources

import duckdb
import numpy as np
import pyarrow as pa

from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.submission import ARROW_TYPES, ORIGIN, Issue, conform, in_file_order

_TEAMS = (3, 4, 5, 6, 7, 8, 9)

# Table: the lists that can fill it, and how much of history Annex A gives.
FROM_LISTS: dict[str, tuple[tuple[int, ...], str]] = {
    "ssd_person": (tuple(range(1, 11)), "all"),
    "ssd_disability": ((4, 5, 6, 7, 8, 9, 10), "now"),
    "ssd_contacts": ((1,), "last 6 months"),
    "ssd_early_help_episodes": ((2,), "last 6 months, and still open"),
    "ssd_cin_episodes": ((3, 6), "referred or open in the last 6 months"),
    "ssd_cin_assessments": ((4,), "open or completed in the last 6 months"),
    "ssd_s47_enquiry": ((5,), "open or started in the last 6 months"),
    "ssd_initial_cp_conference": ((5,), "of enquiries open or started in the last 6 months"),
    "ssd_cp_plans": ((7,), "on a plan in the last 6 months"),
    "ssd_cp_visits": ((7,), "latest only"),
    "ssd_cp_reviews": ((7,), "latest only"),
    "ssd_cla_episodes": ((8,), "latest only"),
    "ssd_cla_placement": ((8,), "latest only"),
    "ssd_legal_status": ((8,), "latest only"),
    "ssd_cla_reviews": ((8,), "latest only"),
    "ssd_cla_visits": ((8,), "latest only"),
    "ssd_cla_care_plan": ((8,), "now"),
    "ssd_care_leavers": ((9,), "now"),
    "ssd_permanence": ((10,), "last 12 months"),
    "ssd_immigration_status": ((8, 9), "now"),
    "ssd_involvements": ((6, 7, 8), "now"),
    "local_early_help_assessments": ((2,), "last 6 months, and still open"),
    "ssd_cin_visits": ((6,), "latest only"),
    "local_previous_cp_plans": ((7,), "of plans of the last 6 months"),
    "ssd_cla_health": ((8,), "latest only"),
    "ssd_family": ((10,), "now"),
    "local_prospective_adopters": ((11,), "last 12 months"),
    "ssd_department": (_TEAMS, "now"),
    "ssd_professionals": (_TEAMS, "now"),
}

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

# Said of every Annex A read, because the tables could not be filled without it. By list.
ASSUMED: tuple[tuple[int, str], ...] = (
    (4, "an assessment is taken to follow from the child's latest referral on or before its start"),
    (6, "an episode of need and a referral of the same child on the same date are taken as one"),
    (7, "the last statutory visit is taken as one at which the child was seen"),
    (8, "the last social work visit is taken as one at which the child was seen"),
    (8, "the latest episode of care is taken to begin at the later of the placement and the legal status"),
    (6, "the day a child was last seen is taken as that of a visit"),
    (8, "a placement is taken to end when care does"),
    (8, "'Return to family' is taken as a return home within an unstated time"),
)


def fields_of(list_no: int) -> list[tuple[str, str]]:
    """The SSD column names (and types) that a list's rows carry, in the order of the list."""
    return [(column.field, column.type) for column in annex_a_lists()[list_no].columns if column.field]


def to_ssd(lists: Mapping[int, pa.Table]) -> tuple[dict[str, pa.Table], list[Issue]]:
    """SSD tables from list tables (typed, columns by SSD name, ORIGIN last), and rows that disagree about a child."""
    # One thread: starting more costs a workbook of a few thousand rows more than they save.
    con = duckdb.connect(":memory:", config={"threads": 1})
    for number in range(1, 12):
        con.register(
            f"l{number}", numbered(lists[number] if number in lists else _empty(number), KEYS[number])
        )
    con.execute(resources.files(__package__).joinpath("annex_a_to_ssd.sql").read_text(encoding="utf-8"))
    tables = {
        name: conform(in_file_order(con.sql(f"FROM {name}").to_arrow_table()), name)
        for name, (from_lists, _) in FROM_LISTS.items()
        if any(number in lists for number in from_lists)
    }
    issues = [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column=header,
            what="Another list says otherwise about this child; the first list to say is believed.",
            try_="Put right the child's record and export again.",
            code="lists_disagree",
            severity="kept",
        )
        for file, sheet, row, header in con.execute("SELECT * FROM disagreements ORDER BY ALL").fetchall()
    ]
    return tables, issues


def numbered(rows: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """`rows` with `_n`, the number of each among those of its child and day, in the order of what they say."""
    who_is = "pers_person_id" if "pers_person_id" in rows.column_names else "adop_id"
    who = rows.column(who_is).combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64)
    day = rows.column(key[0]).cast(pa.int32()).fill_null(-1).to_numpy() if key else 0 * who
    _, which, counts = np.unique(who << 32 | day.astype(np.uint32), return_inverse=True, return_counts=True)
    number = np.ones(rows.num_rows, np.int64)
    several = np.flatnonzero(counts[which] > 1)
    if len(several):
        said = [name for name in rows.column_names if name not in {"_file", "_sheet", "_row"}]
        # Blank before anything, as dates and texts cannot be compared with it.
        order = [tuple((v is not None, v) for v in map(row.get, [*key[1:], *said, "_row"]))
                 for row in rows.take(pa.array(several)).to_pylist()]  # fmt: skip
        seen: Counter[int] = Counter()
        for at in sorted(range(len(several)), key=order.__getitem__):
            seen[which[several[at]]] += 1
            number[several[at]] = seen[which[several[at]]]
    return rows.append_column("_n", pa.array(number))


def not_held(lists: Mapping[int, pa.Table]) -> dict[str, str]:
    """The tables these lists cannot fill, and why."""
    reasons: dict[str, str] = {}
    for name in record_tables():
        if name not in FROM_LISTS:
            reasons[name] = "Annex A does not hold it"
        elif not any(number in lists for number in FROM_LISTS[name][0]):
            missing = " or ".join(f"list {number}" for number in FROM_LISTS[name][0])
            reasons[name] = f"no usable {missing} in the workbook"
    return reasons


def _empty(list_no: int) -> pa.Table:
    schema = pa.schema([(name, ARROW_TYPES[kind]) for name, kind in fields_of(list_no)] + list(ORIGIN))
    return schema.empty_table()
