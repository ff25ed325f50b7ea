"""What happened to each child, in order: events, and the spells they make."""

from undrift.journeys.build import build
from undrift.journeys.child import Child, Event, Journey, Spell, child, holds

__all__ = ["Child", "Event", "Journey", "Spell", "build", "child", "holds"]
