"""What the figures say, as sentences with their evidence; and no verdict where there is too little to give one."""

from collections.abc import Sequence
from datetime import date

from undrift.variation import alarms
from undrift.variation import choose as chart
from undrift.variation.decisions import Kind
from undrift.variation.groups import Dimension, Group, Waited
from undrift.variation.incidence import Against
from undrift.variation.intervals import Interval
from undrift.variation.teams import FEWEST_CASES, FEWEST_TEAMS, Closing, Funnel, Spread, TeamPlaced
from undrift.variation.words import capital, number

ONE_IN_TWENTY = 0.05


def false_alarms(icons: Sequence[chart.Kind], verdicts: Sequence[chart.Kind]) -> str:
    """How many charts of a page chance alone would speak of, by their kinds: those with an icon, those with a verdict."""
    if max(len(icons), len(verdicts)) == 1:
        return _one_chart(icons, verdicts)
    parts = []
    if icons:
        parts.append(
            f"{_about(alarms.expected(alarms.ICON, icons))} would still show special cause at the latest point"
        )
    if verdicts:
        parts.append(
            f"{_about(alarms.expected(alarms.VERDICT, verdicts))} would still be called better or worse"
        )
    if not parts:
        return ""
    count = max(len(icons), len(verdicts))
    which = "both" if count == 2 else f"all {number(count)}"
    return f"Were {which} charts on this page steady, by chance {' and '.join(parts)}. Read each beside the others."


def _one_chart(icons: Sequence[chart.Kind], verdicts: Sequence[chart.Kind]) -> str:
    parts = [f"show special cause at its latest point {_often(alarms.ICON[kind])}" for kind in icons]
    parts += [f"call it better or worse {_often(alarms.VERDICT[kind])}" for kind in verdicts]
    return f"Were this chart steady, chance alone would still {', and '.join(parts)}."


def _often(rate: float) -> str:
    if rate < 0.01:
        return "less than once in a hundred times"
    return f"about {number(round(100 * rate + 1e-9))} times in a hundred"


def _about(many: float) -> str:
    return "fewer than one" if many < 0.5 else f"about {number(round(many) or 1)}"


def spread(found: Spread | None, subject: str) -> str:
    """The number a director can quote: how far a typical team is from the middle, beyond chance."""
    if found is None:
        return (
            f"{capital(subject)}: cannot tell whether teams differ, because fewer than {number(FEWEST_TEAMS)} teams have "
            f"{number(FEWEST_CASES)} cases or more."
        )
    low, high = found.interval
    if not found.is_beyond_chance:
        return (
            f"{capital(subject)}: no evidence that the {number(found.teams)} teams differ by more than chance; the "
            f"spread between them could be anything from nothing to {_points(high)} around {_percent(found.centre)}."
        )
    return (
        f"{capital(subject)}: the {number(found.teams)} teams differ by more than chance. A typical team stands "
        f"{_points(found.deviation)} from the middle of {_percent(found.centre)} (between-team standard deviation, 95% "
        f"interval {_bare(low)} to {_points(high)})."
    )


def outliers(found: Funnel) -> str:
    """The teams beyond the funnel's outer ring: against chance alone, and against how far teams here differ all round."""
    alone, far = ([p for p in found.teams if test(p)] for test in (_alone, _far))
    if not alone:
        return "No team lies further from the authority’s own figure than chance would put one team in five hundred."
    said = f"Further from the authority’s own figure than chance alone would put one team in five hundred: {_named(alone)}."
    if found.between == 0:
        return said
    said += f" Teams here differ more than chance all round (dispersion {found.dispersion:.1f} where chance gives 1)"
    if not far:
        return f"{said}: against that wider funnel no one team stands out, so the matter is the whole authority’s."
    return f"{said}; beyond that wider funnel too: {_named(far)}."


def _alone(placed: TeamPlaced) -> bool:
    return placed.is_beyond_chance_alone


def _far(placed: TeamPlaced) -> bool:
    return placed.is_far


def _named(placed: Sequence[TeamPlaced]) -> str:
    return "; ".join(
        f"{p.team.name}, {_percent(p.team.share)} ({p.team.count:,.0f} of {p.team.of:,.0f})"
        for p in sorted(placed, key=lambda p: p.raw)
    )


def closing(found: Closing | None, earlier: date, later: date) -> str:
    """Is consistency improving?"""
    if found is None:
        return "Whether consistency is improving cannot be told: one of the two years has too few teams or cases."
    before, after = found.earlier.deviation, found.later.deviation
    moved = f"from {_points(before)} in the year to {earlier:%B %Y} to {_points(after)} in the year to {later:%B %Y}"
    if not found.is_beyond_chance:
        return (
            f"No evidence that consistency has changed: the spread between teams went {moved}, and chance alone would part "
            f"two such years as far {_times(found.p)}."
        )
    word = "less" if after > before else "more"
    return (
        f"Teams have become {word} consistent: the spread between them went {moved}; chance alone would part two such "
        f"years as far {_times(found.p)}."
    )


def gap(dimension: Dimension, groups: Sequence[Group], subject: str, *, whole: bool = False) -> str:
    """Which groups differ from all the others beyond chance, and how many would by chance. whole: whole points only."""
    compared = [g for g in groups if g.difference is not None]
    if len(compared) < 2:
        return f"{dimension.name}: there are not two groups to compare."
    apart = sorted((g for g in compared if g.is_beyond_chance), key=lambda g: -abs(g.difference or 0))
    chance = f"{number(len(compared))} comparisons; by chance about {len(compared) * ONE_IN_TWENTY:.1f} would stand out"
    if not apart:
        return f"{dimension.name}: no evidence that any group differs from the others ({chance})."
    told = []
    for g in apart:
        assert g.difference is not None and g.difference_interval is not None
        low, high = sorted(abs(edge) for edge in g.difference_interval)
        way = "above" if g.difference > 0 else "below"
        told.append(
            f"{g.name}, {_percent(g.share)}, {_points(abs(g.difference), whole)} {way} the others "
            f"({_bare(low, whole)} to {_points(high, whole)})"
        )
    return f"{dimension.name}: {subject} differ beyond chance for {'; '.join(told)}. ({capital(chance)}.)"


def waited(dimension: Dimension, waits: Sequence[Waited], p: float | None, fewest: int = 30) -> str:
    """Which children wait longest."""
    told = [w for w in waits if w.ended >= fewest and w.median is not None]
    if len(told) < 2 or p is None:
        return f"{dimension.name}: too few children in each group to say who waits longest."
    longest, shortest = told[0], told[-1]
    assert longest.median is not None and shortest.median is not None
    span = f"{longest.name} {longest.median:.0f} days, {shortest.name} {shortest.median:.0f} days"
    if p >= ONE_IN_TWENTY:
        return f"{dimension.name}: no evidence that any group waits longer than another (medians: {span})."
    if longest.median == shortest.median:
        return (
            f"{dimension.name}: half of every group have been seen to after the same number of days ({longest.median:.0f}), "
            "though their longer waits differ by more than chance."
        )
    return f"{dimension.name}: {longest.name} wait longest: half have waited {longest.median:.0f} days or more, against {shortest.median:.0f} for {shortest.name}; unlikely to be chance."


def came_back(kind: Kind, months: int, share: float | None, interval: Interval | None, count: int) -> str:
    """How many came back within so many months."""
    if share is None:
        return f"{capital(kind.name)}: nobody has yet been watched for {number(months)} months."
    edges = f" (95% interval {_percent(interval.low)} to {_percent(interval.high)})" if interval else ""
    return f"Of {count:,} {kind.name}, {_percent(share)} of the children came back within {number(months)} months{edges}."


def expectation(found: Against, standard: str) -> str:
    """Observed against expected, in words."""
    ratio, interval = found.ratio, found.interval
    if ratio is None or interval is None:
        return "Nothing was expected, so there is nothing to compare."
    amount = f"{found.observed:,} came back within a year so far, against {found.expected:,.0f} expected for the same mix of children at {standard}"
    if interval.holds(1.0):
        return f"{amount}: no evidence of a difference ({ratio:.2f} times, 95% interval {interval.low:.2f} to {interval.high:.2f})."
    word = "more" if ratio > 1 else "fewer"
    return f"{amount}: {word} than expected ({ratio:.2f} times, 95% interval {interval.low:.2f} to {interval.high:.2f}), unlikely to be chance."


def _times(p: float) -> str:
    if p <= 0.001:
        return "fewer than once in a thousand times"
    return f"{100 * p:.0f} times in a hundred" if p >= 0.015 else "about once in a hundred times"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _bare(share: float, whole: bool = False) -> str:
    return f"{100 * share:.0f}" if whole else f"{100 * share:.1f}"


def _points(share: float, whole: bool = False) -> str:
    return f"{_bare(share, whole)} percentage points"
