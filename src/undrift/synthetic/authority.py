"""Irwell from day to day: who is heard of, who is referred, who comes back. Every family is invented."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from undrift.synthetic.days import add_months
from undrift.synthetic.episode import ASSESSED, CONFERENCE, ENQUIRY, NFA, TO_CARE, UNASSESSED, contact, refer
from undrift.synthetic.people import Census, Child, Family, Worker, make_workers
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import CHANCES, HISTORY_FROM, PER_YEAR, planted

WARM_UP_FROM = date(2015, 10, 1)  # three years unrecorded, so that the records open on a department at work
CARE_FROM = date(2002, 1, 1)  # the longest-looked-after child of October 2018 came into care about then
WEEK = (1.12, 1.04, 1.0, 1.0, 0.95, 0.06, 0.04)  # Monday to Sunday
SEASON = (1.02, 1.03, 1.08, 0.96, 1.05, 1.06, 1.03, 0.86, 0.98, 1.03, 1.03, 0.87)  # January to December

# Large families stay open longer, so those free to be referred again are smaller than most: without this the
# rate a child at a time falls short of what was planted.
FEWER_BROTHERS_AND_SISTERS = 1.1
# Plans that begin from an open child in need plan are seldom repeats, so those begun at referral are more often.
REPEATS_AT_REFERRAL = 1.3


class Authority:
    """Makes families and lives their contacts and referrals through to the as-at day."""

    def __init__(self, seed: int, as_at: date, scale: float) -> None:
        self.rng = Random(seed)
        self.as_at = as_at
        self.scale = scale
        self.workers: dict[str, list[Worker]] = make_workers(self.rng)
        self.p = Practice(self.rng, self.workers, as_at)
        self.census = Census(self.rng)
        self.families: list[Family] = []
        self._heard: list[tuple[date, Family]] = []  # contacts that led nowhere, in order
        self._heard_from = 0
        self._referred: list[tuple[date, Family]] = []
        self._referred_from = 0
        self._ex_protected: list[Family] = []
        self._working: list[Family] = []

    def run(self, progress: Callable[[str], None]) -> list[Family]:
        """Families with anything on record since HISTORY_FROM; what came only before it is forgotten."""
        self._already_in_care()
        day = WARM_UP_FROM
        while day <= self.as_at:
            if (day.month, day.day) == (10, 1):
                progress(
                    f"Living {AUTHORITY_YEAR.format(day.year, day.year + 1)}: {len(self.families):,} families known"
                )
            self._day(day)
            day += timedelta(days=1)
        return [fam for fam in self.families if fam.last_touch >= HISTORY_FROM]

    def _count(self, per_year: float, day: date) -> int:
        """How many on one day: Poisson, by day of the week and season."""
        expected = per_year * self.scale / 260.0 * WEEK[day.weekday()] * SEASON[day.month - 1] * 5 / 5.21
        if day.weekday() < 5 and not self.p.wd.is_working(day):
            expected *= 0.12
        return self.p.poisson(expected)

    def _new(self, family: Family) -> Family:
        self.families.append(family)
        return family

    def _day(self, day: date) -> None:
        for _ in range(self._count(PER_YEAR["referral_events"], day)):
            self._referral(day)
        for _ in range(self._count(PER_YEAR["other_contact_events"], day)):
            self._other_contact(day)
        if self.rng.random() < PER_YEAR["uasc"] * self.scale / 365:
            family = self._new(self.census.unaccompanied(day))
            self._refer(family, day, TO_CARE)

    def _already_in_care(self) -> None:
        """Children who came into care before the records open; most had left again and are forgotten."""
        day = CARE_FROM
        while day < WARM_UP_FROM:
            if self.rng.random() < PER_YEAR["care_entries_before_records"] * self.scale / 365:
                family = self.census.family(day, 0, 15)
                refer(self.p, family, day, self.p.wd.on_or_after(day), TO_CARE)
                if family.last_touch >= HISTORY_FROM:
                    self._new(family)
                    self._working.append(family)
            day += timedelta(days=1)

    def _route(self) -> str:
        if self.p.chance(CHANCES["referral_nfa"]):
            return NFA
        draw = self.rng.random()
        for route, chance in (
            (UNASSESSED, CHANCES["closed_without_assessment"]),
            (CONFERENCE, CHANCES["conference"]),
            (ENQUIRY, CHANCES["s47_only"]),
            (TO_CARE, 0.009),
        ):
            if draw < chance:
                return route
            draw -= chance
        return ASSESSED

    def _referral(self, day: date) -> None:
        route = self._route()
        again = self.p.together("rereferral", "FD", day, 1, FEWER_BROTHERS_AND_SISTERS)
        repeat = route == CONFERENCE and self.p.together("repeat_cp", "FD", day, 1, REPEATS_AT_REFERRAL)
        family = self._once_protected(day) if repeat else None
        if family is None and again:
            family = self._referred_lately(day, route == CONFERENCE)
        if family is None and self.p.chance(0.36):
            family = self._heard_of(day, route == CONFERENCE)
        if family is None:
            family = self._new(self.census.family(day))
        self._refer(family, day, route)

    def _refer(self, family: Family, day: date, route: str) -> None:
        p = self.p
        if p.together("decision_1wd", "FD", day, len(family.children)):
            taken = day if p.wd.is_working(day) and p.chance(0.6) else p.wd.add(day, 1)
        else:
            taken = p.wd.add(day, 2 + min(int(p.exponential(2.5)), 12))
        had = family.had_cp_plan
        refer(p, family, day, taken, route)
        self._referred.append((taken, family))
        self._working.append(family)
        if family.had_cp_plan and not had:
            self._ex_protected.append(family)

    def _free(self, family: Family, day: date) -> bool:
        """Closed to the department, no contact that day, and a child young enough to be referred."""
        young = any(child.limit > day + timedelta(days=120) for child in family.children)
        return young and family.busy_until < day and family.last_touch < day

    def _referred_lately(self, day: date, unprotected: bool) -> Family | None:
        """A family referred in the last twelve months and closed since."""
        pool = self._referred
        while self._referred_from < len(pool) and pool[self._referred_from][0] < day - timedelta(days=340):
            self._referred_from += 1
        for _ in range(40):
            if self._referred_from >= len(pool):
                return None
            when, family = pool[self.rng.randrange(self._referred_from, len(pool))]
            if when != family.last_referral or not self._free(family, day):
                continue
            if not (unprotected and family.had_cp_plan):
                return family
        return None

    def _once_protected(self, day: date) -> Family | None:
        for _ in range(60):
            if not self._ex_protected:
                return None
            family = self.rng.choice(self._ex_protected)
            if self._free(family, day) and not family.in_care_before:
                return family
        return None

    def _heard_of(self, day: date, unprotected: bool) -> Family | None:
        """A family heard of lately and not referred in the last twelve months."""
        for _ in range(12):
            family = self._recent_contact(day)
            if family is None:
                return None
            fresh = family.last_referral == date.min or add_months(family.last_referral, 12) < day
            if fresh and not (unprotected and family.had_cp_plan):
                return family
        return None

    def _recent_contact(self, day: date) -> Family | None:
        pool = self._heard
        while self._heard_from < len(pool) and pool[self._heard_from][0] < day - timedelta(days=330):
            self._heard_from += 1
        for _ in range(12):
            if self._heard_from >= len(pool):
                return None
            _, family = pool[self.rng.randrange(self._heard_from, len(pool))]
            if self._free(family, day):
                return family
        return None

    def _open_family(self, day: date) -> Family | None:
        for _ in range(30):
            if not self._working:
                return None
            at = self.rng.randrange(len(self._working))
            family = self._working[at]
            if family.busy_until > day:
                return family
            self._working[at] = self._working[-1]
            self._working.pop()
        return None

    def _other_contact(self, day: date) -> None:
        """A contact that does not become a referral: about an open case, a family heard of lately, or a new one."""
        p = self.p
        if p.chance(0.10):
            family = self._open_family(day)
            if family:
                touched = family.last_touch
                contact(p, family, family.children, day, "EXISTING_REFERRAL")
                family.last_touch = touched
                return
        family = self._recent_contact(day) if p.chance(planted("recontact", "FD", day)) else None
        family = family or self._new(self.census.family(day, 0, 16))
        about = family.children if p.chance(0.7) else [self.rng.choice(family.children)]
        advice = p.chance(0.28)
        about = contact(p, family, about, day, "ADVICE" if advice else "NFA")
        self._heard.append((day, family))
        if advice and p.chance(0.35):
            self._early_help(family, about, day)

    def _early_help(self, family: Family, about: list[Child], day: date) -> None:
        p = self.p
        start = p.wd.add(day, p.rng.randrange(2, 15))
        end = p.wd.add(start, p.rng.randrange(20, 180))
        for child in about:
            if child.limit <= end:
                continue
            family.put(
                "ssd_early_help_episodes",
                earl_episode_id=p.id("EH"),
                earl_person_id=child.id,
                earl_episode_start_date=start,
                earl_episode_end_date=end,
                earl_episode_reason=p.rng.choice(
                    ("Parenting", "Behaviour", "Attendance", "Parental conflict")
                ),
                earl_episode_end_reason=p.rng.choice(
                    ("Outcomes met", "Outcomes met", "Family withdrew", "Stepped up")
                ),
                earl_episode_organisation=p.rng.choice(
                    ("Irwell Early Help", "School", "Family hub", "Health visiting")
                ),
                earl_episode_worker_id=None,
            )


AUTHORITY_YEAR = "October {} to September {}"
