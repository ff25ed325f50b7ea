"""The authority's road as one timeline: what happened, what the regime asks next, and when re-inspection is likely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from undrift.inspections.events import Event, events_from_history, events_of, in_order
from undrift.inspections.history import Window, likely_window
from undrift.inspections.stored import Document
from undrift.inspections.timetable import Step, Timetable, timetable


@dataclass(frozen=True)
class Mark:
    """One thing to draw: past (an event), ahead (a step due) or likely (a span of days). `opens` is a document's key."""

    tense: Literal["past", "ahead", "likely"]
    kind: str
    start: date
    end: date
    words: str
    why: str
    source: str
    opens: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in vars(self).items()
        }


@dataclass(frozen=True)
class Road:
    """The road as at a day: events in order, the timetable, and the likely window (None when nothing is awaited)."""

    as_at: date
    events: tuple[Event, ...]
    timetable: Timetable
    window: Window | None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything to draw, in order of its first day."""
        marks = [
            Mark(
                "past",
                event.kind,
                event.on,
                event.until or event.on,
                _words(event),
                "",
                event.source,
                event.report,
            )
            for event in self.events
        ]
        marks += [_ahead(step, step.due) for step in self.timetable.steps if step.due and not step.done_on]
        if self.window and self.window.earliest and self.window.latest:
            marks.append(_likely(self.window, self.window.earliest, self.window.latest))
        return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))

    def as_json(self) -> dict[str, Any]:
        """As `undrift inspection road --json` would print it."""
        window = self.window
        return {
            "as_at": self.as_at.isoformat(),
            "applies": self.timetable.applies,
            "why": self.timetable.why,
            "events": [event.as_json() for event in self.events],
            "steps": [step.as_json() for step in self.timetable.steps],
            "overdue": [step.rule for step in self.timetable.overdue],
            "reinspection_window": window
            and {
                "earliest": _iso(window.earliest),
                "middle": _iso(window.middle),
                "middle_interval": [_iso(window.middle_low), _iso(window.middle_high)],
                "latest": _iso(window.latest),
                "why": window.why,
                "rests_on": list(window.rests_on),
            },
        }


def road(
    documents: Sequence[tuple[str, Document]],
    as_at: date,
    *,
    urn: str | None = None,
    other: Sequence[Event] = (),
) -> Road:
    """The road of one authority as at a day.

    documents: its (key, document) pairs. urn: its URN, to add what the shipped history knows of it. other: events
    that people recorded (DfE steps, the improvement plan sent). Events after the day are left out.
    """
    read = [event for key, document in documents for event in events_of(document, report=key)]
    known = in_order(other, read, events_from_history(urn) if urn else ())
    past = tuple(_as_known(event, as_at) for event in known if event.on <= as_at)
    ahead = timetable(past, as_at)
    window = None
    if ahead.applies != "no" and ahead.since and ahead.since.published:
        window = likely_window("reinspection", ahead.since.published, as_at)
    return Road(as_at, past, ahead, window)


def _as_known(event: Event, as_at: date) -> Event:
    # nobody knew the grades before the report was out
    return replace(event, judgements={}) if event.published and event.published > as_at else event


def _words(event: Event) -> str:
    words = event.words
    if event.number:
        words += f", number {event.number}"
    overall = event.judgements.get("overall_effectiveness")
    if overall:
        words += f": {overall}"
    elif event.inadequate:
        words += ": no overall grade, a judgement inadequate"
    return words


def _ahead(step: Step, due: date) -> Mark:
    about = "about " if step.about else "by "
    return Mark(
        "ahead",
        step.rule,
        due,
        due,
        f"{step.title}, {about}{due.day} {due:%B %Y}: {step.status}",
        step.why,
        step.source,
    )


def _likely(window: Window, earliest: date, latest: date) -> Mark:
    return Mark(
        "likely", "reinspection_window", earliest, latest, "Likely start of re-inspection",
        f"the middle half of waits by authorities that had waited as long; {window.estimate.words}",
        f"history of inspections, {len(window.rests_on)} authorities",
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
