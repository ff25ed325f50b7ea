"""Definition cards printed for the reader: clocks, patterns and measures, with their citations and cases."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.urls import reverse

from undrift import clocks, drift, measures
from undrift.clocks.explain import rule_in_words as clock_in_words
from undrift.clocks.worklists import NOT_LISTED
from undrift.drift.definition import Pattern
from undrift.drift.words import rule_in_words
from undrift.improvement.models import AreaMeasure
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS
from undrift.measures.definition import Flagged
from undrift.sources import Cite, sources
from undrift.web.jinja import day
from undrift.web.presenters.thread import Step, current_improvement_plan

# In the order of a child's journey; an area of another name comes last, in its own words.
AREAS = {
    "front_door": "Front door",
    "early_help": "Early help",
    "assessment": "Assessment",
    "child_in_need": "Children in need",
    "child_protection": "Child protection",
    "pre_proceedings": "Pre-proceedings",
    "looked_after": "Children in care",
    "children_in_care": "Children in care",
    "permanence": "Permanence",
    "adoption": "Adoption",
    "care_leavers": "Leaving care",
    "missing": "Missing",
    "send": "Special educational needs and disability",
    "workforce_oversight": "Workforce and oversight",
    "workforce": "Workforce",
}


@dataclass(frozen=True)
class Fact:
    """A line of the card: name, words, and where the words lead if they are a link."""

    name: str
    words: str
    address: str = ""


@dataclass(frozen=True)
class Citation:
    words: str
    address: str


@dataclass(frozen=True)
class Cases:
    """The card's own table: what is given, then what must come out and why."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Card:
    kind: str
    kind_word: str
    id: str
    title: str
    question: str
    area: str
    facts: tuple[Fact, ...]
    cites: tuple[Citation, ...]
    cases: Cases | None


@dataclass(frozen=True)
class AreaOfPractice:
    """The cards of one kind and area, in the order of their titles."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of card on the list of definitions."""

    title: str
    words: str
    areas: tuple[AreaOfPractice, ...]

    @property
    def count(self) -> int:
        return sum(len(area.cards) for area in self.areas)


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(name, words) for name, words in pairs if words)


def _cites(cites: tuple[Cite, ...]) -> tuple[Citation, ...]:
    return tuple(Citation(cite.words, sources()[cite.source].address) for cite in cites)


def cases(text: str) -> Cases | None:
    """A card's table of cases as rows of cells; None when the card has none."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not lines:
        return None
    cells = [tuple(cell.strip() for cell in line.replace("||", "|").split("|")) for line in lines]
    kinds = SPELL_KINDS | EVENT_KINDS
    headings = tuple(kinds.get(name, name.replace("_", " ").capitalize()) for name in cells[0])
    last = len(headings) - 1
    # The last cell is prose and may itself hold a bar.
    rows = tuple((*map(spoken, row[:last]), " | ".join(row[last:])) for row in cells[1:])
    return Cases(headings, rows)


def spoken(cell: str) -> str:
    """What a case gives, as a person would write it: 2024-04-02..2024-04-16 is 2 Apr 2024 to 16 Apr 2024."""
    time = r"(\?|[\d-]{10})\.\.(\?|[\d-]{10})?"
    words = re.sub(time, lambda m: f"{m[1]} to {m[2]}" if m[2] else f"from {m[1]}", cell)
    words = re.sub(
        r"\d{4}-\d\d-\d\d", lambda m: f"{(day := date.fromisoformat(m[0])).day} {day:%b %Y}", words
    )
    words = re.sub(r"\b\d{4}-\d\d\b", lambda m: f"{date.fromisoformat(f'{m[0]}-01'):%B %Y}", words)
    words = re.sub(r"(?<![^ ;])-(?![^ ,;])", "–", words)
    return words.replace("?", "a day not recorded").replace("_", " ")


def _by_name(words: str) -> str:
    """A note with each clock or measure it speaks of by the name people know, and not its id."""
    return re.sub(r"\w+", lambda m: f"“{_names()[m[0]]}”" if m[0] in _names() else m[0], words)


@cache
def _names() -> dict[str, str]:
    names = {card.id: card.name for card in clocks.catalogue().values()}
    return names | {card.id: card.title for card in measures.catalogue().values()}


def area_words(name: str) -> str:
    return AREAS.get(name, name.replace("_", " ").capitalize())


def clock(card: clocks.Clock) -> Card:
    facts = _facts(
        ("Rule", clock_in_words(card)),
        ("Limit", card.limit.words),
        (
            "Earlier limits",
            "; ".join(
                f"{limit.words} when begun before {day(until)}" for until, limit in card.formerly[::-1]
            ),
        ),
        ("Applies to", f"those begun on or after {day(card.in_force)}" if card.in_force else ""),
        ("Area of practice", area_words(card.area)),
        ("Does not apply when", _by_name(card.not_applicable.words) if card.not_applicable else ""),
        ("Cannot be told when", card.only.words if card.only else ""),
        ("Leaves out", card.leaves_out.words if card.leaves_out else ""),
        ("On no worklist, because", NOT_LISTED.get(card.id, "")),
        ("Note", _by_name(card.note)),
        ("Version", str(card.version)),
    )
    return Card(
        "clock",
        "Clock",
        card.id,
        card.name,
        card.question,
        card.area,
        facts,
        _cites(card.cites),
        cases(card.cases),
    )


def pattern(card: Pattern) -> Card:
    rule = rule_in_words(card.state)
    facts = _facts(
        ("Rule", f"{rule[0].upper()}{rule[1:]}."),
        ("Whom it can be asked of", card.whom),
        ("Counts from", card.since_when),
        (
            "In words",
            card.words.format(first="[day]", last="[day]", since="[day]", what="[what]", n="[number]"),
        ),
        ("Why it matters", card.why_it_matters),
        ("What it cannot see", card.blind_to),
        ("Area of practice", area_words(card.area)),
        ("Version", str(card.version)),
    )
    return Card(
        "pattern",
        "Pattern",
        card.id,
        card.name,
        card.question,
        card.area,
        facts,
        _cites(card.cites),
        cases(card.cases),
    )


_BETTER = {
    "higher": "Higher is better",
    "lower": "Lower is better",
    "neither": "Neither higher nor lower is better in itself",
}
_CHARTS = {"p": "p chart (a proportion)", "xmr": "XmR chart (single values)"}


def measure(card: measures.Measure) -> Card:
    """The measure's card, linked to the clock or pattern it counts and to the areas it watches."""
    facts = _facts(
        ("Definition", card.definition),
        ("Area of practice", area_words(card.area)),
        ("Unit", card.unit),
        ("Which way is better", _BETTER[card.better]),
        ("How it differs from the published measure", card.differs),
        ("Owner", card.owner),
        ("Chart", _CHARTS[card.chart]),
        ("Note", _by_name(card.note)),
        ("Version", str(card.version)),
    )
    return Card(
        "measure", "Measure", card.id, card.title, card.question, card.area, (*facts[:1], *_counted(card), *facts[1:]),
        _cites(card.cites), cases(card.cases),
    )  # fmt: skip


def _counted(card: measures.Measure) -> tuple[Fact, ...]:
    """The clocks or the pattern the measure counts, each a link to its own card."""
    named = [("clock", clock_id, clocks.catalogue()[clock_id].name) for clock_id in card.clocks]
    if isinstance(card.counts, Flagged):
        named.append(("pattern", card.counts.pattern, drift.catalogue()[card.counts.pattern].name))
    return tuple(
        Fact("Counts", f"{kind.capitalize()}: {name}", _address(kind, id_)) for kind, id_, name in named
    )


def _address(kind: str, card_id: str) -> str:
    return reverse("definition", kwargs={"kind": kind, "card_id": card_id})


def watched_by(measure_id: str) -> tuple[Step, ...]:
    """The areas of the current improvement plan that the measure watches."""
    links = AreaMeasure.objects.filter(
        area__improvement_plan=current_improvement_plan(), measure_id=measure_id
    )
    return tuple(
        Step(
            f"area {link.area.number}",
            reverse("measure", kwargs={"number": link.area.number, "measure_id": measure_id}),
        )
        for link in links.select_related("area").order_by("area__number")
    )


def _all(kind: str) -> tuple[Card, ...]:
    makers: dict[str, Callable[[], list[Card]]] = {
        "clock": lambda: [clock(card) for card in clocks.catalogue().values()],
        "pattern": lambda: [pattern(card) for card in drift.catalogue().values()],
        "measure": lambda: [measure(card) for card in measures.catalogue().values()],
    }
    return tuple(makers[kind]()) if kind in makers else ()


KINDS = {
    "measure": ("Measures", "How often: clocks, patterns and records counted by month and team."),
    "clock": ("Clocks", "By when: each statutory or standard time limit."),
    "pattern": ("Patterns", "What has stalled though no single clock says so."),
}


def listed(words: str = "") -> tuple[Kind, ...]:
    """Every card by kind and area of practice; with words, those that hold each of them in title, question or id."""
    asked = words.lower().split()
    kinds = []
    for kind, (title, says) in KINDS.items():
        areas: dict[str, list[Card]] = {}
        for card in _all(kind):
            if all(word in f"{card.title} {card.question} {card.id}".lower() for word in asked):
                areas.setdefault(area_words(card.area), []).append(card)
        order = {name: nth for nth, name in enumerate(dict.fromkeys(AREAS.values()))}
        in_order = sorted(areas.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
        by_area = tuple(
            AreaOfPractice(name, tuple(sorted(cards, key=lambda card: card.title)))
            for name, cards in in_order
        )
        kinds.append(Kind(title, says, by_area))
    return tuple(kinds)


def find(kind: str, card_id: str) -> Card | None:
    return next((card for card in _all(kind) if card.id == card_id), None)
