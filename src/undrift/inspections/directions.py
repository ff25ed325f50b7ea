"""Which way a sentence of a letter points: strength, progress or weakness, by cues anybody can read; else unknown."""

import re
from collections.abc import Mapping
from typing import Literal

from undrift.inspections.words import plain

Direction = Literal["strength", "progress", "weakness", "unknown"]
DIRECTIONS: tuple[Direction, ...] = ("strength", "progress", "weakness", "unknown")

# Phrases that hold a cue's word and say something else: what they say (None: nothing), before the cues are tried.
_PHRASES: tuple[tuple[Direction | None, re.Pattern[str]], ...] = (
    ("strength", re.compile(r"\b(?:without|no) (?:any |undue |unnecessary |avoidable )*delays?\b")),
    (
        "progress",
        re.compile(
            r"\b(?:drift|delays?|gaps?|variability|weaknesses)(?: \w+){0,4}? (?:ha(?:ve|s|d)|is|are|were) (?:now )?(?:been )?"
            r"(?:reduc\w+|fallen|falling|fewer|improv\w+|addressed|rare)\b"
            r"|\b(?:reduc|minimis|prevent|avoid|tackl|address)\w* (?:the |unnecessary )?(?:drift and )?(?:delays?|drift|gaps?)\b"
        ),
    ),
    (
        "weakness",
        re.compile(
            r"\b(?:needs?|needed|must|requires?|required) (?:to )?(?:be )?(?:further )?(?:improv\w+|strengthen\w*)"
            r"|\b(?:further|more) (?:work|improvement)s? (?:is|are|remains?|needs?|to be|to do)\b|\bmore to do\b|\byet to\b"
        ),
    ),
    (None, re.compile(r"\bimprovement (?:plans?|boards?|partners?|advis[eo]rs?|notices?|journey)\b")),
    (None, re.compile(r"\b(?:was|were|being|been) judged (?:to be )?inadequate\b")),
    (None, re.compile(r"\bas well(?: as)?\b|\bwell-?being\b|\blate (?=\d|in \d)")),
)  # fmt: skip
# What decides, in the order tried: a weakness outranks the progress in the same clause, and progress a strength.
_CUES: Mapping[Direction, re.Pattern[str]] = {
    "weakness": re.compile(
        r"\b(?:inconsisten\w+|too (?:many|few|long|often|much|slow\w*|variable|high|late|early)|not (?:yet|always|all|enough"
        r"|sufficient\w*|consistent\w*|been|good|robust|effective\w*|well|regular\w*|routinely|timely|received?)|insufficient\w*"
        r"|weak\w*|poor\w*|delays?|delayed|drift\w*|lack\w*|gaps?|variable|variability|fail\w*|inadequate\w*|slow\w*|remains? (?:a )?"
        r"(?:concern|challenge|weak|fragile)|fragile|shortfalls?|limited|unclear|over-?optimis\w+|without (?!one\b)|missed"
        r"|still wait\w*|wait\w* (?:too|over|more|for)|continue to wait|late|overdue|has deteriorated|declin\w+|ineffective\w*"
        r"|does not|do not|did not|cannot|rarely|seldom|few children|uneven|short notice|unallocated|high caseloads"
        r"|(?:numerous|succession of|multiple|many|frequent) (?:changes|carers|moves|caregivers|social workers))\b"
    ),
    "progress": re.compile(
        r"\b(?:progress\w*|improv\w+|better|strengthen\w*|begin\w*|began|beginning|increas\w+|reduc\w+|fallen|fewer|more (?:children"
        r"|persistent|stable|timely|robust|effective|useful|settled|focused|consistent\w*)|recent\w*|now|developing|early (?:signs?"
        r"|evidence)|emerging|stabilis\w+|moving|since the last|clearer|positive (?:steps?|impact|difference)|growing)\b"
    ),
    "strength": re.compile(
        r"\b(?:good|well|strong\w*|effective\w*|timely|thorough\w*|robust\w*|sensitive\w*|warm\w*|skilled|prompt\w*|appropriate\w*"
        r"|high[- ]quality|highly|stable|benefit\w*|comprehensive|child-centred|purposeful|regular\w*|accurate|honest|clear"
        r"|committed|valued?|safe|supported|know (?:their|the) children)\b"
    ),
}  # fmt: skip
# "Although X, Y" and "Y, although X": Y is what the sentence says. "X but Y": the letter ends on Y.
_CONCESSION_FIRST = re.compile(
    r"^(?:although|while|whilst|despite|though)\b(?P<lesser>[^,]*),\s*(?P<main>.+)$", re.IGNORECASE
)
_CONCESSION_LAST = re.compile(
    r"^(?P<main>.+?),?\s+(?:although|though|despite)\s+(?P<lesser>.+)$", re.IGNORECASE
)
# "not yet" turns nothing
_TURN = re.compile(r"[,;]?\s+(?:but|however),?\s+|[,;]\s+yet\s+", re.IGNORECASE)


def direction_of(sentence: str) -> tuple[Direction, str]:
    """Strength, progress, weakness or unknown, and the words that say so. The main clause decides."""
    for clause in _clauses(sentence):
        words = plain(clause)
        said: dict[Direction, str] = {}
        for says, phrase in _PHRASES:
            if says and (match := phrase.search(words)):
                said.setdefault(says, match[0])
            words = phrase.sub(" ", words)
        for direction, cue in _CUES.items():
            match = cue.search(words)
            if because := said.get(direction) or (match and match[0]):
                return direction, f"{direction}: “{because}”"
    return "unknown", "no cue"


def _clauses(sentence: str) -> list[str]:
    """The clauses, the one that carries the sentence's point first."""
    if found := _CONCESSION_FIRST.match(sentence):
        return [found["main"], found["lesser"]]
    turned = _TURN.split(sentence)
    if len(turned) > 1:
        return turned[::-1]
    if found := _CONCESSION_LAST.match(sentence):
        return [found["main"], found["lesser"]]
    return [sentence]
