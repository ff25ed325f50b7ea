"""The bookkeeping of drift, pattern by pattern: which children match and since when, from the rows and the rule in words.

Plain Python, and nothing shared with the rooms that find the same children: no journey, no card, no query.
"""

from collections.abc import Callable
from datetime import date

from undrift.synthetic import truth_front, truth_people, truth_permanence, truth_protection
from undrift.synthetic.tables import Tables
from undrift.synthetic.truth_known import Known
from undrift.synthetic.truth_lives import Up

AREAS = (truth_front, truth_protection, truth_permanence, truth_people)
PATTERNS: dict[str, Callable[[Known], Up]] = {
    pattern: rule for area in AREAS for pattern, rule in area.PATTERNS.items()
}


def pattern_flags(tables: Tables, as_at: date) -> dict[str, Up]:
    """Every time each of PATTERNS held for a child; times that touch or overlap not yet joined."""
    known = Known(tables, as_at)
    return {pattern: rule(known) for pattern, rule in PATTERNS.items()}
