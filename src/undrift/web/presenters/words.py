"""Words and tags. A tag always carries its word; the colour only repeats it."""

from dataclasses import dataclass
from functools import cache

from undrift.clocks.definition import READINGS


@dataclass(frozen=True)
class Tag:
    """A word in a coloured box. colour is one of the Design System's tag colours."""

    text: str
    colour: str


_READING_COLOURS = {
    "met": "green",
    "late": "orange",
    "running": "blue",
    "due_soon": "yellow",
    "overdue": "red",
    "paused": "grey",
    "not_applicable": "grey",
    "cannot_tell": "grey",
}
_ANSWER_COLOURS = {"yes": "green", "partly": "yellow", "no": "red", "cannot_tell": "grey"}
_DIRECTIONS = {
    "improving": Tag("Improving", "green"),
    "worsening": Tag("Worsening", "red"),
    "no_evidence": Tag("No evidence of change", "yellow"),
    "cannot_tell": Tag("Cannot tell", "grey"),
}


@cache
def reading_tag(reading: str) -> Tag:
    """A clock's reading; a flag raised by a pattern has no clock and says so."""
    return Tag(READINGS.get(reading, "Flagged"), _READING_COLOURS.get(reading, "purple"))


def answer_tag(word: str, label: str) -> Tag:
    return Tag(label, _ANSWER_COLOURS[word])


def direction_tag(direction: str) -> Tag:
    return _DIRECTIONS[direction]
