"""What came after decisions to stop or step down, made ready for pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift.dates import add_months
from undrift.reports import comparisons, disclosure
from undrift.variation import aftermath, told
from undrift.variation.aftermath import BY_ID, KINDS, MONTHS, WHATS, Curve, Kind
from undrift.variation.incidence import Against
from undrift.variation.words import capital
from undrift.web import store
from undrift.web.presenters import pictures
from undrift.web.presenters.variation import Row

YEAR_ON = max(MONTHS)
REVERSED_MONTHS = 24  # how far back the list of decisions goes


@dataclass(frozen=True)
class KindShown:
    """One kind of decision in a sentence, for the list of kinds."""

    id: str
    title: str
    sentence: str
    is_told: bool


@dataclass(frozen=True)
class AftermathShown:
    """One kind's page."""

    id: str
    title: str
    definition: str
    sentences: tuple[str, ...]
    curves: pictures.Picture | None
    years: tuple[Row, ...]
    whats: tuple[Row, ...]
    teams_sentence: str
    teams_picture: pictures.Picture | None
    teams: tuple[Row, ...]


def kinds(as_at: date, *, exact: bool) -> list[KindShown]:
    """Every kind with its latest year that could be watched for twelve months."""
    shown = []
    for kind in KINDS:
        if why := aftermath.why_not(store.cursor(), kind):
            shown.append(KindShown(kind.id, capital(kind.name), f"Cannot tell, because {why}.", False))
            continue
        curve = _latest(aftermath.curves(store.cursor(), kind, "year"), as_at)
        sentence = _came_back(kind, curve, exact) if curve else "Too few decisions to say."
        shown.append(KindShown(kind.id, capital(kind.name), sentence, curve is not None))
    return shown


def of_kind(kind_id: str, as_at: date, inspected: date | None, *, exact: bool) -> AftermathShown:
    """One kind, year by year, by what came back, and (exact only) by team."""
    cur, kind = store.cursor(), BY_ID[kind_id]
    years = {c.part: c for c in aftermath.curves(cur, kind, "year")}
    compared = aftermath.against(cur, kind)
    latest = _latest(list(years.values()), as_at)
    sentences: list[str] = []
    picture = None
    whats: tuple[Row, ...] = ()
    if latest:
        sentences.append(f"In the year to {_year(latest.part)}, {_lower(_came_back(kind, latest, exact))}")
        if exact or _safe(latest, compared["year", latest.part]):
            sentences.append(
                told.expectation(compared["year", latest.part], "the rates of all the years held") if exact
                else _ratio_only(compared["year", latest.part])
            )  # fmt: skip
        lines = _lines(list(years.values()), latest, as_at, inspected)
        if exact:
            picture = _curves_picture(kind, lines, sentences)
        whats = tuple(
            Row(capital(WHATS[what]), (_share(_year_of(aftermath.curves(cur, kind, "year", what), latest.part), exact),))
            for what in WHATS
        )  # fmt: skip
    teams = aftermath.curves(cur, kind, "team") if exact else []
    names = dict(cur.execute("SELECT dept_team_id, dept_team_name FROM records.ssd_department").fetchall())
    return AftermathShown(
        kind.id, capital(kind.name), kind.definition, tuple(sentences), picture,
        tuple(_year_row(c, compared["year", c.part], exact) for c in reversed(list(years.values()))),
        whats,
        _teams_sentence(teams, compared, names),
        _teams_picture(teams, compared, names) if teams else None,
        tuple(_team_row(c, compared["team", c.part], names) for c in teams),
    )  # fmt: skip


def _latest(years: Sequence[Curve], as_at: date) -> Curve | None:
    """The latest year whose every decision has been watched for twelve months."""
    ready = [c for c in years if c.part <= add_months(as_at, -12).isoformat()]
    return max(ready, key=lambda c: c.part, default=None)


def _year_of(curves: Sequence[Curve], part: str) -> Curve | None:
    return next((c for c in curves if c.part == part), None)


def _lines(
    years: Sequence[Curve], latest: Curve, as_at: date, inspected: date | None
) -> list[tuple[str, Curve]]:
    """The latest year, the year the inspection fell in or ended, and the earliest: three lines are read, eight are not."""
    ordered = sorted(years, key=lambda c: c.part)
    chosen = [latest]
    if inspected:
        near = next((c for c in ordered if c.part >= inspected.isoformat()), None)
        # The year that ended last before the inspectors came is the one they saw.
        seen = max(
            (c for c in ordered if c.part <= inspected.isoformat()), key=lambda c: c.part, default=near
        )
        chosen += [seen] if seen and seen not in chosen else []
    chosen += [ordered[0]] if ordered[0] not in chosen else []
    return [(f"Year to {_year(c.part, short=True)}", c) for c in chosen]


def _year(part: str, *, short: bool = False) -> str:
    day = date.fromisoformat(part)
    return f"{day:%b %Y}" if short else f"{day:%B %Y}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _came_back(kind: Kind, curve: Curve, exact: bool) -> str:
    share, interval = curve.at(YEAR_ON)
    if not exact and not _counts_are_safe(curve):
        return f"{capital(kind.name)}: {disclosure.WITHHELD_WORDS}."
    return told.came_back(kind, 12, share, interval, curve.decisions)


def _counts_are_safe(curve: Curve) -> bool:
    share, _ = curve.at(YEAR_ON)
    return share is not None and disclosure.percentage_is_safe(
        round(share * curve.decisions), curve.decisions
    )


def _safe(curve: Curve, found: Against) -> bool:
    return disclosure.percentage_is_safe(found.observed, curve.decisions)


def _ratio_only(found: Against) -> str:
    ratio, interval = found.ratio, found.interval
    if ratio is None or interval is None:
        return ""
    word = (
        "about as expected"
        if interval.holds(1.0)
        else "more than expected"
        if ratio > 1
        else "fewer than expected"
    )
    return (
        f"That is {word} for the same mix of children at the rates of all the years held ({ratio:.1f} times)."
    )


def _share(curve: Curve | None, exact: bool, day: int = YEAR_ON) -> str:
    if curve is None:
        return "no figure"
    share, interval = curve.at(day)
    if share is None:
        return "not yet watched so long"
    if not exact and not disclosure.percentage_is_safe(round(share * curve.decisions), curve.decisions):
        return disclosure.SYMBOL
    edges = f" ({100 * interval.low:.0f}% to {100 * interval.high:.0f}%)" if interval and exact else ""
    return f"{100 * share:.0f}%{edges}"


def _year_row(curve: Curve, found: Against, exact: bool) -> Row:
    ratio = (
        f"{found.ratio:.2f}"
        if found.ratio is not None and (exact or _safe(curve, found))
        else ""
        if exact
        else disclosure.SYMBOL
    )
    edges = f" ({found.interval.low:.2f} to {found.interval.high:.2f})" if found.interval and exact else ""
    return Row(
        f"Year to {_year(curve.part)}",
        (*([f"{curve.decisions:,}"] if exact else []), *(_share(curve, exact, day) for day in MONTHS), ratio + edges),
    )  # fmt: skip


def _team_row(curve: Curve, found: Against, names: dict[str, str]) -> Row:
    edges = f" ({found.interval.low:.2f} to {found.interval.high:.2f})" if found.interval else ""
    return Row(
        names.get(curve.part, curve.part),
        (f"{curve.decisions:,}", _share(curve, True), f"{found.observed:,}", f"{found.expected:,.0f}", f"{found.ratio:.2f}{edges}"
         if found.ratio is not None else ""),
    )  # fmt: skip


def _teams_sentence(
    teams: Sequence[Curve], compared: dict[tuple[str, str], Against], names: dict[str, str]
) -> str:
    if not teams:
        return ""
    apart = [
        f"{names.get(c.part, c.part)} ({found.ratio:.2f} times)"
        for c in teams
        if (found := compared["team", c.part]).interval and found.ratio and not found.interval.holds(1.0)
    ]
    chance = "by chance about one in twenty would"
    if not apart:
        return f"Over the last three years no team’s children came back more or less often than expected for the same mix of children ({chance})."
    return f"Over the last three years these stand apart from what the same mix of children would give: {'; '.join(apart)} ({chance})."


def _curves_picture(
    kind: Kind, lines: Sequence[tuple[str, Curve]], sentences: Sequence[str]
) -> pictures.Picture:
    return pictures.compared(
        lambda width: comparisons.curves_spec(lines, width=width, height=300 if width > 500 else 240),
        f"The share come back by months after {kind.name}. {' '.join(sentences)} The table below holds the figures.", 640, 210,
    )  # fmt: skip


def _teams_picture(
    teams: Sequence[Curve], compared: dict[tuple[str, str], Against], names: dict[str, str]
) -> pictures.Picture:
    dots = [
        comparisons.Dot(
            names.get(c.part, c.part), found.ratio, found.interval.low if found.interval else None,
            found.interval.high if found.interval else None, bool(found.interval and not found.interval.holds(1.0)),
        )
        for c in teams
        if (found := compared["team", c.part]).ratio is not None
    ]  # fmt: skip
    return pictures.compared(
        lambda width: comparisons.intervals_spec(
            dots, reference=1.0, title="Times as many as expected", percent=False, width=width
        ),
        "Each team’s returns against those expected for the same mix of children. The table below holds the figures.", 480, 130,
    )  # fmt: skip
