"""What happened on an authority's road, one dated event each, with the document it was read from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from undrift.inspections.history import PastInspection, inspections, is_inadequate
from undrift.inspections.letters import VisitLetter
from undrift.inspections.report import Report

EventKind = Literal[
    "inspection", "focused_visit", "monitoring_visit", "publication", "action_planning_visit",
    "improvement_plan_sent", "improvement_plan_letter", "improvement_notice", "statutory_direction",
    "dfe_review", "intervention_ended", "other",
]  # fmt: skip
KIND_WORDS: Mapping[EventKind, str] = {
    "inspection": "Inspection",
    "focused_visit": "Focused visit",
    "monitoring_visit": "Monitoring visit",
    "publication": "Report published",
    "action_planning_visit": "Action planning visit",
    "improvement_plan_sent": "Improvement plan sent to the Secretary of State and Ofsted",
    "improvement_plan_letter": "Ofsted's letter on the improvement plan",
    "improvement_notice": "DfE improvement notice",
    "statutory_direction": "DfE statutory direction",
    "dfe_review": "DfE review of progress",
    "intervention_ended": "DfE intervention ended",
    "other": "Event",
}


@dataclass(frozen=True)
class Event:
    """One event. `on` is its first day and `until` its last; `source` says where we have it from, in words.

    `report` is the file or key of the document it opens, None when no document is held. `judgements` (name to grade)
    and `published` (None: not known) belong to inspections; `number` to visits.
    """

    kind: EventKind
    on: date
    source: str
    until: date | None = None
    title: str = ""
    report: str | None = None
    number: int | None = None
    published: date | None = None
    judgements: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return self.title or KIND_WORDS[self.kind]

    @property
    def inadequate(self) -> bool:
        return is_inadequate(self.judgements)

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "on": self.on.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "title": self.words,
            "number": self.number,
            "published": self.published.isoformat() if self.published else None,
            "judgements": dict(self.judgements),
            "source": self.source,
            "report": self.report,
        }


def events_of(document: Report | VisitLetter, *, report: str | None = None) -> tuple[Event, ...]:
    """The inspection or visit a document is about, and its publication. Empty when its dates were not found.

    `report` is the key under which the document is held (default: its file).
    """
    key = report or document.file
    source = f"read from {document.file}"
    if not document.date_ranges:
        return ()
    first, last = document.date_ranges[0][0], document.date_ranges[-1][1]
    published = document.publication_date
    if isinstance(document, VisitLetter):
        kind: EventKind = "focused_visit" if document.kind == "focused_visit" else "monitoring_visit"
        happened = Event(
            kind, first, source, last, report=key, number=document.visit_number, published=published
        )
    else:
        grades = {judgement.name: judgement.grade for judgement in document.judgements}
        happened = Event(
            "inspection", first, source, last, report=key, published=published, judgements=grades
        )
    if published is None:
        return (happened,)
    title = "Letter published" if isinstance(document, VisitLetter) else "Report published"
    return happened, Event("publication", published, source, title=title, report=key)


def events_from_history(urn: str) -> tuple[Event, ...]:
    """The full inspections of one authority that the shipped history knows, without their reports."""
    return tuple(event for past in inspections() if past.urn == urn for event in _of_past(past))


def _of_past(past: PastInspection) -> tuple[Event, ...]:
    checked = "not checked against the report" if past.confidence == "low" else "read from the report"
    source = f"history of inspections ({checked})"
    return (
        Event(
            "inspection", past.started, source, past.ended, published=past.published, judgements=past.judgements
        ),
        Event("publication", past.published, source, title="Report published"),
    )  # fmt: skip


def in_order(*groups: Iterable[Event]) -> tuple[Event, ...]:
    """Events of several sources in order of date, an event known twice kept once: the one with a document."""
    kept: dict[tuple[EventKind, date, str], Event] = {}
    for event in (event for group in groups for event in group):
        key = (event.kind, event.on, event.title)
        if key not in kept or (kept[key].report is None and event.report is not None):
            kept[key] = event
    return tuple(sorted(kept.values(), key=lambda event: (event.on, event.until or event.on, event.kind)))
