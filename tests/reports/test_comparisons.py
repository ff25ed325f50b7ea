"""Pictures that compare: everything told is drawn, nothing hides another's name, and each can be drawn at all."""

import json

import pytest

from undrift.reports.comparisons import LETTER, Dot, _labels, curves_spec, funnel_spec, intervals_spec
from undrift.reports.drawing import svg
from undrift.variation.aftermath import Curve
from undrift.variation.intervals import Interval
from undrift.variation.teams import TeamCount, funnel

TEAMS = [
    TeamCount(name, f"Team {name}", x, n)
    for name, x, n in (("a", 90, 120), ("b", 300, 340), ("c", 40, 90), ("d", 30, 40))
]


@pytest.mark.parametrize("width", [300, 760])
def test_every_team_is_named_on_the_funnel_and_it_can_be_drawn(width: int) -> None:
    found = funnel(TEAMS)
    assert found is not None
    drawn = svg(funnel_spec(found, width=width))
    assert all(f"Team {name}" in drawn for name in "abcd")


def test_the_rings_are_the_funnels_own_and_close_as_cases_grow() -> None:
    found = funnel(TEAMS)
    assert found is not None
    edges = funnel_spec(found)["layer"][0]["data"]["values"]
    low = [e["edge"] for e in edges if e["line"] == "usual-low"]
    assert low == sorted(low)
    last = max(e["of"] for e in edges)
    at = next(e for e in edges if e["of"] == last and e["line"] == "far-high")
    assert at["edge"] == pytest.approx(100 * found.limits(last, 0.998, adjusted=False).high)


def test_names_close_together_do_not_lie_on_each_other() -> None:
    placed = _labels([("Safeguarding Ash", 100, 50), ("Assessment Brook", 250, 54), ("Team", 120, 52)], 300)
    spans = [
        (x, x + LETTER * len(name), y) if align == "left" else (x - LETTER * len(name), x, y)
        for name, x, y, align in placed
    ]
    for i, (left, right, y) in enumerate(spans):
        for other_left, other_right, other_y in spans[i + 1 :]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= 14


def test_a_curve_stops_where_too_few_are_watched_and_its_interval_is_the_newest_lines_only() -> None:
    steps = (
        (91, 0.1, Interval(0.08, 0.12), 500),
        (182, 0.2, Interval(0.17, 0.23), 300),
        (365, None, None, 2),
    )
    curve = Curve("assessment_nfa", "year", "2025-09-30", "any", 600, steps)
    spec = curves_spec([("Year to 2025", curve), ("Year to 2021", curve)])
    values = spec["data"]["values"]
    assert [r["share"] for r in values if r["nth"] == 0] == [0.0, 10.0, 20.0, None]
    assert "nth == 0" in spec["layer"][0]["transform"][0]["filter"]
    assert "Year to 2021" in svg(spec)


def test_dots_stay_in_the_order_given_and_a_percentage_never_leaves_its_range() -> None:
    dots = [Dot("b", 99, 96, 100, True), Dot("a", 50, None, None)]
    spec = intervals_spec(dots, reference=75, title="Per cent")
    text = json.dumps(spec)
    assert '"sort": ["b", "a"]' in text
    low, high = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low >= 0 and high <= 100
