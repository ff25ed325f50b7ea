"""The Annex A specification against the published list of its columns, and against the records."""

import csv
from importlib import resources

from tests.shared import shared_path
from undrift.returns.annex_a_to_ssd import FROM_LISTS
from undrift.returns.sheets import named_list
from undrift.returns.spec import annex_a_lists, record_tables
from undrift.returns.words import plain


def test_every_published_column_is_there_in_order() -> None:
    with shared_path("reference", "annex_a.csv").open(encoding="utf-8", newline="") as file:
        published = [(int(row["list_no"]), row["column_name"]) for row in csv.DictReader(file)]
    ours = [(spec.number, column.header) for spec in annex_a_lists().values() for column in spec.columns]
    assert ours == published


def test_every_target_is_a_column_of_the_records() -> None:
    known = {f"{table.name}.{column.name}" for table in record_tables().values() for column in table.columns}
    targets = {
        column.target.partition("#")[0] for spec in annex_a_lists().values() for column in spec.columns
    } - {""}
    assert targets <= known
    assert {target.partition(".")[0] for target in targets} <= set(FROM_LISTS)


def test_no_two_columns_of_a_list_could_be_taken_for_each_other() -> None:
    for spec in annex_a_lists().values():
        names = [plain(name) for column in spec.columns for name in (column.header, *column.aliases)]
        assert len(names) == len(set(names)), spec.name


def test_each_list_is_known_by_its_own_name_and_number() -> None:
    for number, spec in annex_a_lists().items():
        assert named_list(spec.name) == number
        assert named_list(f"List {number}") == number
        assert named_list(f"{number}. {spec.name}") == number


def test_every_table_of_the_records_says_what_it_holds() -> None:
    with resources.files("undrift.returns").joinpath("tables.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["table"] for row in rows) == sorted(record_tables())
    assert all(spec.says for spec in record_tables().values())
