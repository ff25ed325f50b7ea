"""What a pattern of drift is: a card anybody can read. It yields flags in words, never a score.

A pattern watches for trigger events; the `needs`-th since the last clearing event raises a flag (after a
grace), and the flag falls at the next clearing event, when the spell it belongs to ends, or when the
triggers that raised it grow too old to count.
"""

from dataclasses import dataclass

from undrift.engines.limits import Limit
from undrift.sources import Cite


@dataclass(frozen=True)
class Pattern:
    """A question about a child that no single clock answers.

    triggers: kinds of event that count. needs: how many, since the last clearing event. window: they count
    only when the first and the last of them are less than this apart. cleared_by: kinds of event that
    answer them. within: kinds of spell that must be open; the flag falls when it ends. for_good: one
    clearing event in the spell, whenever it came, answers every trigger. grace: how long the authority has
    before the flag goes up. words: the flag in words, with {first}, {last} and {since} for its days.
    """

    id: str
    name: str
    area: str
    question: str
    triggers: tuple[str, ...]
    cleared_by: tuple[str, ...]
    words: str
    why_it_matters: str
    blind_to: str
    cites: tuple[Cite, ...]
    cases: str
    needs: int = 1
    window: Limit | None = None
    within: tuple[str, ...] = ()
    for_good: bool = False
    grace: Limit | None = None
    version: int = 1
