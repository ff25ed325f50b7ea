"""How the department does its work: who holds a child, and whether a thing is done in time or late.

The planted rates decide in time or late; the date is then placed on the right side of the limit.
"""

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from undrift.synthetic.days import WorkingDays, add_months, working_days
from undrift.synthetic.people import Child, Family, Worker
from undrift.synthetic.story import planted

SOURCES = (
    ("6", "Police", 31.5), ("2A", "Schools", 18.4), ("2B", "Education services", 2.0), ("3A", "GP", 2.4),
    ("3B", "Health visitor", 3.6), ("3C", "School nurse", 1.4), ("3D", "Other primary health", 2.6),
    ("3E", "A&E", 4.2), ("3F", "Other health", 3.0), ("1A", "Family or carer", 7.0), ("1B", "Acquaintance", 1.6),
    ("1C", "Self", 0.8), ("1D", "Other individual", 1.6), ("4", "Housing", 2.2), ("5A", "LA social care", 5.0),
    ("5B", "LA other internal", 2.4), ("5C", "Another LA", 2.2), ("5D", "LA early help", 2.2),
    ("7", "Other legal agency", 2.4), ("8", "Other", 2.2), ("9", "Anonymous", 1.3),
)  # fmt: skip
NEEDS = (
    ("N1", 58.0),
    ("N2", 6.0),
    ("N3", 5.0),
    ("N4", 9.0),
    ("N5", 16.0),
    ("N6", 3.0),
    ("N7", 0.5),
    ("N8", 1.5),
)
PARTICIPATION = ("PN1", "PN3", "PN5", "PN6", "PN7")

_CONTACT = ("NEW_REFERRAL", "EXISTING_REFERRAL", "CP_ENQUIRY", "NFA", "ADVICE")
_ASSESSMENT = ("NFA", "STRATEGY_DISCUSSION", "CLA_REQUEST", "PROV_OF_SERVICES", "REFERRAL_TO_OTHER_AGENCY")
_ENQUIRY = ("NFA", "CP_CONFERENCE", "PROV_OF_SERVICES", "NFA_CONTINUE_SINGLE")
_CONFERENCE = ("NFA", "CP", "PROV_OF_SERVICES")
_REFERRAL = ("SINGLE_ASSESSMENT", "NFA", "STRATEGY_DISCUSSION", "CLA_REQUEST", "CP_TRANSFER_IN")
_CARE_PLAN = ("REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV",
              "ADOPTION", "OTHERPLN")  # fmt: skip


def _flags(names: tuple[str, ...], yes: str, prefix: str = "", suffix: str = "_FLAG") -> dict[str, object]:
    return {f"{prefix}{name}{suffix}": "Y" if name == yes else "N" for name in names}


CONTACT_JSON = {
    yes: json.dumps(_flags(_CONTACT, yes, "OUTCOME_") | {"NUMBER_OF_OUTCOMES": 1, "COMMENTS": ""})
    for yes in _CONTACT
}
REFERRAL_JSON = {yes: json.dumps(_flags(_REFERRAL, yes)) for yes in _REFERRAL}
ASSESSMENT_JSON = {yes: json.dumps(_flags(_ASSESSMENT, yes)) for yes in _ASSESSMENT}
ENQUIRY_JSON = {yes: json.dumps(_flags(_ENQUIRY, yes)) for yes in _ENQUIRY}
CONFERENCE_JSON = {yes: json.dumps(_flags(_CONFERENCE, yes)) for yes in _CONFERENCE}
CARE_PLAN_JSON = {yes: json.dumps(_flags(_CARE_PLAN, yes, suffix="")) for yes in (*_CARE_PLAN, "")}


class Practice:
    """The department's one stream of chance, its calendar, its workers and its numbering."""

    def __init__(self, rng: Random, workers: dict[str, list[Worker]], as_at: date) -> None:
        self.rng = rng
        self.workers = workers
        self.as_at = as_at
        self.wd: WorkingDays = working_days()
        self._numbers: dict[str, int] = defaultdict(int)
        self._owed: dict[tuple[str, str], float] = defaultdict(float)

    def id(self, prefix: str) -> str:
        self._numbers[prefix] += 1
        return f"{prefix}{self._numbers[prefix]:06d}"

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def yes_no(self, p: float) -> str:
        return "Y" if self.rng.random() < p else "N"

    def source(self) -> tuple[str, str]:
        code, words, _ = self.rng.choices(SOURCES, [s[2] for s in SOURCES])[0]
        return code, words

    def need(self, child: Child) -> str:
        if child.with_dc and self.chance(0.7):
            return "N2"
        if child.uasc:
            return "N8"
        return self.rng.choices([n for n, _ in NEEDS], [w for _, w in NEEDS])[0]

    def worker(self, team: str, other_than: str = "") -> Worker:
        return self.rng.choice([w for w in self.workers[team] if w.id != other_than])

    def in_time(self, rate: str, team: str, day: date) -> bool:
        return self.rng.random() < planted(rate, team, day)

    def yes_no_at(self, rate: str, team: str, day: date) -> str:
        return "Y" if self.in_time(rate, team, day) else "N"

    def together(self, rate: str, team: str, day: date, children: int, times: float = 1.0) -> bool:
        """One yes or no for brothers and sisters at once, leaning against what earlier draws left owing.

        Without the lean, few large draws would scatter a year's rate far from the planted one; a large family is
        late less often than a small one, so that no single meeting swings a month, and the lean makes it up.
        """
        wanted = planted(rate, team, day) * times
        p = 1.0 - (1.0 - wanted) * min(1.0, 1.6 / children)
        owed = self._owed[rate, team]
        said = self.rng.random() < min(max(p + 0.2 * owed, 0.03), 0.97)
        self._owed[rate, team] = owed + children * (wanted - said)
        return said

    def poisson(self, expected: float) -> int:
        limit, product, n = math.exp(-expected), self.rng.random(), 0
        while product > limit:
            product *= self.rng.random()
            n += 1
        return n

    def exponential(self, mean: float) -> float:
        return self.rng.expovariate(1.0 / mean)

    def working_day_count(self, in_time: bool, least: int, usual: int, limit: int, overrun: float) -> int:
        """Working days taken: within the limit and mostly near `usual`, or past it by `overrun` on average."""
        if in_time:
            return int(self.rng.triangular(least, limit + 0.99, usual))
        return limit + 1 + min(int(self.exponential(overrun)), int(overrun * 5))

    def by_month(self, in_time: bool, start: date, months: int, early: int, overrun: float) -> date:
        """A meeting on a working day on or before start + months, or after it."""
        due = add_months(start, months)
        if in_time:
            return self.wd.on_or_before(due - timedelta(days=int(self.rng.triangular(0, early, early / 4))))
        return self.wd.on_or_after(due + timedelta(days=1 + min(int(self.exponential(overrun)), 120)))

    def by(self, in_time: bool, start: date, due: date, early: int, overrun: float) -> date:
        """A working day after `start`: by `due` and up to `early` days before it, or past it by `overrun` on average."""
        if not in_time:
            return self.wd.on_or_after(due + timedelta(days=1 + min(int(self.exponential(overrun)), 150)))
        least = max(min(early, (due - start).days - 1), 0)
        day = self.wd.on_or_before(due - timedelta(days=int(self.rng.triangular(0, least, least / 4))))
        if day > start:
            return day
        soonest = self.wd.on_or_after(start + timedelta(days=1))
        return min(soonest, due) if due > start else soonest


@dataclass(slots=True)
class Held:
    """One worker holding one child from a day on."""

    start: date
    worker: Worker
    reason: str


class Allocation:
    """Who holds a child through one episode: no gap, no overlap, a change whenever a worker moves on."""

    def __init__(self, practice: Practice, day: date, team: str) -> None:
        self.p = practice
        self.held = [Held(day, practice.worker(team), "FCONTA")]
        self._next = self._change_after(day, team)

    def _change_after(self, day: date, team: str) -> date:
        months = planted("worker_months", team, day)
        return self.p.wd.on_or_after(day + timedelta(days=15 + int(self.p.exponential(months * 30.4))))

    def _advance(self, day: date) -> None:
        while self._next <= day:
            now = self.held[-1].worker
            reason = self.p.rng.choices(
                ("MANAGE", "LEFTRL", "ORGRST", "ABSENC", "OTHERS"), (40, 38, 8, 9, 5)
            )[0]
            self.held.append(Held(self._next, self.p.worker(now.team, now.id), reason))
            self._next = self._change_after(self._next, now.team)

    def enter(self, day: date, team: str) -> None:
        """The child passes to another team on `day`; nothing happens if that team holds the child already."""
        self._advance(day)
        last = self.held[-1]
        if last.worker.team == team:
            return
        if last.start >= day:
            self.held.pop()
        self.held.append(Held(day, self.p.worker(team), "TSPROC" if self.held else "FCONTA"))
        self._next = self._change_after(day, team)

    def on(self, day: date) -> Worker:
        self._advance(day)
        found = self.held[0]
        for held in self.held:
            if held.start > day:
                break
            found = held
        return found.worker

    def close(self, fam: Family, child: Child, referral_id: str, end: date, not_on: set[date]) -> list[date]:
        """Write the allocation's rows; the days on which a worker changed. Changes step off the days in `not_on`."""
        self._advance(end - timedelta(days=1))
        rows = [h for h in self.held if h.start < end] or self.held[:1]
        for before, held in pairwise(rows):
            while held.start in not_on or held.start <= before.start:
                held.start = self.p.wd.add(held.start, 1)
        rows = [rows[0], *(h for h in rows[1:] if h.start < end)]
        ends = [h.start for h in rows[1:]] + [end]
        for held, until in zip(rows, ends, strict=True):
            fam.put(
                "ssd_involvements",
                invo_involvements_id=self.p.id("INV"),
                invo_professional_id=held.worker.id,
                invo_professional_role_id="Allocated social worker",
                invo_professional_team=held.worker.team,
                invo_involvement_start_date=held.start,
                invo_involvement_end_date=until,
                invo_worker_change_reason=held.reason,
                invo_person_id=child.id,
                invo_referral_id=referral_id,
            )
        return [h.start for h in rows]
