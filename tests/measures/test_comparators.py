"""Published series load as they come, stand beside the authority's own years, and a dash is never nought."""

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.shared import shared_path
from undrift import records
from undrift.errors import UserError
from undrift.measures import catalogue, comparators, published

HEAD = ",".join(comparators.COLUMNS)


def write(folder: Path, *rows: str, head: str = HEAD) -> Path:
    file = folder / "others.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def test_the_real_file_loads_whole_and_comes_back_figure_for_figure(tmp_path: Path) -> None:
    file = shared_path("reference", "benchmarks.csv")
    found = comparators.load(file, tmp_path)
    with file.open(encoding="utf-8", newline="") as opened:
        given = list(csv.DictReader(opened))
    assert (found.rows, found.faults) == (len(given), ())
    assert found.measures == len({row["measure_id"] for row in given})
    for measure in ("cpp_rate", "assessments_45wd_pct", "care_leavers_not_in_touch_pct"):
        wanted = {
            (r["area"], r["period"], float(r["value"]) if r["value"] else None)
            for r in given
            if r["measure_id"] == measure
        }
        lines = comparators.lines(tmp_path, measure)
        told = {(line.area, period, result.value) for line in lines for period, result in line.points}
        assert told == wanted
        assert lines[0].area == "England"


def test_a_dash_is_not_available_and_says_that_nobody_knows_why(tmp_path: Path) -> None:
    comparators.load(
        write(tmp_path, "cpp_rate,X,england,,England,2024,,-", "cpp_rate,X,england,,England,2025,0,"),
        tmp_path,
    )
    (line,) = comparators.lines(tmp_path, "cpp_rate")
    (_, dash), (_, nought) = line.points
    assert (dash.status, dash.value) == ("not_available", None)
    assert "does not say which" in dash.reason
    assert (nought.status, nought.value) == ("number", 0.0)


def test_bad_rows_are_held_back_by_number_and_good_ones_kept(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "cpp_rate,X,england,,England,2024,40.6,",
        "cpp_rate,X,england,,England,2023,forty,",
        ",X,england,,England,2022,40,",
        "cpp_rate,X,england,,England,2024,41,",
        "cpp_rate,X,england,,England,last year,41,",
        "cpp_rate,X,england,,England,2021,,",
    )
    found = comparators.load(file, tmp_path, name="mine", source="LAIT, April 2026")
    assert (found.name, found.rows) == ("mine", 1)
    assert [fault.row for fault in found.faults] == [3, 4, 5, 6, 7]
    assert all(fault.what and fault.try_ for fault in found.faults)
    (line,) = comparators.lines(tmp_path, "cpp_rate")
    assert line.source == "LAIT, April 2026"


def test_a_file_of_another_shape_is_refused_and_leaves_what_was_kept(tmp_path: Path) -> None:
    comparators.load(write(tmp_path, "cpp_rate,X,england,,England,2024,40.6,"), tmp_path, name="kept")
    with pytest.raises(UserError, match="no column"):
        comparators.load(write(tmp_path, "1,2", head="a,b"), tmp_path, name="kept")
    assert comparators.sets(tmp_path) == ["kept"]
    assert len(comparators.lines(tmp_path, "cpp_rate")) == 1


def test_the_neighbours_mean_is_of_those_that_have_a_value(tmp_path: Path) -> None:
    comparators.load(
        write(
            tmp_path,
            "m,X,statistical_neighbour,1,A,2024,10,",
            "m,X,statistical_neighbour,2,B,2024,20,",
            "m,X,statistical_neighbour,3,C,2024,,-",
            "m,X,england,,England,2024,99,",
            "m,X,statistical_neighbour,1,A,2025,,-",
        ),
        tmp_path,
    )
    found = dict(comparators.mean(comparators.lines(tmp_path, "m")))
    assert (found["2024"].value, found["2024"].denominator) == (15.0, 2)
    assert found["2025"].status == "not_available"


def test_the_published_mean_of_neighbours_is_ours(tmp_path: Path) -> None:
    """The table gives LAIT's own mean for the newest year: a simple mean of those with a value."""
    comparators.load(shared_path("reference", "benchmarks.csv"), tmp_path)
    with shared_path("reference", "measures.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            r
            for r in csv.DictReader(file)
            if r["stat_neighbour_value"] and r["stat_neighbour_year"] == "2025"
        ]
    checked = 0
    for row in rows:
        found = dict(comparators.mean(comparators.lines(tmp_path, row["id"]))).get("2025")
        if found and found.value is not None and found.denominator == int(row["stat_neighbour_n"] or 0):
            assert found.value == pytest.approx(float(row["stat_neighbour_value"]), abs=0.006), row["id"]
            checked += 1
    assert checked > 40


def test_the_packaged_figures_come_through_the_same_door_and_are_the_published_ones(tmp_path: Path) -> None:
    file = published.write(tmp_path / "published.csv")
    found = comparators.load(file, tmp_path)
    assert found.faults == () and found.areas == 13 and found.measures > 60
    with file.open(encoding="utf-8", newline="") as opened:
        ours = list(csv.DictReader(opened))
    assert {row["measure_id"] for row in ours} <= set(catalogue()), "each beside a measure that is built"
    assert all(row["definition"] and published.LICENCE in row["source"] for row in ours)
    with shared_path("reference", "benchmarks.csv").open(encoding="utf-8", newline="") as opened:
        given = {(r["measure_id"], r["area"], r["period"]): (r["value"], r["symbol"], r["la_code"], r["lait_code"])
                 for r in csv.DictReader(opened)}  # fmt: skip
    for row in ours:
        key = row["measure_id"], row["area"], row["period"]
        assert given[key] == (row["value"], row["symbol"], row["la_code"], row["lait_code"]), key


def test_a_row_names_its_own_publication_and_a_set_kept_before_has_none(tmp_path: Path) -> None:
    row = "cpp_rate,X,england,,England,2024,40.6,"
    comparators.load(write(tmp_path, row), tmp_path, name="plain", source="LAIT")
    with_own = write(tmp_path, f"{row},CIN census,children of children", head=f"{HEAD},source,definition")
    comparators.load(with_own, tmp_path, name="own", source="LAIT")
    told = {(line.source, line.definition) for line in comparators.lines(tmp_path, "cpp_rate")}
    assert told == {("LAIT", ""), ("CIN census", "children of children")}
    kept = comparators.folder(tmp_path) / "plain.parquet"
    pq.write_table(pq.read_table(kept).drop_columns(["definition"]), kept)
    (comparators.folder(tmp_path) / "own.parquet").unlink()
    assert [line.definition for line in comparators.lines(tmp_path, "cpp_rate")] == [""]


def test_the_demonstration_holds_real_figures_beside_its_own(built_demo: Path) -> None:
    found = comparators.beside(records.cursor(built_demo), built_demo, "assessments_45wd_pct")
    assert [line.area for line in found.lines[:2]] == ["England", "North West"]
    assert sum(line.area_type == "statistical_neighbour" for line in found.lines) == 10
    own = [point.result.value for point in found.own if point.result.value is not None]
    assert len(own) >= 5
