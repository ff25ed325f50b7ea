"""The dataset as Parquet: written and read back, typed as other tools type it, and refused when it is a trap."""

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.returns.form_rows import DAYS, WORDS
from undrift.errors import UserError
from undrift.returns import recognise, ssd, ssd_writer
from undrift.returns.spec import TableColumn, TableSpec, record_tables
from undrift.returns.submission import ORIGIN, conform, table_schema


def value_of(column: TableColumn) -> st.SearchStrategy[object]:
    kinds: dict[str, st.SearchStrategy[object]] = {
        "date": DAYS,
        "flag": st.sampled_from("YN"),
        "integer": st.integers(-5, 9_999),
        "number": st.integers(-9_900, 9_900).map(lambda n: n / 100),
        "json": st.sampled_from(['["1A", "2B"]', '{"NFA_FLAG": "Y"}', "[]"]),
    }
    value = kinds.get(column.type, WORDS | st.sampled_from(["00123", "A/1", "é", "1.0"]))
    return value if column.required else st.none() | value


def rows_of(spec: TableSpec) -> st.SearchStrategy[list[dict[str, object]]]:
    row = st.fixed_dictionaries({column.name: value_of(column) for column in spec.columns})
    return st.lists(row, max_size=4)


@pytest.mark.parametrize("form", ["parquet", "csv"])
@given(data=st.data())
@settings(max_examples=12)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, form: str, data: st.DataObject
) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(record_tables())), min_size=1, max_size=4, unique=True))
    tables = {
        name: pa.Table.from_pylist(
            data.draw(rows_of(record_tables()[name])), schema=table_schema(record_tables()[name])
        )
        for name in names
    }
    folder = tmp_path_factory.mktemp("ssd")
    ssd_writer.write(tables, folder, "parquet" if form == "parquet" else "csv")
    assert recognise(folder) is ssd.read
    read = ssd.read(folder)
    assert read.issues == ()
    origin = [name for name, _ in ORIGIN]
    assert {n: t.drop_columns(origin).to_pylist() for n, t in read.tables.items()} == {
        n: t.drop_columns(origin).to_pylist() for n, t in tables.items()
    }


def test_types_as_other_tools_write_them_are_read_as_what_they_say(tmp_path: Path) -> None:
    pq.write_table(
        pa.table({
            "PERS_PERSON_ID": pa.array([1, 2, 3], pa.int64()),
            "pers_legacy_id": pa.array([100.0, None, 7.0], pa.float64()),  # what a blank makes of a whole number
            "pers_dob": pa.array([datetime(2015, 2, 13), None, datetime(2016, 3, 14, 9, 30)], pa.timestamp("us")),  # noqa: DTZ001
            "pers_is_mother": pa.array([False, True, None]),
            "pers_sex": pa.array(["M", "F", "nan"]).dictionary_encode(),
            "pers_death_date": pa.array(["13/05/2020", None, "31/02/2020"]),
            "pers_forename": pa.array([["a"], ["b"], None]),
            "spare": pa.array([1, 2, 3]),
        }),
        tmp_path / "dbo.SSD_Person.parquet",
    )  # fmt: skip
    read = ssd.read(tmp_path)
    people = read.tables["ssd_person"].to_pylist()
    assert [row["pers_person_id"] for row in people] == ["1", "2"]
    assert [row["pers_legacy_id"] for row in people] == ["100", None]
    assert [row["pers_dob"] for row in people] == [date(2015, 2, 13), None]
    assert [row["pers_is_mother"] for row in people] == ["N", "Y"]
    assert [row["pers_sex"] for row in people] == ["M", "F"]
    assert [row["_row"] for row in people] == [1, 2]
    assert [(i.row, i.column, i.severity) for i in read.issues] == [(3, "pers_death_date", "held back")]
    said = "\n".join(read.assumptions)
    assert "column pers_forename holds lists or records, not values" in said
    assert "column spare is left out" in said


@pytest.mark.parametrize("name", ["extract.parquet", "extract[1].parquet", "no ending"])
def test_a_file_called_anything_is_known_by_its_columns(tmp_path: Path, name: str) -> None:
    table = conform(pa.table({"corg_id": ["G1"], "corg_person_id": ["C1"]}), "local_core_groups")
    pq.write_table(table.select(["corg_id", "corg_person_id", "corg_held_date"]), tmp_path / name)
    assert recognise(tmp_path / name) is ssd.read
    assert ssd.read(tmp_path / name).tables["local_core_groups"].column("corg_id").to_pylist() == ["G1"]


def test_a_csv_file_called_anything_is_known_by_its_columns(tmp_path: Path) -> None:
    (tmp_path / "children.csv").write_text("pers_person_id,pers_dob\nC1,2015-02-13\n")
    assert recognise(tmp_path / "children.csv") is ssd.read
    assert ssd.read(tmp_path).tables["ssd_person"].num_rows == 1


def test_a_table_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ssd_person.csv").write_text("pers_person_id\nC1\n")
    pq.write_table(pa.table({"pers_person_id": ["C1"]}), tmp_path / "ssd_person.parquet")
    with pytest.raises(UserError, match="both hold ssd_person"):
        ssd.read(tmp_path)


def test_a_table_without_what_it_needs_is_held_back_and_the_others_load(tmp_path: Path) -> None:
    pq.write_table(pa.table({"pers_dob": [date(2015, 2, 13)]}), tmp_path / "ssd_person.parquet")
    pq.write_table(pa.table({"dept_team_id": ["T1"]}), tmp_path / "ssd_department.parquet")
    read = ssd.read(tmp_path)
    assert [(i.file, i.column, i.severity) for i in read.issues] == [
        ("ssd_person.parquet", "pers_person_id", "held back")
    ]
    assert read.tables.keys() == {"ssd_department"}


def hostile(path: Path) -> dict[str, Path]:
    whole = path / "whole.parquet"
    pq.write_table(pa.table({"pers_person_id": [str(n) for n in range(1_000)]}), whole)
    content = whole.read_bytes()
    files = {
        "cut short": content[:-200],
        "no footer": b"PAR1" + b"\0" * 400,
        "noise": b"PAR1" + bytes(range(256)) * 40 + b"PAR1",
        "footer's length": content[:-8] + b"\xff\xff\xff\x7f" + b"PAR1",
    }
    made = {}
    for name, said in files.items():
        made[name] = path / name.replace(" ", "_") / "ssd_person.parquet"
        made[name].parent.mkdir()
        made[name].write_bytes(said)
    for name, table in {
        "one long cell": pa.table({"pers_person_id": ["x" * 3_000_000]}),
        "one text many times": pa.table({"pers_person_id": pa.DictionaryArray.from_arrays(
            pa.array([0] * 3_000, pa.int32()), pa.array(["y" * 900_000]))}),
        "thousands of columns": pa.table({f"c{n}": [1] for n in range(3_000)}),
        "more rows than there are": pa.table({"pers_person_id": pa.nulls(10_000_001, pa.string())}),
    }.items():  # fmt: skip
        made[name] = path / name.replace(" ", "_") / "ssd_person.parquet"
        made[name].parent.mkdir()
        pq.write_table(table, made[name], compression="zstd")
    return made


def test_a_trap_is_refused_in_words_and_no_table_is_made_of_it(tmp_path: Path) -> None:
    for name, path in hostile(tmp_path).items():
        with pytest.raises(UserError) as fault:
            recognise(path)(path)
        assert path.stat().st_size < 2_000_000, name
        assert "Export the table again" in str(fault.value) or "one period at a time" in str(fault.value), (
            name
        )
