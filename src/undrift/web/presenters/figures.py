"""A measure made ready for the page: exact for those who may open children, protected for everybody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift import measures
from undrift.improvement.models import Area, Evidence
from undrift.improvement.progress import MeasureProgress
from undrift.measures import Measure, Result
from undrift.measures.definition import NotHeld
from undrift.reports import disclosure
from undrift.variation.words import amount
from undrift.web import store
from undrift.web.presenters import pictures
from undrift.web.presenters.words import Tag, direction_tag

Marks = Sequence[tuple[date, str]]


@dataclass(frozen=True)
class Figure:
    """A figure in words: what it is, and what was counted to make it (empty when that may not be said)."""

    value: str
    counted: str


@dataclass(frozen=True)
class PeriodRow:
    period: str
    value: str
    counted: str
    signal: str


@dataclass(frozen=True)
class TeamRow:
    name: str
    value: str
    counted: str


@dataclass(frozen=True)
class MeasureShown:
    id: str
    title: str
    question: str
    why: str
    year: Figure
    year_words: str
    tag: Tag
    sentence: str
    rule: str
    chart: pictures.Picture | None
    chart_note: str
    period_word: str
    rows: tuple[PeriodRow, ...]
    teams: tuple[TeamRow, ...]
    has_children: bool


def marks_of(area: Area) -> list[tuple[date, str]]:
    """What the inspectorate did and when, to stand on the charts."""
    improvement_plan = area.improvement_plan
    inspected = improvement_plan.inspected_on or improvement_plan.report_published_on
    letters = (
        area.evidence.filter(kind=Evidence.Kind.VISIT_LETTER).order_by("on").values_list("on", flat=True)
    )
    return [(inspected, "Inspection"), *((day, "Visit") for day in dict.fromkeys(letters))]


def of_measure(found: MeasureProgress, marks: Marks, *, exact: bool) -> MeasureShown:
    """The measure as this reader may see it. exact=False takes every figure through disclosure control."""
    return _exact(found, marks) if exact else _protected(found, marks)


def figure(result: Result, unit: str) -> Figure:
    """An exact figure, for those who may open the children behind it."""
    if result.status != "number" or result.value is None:
        shown = disclosure.internal(result, unit)
        return Figure(shown.text.capitalize(), shown.note)
    counted = ""
    if unit == "percent" and result.denominator:
        counted = f"{result.numerator:,.0f} of {result.denominator:,.0f}"
    if result.cannot_tell:
        counted += f"{'; ' if counted else ''}{result.cannot_tell:,.0f} more cannot be told"
    return Figure(amount(float(result.value), unit), counted)


def _exact(found: MeasureProgress, marks: Marks) -> MeasureShown:
    card, said = found.measure, found.verdict
    cur = store.cursor()
    series = {point.month: point.result for point in measures.series(cur, card.id)}
    rows = []
    for place, month in reversed(list(enumerate(said.chart.months))):
        if said.is_rare:
            value, counted, when = (
                f"{said.chart.values[place]:.0f}",
                said.chart.unit,
                f"{month.day} {month:%B %Y}",
            )
        else:
            shown = figure(series[month], card.unit)
            value, counted, when = shown.value, shown.counted, f"{month:%B %Y}"
        rows.append(PeriodRow(when, value, counted, said.chart.signal[place] or ""))
    teams = []
    for team in measures.teams(cur):
        result = measures.year(cur, card.id, team.id)
        # A team the measure does not concern is left out; one that cannot tell is not.
        if result.status not in ("not_applicable", "not_available"):
            shown = figure(result, card.unit)
            teams.append(TeamRow(team.name, shown.value, shown.counted))
    drawable = any(value is not None for value in said.chart.values)
    return MeasureShown(
        id=card.id,
        title=card.title,
        question=card.question,
        why=found.why,
        year=figure(found.year, card.unit),
        year_words=_year_words(card),
        tag=direction_tag(said.direction),
        sentence=said.in_full(said.sentence),
        rule=said.rule,
        chart=pictures.control_chart(said.chart, _alternative(found, said.sentence), marks)
        if drawable
        else None,
        chart_note=_CHART_NOTE,
        period_word="month",
        rows=tuple(rows),
        teams=tuple(teams),
        has_children=not isinstance(card.counts, NotHeld),
    )


def _protected(found: MeasureProgress, marks: Marks) -> MeasureShown:
    card, said = found.measure, found.verdict
    points = measures.series(store.cursor(), card.id)
    sentence = said.in_full(disclosure.published_sentence(said, card.unit))
    chart, pooled = disclosure.published_chart(points, said, card.unit)
    year = disclosure.published(found.year, card.unit)
    rows = []
    for place in reversed(range(len(pooled.months))):
        value = pooled.values[place]
        words = disclosure.SYMBOL if pooled.withheld[place] else "no figure"
        label = disclosure.block_label(pooled, place)
        rows.append(PeriodRow(label, amount(value, card.unit) if value is not None else words, "", ""))
    drawable = any(value is not None for value in chart.values)
    return MeasureShown(
        id=card.id,
        title=card.title,
        question=card.question,
        why=found.why,
        year=Figure(_withheld_in_words(year), ""),
        year_words=_year_words(card),
        tag=direction_tag(said.direction),
        sentence=sentence,
        rule="",  # a rule names months and counts of months, and could be read with the pooled chart
        chart=pictures.control_chart(chart, _alternative(found, sentence), marks) if drawable else None,
        chart_note=f"{disclosure.block_words(pooled)} {disclosure.RULE}",
        period_word="period",
        rows=tuple(rows),
        teams=(),
        has_children=False,
    )


_CHART_NOTE = (
    "The solid line is the average before the inspection; the dashed lines are as far as chance usually carries a "
    "month from it. Marked months are those that say something has changed."
)


def _withheld_in_words(shown: disclosure.Shown) -> str:
    return "Withheld to protect children" if shown.status == "suppressed" else shown.text.capitalize()


def _alternative(found: MeasureProgress, sentence: str) -> str:
    return f"Chart of {found.measure.title} over time. {sentence} The table below holds the figures."


def _year_words(card: Measure) -> str:
    as_at = store.load().as_at
    if not card.is_snapshot:
        return f"in the twelve months to {as_at:%B %Y}"
    return f"on {as_at.day} {as_at:%B %Y}"
