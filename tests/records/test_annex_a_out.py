"""Annex A written from the records: the lists the guidance asks for, and what our own reader makes of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.test_annex_a_against_history import AS_AT, SAID_BY_BOTH
from undrift.errors import UserError
from undrift.records import build_live, load
from undrift.records.annex_a import blank, write_annex_a
from undrift.returns import annex_a, ssd
from undrift.returns.annex_a_from_ssd import lists_of_tables
from undrift.returns.annex_a_worked_out import worked_out
from undrift.returns.annex_a_writer import labelled, write_workbook
from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.submission import conform
from undrift.synthetic.annex_a import annex_a_lists as lists_by_hand
from undrift.synthetic.files import live, make

SCALE = 0.03


@pytest.fixture(scope="module")
def irwell(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("irwell")
    make(out, as_at=AS_AT, scale=SCALE, also=())
    return out


def as_sent(number: int, rows: Sequence[dict[str, object]], without: Sequence[str] = ()) -> list[str]:
    columns = [c for c in annex_a_lists()[number].columns if c.header not in without]
    return sorted(
        repr([(c.header, labelled(c, row[c.header])) for c in columns if row.get(c.header) not in (None, "")])
        for row in rows
    )


def test_the_lists_are_those_that_the_invented_authority_makes_by_hand(irwell: Path) -> None:
    """Two makers of one thing: SQL over the records, and the invented authority's own plain Python."""
    source = ssd.read(irwell / "ssd").tables
    del source["local_early_help_assessments"]  # by hand, early help is its episodes
    written = lists_of_tables(source, AS_AT)
    by_hand = lists_by_hand(live(as_at=AS_AT, scale=SCALE)[0].at(AS_AT), AS_AT)
    elsewhere = {10: ("Family identifier",)}  # families as the records name them
    for number in annex_a_lists():
        without = elsewhere.get(number, ())
        assert as_sent(number, written[number], without) == as_sent(number, by_hand[number], without), number
    assert all(
        rows for number, rows in written.items() if number != 10
    )  # few are for adoption in so small a place


def test_what_is_written_reads_back_as_the_records_it_came_from(irwell: Path, tmp_path: Path) -> None:
    source = ssd.read(irwell / "ssd").tables
    write_workbook(tmp_path / "a.xlsx", lists_of_tables(source, AS_AT))
    back = annex_a.read(tmp_path / "a.xlsx")
    assert back.issues == ()
    # What list 2 says is its assessments; the dataset's episodes are another thing.
    both = {k: v for k, v in SAID_BY_BOTH.items() if k != "ssd_early_help_episodes"}
    both["local_early_help_assessments"] = "ehas_person_id, ehas_start_date, ehas_completion_date"
    both["local_prospective_adopters"] = "adop_id, adop_sex, adop_approved_date, adop_left_reason"
    both["ssd_cla_health"] = "clah_person_id, clah_health_check_date"
    both["ssd_family"] = "fami_family_id, fami_person_id"
    both["local_placement_areas"] = "plar_person_id, plar_location, plar_authority"
    for table, columns in both.items():
        names = columns.replace(" ", "").split(",")
        assert rows(back.tables[table], names) <= rows(source[table], names), table
        assert back.tables[table].num_rows or table in ("ssd_permanence", "ssd_family"), table


def test_written_read_and_written_again_it_is_the_same(irwell: Path, tmp_path: Path) -> None:
    first, second = rounds(ssd.read(irwell / "ssd").tables, AS_AT, tmp_path)
    for name, table in first.items():
        if name in ("ssd_professionals", "ssd_cin_visits"):
            continue  # who held a closed case, and which of three visits was the last one, are not in the lists
        assert table == second[name], name


def rows(table: pa.Table, names: Sequence[str]) -> set[tuple[object, ...]]:
    return set(zip(*(table.column(name).to_pylist() for name in names), strict=True))


def rounds(
    source: dict[str, pa.Table], as_at: date, path: Path
) -> tuple[dict[str, pa.Table], dict[str, pa.Table]]:
    (path / "again").mkdir()
    write_workbook(path / "a.xlsx", lists_of_tables(source, as_at))
    first = annex_a.read(path / "a.xlsx").tables
    write_workbook(path / "again" / "a.xlsx", lists_of_tables(first, as_at))
    return first, annex_a.read(path / "again" / "a.xlsx").tables


days = st.integers(-400, 60).map(lambda n: AS_AT + timedelta(n))


@st.composite
def histories(draw: st.DrawFn) -> dict[str, pa.Table]:
    """A few children with events on either side of every boundary the lists have."""
    found: dict[str, list[dict[str, object]]] = {}

    def add(table: str, **row: object) -> None:
        found.setdefault(table, []).append(row)

    for n in range(draw(st.integers(1, 3))):
        child = f"00{n}"
        add(
            "ssd_person",
            pers_person_id=child,
            pers_dob=date(2015, 5, n + 1),
            pers_gender="02",
            pers_ethnicity="WBRI",
        )
        for m in range(draw(st.integers(0, 3))):
            key, start = f"{child}/{m}", draw(days)
            end = draw(st.one_of(st.none(), st.integers(0, 300).map(lambda n, day=start: day + timedelta(n))))  # type: ignore[misc]
            kind = draw(st.sampled_from(["contact", "need", "assessment", "s47", "plan", "care", "adoption"]))
            if kind == "contact":
                add(
                    "ssd_contacts",
                    cont_contact_id=key,
                    cont_person_id=child,
                    cont_contact_date=start,
                    cont_contact_source_code="6",
                )
            elif kind == "need":
                add("ssd_cin_episodes", cine_referral_id=key, cine_person_id=child, cine_referral_date=start, cine_close_date=end,
                    cine_close_reason="RC8" if end else None, cine_referral_nfa=draw(st.sampled_from("YN")))  # fmt: skip
            elif kind == "assessment":
                add("ssd_cin_assessments", cina_assessment_id=key, cina_person_id=child, cina_assessment_start_date=start,
                    cina_assessment_auth_date=end)  # fmt: skip
            elif kind == "s47":
                add(
                    "ssd_s47_enquiry",
                    s47e_s47_enquiry_id=key,
                    s47e_person_id=child,
                    s47e_s47_start_date=start,
                    s47e_s47_nfa="Y",
                )
            elif kind == "plan":
                add("ssd_cp_plans", cppl_cp_plan_id=key, cppl_person_id=child, cppl_cp_plan_start_date=start,
                    cppl_cp_plan_end_date=end, cppl_cp_plan_initial_category="NEG")  # fmt: skip
                add("ssd_cp_visits", cppv_cp_visit_id=key, cppv_cp_plan_id=key, cppv_person_id=child,
                    cppv_cp_visit_date=draw(days), cppv_cp_visit_seen="Y")  # fmt: skip
            elif kind == "care":
                add("ssd_cla_episodes", clae_cla_episode_id=key, clae_cla_id=key, clae_person_id=child,
                    clae_cla_episode_start_date=start, clae_entered_care_date=start, clae_cla_episode_ceased_date=end,
                    clae_cla_episode_ceased_reason="E4A" if end else None)  # fmt: skip
                add("ssd_cla_health", clah_health_check_id=key, clah_person_id=child, clah_health_check_date=draw(days),
                    clah_health_check_type="Dental Check", clah_health_check_status="Completed")  # fmt: skip
            else:
                add("ssd_permanence", perm_table_id=key, perm_person_id=child, perm_adm_decision_date=start,
                    perm_permanence_order_date=end, perm_permanence_order_type="Adoption" if end else None)  # fmt: skip
    return {
        name: conform(pa.Table.from_pylist(held, conform(pa.table({}), name).schema), name)
        for name, held in found.items()
    }


@settings(max_examples=6)
@given(histories())
def test_any_records_written_read_and_written_again_are_the_same(records: dict[str, pa.Table]) -> None:
    lists = lists_of_tables(records, AS_AT)
    for row in (row for of_list in lists.values() for row in of_list):
        assert not [said for said in row.values() if isinstance(said, date) and said > AS_AT]
    with TemporaryDirectory() as path:
        if not any(lists.values()):
            return
        first, second = rounds(records, AS_AT, Path(path))
    for name, table in first.items():
        if name not in ("ssd_professionals", "ssd_cin_visits"):
            assert table == second[name], name


def one(table: str, **row: object) -> dict[str, pa.Table]:
    person = {"pers_person_id": "C1", "pers_dob": date(2015, 5, 1)}
    return {
        name: conform(pa.Table.from_pylist([said], conform(pa.table({}), name).schema), name)
        for name, said in (("ssd_person", person), (table, row))
    }


@pytest.mark.parametrize(
    ("when", "listed"),
    [(date(2026, 3, 30), 0), (date(2026, 3, 31), 1), (date(2026, 9, 30), 1), (date(2026, 10, 1), 0)],
)
def test_contacts_are_of_the_six_months_before_the_day(when: date, listed: int) -> None:
    records = one("ssd_contacts", cont_contact_id="1", cont_person_id="C1", cont_contact_date=when)
    assert len(lists_of_tables(records, date(2026, 9, 30))[1]) == listed


def test_an_end_that_had_not_come_is_blank_and_the_case_is_open() -> None:
    records = one("ssd_cin_episodes", cine_referral_id="1", cine_person_id="C1", cine_referral_date=date(2026, 1, 5),
                  cine_close_date=date(2026, 10, 5), cine_close_reason="RC7")  # fmt: skip
    (row,) = lists_of_tables(records, date(2026, 9, 30))[6]
    assert (row["CIN Closure Date"], row["Reason for Closure"], row["Case Status"]) == (
        None,
        None,
        "d) Open assessment",
    )


@pytest.mark.parametrize(("began", "ended", "listed"), [
    (date(2026, 5, 1), date(2026, 6, 1), 1), (date(2025, 5, 1), None, 1), (date(2025, 5, 1), date(2026, 6, 1), 0),
])  # fmt: skip
def test_early_help_is_assessments_of_six_months_and_those_going_on(
    began: date, ended: date | None, listed: int
) -> None:
    records = one(
        "local_early_help_assessments",
        ehas_id="1",
        ehas_person_id="C1",
        ehas_start_date=began,
        ehas_completion_date=ended,
    )
    assert len(lists_of_tables(records, date(2026, 9, 30))[2]) == listed


def test_help_going_on_that_no_assessment_stands_for_is_listed() -> None:
    records = one("local_early_help_assessments", ehas_id="1", ehas_person_id="C1", ehas_start_date=date(2020, 1, 1),
                  ehas_completion_date=date(2020, 2, 1))  # fmt: skip
    records |= one(
        "ssd_early_help_episodes",
        earl_episode_id="1",
        earl_person_id="C1",
        earl_episode_start_date=date(2025, 1, 1),
    )
    (row,) = lists_of_tables(records, date(2026, 9, 30))[2]
    assert row["Assessment start date"] == date(2025, 1, 1)


def test_no_records_are_no_rows() -> None:
    records = {name: conform(pa.table({}), name) for name in record_tables()}
    assert not any(lists_of_tables(records, AS_AT).values())


def test_the_load_being_served_is_written_and_never_a_day_it_does_not_reach(
    irwell: Path, tmp_path: Path
) -> None:
    home, out = tmp_path / "home", tmp_path / "annex-a.xlsx"
    done = load([irwell / "ssd"], authority="Irwell", as_at=AS_AT, by="test", home=home).load
    build_live(done.id, home)
    day, counts, issues = write_annex_a(home, out)
    assert (day, issues) == (AS_AT, ())
    assert counts[1] and annex_a.read(out).tables["ssd_contacts"].num_rows == counts[1]
    assert write_annex_a(home, out, date(2026, 8, 31))[0] == date(2026, 8, 31)
    with pytest.raises(UserError, match="say nothing of"):
        write_annex_a(home, out, AS_AT + timedelta(1))
    with pytest.raises(UserError, match="cannot be written"):
        write_annex_a(home, tmp_path / "nowhere" / "a.xlsx")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_every_column_without_a_place_says_how_it_is_worked_out() -> None:
    without = {(n, c.header) for n, spec in annex_a_lists().items() for c in spec.columns if not c.target}
    assert worked_out().keys() == without
    needed = {name for column in worked_out().values() for name in column.needs or ()}
    assert needed <= record_tables().keys()


def test_what_is_held_in_part_is_left_blank_and_never_counted(irwell: Path, tmp_path: Path) -> None:
    """Annex A holds one placement a child: to count it would say that none had moved."""
    home, out, again = tmp_path / "home", tmp_path / "annex-a.xlsx", tmp_path / "again.xlsx"
    write_workbook(out, lists_of_tables(ssd.read(irwell / "ssd").tables, AS_AT))
    done = load([out], authority="Irwell", as_at=AS_AT, by="test", home=home).load
    build_live(done.id, home)
    _, counts, issues = write_annex_a(home, again)
    assert counts[8] and not {issue.column for issue in issues} & {header for _, header in blank(done)}
    sheets = {n: openpyxl.load_workbook(again)[f"List {n}"] for n in (1, 8)}
    said = {
        n: [set(column[1:]) for column in sheet.iter_cols(values_only=True)] for n, sheet in sheets.items()
    }
    headers = {n: [cell.value for cell in sheet[1]] for n, sheet in sheets.items()}
    assert said[8][headers[8].index("Number of Placements in the Last 12 months")] == {None}
    assert said[8][headers[8].index("Start Date of Most Recent Placement")] != {None}
    assert said[1][headers[1].index("Age of Child (Years)")] != {None}
    assert blank(done)[8, "Number of Placements in the Last 12 months"].endswith("latest only")
