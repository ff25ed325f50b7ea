"""Which of the limits and measures known to the field are built, and why the others are not."""

from dataclasses import dataclass

from undrift.clocks.coverage import coverage as limits
from undrift.measures.coverage import coverage as published
from undrift.web.presenters.cards import area_words

VERIFIED = {
    "official": "read in law or an official document",
    "data_rule": "read in a data specification",
    "secondary": "read second-hand",
    "not_verified": "not verified",
}


@dataclass(frozen=True)
class Line:
    """One limit or measure. kind and id lead to its card when it is built; why_not is blank then."""

    name: str
    kind: str
    id: str
    built: bool
    why_not: str
    source: str


@dataclass(frozen=True)
class Group:
    title: str
    lines: tuple[Line, ...]
    built: int


@dataclass(frozen=True)
class Covered:
    """One kind of thing, counted: `built` of `count`."""

    title: str
    groups: tuple[Group, ...]
    built: int
    count: int


def _group(title: str, lines: list[Line]) -> Group:
    return Group(title, tuple(lines), sum(line.built for line in lines))


def _covered(title: str, groups: list[Group]) -> Covered:
    built, count = sum(group.built for group in groups), sum(len(group.lines) for group in groups)
    return Covered(title, tuple(groups), built, count)


def everything() -> tuple[Covered, ...]:
    """Time limits by area of practice, then published measures."""
    areas: dict[str, list[Line]] = {}
    for known in limits():
        source = f"{known.set_by[:1].upper()}{known.set_by[1:]}; {VERIFIED[known.verified]}"
        line = Line(known.name, "clock", known.clock_id, known.built, known.why_not, source)
        areas.setdefault(area_words(known.area), []).append(line)
    shares = [Line(one.name, "measure", one.measure_id, one.built, one.why_not, "") for one in published()]
    return (
        _covered("Time limits", [_group(area, lines) for area, lines in areas.items()]),
        _covered("Published measures", [_group("Measures published for children’s services", shares)]),
    )
