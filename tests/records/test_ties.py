"""Links that a form left blank: found by child and date where one row fits, else left blank and said."""

from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from undrift import records
from undrift.records import ties
from undrift.returns import Issue, annex_a
from undrift.returns.spec import record_tables
from undrift.returns.submission import table_schema

PLANS = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\n"
PEOPLE = "pers_person_id,pers_dob\nC1,2015-02-13\nC2,2015-02-13\n"
DAY = date(2026, 5, 14)


def read(tmp_path: Path, form: str, **tables: str) -> records.store.Reading:
    folder = tmp_path / "ssd"
    folder.mkdir()
    for name, text in {"ssd_person": PEOPLE, **tables}.items():
        (folder / f"{name}.csv").write_text(text)
    file = tmp_path / "form.csv"
    file.write_text(form)
    return records.store.read([folder, file], as_at=date(2026, 9, 30))


def issues(reading: records.store.Reading, code: str) -> list[tuple[int | None, str]]:
    return [(issue.row, issue.column) for issue in reading.issues if issue.code == code]


def test_a_core_group_finds_the_one_plan_it_falls_in(tmp_path: Path) -> None:
    plans = PLANS + "P1,C1,2025-01-10,2025-06-10\nP2,C1,2026-01-10,\nP3,C2,2026-01-10,\nP4,C2,2026-02-10,\n"
    groups = (
        "Child ID,CP plan ID,Date of core group\nC1,,2026-05-14\nC1,,2025-06-10\nC1,P9,2026-06-14\nC1,,2025-09-01\n"
        "C2,,2026-05-14\n"
    )
    reading = read(tmp_path, groups, ssd_cp_plans=plans)
    found = reading.tables["local_core_groups"].to_pylist()
    assert [row["corg_cp_plan_id"] for row in found] == ["P2", "P1", "P9", None, None]
    assert issues(reading, "link_not_found") == [
        (5, "Child protection plan ID"),
        (6, "Child protection plan ID"),
    ]
    assert issues(reading, "orphan_link") == [(4, "Child protection plan ID")]
    assert "local_core_groups: 2 rows tied to a row of ssd_cp_plans by child and date." in reading.assumptions
    assert "_find_corg_cp_plan_id" not in reading.tables["local_core_groups"].column_names


def test_a_day_that_ends_one_plan_and_begins_another_is_of_the_second(tmp_path: Path) -> None:
    plans = PLANS + "P1,C1,2025-01-10,2026-05-14\nP2,C1,2026-05-14,\n"
    reading = read(tmp_path, "Child ID,Date of core group\nC1,2026-05-14\n", ssd_cp_plans=plans)
    assert reading.tables["local_core_groups"].column("corg_cp_plan_id").to_pylist() == ["P2"]


def test_the_day_of_the_contact_finds_it_and_is_not_kept(tmp_path: Path) -> None:
    contacts = "cont_contact_id,cont_person_id,cont_contact_date\nK1,C1,2026-05-13\nK2,C1,2026-05-14\nK3,C2,2026-05-01\n"
    decisions = (
        "Child ID,Date of contact,Date decided,Decision\nC1,2026-05-14,2026-05-15,Referral\n"
        "C1,,2026-05-15,Referral\nC2,,2026-05-02,NFA\nC2,,2026-05-30,NFA\n"
    )
    reading = read(tmp_path, decisions, ssd_contacts=contacts)
    table = reading.tables["local_contact_decisions"]
    assert table.column("code_contact_id").to_pylist() == ["K2", None, "K3", None]
    assert issues(reading, "link_not_found") == [(3, "Contact ID"), (5, "Contact ID")]
    assert set(table.column_names) == set(table_schema(record_tables()["local_contact_decisions"]).names)


def test_an_id_of_the_case_system_is_found_by_date_where_the_plans_have_ids_made_here(tmp_path: Path) -> None:
    book = tmp_path / "annex_a.xlsx"
    plan = {"Child Unique ID": "C1", "Child Protection Plan Start Date": date(2026, 1, 10)}
    annex_a.write_workbook(book, {7: [plan]})
    file = tmp_path / "form.csv"
    file.write_text("Child ID,CP plan ID,Date of core group\nC1,P77,2026-05-14\nC1,P77,2025-05-15\n")
    reading = records.store.read([book, file], as_at=date(2026, 9, 30))
    [made] = reading.tables["ssd_cp_plans"].column("cppl_cp_plan_id").to_pylist()
    assert reading.tables["local_core_groups"].column("corg_cp_plan_id").to_pylist() == [made, None]
    assert issues(reading, "link_not_found") == [(3, "Child protection plan ID")]


def test_only_a_discussion_that_began_an_enquiry_is_tied_to_one(tmp_path: Path) -> None:
    enquiries = "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date\nE1,C1,2026-05-14\nE2,C2,2026-05-14\n"
    discussions = "Child ID,Strategy meeting date,Outcome,Police\nC1,2026-05-14,S47,Y\nC2,2026-05-14,NFA,Y\n"
    reading = read(tmp_path, discussions, ssd_s47_enquiry=enquiries)
    found = reading.tables["local_strategy_discussions"].column("strd_s47_enquiry_id").to_pylist()
    assert found == ["E1", None]
    assert issues(reading, "link_not_found") == []


def test_what_points_to_a_table_that_is_not_held_stays_blank_and_says_so(tmp_path: Path) -> None:
    reading = read(tmp_path, "Child ID,Date of core group\nC1,2026-05-14\n")
    assert reading.tables["local_core_groups"].column("corg_cp_plan_id").to_pylist() == [None]
    assert (
        "local_core_groups: 1 row tied to no row of ssd_cp_plans, which is not held." in reading.assumptions
    )


def test_workers_and_teams_by_name_where_only_one_goes_by_it(tmp_path: Path) -> None:
    workers = "prof_professional_id,prof_professional_name\nW1,Jo Ash\nW2,Sam Birch\nW3,Sam Birch\n"
    supervision = "Worker,Supervisor,Date of supervision\njo  ash,W2,2026-05-14\nSam Birch,Jo Ash,2026-05-14\nNew Person,,2026-05-14\n"
    reading = read(tmp_path, supervision, ssd_professionals=workers)
    rows = reading.tables["local_supervisions"].to_pylist()
    assert [row["supe_professional_id"] for row in rows] == ["W1", None, "New Person"]
    assert [row["supe_supervisor_id"] for row in rows] == ["W2", "W1", None]
    assert issues(reading, "name_unclear") == [(3, "Worker")]
    assert issues(reading, "orphan_link") == [(4, "Worker")]


def test_teams_of_the_form_and_of_the_dataset_are_put_together(tmp_path: Path) -> None:
    teams = "Team ID,Team name,Manager,Status,From\nT1,Duty,,Vacant,2026-05-14\nT9,New,,Vacant,2026-05-14\n"
    reading = read(
        tmp_path, teams, ssd_department="dept_team_id,dept_team_name\nT1,Duty old\nT2,Court\nT8,new\n"
    )
    found = {r["dept_team_id"]: r["dept_team_name"] for r in reading.tables["ssd_department"].to_pylist()}
    assert found == {"T1": "Duty", "T9": "New", "T2": "Court"}


def slowly(plans: list[tuple[date, int | None]], day: date) -> str | None:
    """The plan a day falls in, one at a time: (start, days it lasted or None while open)."""
    ends = [None if days is None else start + timedelta(days) for start, days in plans]
    fitting = [
        n for n, (start, _) in enumerate(plans) if start <= day and (ends[n] is None or day <= ends[n])
    ]  # type: ignore[operator]
    if len(fitting) > 1:
        fitting = [n for n in fitting if ends[n] != day or plans[n][0] == day]
    return f"P{fitting[0]}" if len(fitting) == 1 else None


@given(
    plans=st.lists(
        st.tuples(st.integers(-9, 9).map(lambda n: DAY + timedelta(n)), st.none() | st.integers(0, 9)),
        max_size=4,
    ),
    on=st.integers(-12, 12),
)
@settings(max_examples=60)
@pytest.mark.filterwarnings("ignore")
def test_links_are_those_found_slowly(plans: list[tuple[date, int | None]], on: int) -> None:
    day = DAY + timedelta(on)
    held = pa.Table.from_pylist(
        [
            {"cppl_cp_plan_id": f"P{n}", "cppl_person_id": "C1", "cppl_cp_plan_start_date": start,
             "cppl_cp_plan_end_date": None if days is None else start + timedelta(days)}
            for n, (start, days) in enumerate(plans)
        ],
        schema=table_schema(record_tables()["ssd_cp_plans"]),
    )  # fmt: skip
    groups = pa.Table.from_pylist(
        [{"corg_id": "G1", "corg_person_id": "C1", "corg_held_date": day}],
        schema=table_schema(record_tables()["local_core_groups"]),
    )
    given_tables = {"ssd_cp_plans": held, "local_core_groups": groups}
    tables, odd, _ = ties.fill(given_tables, dict.fromkeys(given_tables, "forms"))
    found = tables["local_core_groups"].column("corg_cp_plan_id").to_pylist()[0]
    assert found == slowly(plans, day)
    assert [type(issue) for issue in odd] == [Issue] * (found is None)
