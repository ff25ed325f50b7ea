"""The people who sat in each post: who came, who left, who was agency, and the month when 23 came at once.

`people.make_workers` makes posts; here each is held by one person after another, as leaving and agency rates were
planted. A post is a *seat*; the person in it on a day is its *sitter*.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from undrift.synthetic.days import working_days
from undrift.synthetic.people import FORENAMES, SURNAMES, Worker
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import TEAMS, planted

AGENCY_STAYS_YEARS = 1.1
COHORT_ON = date(2023, 9, 4)
COHORT_SEATS = {
    "AB": 3,
    "AM": 3,
    "SA": 4,
    "SB": 4,
    "SC": 5,
    "DC": 1,
    "C1": 1,
    "C2": 2,
}  # 23 recruited in one month
COHORT_LEAVES = {
    "AM": (10,),
    "SA": (31,),
    "SB": (20,),
    "SC": (7, 13, 15, 26),
    "C2": (24,),
}  # months they stayed
COHORT_LEARNS_MONTHS = 10  # until a newcomer holds as many children as the rest
# The example family's workers keep their seats, so that its story stays as told.
KEPT = {"FD": (2,), "AM": (5,), "SC": (1, 4, 7, 11)}
KEPT_FROM = date(2025, 4, 1)
FIRST = date(2015, 10, 1)


@dataclass(slots=True)
class Sitter:
    """One worker in one post, from a day until the day the children are handed over; employed a fortnight more."""

    id: str
    name: str
    seat: str
    team: str
    agency: bool
    registration: str
    sex: str
    born: date
    started: date
    origin: str
    newly_qualified: bool
    handed_over: date = date.max
    cohort: bool = False

    @property
    def left(self) -> date | None:
        return None if self.handed_over == date.max else self.handed_over + timedelta(days=14)


class Seats:
    """Every post with its sitters in order."""

    def __init__(self, p: Practice, workers: dict[str, list[Worker]]) -> None:
        self.p = p
        self.sitters: list[Sitter] = []
        self._by_seat: dict[str, list[Sitter]] = {}
        self._starts: dict[str, list[date]] = {}
        self._names = {worker.name for team in workers.values() for worker in team}
        self._posts = {team: [worker.id for worker in posts] for team, posts in workers.items()}
        self.team_of = {worker.id: team for team, posts in workers.items() for worker in posts}
        cohort = self._cohort_seats(workers)
        for team in TEAMS:
            for nth, worker in enumerate(workers[team.id]):
                kept = nth in KEPT.get(team.id, ())
                self._fill(worker, kept, cohort.get(worker.id))

    def open_from(self, days: dict[str, date]) -> None:
        """Nobody holds a child before joining: the first in each post joined by the first day it was given one."""
        for seat, day in days.items():
            first = self._by_seat[seat][0]
            first.started = min(first.started, day)
            first.born = min(first.born, first.started - timedelta(days=24 * 365))

    def on(self, seat: str, day: date) -> Sitter:
        at = bisect_right(self._starts[seat], day)
        return self._by_seat[seat][max(at - 1, 0)]

    def another(self, team: str, day: date, not_this: str) -> str:
        """Another post of the team, whose sitter is past the learning months."""
        others = [post for post in self._posts[team] if post != not_this and not self.learning(post, day)]
        return self.p.rng.choice(others)

    def learning(self, seat: str, day: date) -> float:
        """How much of a full load a newcomer of the cohort still lacks on a day: one at first, zero when settled."""
        sitter = self.on(seat, day)
        if not sitter.cohort:
            return 0.0
        return max(0.0, 1.0 - (day - sitter.started).days / (30.4 * COHORT_LEARNS_MONTHS))

    def _cohort_seats(self, workers: dict[str, list[Worker]]) -> dict[str, int]:
        """Seats the cohort takes: to the months each newcomer stayed, 0 for those still here."""
        out = {}
        for team, count in COHORT_SEATS.items():
            free = [w.id for n, w in enumerate(workers[team]) if n not in KEPT.get(team, ())]
            stays = [*COHORT_LEAVES.get(team, ()), *[0] * count]
            for seat, months in zip(self.p.rng.sample(free, count), stays, strict=False):
                out[seat] = months
        return out

    def _fill(self, post: Worker, kept: bool, cohort: int | None) -> None:
        p, at = self.p, FIRST - timedelta(days=p_days(self.p, 4.0))
        first = Sitter(post.id, post.name, post.id, post.team, post.agency, post.registration, p.rng.choice("FFFFFM"),
                       self._born(at), at, "4", False)  # fmt: skip
        row = [first]
        month = FIRST
        while month <= p.as_at:
            sitter = row[-1]
            if cohort is not None and sitter.started < COHORT_ON <= month + timedelta(days=31):
                self._next(row, COHORT_ON, agency=False, cohort=True)
                if cohort:
                    gone = working_days().on_or_after(COHORT_ON + timedelta(days=int(cohort * 30.4)))
                    self._next(row, gone, agency=True)
            elif not (sitter.cohort or month < sitter.started or (kept and month >= KEPT_FROM)):
                leaves = 1 / AGENCY_STAYS_YEARS if sitter.agency else planted("turnover", post.team, month)
                near_cohort = cohort is not None and COHORT_ON - timedelta(days=90) < month <= COHORT_ON
                if p.chance(leaves / 12) and not near_cohort:
                    day = working_days().on_or_after(month + timedelta(days=p.rng.randrange(0, 28)))
                    if day > sitter.started:
                        self._next(row, day, agency=p.chance(self._agency_next(post.team, day)))
            month = (month + timedelta(days=32)).replace(day=1)
        self._by_seat[post.id], self._starts[post.id] = row, [s.started for s in row]
        self.sitters += row

    def _agency_next(self, team: str, day: date) -> float:
        """The chance that the next sitter is agency, such that the share in post runs to the planted one."""
        share, out = planted("agency", team, day), planted("turnover", team, day)
        return share / AGENCY_STAYS_YEARS / (out * (1 - share) + share / AGENCY_STAYS_YEARS)

    def _next(self, row: list[Sitter], day: date, *, agency: bool, cohort: bool = False) -> None:
        p, rng = self.p, self.p.rng
        row[-1].handed_over = day
        name, sex = "", rng.choice("FFFFFM")
        while not name or name in self._names:
            name = f"{rng.choice(FORENAMES[sex])} {rng.choice(SURNAMES)}"
        self._names.add(name)
        number = p.id("SW1")
        new = not agency and not cohort and p.chance(0.42)
        origin = "7" if cohort else "1" if new else rng.choice(("4", "4", "5", "5", "9"))
        registration = f"XX{1000 + int(number[3:]):010d}"
        row.append(Sitter(number, name, row[0].seat, row[0].team, agency, registration, sex, self._born(day, new), day,
                          origin, new, cohort=cohort))  # fmt: skip

    def _born(self, day: date, new: bool = False) -> date:
        age = self.p.rng.triangular(22, 34, 24) if new else self.p.rng.triangular(25, 62, 38)
        return day - timedelta(days=int(age * 365.25))


def p_days(p: Practice, years: float) -> int:
    return 30 + int(min(p.exponential(years), 20.0) * 365)
