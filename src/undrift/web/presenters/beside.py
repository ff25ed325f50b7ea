"""A measure beside what others published: a sentence, a chart, the table beneath, the sources and how definitions differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from undrift.measures import Measure, Result, comparators
from undrift.measures.comparators import Line
from undrift.measures.results import authority_of
from undrift.reports import beside as drawing
from undrift.reports import disclosure
from undrift.reports.beside import Drawn, Kind
from undrift.variation.words import COUNTED, amount, bare, capital
from undrift.web import store
from undrift.web.context import INVENTED_AUTHORITY
from undrift.web.presenters import pictures
from undrift.web.presenters.variation import Row

KINDS: dict[str, Kind] = {"england": "england", "region": "region", "statistical_neighbour": "neighbour"}
NEIGHBOURS = "Neighbours’ mean"
SAME = (
    "As far as is known the definition is the published one. The authority’s own line is from the records loaded, and may "
    "differ from what it once returned."
)

NOT_REAL = (
    "{0} does not exist. Its own line is invented; the lines beside it are real figures of real authorities, and nothing "
    "about them can be learned from how {0} compares. It has no neighbours of its own: those shown are Bury’s."
)


@dataclass(frozen=True)
class Shown:
    """heads and rows: the table beneath the chart, newest year first; neighbours: the same for each of them."""

    sentence: str
    picture: pictures.Picture | None
    note: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    neighbour_heads: tuple[str, ...]
    neighbours: tuple[Row, ...]
    sources: tuple[str, ...]
    definitions: tuple[str, ...]
    differs: str
    same: str = SAME
    invented: str = ""


def of_measure(measure: Measure, *, exact: bool) -> Shown | None:
    """None when nothing kept holds the measure. exact=False: the authority's own figures through disclosure control."""
    cur = store.cursor()
    found = comparators.beside(cur, store.home(), measure.id)
    if not found.lines:
        return None
    authority = authority_of(cur)
    own = {point.month.year: _own(point.result, measure.unit, exact) for point in found.own}
    mean = [(period, result) for period, result in comparators.mean(found.lines)]
    named = [line for line in found.lines if line.area_type != "statistical_neighbour"]
    neighbours = [line for line in found.lines if line.area_type == "statistical_neighbour"]
    columns = [
        *((_name(line, named, authority), KINDS.get(line.area_type, "other"), line.points) for line in named),
        *([(NEIGHBOURS, "mean", tuple(mean))] if neighbours else []),
    ]
    lines = [
        Drawn(authority, "own", tuple((year, value) for year, (value, _) in sorted(own.items()))),
        *(Drawn(name, kind, _drawn(points)) for name, kind, points in columns),  # type: ignore[arg-type]
        *(Drawn(line.area, "neighbour", _drawn(line.points)) for line in neighbours),
    ]
    sentence = _sentence(measure, authority, own, columns)
    sources = tuple(dict.fromkeys(_source(line) for line in found.lines))
    return Shown(
        sentence, _picture(lines, measure, sentence), f"{_note(lines)} {authority}’s line: its records as loaded. The others: {'; '.join(sources)}.",
        f"Year by year, beside what others published:{_unit(measure) or ' per cent'}",
        ("Year", authority, *(name for name, _, _ in columns)),
        tuple(
            Row(_period(year, columns), (own.get(year, (None, "no figure"))[1], *(_cell(points, year, measure.unit) for _, _, points in columns)))
            for year in _years(own, columns)
        ),
        ("Year", *(line.area for line in neighbours)),
        tuple(
            Row(_period(year, columns), tuple(_cell(line.points, year, measure.unit) for line in neighbours))
            for year in _years({}, [(line.area, "", line.points) for line in neighbours])
        ),
        sources,
        tuple(dict.fromkeys(capital(line.definition) for line in found.lines if line.definition)),
        found.differs,
        invented=NOT_REAL.format(authority) if authority == INVENTED_AUTHORITY else "",
    )  # fmt: skip


Points = tuple[tuple[str, Result], ...]
Column = tuple[str, str, Points]


def _own(result: Result, unit: str, exact: bool) -> tuple[float | None, str]:
    """The value to draw and the words for it; protected, no more of it is drawn than is said."""
    if exact:
        if result.value is not None:
            return result.value, bare(result.value, unit, exact=unit not in COUNTED)
        return None, _without(result)
    told = disclosure.published(result, unit)
    if told.status != "number" or result.value is None:
        return None, told.text if told.status == "suppressed" else _without(result)
    value = float(round(result.value)) if unit == "percent" else round(result.value, 1)
    return value, bare(value, unit)


def _without(result: Result) -> str:
    return "no figure" if result.status == "not_available" else disclosure.STATUS_WORDS[result.status]


def _name(line: Line, named: Sequence[Line], authority: str) -> str:
    """The area; with its source where two sets hold the same one; marked where it is this authority as published."""
    if line.area.casefold() == authority.casefold():
        return f"{line.area}, as published"
    twice = sum(other.area == line.area for other in named) > 1
    return f"{line.area} ({line.source})" if twice else line.area


def _year(period: str) -> int:
    return int(period[:4])


def _drawn(points: Points) -> tuple[tuple[int, float | None], ...]:
    return tuple((_year(period), result.value) for period, result in points)


def _years(own: dict[int, tuple[float | None, str]], columns: Sequence[Column]) -> list[int]:
    """Newest first; a year in which nobody has a figure is left out."""
    told = {year for year, (value, words) in own.items() if value is not None or words == disclosure.SYMBOL}
    told |= {_year(period) for _, _, points in columns for period, _ in points}
    return sorted(told, reverse=True)


def _period(year: int, columns: Sequence[Column]) -> str:
    """The year as the publication writes it."""
    return next((p for _, _, points in columns for p, _ in points if _year(p) == year), str(year))


def _cell(points: Points, year: int, unit: str) -> str:
    result = next((result for period, result in points if _year(period) == year), None)
    if result is None:
        return "not published"
    if result.value is not None:
        return bare(result.value, unit, exact=unit not in COUNTED)
    return disclosure.SYMBOL if result.status == "suppressed" else "–"


def _latest(points: Points) -> tuple[str, float] | None:
    return next(((p, r.value) for p, r in reversed(points) if r.value is not None), None)


def _sentence(
    measure: Measure, authority: str, own: dict[int, tuple[float | None, str]], columns: Sequence[Column]
) -> str:
    """The newest figure of each, every one with its year: years differ, and are not passed off as the same."""
    newest = next(
        ((year, words) for year, (value, words) in sorted(own.items(), reverse=True) if value is not None),
        None,
    )
    said = [
        f"{authority} {newest[1]}{_unit(measure)} in {newest[0]}"
        if newest
        else f"{authority} has no figure that may be shown"
    ]
    for name, _, points in columns:
        latest = _latest(points)
        if latest:
            said.append(
                f"{name} {amount(latest[1], measure.unit, exact=measure.unit not in COUNTED)} in {latest[0]}"
            )
    return f"{measure.title}: {'; '.join(said)}."


def _unit(measure: Measure) -> str:
    return "" if measure.unit in ("", "percent") else f" {measure.unit}"


def _note(lines: Sequence[Drawn]) -> str:
    kinds = dict.fromkeys(line.kind for line in lines)
    said = [
        f"{'each neighbour' if kind == 'neighbour' else ' and '.join(line.name for line in lines if line.kind == kind)}: {drawing.IN_WORDS[kind]}"
        for kind in kinds
    ]
    return f"{'; '.join(said)}. A gap is a year without a figure, never a nought."


def _picture(lines: Sequence[Drawn], measure: Measure, sentence: str) -> pictures.Picture | None:
    if not any(value is not None for line in lines for _, value in line.points):
        return None
    return pictures.compared(
        lambda width: drawing.beside_spec(lines, unit=measure.unit, width=width, height=280 if width > 500 else 230),
        f"Chart of {measure.title} by year beside others. {sentence} The table below holds the figures.", 640, 250,
    )  # fmt: skip


def _source(line: Line) -> str:
    years = [period for period, _ in line.points]
    return f"{line.source}, {years[0]} to {years[-1]}"
