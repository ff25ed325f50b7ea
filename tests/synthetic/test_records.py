"""Irwell's records hang together: every id resolves, every date is where it may be, nothing overlaps."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from tests.synthetic.conftest import Irwell, allocations, when, when_or
from undrift.returns.spec import record_tables
from undrift.synthetic.days import birthday
from undrift.synthetic.story import AS_AT, HISTORY_FROM
from undrift.synthetic.tables import COLUMNS, Row
from undrift.synthetic.truth import care_periods

REFERENCES = [
    (table, column.name, *column.references.split("."))
    for table, spec in record_tables().items()
    for column in spec.columns
    if column.references
]
LOOKS_AHEAD = {  # dates of what is to come, known beforehand
    "cppr_cp_review_due",
    "clar_cla_review_due_date",
    "icpc_icpc_target_date",
    "pers_expected_dob",
    "lpre_extended_to_date",
}


@pytest.mark.parametrize(("table", "column", "other", "key"), REFERENCES)
def test_every_id_resolves(small: Irwell, table: str, column: str, other: str, key: str) -> None:
    assert small.ids(table, column) - {None} <= small.ids(other, key)


@pytest.mark.parametrize("table", sorted(set(COLUMNS) - {"ssd_disability"}))
def test_every_table_has_rows_with_a_key_of_their_own(larger: Irwell, table: str) -> None:
    rows = larger.tables[table]
    key = COLUMNS[table][1] if table == "ssd_immigration_status" else COLUMNS[table][0]
    assert rows, table
    assert len({row[key] for row in rows}) == len(rows)


def test_nothing_is_dated_after_the_as_at_day(small: Irwell) -> None:
    for name, rows in small.tables.items():
        for row in rows:
            for column, value in row.items():
                if isinstance(value, date) and column not in LOOKS_AHEAD:
                    assert value <= AS_AT, (name, column)


def test_nobody_is_kept_who_was_not_known_since_the_records_open(small: Irwell) -> None:
    seen = {row["cont_person_id"] for row in small.tables["ssd_contacts"]}
    assert seen | small.ids("ssd_send", "send_person_id") == small.ids("ssd_person", "pers_person_id")
    latest: dict[object, date] = defaultdict(lambda: date.min)
    for row in small.tables["ssd_contacts"]:
        latest[row["cont_person_id"]] = max(latest[row["cont_person_id"]], when(row, "cont_contact_date"))
    for row in small.tables["ssd_cin_episodes"]:
        latest[row["cine_person_id"]] = max(latest[row["cine_person_id"]], when_or(row, "cine_close_date"))
    surnames = {row["pers_person_id"]: row["pers_surname"] for row in small.tables["ssd_person"]}
    known = {surnames[child] for child, day in latest.items() if day >= HISTORY_FROM}
    assert {surnames[child] for child in latest} == known


def _spells(rows: list[Row], key: str, start: str, end: str) -> dict[object, list[tuple[date, date]]]:
    out: dict[object, list[tuple[date, date]]] = defaultdict(list)
    for row in rows:
        if row[start] is not None:
            out[row[key]].append((when(row, start), when_or(row, end)))
    return {child: sorted(spells) for child, spells in out.items()}


@pytest.mark.parametrize(
    ("table", "key", "start", "end"),
    [
        ("ssd_cin_episodes", "cine_person_id", "cine_referral_date", "cine_close_date"),
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("ssd_cla_episodes", "clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        ("ssd_cla_placement", "clap_cla_id", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
        ("ssd_legal_status", "lega_person_id", "lega_legal_status_start_date", "lega_legal_status_end_date"),
        ("ssd_involvements", "invo_person_id", "invo_involvement_start_date", "invo_involvement_end_date"),
    ],
)
def test_a_childs_spells_never_overlap_or_run_backwards(
    small: Irwell, table: str, key: str, start: str, end: str
) -> None:
    for spells in _spells(_held(small, table), key, start, end).values():
        for since, until in spells:
            assert since <= until
        for before, after in pairwise(spells):
            assert before[1] <= after[0]


def test_child_in_need_plans_and_protection_plans_do_not_run_together(small: Irwell) -> None:
    need = _spells(
        small.tables["ssd_cin_plans"], "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"
    )
    cp = _spells(
        small.tables["ssd_cp_plans"], "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"
    )
    for child in need.keys() & cp.keys():
        for before, after in pairwise(sorted(need[child] + cp[child])):
            assert before[1] <= after[0]


def _held(irwell: Irwell, table: str) -> list[Row]:
    if table == "ssd_cla_placement":  # a stay elsewhere for a time keeps the placement open, and overlaps it
        return [
            row for row in irwell.tables[table] if not str(row["clap_cla_placement_type"]).startswith("T")
        ]
    return allocations(irwell.tables) if table == "ssd_involvements" else irwell.tables[table]


@pytest.mark.parametrize(
    ("table", "group", "start", "end"),
    [
        ("ssd_cla_episodes", "clae_cla_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        ("ssd_cla_placement", "clap_cla_id", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
        ("ssd_involvements", "invo_referral_id", "invo_involvement_start_date", "invo_involvement_end_date"),
    ],
)
def test_chains_have_no_gap(small: Irwell, table: str, group: str, start: str, end: str) -> None:
    """But for the children left without a worker on purpose, each listed."""
    put_in = small.extra["put_in"]
    assert isinstance(put_in, list)
    unheld = {(one["from"], one["value"]) for one in put_in if one["what"] == "unheld"}
    for number, spells in _spells(_held(small, table), group, start, end).items():
        if not str(number).startswith("SB"):  # short breaks come and go
            for before, after in pairwise(spells):
                assert before[1] == after[0] or (before[1], after[0]) in unheld


def test_a_period_of_care_ends_once_and_repeats_its_first_day(small: Irwell) -> None:
    periods: dict[object, list[Row]] = defaultdict(list)
    for row in small.tables["ssd_cla_episodes"]:
        if not str(row["clae_cla_id"]).startswith("SB"):
            periods[row["clae_cla_id"]].append(row)
    for rows in periods.values():
        rows.sort(key=lambda row: when(row, "clae_cla_episode_start_date"))
        assert {row["clae_entered_care_date"] for row in rows} == {rows[0]["clae_cla_episode_start_date"]}
        assert [row["clae_cla_episode_ceased_reason"] for row in rows[:-1]] == ["X1"] * (len(rows) - 1)
        assert rows[-1]["clae_cla_episode_ceased_reason"] != "X1"
        assert rows[0]["clae_cla_episode_start_reason"] == "S"


@pytest.mark.parametrize(
    ("events", "link", "column", "spells", "key", "start", "end"),
    [
        ("ssd_cp_visits", "cppv_cp_plan_id", "cppv_cp_visit_date",
         "ssd_cp_plans", "cppl_cp_plan_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("ssd_cp_reviews", "cppr_cp_plan_id", "cppr_cp_review_date",
         "ssd_cp_plans", "cppl_cp_plan_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        ("ssd_cla_visits", "clav_cla_id", "clav_cla_visit_date",
         "ssd_cla_episodes", "clae_cla_id", "clae_entered_care_date", "clae_cla_episode_ceased_date"),
        ("ssd_cla_reviews", "clar_cla_id", "clar_cla_review_date",
         "ssd_cla_episodes", "clae_cla_id", "clae_entered_care_date", "clae_cla_episode_ceased_date"),
        ("ssd_cin_assessments", "cina_referral_id", "cina_assessment_start_date",
         "ssd_cin_episodes", "cine_referral_id", "cine_referral_date", "cine_close_date"),
        ("ssd_cin_assessments", "cina_referral_id", "cina_assessment_auth_date",
         "ssd_cin_episodes", "cine_referral_id", "cine_referral_date", "cine_close_date"),
        ("ssd_s47_enquiry", "s47e_referral_id", "s47e_s47_start_date",
         "ssd_cin_episodes", "cine_referral_id", "cine_referral_date", "cine_close_date"),
    ],
)  # fmt: skip
def test_events_lie_inside_their_spells(
    small: Irwell, events: str, link: str, column: str, spells: str, key: str, start: str, end: str
) -> None:
    bounds: dict[object, tuple[date, date]] = {}
    for row in small.tables[spells]:
        since, until = when_or(row, start, date.min), when_or(row, end)
        old = bounds.get(row[key], (since, until))
        bounds[row[key]] = (min(since, old[0]), max(until, old[1]))
    for row in small.tables[events]:
        if row[column] is not None:
            since, until = bounds[row[link]]
            assert since <= when(row, column) <= until


def test_children_leave_at_eighteen(small: Irwell) -> None:
    born = {row["pers_person_id"]: when(row, "pers_dob") for row in small.tables["ssd_person"]}
    for row in small.tables["ssd_cin_episodes"]:
        assert when_or(row, "cine_close_date", AS_AT) <= birthday(born[row["cine_person_id"]], 18)
    for row in small.tables["ssd_contacts"]:
        assert born[row["cont_person_id"]] <= when(row, "cont_contact_date")


def test_nothing_falls_on_the_day_a_plan_starts_or_ends_where_the_pattern_would_be_in_doubt(
    small: Irwell,
) -> None:
    edges: dict[object, set[object]] = defaultdict(set)
    for row in small.tables["ssd_cin_plans"]:
        edges[row["cinp_person_id"]] |= {row["cinp_cin_plan_start_date"], row["cinp_cin_plan_end_date"]}
    for row in small.tables["ssd_cp_plans"]:
        edges[row["cppl_person_id"]] |= {row["cppl_cp_plan_start_date"], row["cppl_cp_plan_end_date"]}
    for row in allocations(small.tables):
        assert row["invo_involvement_start_date"] not in edges[row["invo_person_id"]]


def test_an_earlier_day_knows_nothing_of_later_ones(small: Irwell) -> None:
    day = date(2022, 3, 31)
    then = small.history.at(day)
    for name, rows in then.items():
        for row in rows:
            for column, value in row.items():
                if isinstance(value, date) and column not in LOOKS_AHEAD:
                    assert value <= day, (name, column)
    assert 0 < len(then["ssd_contacts"]) < len(small.tables["ssd_contacts"])
    ended = [row for row in then["ssd_cin_episodes"] if row["cine_close_date"] is None]
    assert ended and all(row["cine_close_reason"] is None for row in ended)


def test_short_breaks_are_a_series_and_nobodys_period_of_care(larger: Irwell) -> None:
    breaks = [row for row in larger.tables["ssd_cla_episodes"] if str(row["clae_cla_id"]).startswith("SB")]
    statuses = {
        (row["lega_person_id"], row["lega_legal_status_start_date"]): row["lega_legal_status"]
        for row in larger.tables["ssd_legal_status"]
    }
    told = {statuses[row["clae_person_id"], row["clae_cla_episode_start_date"]] for row in breaks}
    assert told == {"V3", "V4"}
    series = {row["clae_cla_id"] for row in breaks}
    assert len(breaks) > len(series) > 3
    assert not series & {period.id for period in care_periods(larger.tables)}
