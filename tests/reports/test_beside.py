"""The chart beside others: gaps stay gaps, the authority's own line is on top, and lines are told apart without colour."""

from itertools import pairwise
from typing import Any

import pytest

from undrift.reports import charts
from undrift.reports.beside import IN_WORDS, LOOKS, Drawn, beside_spec

OWN = Drawn("Irwell", "own", ((2023, 60.0), (2024, None), (2025, 70.0)))
ENGLAND = Drawn("England", "england", ((2023, 80.0), (2024, 81.0), (2025, 82.0)))
FAR = Drawn("Faraway", "neighbour", ((2023, 95.0), (2024, 96.0), (2025, None)))


def words(spec: dict[str, Any]) -> list[str]:
    return [layer["mark"]["text"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]


def test_a_year_without_a_figure_is_a_gap_and_never_a_nought() -> None:
    spec = beside_spec([OWN, ENGLAND], unit="percent")
    given = {(row["name"], row["year"]): row["value"] for row in spec["data"]["values"]}
    assert given["Irwell", 2024] is None
    lines = [layer for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert all(layer["mark"]["invalid"] == "break-paths-show-domains" for layer in lines)
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"][0] > 50


def test_the_authoritys_own_line_is_drawn_last_and_a_neighbour_has_no_name() -> None:
    spec = beside_spec([OWN, FAR, ENGLAND], unit="percent")
    kinds = [layer["transform"][0]["filter"] for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert kinds[0] == "datum.kind == 'neighbour'"
    assert kinds[-1] == "datum.kind == 'own'"
    assert sorted(words(spec)) == ["England", "Irwell"]
    assert words(beside_spec([OWN, ENGLAND], unit="percent", width=250)) == []


def test_no_two_kinds_of_line_differ_by_colour_alone() -> None:
    looks = [(tuple(dash), width) for _, dash, width in LOOKS.values()]
    assert len(set(looks)) == len(looks)
    assert set(IN_WORDS) == set(LOOKS)
    assert len(set(IN_WORDS.values())) == len(IN_WORDS)


def test_names_at_the_ends_do_not_touch() -> None:
    near = [Drawn(f"Place {n}", "other", ((2024, 50.0), (2025, 50.1 + n / 100))) for n in range(4)]
    heights = sorted(
        layer["mark"]["y"] for layer in beside_spec(near, unit="percent")["layer"] if layer["mark"]["type"] == "text"
    )  # fmt: skip
    assert all(after - before >= 15 for before, after in pairwise(heights))


def test_nothing_to_draw_is_refused_and_the_rest_is_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        beside_spec([Drawn("Irwell", "own", ((2024, None),))], unit="percent")
    assert "<svg" in charts.svg(beside_spec([OWN, ENGLAND, FAR], unit="percent"))
