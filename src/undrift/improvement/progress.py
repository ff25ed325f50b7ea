"""Is it working? Four questions kept apart, each answered from what happened and never from an opinion.

done       actions completed, with a note of the evidence, against their due dates
working    have the area's measures shifted beyond chance since the baseline, and which way
seen       do visit letters and practice audits say so
sustained  has the shift stood for six months since it was called, and does it stand still
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

import duckdb

from undrift import measures
from undrift.audits.seen import seen as audits_seen
from undrift.dates import add_months
from undrift.improvement.models import Action, Area, Evidence, ImprovementPlan
from undrift.measures import Measure, Point, Result
from undrift.variation import Direction, Verdict
from undrift.variation.judge import Judged, judge
from undrift.variation.words import number

Word = Literal["yes", "partly", "no", "cannot_tell"]
LABELS: Final[dict[Word, str]] = {"yes": "Yes", "partly": "Partly", "no": "No", "cannot_tell": "Cannot tell"}
SUSTAINED_MONTHS: Final = 6
EVIDENCE_MONTHS: Final = 24  # what was seen longer ago says nothing about practice now


@dataclass(frozen=True)
class Answer:
    """One of four words, its label for the page, and the sentence that justifies it."""

    word: Word
    label: str
    sentence: str


@dataclass(frozen=True)
class MeasureProgress:
    """A measure that watches the area: why, its latest year, and the verdict since the baseline."""

    measure: Measure
    why: str
    year: Result
    verdict: Verdict
    points: Sequence[Point] = ()
    judged: Judged | None = None


@dataclass(frozen=True)
class AreaProgress:
    area: Area
    done: Answer
    working: Answer
    seen: Answer
    sustained: Answer
    measures: list[MeasureProgress]

    @property
    def done_but_not_working(self) -> bool:
        """The most important thing a board can be told."""
        return self.done.word == "yes" and self.working.word == "no"


@dataclass(frozen=True)
class Overview:
    improvement_plan: ImprovementPlan
    as_at: date
    since: date
    areas: list[AreaProgress]
    sentence: str  # what a board should hear first


def overview(
    cur: duckdb.DuckDBPyConnection,
    improvement_plan: ImprovementPlan,
    as_at: date,
    *,
    since: date | None = None,
) -> Overview:
    """The areas of the improvement plan in the report's order, with their four answers as at a date.

    since: judge measures and evidence from here instead of the plan's baseline (for example the latest visit).
    """
    start = since or improvement_plan.baseline_on
    wanted = improvement_plan.areas.prefetch_related("measures", "actions", "evidence")
    found: dict[str, MeasureProgress] = {}  # several areas may share a measure: one computation each
    areas = [area_progress(cur, area, as_at, start, found) for area in wanted]
    return Overview(improvement_plan, as_at, start, areas, headline(areas))


def area_progress(
    cur: duckdb.DuckDBPyConnection,
    area: Area,
    as_at: date,
    since: date,
    known: dict[str, MeasureProgress] | None = None,
) -> AreaProgress:
    """The four answers for one area."""
    known = known if known is not None else {}
    watching: list[MeasureProgress] = []
    for link in area.measures.all():
        if link.measure_id not in known:
            known[link.measure_id] = measure_progress(cur, link.measure_id, since, as_at, why=link.why)
        same = known[link.measure_id]
        watching.append(replace(same, why=link.why))
    return AreaProgress(
        area,
        done(list(area.actions.all()), as_at),
        working(watching),
        seen(area, since, as_at),
        sustained(watching),
        watching,
    )


def measure_progress(
    cur: duckdb.DuckDBPyConnection,
    measure_id: str,
    since: date,
    as_at: date,
    *,
    team: str | None = None,
    why: str = "",
) -> MeasureProgress:
    """A measure's latest year and its verdict since a date, for the authority or one team."""
    found = judge(cur, measure_id, since=since, as_at=as_at, team=team)
    year = measures.year(cur, measure_id, team)
    return MeasureProgress(found.measure, why, year, found.verdict, found.points, found)


def done(actions: Sequence[Action], as_at: date) -> Answer:
    """Have the actions been completed? Late completions and overdue actions are counted out loud."""
    if not actions:
        return _answer("cannot_tell", "No action has been agreed for this area.")
    complete = [a for a in actions if a.done_on is not None and a.done_on <= as_at]
    late = [a for a in complete if a.done_on is not None and a.done_on > a.due_on]
    overdue = [a for a in actions if a not in complete and a.due_on < as_at]
    waiting = len(actions) - len(complete) - len(overdue)
    parts = [
        f"{number(len(complete)).capitalize()} of {number(len(actions))} {_plural('action', len(actions))} done"
    ]
    if late:
        parts.append(f"{number(len(late))} of them late")
    if overdue:
        parts.append(f"{number(len(overdue))} overdue")
    if waiting:
        parts.append(f"{number(waiting)} not yet due")
    word: Word = "yes" if len(complete) == len(actions) else "partly" if complete else "no"
    if not complete and not overdue:
        word = "cannot_tell"  # nothing was due, so nothing can have been missed
    return _answer(word, ", ".join(parts) + ".")


_DIRECTIONS: Final[tuple[tuple[Direction, str], ...]] = (
    ("improving", "improving"),
    ("worsening", "worsening"),
    ("no_evidence", "with no evidence of change"),
    ("cannot_tell", "that cannot tell"),
)


def working(watching: Sequence[MeasureProgress]) -> Answer:
    """Have the measures improved beyond chance? A measure that cannot tell is never counted as working."""
    if not watching:
        return _answer("cannot_tell", "No measure watches this area yet.")
    count = Counter(m.verdict.direction for m in watching)
    total = len(watching)
    if count["cannot_tell"] == total:
        return _answer("cannot_tell", " ".join(m.verdict.sentence for m in watching))
    parts = [f"{number(count[direction])} {words}" for direction, words in _DIRECTIONS if count[direction]]
    worse = [m.measure.title for m in watching if m.verdict.direction == "worsening"]
    sentence = f"Of {number(total)} measures: {', '.join(parts)}."
    if total == 1:
        sentence = f"One measure, {parts[0].removeprefix('one ')}."
    if worse:
        sentence += f" Worsening: {'; '.join(worse)}."
    word: Word = "yes" if count["improving"] == total else "partly" if count["improving"] else "no"
    return _answer(word, sentence)


def seen(area: Area, since: date, as_at: date) -> Answer:
    """Does anybody outside say so? The latest of each kind, newest first; the oldest that counts is two years old."""
    recent = max(since, add_months(as_at, -EVIDENCE_MONTHS))
    latest: dict[str, Evidence] = {}
    for item in sorted(area.evidence.all(), key=lambda e: (e.on, e.pk), reverse=True):
        if since <= item.on <= as_at:
            latest.setdefault(item.kind, item)
    says = [item.says for item in latest.values() if item.on >= recent]
    told = [
        (item.on, f"{item.source} ({_day(item.on)}): {item.get_says_display()}.") for item in latest.values()
    ]
    audited = audits_seen(area.theme, since, as_at)
    if audited.latest_on:
        told.append((audited.latest_on, audited.sentence))
        says += [audited.says] if audited.says != "cannot_tell" and audited.latest_on >= recent else []
    told.sort(key=lambda pair: pair[0], reverse=True)
    if not told:
        return _answer(
            "cannot_tell", f"No visit letter or practice audit since {_day(since)} speaks of this area."
        )
    sentence = " ".join(words for _, words in told)
    if told[0][0] < recent:
        return _answer("cannot_tell", f"{sentence} Nothing has been seen in the last two years.")
    if not says:
        return _answer("cannot_tell", sentence)
    better = says.count("better")
    word: Word = "yes" if better == len(says) else "partly" if better else "no"
    return _answer(word, sentence)


def sustained(watching: Sequence[MeasureProgress]) -> Answer:
    """Has improvement stood for six months since it was called? Anything newer is too soon to say."""
    judged = [m for m in watching if m.verdict.direction != "cannot_tell"]
    if not judged:
        return _answer("cannot_tell", "No measure here can say whether anything has improved.")
    improving = [m for m in judged if m.verdict.direction == "improving"]
    if not improving:
        return _answer("no", "Nothing has improved beyond chance, so there is nothing yet to sustain.")
    held = [m for m in improving if m.verdict.held_months >= SUSTAINED_MONTHS]
    longest = max(m.verdict.held_months for m in improving)
    if not held:
        months = _plural("month", longest)
        return _answer(
            "cannot_tell",
            f"Too soon: the longest improvement has held {number(longest)} {months} since it was called, "
            f"and {number(SUSTAINED_MONTHS)} are needed.",
        )
    sentence = (
        f"Improvement has held {number(SUSTAINED_MONTHS)} months or more, and holds still, for {number(len(held))} "
        f"of {number(len(watching))} {_plural('measure', len(watching))}: "
        f"{'; '.join(m.measure.title for m in held)}."
    )
    return _answer("yes" if len(held) == len(watching) else "partly", sentence)


def headline(areas: Sequence[AreaProgress]) -> str:
    """What a board should hear first: areas where everything was done and nothing moved."""
    stuck = [p.area.number for p in areas if p.done_but_not_working]
    if stuck:
        numbers = _listed([str(n) for n in stuck])
        return (
            f"Done but not working: in {_plural('area', len(stuck))} {numbers} every action is done and no measure "
            "has improved beyond chance."
        )
    count = Counter(p.working.word for p in areas)
    return (
        f"Of {number(len(areas))} areas, {number(count['yes'])} improved on every measure, {number(count['partly'])} "
        f"on some, {number(count['no'])} on none; for {number(count['cannot_tell'])} the records cannot tell."
    )


def _answer(word: Word, sentence: str) -> Answer:
    return Answer(word, LABELS[word], sentence)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
