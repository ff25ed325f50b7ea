"""Write, then read: the same records; and the records do not depend on the order of the rows."""

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from undrift.returns import annex_a
from undrift.returns.annex_a_to_ssd import FROM_LISTS
from undrift.returns.cells import BLANKS, code_parser
from undrift.returns.spec import AnnexAList, ListColumn, annex_a_lists
from undrift.returns.submission import ORIGIN

# Few children and often the same days, so that like rows meet.
days = st.sampled_from([date(2026, 6, 5), date(2026, 6, 6)]) | st.dates(date(1990, 1, 1), date(2049, 12, 31))
# Words a case system could hold; the reader rightly takes "Total" and "n/a" for something else.
words = (
    st.text("abcdefghij &'-éŁ,", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda w: w.lower() not in BLANKS)
)
children = st.sampled_from(["C1", "0071", "IRW000843"])


def cell(column: ListColumn) -> st.SearchStrategy[object]:
    if column.header == "Child Unique ID":
        return children
    value: st.SearchStrategy[object]
    if column.codes:
        value = st.sampled_from(list(column.codes))
    elif column.type == "date":
        value = days
    elif column.type == "integer":
        value = st.integers(0, 20)
    else:
        value = words
    return value if column.required == "row" else st.none() | value


def rows(spec: AnnexAList) -> st.SearchStrategy[list[dict[str, object]]]:
    row = st.fixed_dictionaries({column.header: cell(column) for column in spec.columns})
    return st.lists(row, max_size=3, unique_by=lambda r: tuple(r.values()))


Lists = Mapping[int, list[dict[str, object]]]


def workbooks(*numbers: int) -> st.SearchStrategy[Lists]:
    return st.fixed_dictionaries({n: rows(annex_a_lists()[n]) for n in numbers})


ALL = range(1, 11)


def read_back(lists: Lists) -> dict[str, pa.Table]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        annex_a.write_workbook(path, lists)
        return annex_a.read(path).tables


def expected(column: ListColumn, value: object) -> object:
    """What the records should hold: written out again from the specification, not from the reader."""
    return column.codes[str(value)] or None if value is not None and column.codes else value


def multiset(values: list[tuple[object, ...]]) -> list[str]:
    return sorted(map(repr, values))


# One table for each list whose rows are events of their own: the fields that must come back as they went.
EVENTS = {
    1: ("ssd_contacts", "cont"),
    2: ("ssd_early_help_episodes", "earl"),
    4: ("ssd_cin_assessments", "cina"),
    5: ("ssd_s47_enquiry", "s47e"),
    7: ("ssd_cp_plans", "cppl"),
    8: ("ssd_cla_placement", "clap"),
    9: ("ssd_care_leavers", "clea"),
    10: ("ssd_permanence", "perm"),
}


@settings(max_examples=6)
@given(workbooks(*ALL))
def test_every_row_written_comes_back_as_it_went(lists: Lists) -> None:
    tables = read_back(lists)
    for number, (table, prefix) in EVENTS.items():
        columns = [c for c in annex_a_lists()[number].columns if c.field.startswith(prefix + "_")]
        person = next(name for name in tables[table].column_names if name.endswith("person_id"))
        sent = [(r["Child Unique ID"], *(expected(c, r[c.header]) for c in columns)) for r in lists[number]]
        names = [person, *(c.field for c in columns)]
        got = list(zip(*(tables[table].column(name).to_pylist() for name in names), strict=True))
        if number != 1:  # two rows that differ only where the records hold nothing are one event
            sent, got = list(dict.fromkeys(sent)), list(dict.fromkeys(got))
        assert multiset(got) == multiset(sent), table


@settings(max_examples=8)
@given(workbooks(3, 6))
def test_referrals_and_episodes_of_need_are_joined_and_none_is_lost(lists: Lists) -> None:
    got = read_back(lists)["ssd_cin_episodes"].to_pylist()
    said = {(r["Child Unique ID"], r["Date of Referral"]) for r in lists[3]}
    said |= {(r["Child Unique ID"], r["CIN Start Date"]) for r in lists[6]}
    assert {(r["cine_person_id"], r["cine_referral_date"]) for r in got} == said
    ids = [r["cine_referral_id"] for r in got]
    assert len(ids) == len(set(ids))


@settings(max_examples=6)
@given(workbooks(*ALL))
def test_every_child_of_every_list_is_a_person_once_and_every_link_leads_somewhere(lists: Lists) -> None:
    tables = read_back(lists)
    people: list[str] = tables["ssd_person"].column("pers_person_id").to_pylist()
    assert sorted(people) == sorted(
        {str(r["Child Unique ID"]) for n in FROM_LISTS["ssd_person"][0] for r in lists[n]}
    )
    links = (
        ("ssd_cin_assessments", "cina_referral_id", "ssd_cin_episodes", "cine_referral_id"),
        ("ssd_initial_cp_conference", "icpc_s47_enquiry_id", "ssd_s47_enquiry", "s47e_s47_enquiry_id"),
        ("ssd_cp_visits", "cppv_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id"),
        ("ssd_cp_reviews", "cppr_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id"),
        ("ssd_cla_reviews", "clar_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        ("ssd_cla_visits", "clav_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        ("ssd_permanence", "perm_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        ("ssd_involvements", "invo_professional_team", "ssd_department", "dept_team_id"),
    )
    for table, link, parent, key in links:
        there = set(tables[parent].column(key).to_pylist()) | {None}
        assert set(tables[table].column(link).to_pylist()) <= there, link


@settings(max_examples=8)
@given(workbooks(1, 7, 8), st.integers(0, 2**32))
def test_rows_in_another_order_are_the_same_records(lists: Lists, seed: int) -> None:
    dice = random.Random(seed)
    shuffled = {number: dice.sample(of_list, len(of_list)) for number, of_list in lists.items()}
    one, other = read_back(lists), read_back(shuffled)
    # Who is believed when lists disagree, and which of two like rows is first, may change with the order.
    settled = {"ssd_contacts", "ssd_cp_visits", "ssd_cp_reviews", "ssd_department", "ssd_professionals"}
    for name in settled:
        without = [column for column, _ in ORIGIN]
        assert multiset([tuple(r.items()) for r in one[name].drop(without).to_pylist()]) == multiset(
            [tuple(r.items()) for r in other[name].drop(without).to_pylist()]
        ), name


def test_a_code_of_the_dataset_is_written_as_the_forms_own_label(tmp_path: Path) -> None:
    row = {
        "Child Unique ID": "C1",
        "Gender": "02",
        "Date of Contact": date(2026, 6, 5),
        "Contact Source": "6",
    }
    annex_a.write_workbook(tmp_path / "a.xlsx", {1: [row]})
    contact = annex_a.read(tmp_path / "a.xlsx").tables["ssd_contacts"].to_pylist()[0]
    assert contact["cont_contact_source_code"] == "6"
    source = annex_a_lists()[1].columns[6]
    assert code_parser(source.codes)("q) 6: Police") == ("6", "")
