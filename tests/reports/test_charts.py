"""Pictures: what is drawn is what was found, nothing is cut off, and no mark speaks by colour alone."""

import re
import textwrap
from collections.abc import Sequence
from datetime import date

import pytest

from tests.variation.points import SINCE, APoint, counts, values
from undrift import clocks
from undrift.journeys import Child, Event, Journey, Spell
from undrift.reports import charts
from undrift.reports.charts import BETTER, WORSE
from undrift.reports.timeline import FLAG_WORDS, FlagUp, Mark, timeline
from undrift.reports.timeline_drawing import timeline_svg
from undrift.variation import Chart, verdict

RISEN = counts([(64, 100), (68, 100)] * 19 + [(77, 100)] * 20)
MARKS = [
    (date(2021, 10, 29), "Inspection"),
    (date(2022, 1, 15), "First visit"),
    (date(2023, 3, 1), "Third visit"),
]


def chart_of(points: list[APoint], better: str = "higher") -> Chart:
    return verdict(points, since=SINCE, better=better, chart="p", unit="percent").chart


def texts(svg: str) -> list[tuple[float, float, str]]:
    """Each text of the drawing with its place, its groups' moves added up."""
    found, moves = [], [(0.0, 0.0)]
    for tag in re.finditer(r"<(/?)(g|text)([^>]*?)(/?)>([^<]*)", svg):
        closing, name, attributes, empty, words = tag.groups()
        if closing:
            if name == "g":
                moves.pop()
            continue
        move = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", attributes)
        x, y = (float(move[1]), float(move[2])) if move else (0.0, 0.0)
        here = (moves[-1][0] + x, moves[-1][1] + y)
        if name == "text":
            found.append((*here, words))
        elif not empty:
            moves.append(here)
    return found


@pytest.mark.parametrize("width", [250, 720])
def test_every_word_stands_inside_the_picture(width: int) -> None:
    svg = charts.control_chart_svg(chart_of(RISEN), marks=MARKS, width=width)
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size
    placed = texts(svg)
    assert {words for _, _, words in placed} >= {"Inspection", "First visit", "Third visit", "Baseline"}
    for x, y, words in placed:
        assert 0 <= x <= float(size[1]) and 0 <= y <= float(size[2]), words


def test_dated_words_that_would_touch_stand_on_rows_of_their_own() -> None:
    svg = charts.control_chart_svg(chart_of(RISEN), marks=MARKS)
    height = {words: y for _, y, words in texts(svg)}
    assert height["First visit"] < height["Inspection"] == height["Third visit"]


def test_signals_differ_by_shape_as_well_as_by_colour() -> None:
    spec = str(charts.control_chart_spec(chart_of(RISEN)))
    assert BETTER in spec and "triangle-up" in spec and WORSE not in spec
    spec = str(charts.control_chart_spec(chart_of(RISEN, better="lower")))
    assert WORSE in spec and "square" in spec and BETTER not in spec


def test_a_month_without_a_figure_is_neither_joined_nor_drawn_as_zero() -> None:
    points = counts([(64, 100), (68, 100)] * 19 + [(66, 100), None, (66, 100)])
    rows = charts.control_chart_spec(chart_of(points))["data"]["values"]
    assert [row["value"] for row in rows[-3:]] == [66.0, None, 66.0]


def test_counts_start_at_zero_and_percentages_stay_within_their_range() -> None:
    on_a_day = verdict(values([20, 24] * 30), since=SINCE, better="lower", chart="xmr", unit="children").chart
    assert _domain(charts.control_chart_spec(on_a_day))[0] == 0
    low, high = _domain(charts.control_chart_spec(chart_of(counts([(99, 100), (97, 100)] * 30))))
    assert 0 < low < 97 and high == 100


def _domain(spec: charts.Spec) -> list[float]:
    found = [
        layer["encoding"]["y"]["scale"]["domain"]
        for layer in spec["layer"]
        if "y" in layer.get("encoding", {})
    ]
    return list(found[0])


def test_an_empty_measure_can_still_be_drawn() -> None:
    assert charts.control_chart_svg(chart_of(counts([None] * 50))).startswith("<svg")


def test_png_is_a_png_twice_the_size() -> None:
    assert charts.control_chart_png(chart_of(RISEN), scale=2)[:8] == b"\x89PNG\r\n\x1a\n"


AS_AT = date(2026, 9, 30)


def spell(kind: str, start: date, end: date | None) -> Spell:
    return Spell(kind=kind, started_on=start, ended_on=end, **_rest(Spell))


def event(kind: str, on: date) -> Event:
    return Event(kind=kind, on=on, **_rest(Event))


def _rest(of: type) -> dict[str, str]:
    """The fields a picture never reads, whatever they come to be."""
    used = {"kind", "on", "started_on", "ended_on"}
    return {name: "" for name in of.__dataclass_fields__ if name not in used}


def reading(clock_id: str, due: date, stopped: date | None, state: str) -> object:
    from undrift.clocks import Reading

    known = {"clock_id": clock_id, "due_on": due, "stopped_on": stopped, "ended_on": None, "reading": state}
    return Reading(**(dict.fromkeys(Reading.__dataclass_fields__) | known))


def journey() -> Journey:
    child = Child(**dict.fromkeys(Child.__dataclass_fields__, ""))
    spells = (
        spell("referral", date(2025, 1, 6), None),
        spell("allocation", date(2025, 1, 6), date(2025, 6, 2)),
        spell("allocation", date(2025, 6, 2), None),
    )
    return Journey(child=child, events=(event("contact", date(2025, 1, 3)),), spells=spells)


def days(marks: Sequence[Mark]) -> list[tuple[str, str]]:
    return [(mark.since.isoformat(), mark.until.isoformat()) for mark in marks]


def test_a_timeline_has_a_lane_for_what_happened_and_none_for_what_did_not() -> None:
    svg = timeline_svg(timeline(journey(), [], as_at=AS_AT))
    words = {w for _, _, w in texts(svg)}
    assert {"Contacts", "Referrals", "Social workers"} <= words
    assert not {"Placements", "In care"} & words


def test_lateness_is_drawn_from_the_day_due_until_done_or_today() -> None:
    late = reading("assessment_45wd", date(2025, 3, 10), date(2025, 4, 28), "late")
    overdue = reading("icpc_15wd", date(2026, 9, 1), None, "overdue")
    met = reading("cp_visit", date(2025, 3, 10), date(2025, 3, 1), "met")
    drawn = timeline(journey(), [late, overdue, met], as_at=AS_AT)  # type: ignore[list-item]
    assert sorted(days(drawn.late)) == [("2025-03-10", "2025-04-28"), ("2026-09-01", "2026-09-30")]


def test_a_clock_is_drawn_in_the_lane_of_what_starts_it_and_not_by_how_its_name_begins() -> None:
    from undrift.reports.timeline import LANES, lane_of

    assert lane_of("lac_review_next") == lane_of("care_plan_10wd") == lane_of("lac_visit_6wk") == "In care"
    assert lane_of("core_group_first") == lane_of("cp_visit") == "Child protection plan"
    assert lane_of("assessment_45wd") == lane_of("assessment_to_plan") == "Assessments"
    assert lane_of("s47_start") == lane_of("icpc_15wd") == "Child protection enquiries"
    # A new social worker is no event of care, a window is no task, and supervision is no assessment
    for nowhere in (
        "lac_3_social_workers_12m",
        "cp_step_down_cin",
        "rereferral_window_12m",
        "case_supervision",
    ):
        assert lane_of(nowhere) is None, nowhere
    drawn = {lane_of(clock) for clock in clocks.catalogue()} - {None}
    assert drawn == {lane.title for lane in LANES if lane.starts}, (
        "every lane that says it draws clocks draws some"
    )


def test_open_spells_reach_today() -> None:
    assert max(bar.until for bar in timeline(journey(), [], as_at=AS_AT).bars) == AS_AT


def test_a_journey_with_no_dates_says_what_it_needs() -> None:
    empty = Journey(child=journey().child, events=(), spells=())
    with pytest.raises(ValueError, match="as-at"):
        timeline(empty, [])
    assert timeline_svg(timeline(empty, [], as_at=AS_AT)).startswith("<svg")


def test_each_pattern_has_a_lane_and_each_time_its_flag_was_up_a_bar() -> None:
    flags = [
        FlagUp("Three social workers", date(2025, 6, 2), None),
        FlagUp("Child in need plan over nine months", date(2025, 2, 1), date(2025, 3, 1)),
        FlagUp("Child in need plan over nine months", date(2026, 9, 30), None),
    ]
    shown = timeline(journey(), [], flags, as_at=AS_AT)
    assert days(shown.flags) == [
        ("2025-02-01", "2025-03-01"),
        ("2025-06-02", "2026-09-30"),
        ("2026-09-30", "2026-10-02"),
    ]
    drawn = timeline_svg(shown)
    # A long title stands on two lines, once.
    assert re.findall(r"<tspan[^>]*>([^<]*)</tspan>", drawn) == ["Child in need plan over nine", "months"]
    assert {"Three social workers", FLAG_WORDS} <= {words for _, _, words in texts(drawn)}


def test_the_title_of_every_pattern_fits_on_two_lines_of_its_lane() -> None:
    from undrift.drift import catalogue
    from undrift.reports.timeline import LABEL

    assert {len(textwrap.wrap(card.name, LABEL)) for card in catalogue().values()} == {1, 2}
