"""Two plants whose truth is one number: teams that stand a known distance apart, and children who are behind by known odds.

Each from a stream of chance of its own, and in columns that move nothing else: no life, no clock's start, no other plant.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import stdev
from typing import Final

from undrift.synthetic.book import Book
from undrift.synthetic.course import Points
from undrift.synthetic.planted import EXAMPLE_FAMILY
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import RATES, planted
from undrift.synthetic.truth import day, sure, text

FOUR_WEEKS: Final = 28  # days


@dataclass(frozen=True)
class Gap:
    """Children of a group whose odds of a thing in time are `odds` times those of all others, at the same rate."""

    measure: str
    rate: str
    group: str
    odds: float
    words: str

    def share(self, of_others: float) -> float:
        """The group's own share, from that of the others."""
        return self.odds * of_others / (1 - of_others + self.odds * of_others)


@dataclass(frozen=True)
class Spread:
    """Teams that never move and never were alike: the rate whose values for teams are the plant."""

    measure: str
    rate: str
    words: str

    @property
    def teams(self) -> dict[str, Points]:
        return dict(next(rate for rate in RATES if rate.id == self.rate).teams)

    @property
    def deviation(self) -> float:
        """The standard deviation between the teams, as a share: 0.03 is three percentage points."""
        return stdev(points[-1][1] for points in self.teams.values())


GAP: Final = Gap(
    "ehcp_review_decision_4w_pct", "ehc_decision_4w", "Disabled", 0.55,
    "disabled children's odds of a review decision within four weeks, times those of other children",
)  # fmt: skip
SPREAD: Final = Spread(
    "assessment_child_seen_pct",
    "child_seen",
    "standard deviation between teams in children seen, level all along",
)


def apart(book: Book, p: Practice) -> None:
    """Say of each assessment whether the child was seen, as its team's own rate has it."""
    for row in book.tables["ssd_cin_assessments"]:
        if text(row, "cina_person_id") not in EXAMPLE_FAMILY:
            team, start = text(row, "cina_assessment_team"), sure(row, "cina_assessment_start_date")
            row["cina_assessment_child_seen"] = p.yes_no_at(SPREAD.rate, team, start)


def behind(book: Book, p: Practice) -> None:
    """Of disabled children's review decisions sent in time, make so many late that their odds are the planted ones.

    The meeting is put further back and the day of the decision left, so that the next review falls due as it did.
    """
    last: dict[object, date] = {}
    for row in book.tables["local_ehcp_reviews"]:
        plan, met, decided = (
            row["ehrv_active_ehcp_id"],
            day(row, "ehrv_meeting_date"),
            day(row, "ehrv_decision_date"),
        )
        before, last[plan] = last.get(plan, date.min), decided or date.min
        if met is None or decided is None or not book.children[text(row, "ehrv_person_id")].disabilities:
            continue
        others = planted(GAP.rate, "", decided)
        if met + timedelta(days=FOUR_WEEKS) < decided or p.chance(GAP.share(others) / others):
            continue
        longer = FOUR_WEEKS + 1 + min(int(p.exponential(30)), 150)
        back = p.wd.on_or_before(decided - timedelta(days=longer))
        row["ehrv_meeting_date"] = max(back, before + timedelta(days=1)) if before > date.min else back
