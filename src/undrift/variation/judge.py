"""A measure judged: its months fetched, the chart chosen by rule, the verdict, and the plotted dots.

Re-basing: a recorded decision says from which month on the ordinary is learned anew. Its first twelve months are then
the baseline, and what comes after them is judged; nothing else ever moves a baseline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import duckdb

from undrift import measures
from undrift.dates import add_months
from undrift.measures import Measure, Point
from undrift.variation import rare
from undrift.variation.choose import Choice, choose
from undrift.variation.dots import Dots, read
from undrift.variation.groups import counted
from undrift.variation.verdict import BASELINE_MONTHS, BASELINE_NEEDED, Verdict, verdict

LEARNING: Final = BASELINE_NEEDED  # months from which a new baseline is learned


@dataclass(frozen=True)
class Judged:
    """Everything said of one measure, for the authority, a team or a group of children, since a day."""

    measure: Measure
    choice: Choice
    verdict: Verdict
    dots: Dots
    points: Sequence[Point]

    @property
    def is_rare(self) -> bool:
        """The chart's points are events, not months."""
        return self.choice.kind in ("t", "g")


def judge(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    *,
    since: date,
    as_at: date,
    team: str | None = None,
    cohort: str | None = None,
    rebased: date | None = None,
    target: float | None = None,
) -> Judged:
    """Has the measure changed since `since`? rebased: the month a recorded decision learns the ordinary anew from."""
    measure = measures.catalogue()[measure_id]
    points = measures.series(cur, measure_id, team, cohort)
    if rebased is not None:
        since = max(since, add_months(rebased.replace(day=1), LEARNING))
    start = since.replace(day=1)
    earlier = [
        (float(p.numerator or 0), None if p.denominator is None else float(p.denominator))
        for p in points
        if add_months(start, -BASELINE_MONTHS) <= p.month < start and p.status == "number"
    ]
    numbers = [p for p in points if p.status == "number"]
    choice = choose(measure, earlier, is_count=all(p.value == p.numerator for p in numbers))
    if choice.kind in ("t", "g"):
        cases = counted(cur, measure_id, as_at, team, cohort)
        said, better = _rare(measure, choice, cases, since, as_at)
    else:
        better = measure.better
        said = verdict(
            points,
            since=since,
            better=better,
            chart=_weighed(choice, measure),
            today=as_at,
            subject=measure.subject,
            unit=measure.unit,
            snapshot=measure.is_snapshot,
            baseline_from=rebased,
        )
    # A target is set in the measure's own unit, and a chart of gaps has another.
    dots = read(said.chart, better=better, target=None if choice.kind in ("t", "g") else target)
    return Judged(measure, choice, said, dots, points)


def _weighed(choice: Choice, measure: Measure) -> str:
    """What a month's figure is made of: a share and a rate of their counts, anything else of its own value."""
    if choice.kind == "snapshot":
        return measure.chart if measure.denominates else "xmr"
    return "u" if choice.kind == "u" else "p" if choice.kind == "p" else "xmr"


def _rare(
    measure: Measure, choice: Choice, cases: Sequence[tuple[date, bool]], since: date, as_at: date
) -> tuple[Verdict, str]:
    """The verdict on what lies between two of the rarer outcome, and which way its chart is better."""
    counted_is_rare = choice.kind == "t" or 2 * sum(hit for _, hit in cases) <= len(cases)
    events = [(on, hit == counted_is_rare) for on, hit in cases]
    gaps = (
        rare.days_between([on for on, event in events if event])
        if choice.kind == "t"
        else rare.cases_between(events)
    )
    # Longer between is better when the rarer outcome is the unwanted one.
    wanted = {"higher": counted_is_rare, "lower": not counted_is_rare}.get(measure.better)
    better = "neither" if wanted is None else "shorter" if wanted else "longer"
    subject = measure.subject if counted_is_rare else f"cases not among {measure.subject}"
    said = rare.verdict(
        gaps,
        since=since,
        better=better,
        subject=subject,
        of="days" if choice.kind == "t" else "cases",
        today=as_at,
    )
    return said, {"longer": "higher", "shorter": "lower"}.get(better, "neither")
