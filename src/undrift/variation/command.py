"""`undrift variation`: is it real, as a table: over time, between teams, between groups, and after decisions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import duckdb

from undrift import measures
from undrift.clocks.readings import load_as_at
from undrift.dates import add_months
from undrift.errors import UserError
from undrift.sheet import write_table
from undrift.variation import aftermath, groups, told
from undrift.variation.build import team_counts
from undrift.variation.dots import ASSURANCE_WORDS, VARIATION_WORDS
from undrift.variation.judge import judge
from undrift.variation.teams import funnel, spread

Table = tuple[Sequence[str], list[tuple[object, ...]]]


class Asked(NamedTuple):
    """What was asked for. rebased and targets: what people have decided, by measure."""

    since: date
    as_at: date
    measure: str | None
    team: str | None
    rebased: Mapping[str, date]
    targets: Mapping[str, float]


def run_variation(
    cur: duckdb.DuckDBPyConnection, what: str, asked: Asked, form: str, out: Path | None
) -> int:
    """Write the table as csv, json or xlsx. Returns 0. Errors: UserError for an unknown measure."""
    if asked.measure is not None and asked.measure not in measures.catalogue():
        raise UserError(
            f"There is no measure called {asked.measure}.",
            try_=f"The measures are {', '.join(sorted(measures.catalogue()))}.",
        )
    columns, rows = TABLES[what](cur, asked)
    write_table(form, out, f"Variation, {what}", columns, rows)
    return 0


def as_at_of(cur: duckdb.DuckDBPyConnection) -> date:
    return load_as_at(cur)


def _wanted(asked: Asked) -> list[measures.Measure]:
    return [m for m in measures.catalogue().values() if asked.measure in (None, m.id)]


def over_time(cur: duckdb.DuckDBPyConnection, asked: Asked) -> Table:
    """A row a measure: the chart and why, the verdict, the icons, the sentence."""
    rows: list[tuple[object, ...]] = []
    for measure in _wanted(asked):
        found = judge(
            cur, measure.id, since=asked.since, as_at=asked.as_at, team=asked.team,
            rebased=asked.rebased.get(measure.id), target=asked.targets.get(measure.id),
        )  # fmt: skip
        said = found.verdict
        rows.append((
            measure.id, asked.team, found.choice.name, found.choice.why, said.since, said.direction, said.rule, said.baseline,
            said.recent, said.fired_on, said.held_months, VARIATION_WORDS[found.dots.variation],
            ASSURANCE_WORDS[found.dots.assurance], said.sentence, said.unsteady,
        ))  # fmt: skip
    columns = (
        "measure_id", "team_id", "chart", "chart_why", "since", "direction", "rule", "baseline", "recent", "fired_on",
        "held_months", "variation", "assurance", "sentence", "unsteady",
    )  # fmt: skip
    return columns, rows


def teams(cur: duckdb.DuckDBPyConnection, asked: Asked) -> Table:
    """A row a team of each share: its own figure, the shrunken one, how far it lies, and the spread between teams."""
    rows: list[tuple[object, ...]] = []
    for measure in _wanted(asked):
        if measure.unit != "percent" or not measure.denominates:
            continue
        counts, ends = team_counts(cur, measure.id)
        placed, found = funnel(counts), spread(counts)
        if placed is None or found is None:
            continue
        for p in placed.teams:
            rows.append((
                measure.id, ends, p.team.id, p.team.name, p.team.count, p.team.of, 100 * p.team.share, 100 * p.shrunk,
                100 * p.shrunk_interval.low, 100 * p.shrunk_interval.high, p.z, p.is_far, 100 * placed.centre,
                placed.dispersion, 100 * found.deviation, 100 * found.interval.low, 100 * found.interval.high,
                told.spread(found, measure.subject),
            ))  # fmt: skip
    columns = (
        "measure_id", "year_to", "team_id", "team", "count", "of", "percent", "shrunken", "shrunken_low", "shrunken_high", "z",
        "beyond_outer_ring", "authority_percent", "dispersion", "between_team_sd", "sd_low", "sd_high", "sentence",
    )  # fmt: skip
    return columns, rows


def between_groups(cur: duckdb.DuckDBPyConnection, asked: Asked) -> Table:
    """A row a group of each share, with its difference from the others; exact, and not for publication."""
    rows: list[tuple[object, ...]] = []
    for measure in _wanted(asked):
        for dimension, found in (groups.gaps(cur, measure.id, asked.as_at) or {}).items():
            sentence = told.gap(dimension, found, measure.subject)
            for g in found:
                away = g.difference_interval or (None, None)
                rows.append((
                    measure.id, dimension.id, g.name, g.count, g.of, 100 * g.share, 100 * g.interval.low,
                    100 * g.interval.high, _times100(g.difference), _times100(away[0]), _times100(away[1]),
                    g.is_beyond_chance, sentence,
                ))  # fmt: skip
    columns = (
        "measure_id", "dimension", "group", "count", "of", "percent", "low", "high", "difference", "difference_low",
        "difference_high", "beyond_chance", "sentence",
    )  # fmt: skip
    return columns, rows


def after_decisions(cur: duckdb.DuckDBPyConnection, asked: Asked) -> Table:
    """A row a kind of decision and slice: the share come back by 3, 6 and 12 months, and observed against expected."""
    rows: list[tuple[object, ...]] = []
    for kind in aftermath.KINDS:
        if why := aftermath.why_not(cur, kind):
            rows.append(
                (kind.id, "all", "", None, *[None] * 9, None, None, None, f"Cannot tell, because {why}.")
            )
            continue
        compared = aftermath.against(cur, kind)
        for curve in aftermath.curves(cur, kind):
            edges: list[object] = []
            for day in aftermath.MONTHS:
                share, interval = curve.at(day)
                edges += [_times100(share), *(_times100(e) for e in interval or (None, None))]
            found = compared[curve.slice, curve.part]
            sentence = told.came_back(kind, 12, *curve.at(max(aftermath.MONTHS)), curve.decisions)
            rows.append((
                kind.id, curve.slice, curve.part, curve.decisions, *edges, found.observed, round(found.expected, 1), found.ratio,
                sentence,
            ))  # fmt: skip
    columns = (
        "decision", "slice", "part", "decisions", *(f"{m}m{e}" for m in (3, 6, 12) for e in ("", "_low", "_high")), "observed",
        "expected", "ratio", "sentence",
    )  # fmt: skip
    return columns, rows


def reversed_(cur: duckdb.DuckDBPyConnection, asked: Asked) -> Table:
    """A row a decision of the last two years after which something came back within a year. Children: log the look."""
    rows: list[tuple[object, ...]] = []
    for kind in aftermath.KINDS:
        since = add_months(asked.as_at, -24)
        for r in aftermath.reversed_decisions(cur, kind, asked.as_at, since=since, team=asked.team):
            rows.append((
                kind.id, r.child_id, r.on, r.team_id, r.came_back_on, r.came_back_as, r.days, r.source_table, r.source_key,
            ))  # fmt: skip
    columns = (
        "decision", "child_id", "decided_on", "team_id", "came_back_on", "came_back_as", "days", "source_table", "source_key",
    )  # fmt: skip
    return columns, rows


def _times100(share: float | None) -> float | None:
    return None if share is None else 100 * share


TABLES: Final[Mapping[str, Callable[[duckdb.DuckDBPyConnection, Asked], Table]]] = {
    "over-time": over_time,
    "teams": teams,
    "groups": between_groups,
    "aftermath": after_decisions,
    "reversed": reversed_,
}
