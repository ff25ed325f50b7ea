"""What happened to each child, in order: events, and the spells they make."""

from undrift.journeys.build import build
from undrift.journeys.child import Child, Event, Journey, Spell, child, held_by, holds
from undrift.journeys.holders import works_with
from undrift.journeys.joined import kept_id
from undrift.journeys.known import Since, as_known, since

__all__ = [
    "Child",
    "Event",
    "Journey",
    "Since",
    "Spell",
    "as_known",
    "build",
    "child",
    "held_by",
    "holds",
    "kept_id",
    "since",
    "works_with",
]
