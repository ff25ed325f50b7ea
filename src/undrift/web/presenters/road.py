"""The authority's road made ready for the page: what happened, what the rules ask, when re-inspection is likely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from undrift.improvement.models import ImprovementPlan
from undrift.inspections.authority import resolve
from undrift.inspections.events import Event, EventKind
from undrift.inspections.history import DAYS_A_MONTH, Estimate, compared, likely_window
from undrift.inspections.road import Road, road
from undrift.inspections.stored import Document
from undrift.inspections.timetable import Step, rules
from undrift.reports.roadline import HAPPENED, PASSED, TO_COME, Lane, Point, Span
from undrift.web.jinja import day
from undrift.web.presenters import documents as presenter
from undrift.web.presenters import pictures
from undrift.web.presenters.words import Tag

_STATUS = {
    "overdue": Tag("Overdue", "red"),
    "past the guide": Tag("Past the guide date", "orange"),
    "to come": Tag("To come", "blue"),
    "cannot tell": Tag("Cannot tell", "grey"),
    "done": Tag("Done", "green"),
    "closed": Tag("Closed", "grey"),
}
_WAITS = Tag("Waits for the one before", "grey")
_URGENCY = ("overdue", "past the guide", "to come", "cannot tell", "done", "closed")
_WHO = {"authority": "The authority", "ofsted": "Ofsted", "dfe": "Department for Education"}
# How surely the rule is known, as timetable.toml records it.
_CHECKED = {
    "O": "Read in the publisher’s own text.",
    "S": "Read second-hand, not in the publisher’s own text.",
    "D": "Read from data.",
    "G": "General knowledge, not verified.",
}
_LANE_OF_EVENT: dict[str, Lane] = {
    "inspection": "Inspection",
    "publication": "Published",
    "focused_visit": "Visit",
    "monitoring_visit": "Visit",
    "action_planning_visit": "Visit",
    "improvement_plan_sent": "Improvement plan",
    "improvement_plan_letter": "Improvement plan",
}
_LANE_OF_RULE: dict[str, Lane] = {
    "action_planning_visit": "Visit",
    "first_monitoring_visit": "Visit",
    "further_monitoring_visit": "Visit",
    "improvement_plan": "Improvement plan",
    "improvement_plan_letter": "Improvement plan",
    "reinspection": "Re-inspection",
}
_OTHERWISE: Lane = "Government"


@dataclass(frozen=True)
class EventShown:
    """Something that happened. `report` is the key of the document it opens, None when none is held."""

    number: int
    title: str
    when: str
    grades: tuple[tuple[str, str], ...]
    source: str
    report: str | None


@dataclass(frozen=True)
class StepShown:
    """One thing the rules ask: by when, how it stands and why, and the rule's own source."""

    title: str
    who: str
    due: str
    tag: Tag
    why: str
    source: str
    checked: str
    report: str | None


@dataclass(frozen=True)
class ComparedShown:
    """The same wait among another group of authorities; `why` in place of figures when too few say."""

    among: str
    half: str
    interval: str
    ended: int
    waiting: int
    why: str


@dataclass(frozen=True)
class WindowShown:
    """When re-inspection is likely. `beyond` says why this authority is past what the history can say (else empty)."""

    earliest: date
    latest: date
    middle: date | None
    middle_low: date | None
    middle_high: date | None
    since: date
    words: str
    beyond: str
    authorities: tuple[str, ...]
    compared: tuple[ComparedShown, ...]


@dataclass(frozen=True)
class RoadShown:
    """The whole page. `headline` is what is overdue, past its guide and to come, in one line each."""

    authority: str
    as_at: date
    applies: str
    why: str
    headline: tuple[tuple[Tag, str], ...]
    picture: pictures.Picture | None
    events: tuple[EventShown, ...]
    steps: tuple[StepShown, ...]
    window: WindowShown | None
    left_out: int


def recorded_steps(improvement_plan: ImprovementPlan) -> list[Event]:
    """The steps people recorded because no report or letter says them."""
    return [
        Event(cast(EventKind, step.kind), step.on, f"{step.source}, recorded by {step.added_by}")
        for step in improvement_plan.road_steps.all()
    ]


def of_authority(
    authority: str, held: Sequence[tuple[str, Document]], as_at: date, recorded: Sequence[Event] = ()
) -> RoadShown:
    """The road of the authority of the improvement plan, from its own documents and the shipped history."""
    known = resolve(authority)
    # A file kept from the command line may bear a whole path, which is nobody's business here.
    own = [(key, replace(d, file=Path(d.file).name)) for key, d in presenter.own(held, authority)]
    found = road(own, as_at, urn=known.urn if known else None, other=recorded)
    window = _window(found, known.urn if known else "")
    left_out = sum(1 for _, document in own if document.date_ranges and document.date_ranges[0][0] > as_at)
    return RoadShown(
        authority=authority,
        as_at=as_at,
        applies=found.timetable.applies,
        why=_sentence(found.timetable.why),
        headline=_headline(found),
        picture=_picture(found, window) if found.events else None,
        events=tuple(_event(number, event) for number, event in enumerate(found.events, start=1)),
        steps=tuple(_step(step, as_at) for step in sorted(found.timetable.steps, key=_urgency)),
        window=window,
        left_out=left_out,
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _urgency(step: Step) -> tuple[int, date]:
    return _URGENCY.index(step.status), step.due or date.max


def _is_waiting(step: Step, as_at: date) -> bool:
    """A later visit whose guide day passed while the one before it had not come: not late, and not ahead either."""
    return step.status == "to come" and step.due is not None and step.due < as_at


def _headline(found: Road) -> tuple[tuple[Tag, str], ...]:
    def named(status: str) -> list[Step]:
        return [s for s in found.timetable.steps if s.status == status and not _is_waiting(s, found.as_at)]

    lines: list[tuple[Tag, str]] = []
    for status in ("overdue", "past the guide", "to come"):
        steps = named(status)
        if steps:
            words = "; ".join(f"{step.title} ({_due(step)})" if step.due else step.title for step in steps)
            lines.append((_STATUS[status], words + "."))
    unsure = len(named("cannot tell"))
    if unsure:
        count = "One step is" if unsure == 1 else f"{unsure} steps are"
        lines.append(
            (_STATUS["cannot tell"], f"{count} not recorded either way: not recorded is never taken as done.")
        )
    return tuple(lines)


def _due(step: Step) -> str:
    if step.due is None:
        return "No day recorded" if step.status == "done" else "No day laid down"
    return f"{'about' if step.about else 'by'} {day(step.due)}"


def _step(step: Step, as_at: date) -> StepShown:
    due = f"Done {day(step.done_on)}" if step.done_on else _due(step)
    return StepShown(
        step.title, _WHO.get(step.who, step.who), due[:1].upper() + due[1:],
        _WAITS if _is_waiting(step, as_at) else _STATUS[step.status], _sentence(step.why), _sentence(step.source),
        _CHECKED.get(rules()[step.rule]["checked"], ""), step.report,
    )  # fmt: skip


def _event(number: int, event: Event) -> EventShown:
    title = event.words
    if event.number and event.kind in ("monitoring_visit", "focused_visit"):
        title = f"{presenter.ordinal(event.number)} {title.lower()}"
    grades = tuple((presenter.heading(name), grade) for name, grade in event.judgements.items())
    return EventShown(
        number, title, presenter.days(event.on, event.until), grades, _sentence(event.source), event.report
    )


def _window(found: Road, urn: str) -> WindowShown | None:
    """The window from the day as at; past what the history can say, the window as it stood at publication."""
    window = found.window
    if window is None:
        return None
    beyond = ""
    if not (window.earliest and window.latest):
        waited = round((window.as_at - window.since).days / DAYS_A_MONTH)
        beyond = (
            f"{waited} months have passed since the report was published, and too few authorities in the history "
            "waited as long for it to say when the next inspection follows."
        )
        window = likely_window("reinspection", window.since, window.since)
    if not (window.earliest and window.latest):
        return None
    return WindowShown(
        window.earliest, window.latest, window.middle, window.middle_low, window.middle_high, window.since,
        window.estimate.words, beyond, window.rests_on,
        tuple(_compared(estimate) for estimate in compared("reinspection", urn).values()),
    )  # fmt: skip


def _compared(estimate: Estimate) -> ComparedShown:
    among = estimate.among[:1].upper() + estimate.among[1:]
    ended = sum(wait.ended for wait in estimate.waits)
    waiting = len(estimate.waits) - ended
    if estimate.survival is None:
        return ComparedShown(among, "", "", ended, waiting, _sentence(f"cannot tell: {estimate.why}"))
    half = estimate.survival.quantile(0.5)
    interval = f"{_months(half.low)} to {_months(half.high)} months"
    return ComparedShown(among, f"{_months(half.time)} months", interval, ended, waiting, "")


def _months(days: float | None) -> str:
    return "not reached" if days is None else f"{days / DAYS_A_MONTH:.0f}"


def _picture(found: Road, window: WindowShown | None) -> pictures.Picture:
    points = [
        Point(event.on, _LANE_OF_EVENT.get(event.kind, _OTHERWISE), HAPPENED, str(number))
        for number, event in enumerate(found.events, start=1)
    ]
    points += [
        Point(
            step.due, _LANE_OF_RULE.get(step.rule, _OTHERWISE), TO_COME if step.due >= found.as_at else PASSED
        )
        for step in found.timetable.steps
        if step.due and not step.done_on and not _is_waiting(step, found.as_at)
    ]
    span = (
        Span(window.earliest, window.latest, window.middle, window.middle_low, window.middle_high)
        if window
        else None
    )
    alternative = (
        f"The road drawn as a timeline to {day(found.as_at)}: {len(found.events)} events, numbered as in the list "
        "below, and the days that rules give. The list and the table below say the same in words."
    )
    return pictures.road(points, span, found.as_at, alternative)
