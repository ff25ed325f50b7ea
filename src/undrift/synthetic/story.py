"""The planted story of Irwell, an authority that does not exist: what was good, what slipped, who recovered.

Everything here is frozen data. A rate runs in straight lines between dated points, once for every team and
once more for any team that differs. The truth written beside the records repeats these numbers.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache

from undrift.synthetic.course import Points, Rate, course
from undrift.synthetic.more_rates import MORE_RATES

AUTHORITY = "Irwell"
CODE = "IRW"
CHILDREN_IN_AREA = 45_000
HISTORY_FROM = date(2018, 10, 1)
AS_AT = date(2026, 9, 30)
SEED = 20260930

INSPECTION = {
    "inspected_from": date(2021, 10, 18),
    "inspected_to": date(2021, 10, 29),
    "published": date(2021, 12, 10),
    "overall": "inadequate",
    "third_monitoring_visit_from": date(2023, 3, 14),
    "third_monitoring_visit_to": date(2023, 3, 15),
    "third_monitoring_visit": "steady progress, inconsistent practice",
}


@dataclass(frozen=True)
class Team:
    id: str
    name: str
    workers: int
    in_words: str


TEAMS: tuple[Team, ...] = (
    Team("FD", "Front Door", 14, "contacts pile up in 2021; decisions quicken again from 2023"),
    Team("AB", "Assessment Brook", 19, "recovers well"),
    Team("AM", "Assessment Moor", 19, "recovers little"),
    Team("SA", "Safeguarding Ash", 22, "recovers well"),
    Team("SB", "Safeguarding Beech", 22, "recovers part of the way"),
    Team("SC", "Safeguarding Cedar", 22, "hardly recovers at all"),
    Team("DC", "Disabled Children", 12, "slipped least"),
    Team("C1", "Children in Care One", 15, "recovers"),
    Team("C2", "Children in Care Two", 15, "recovers, but not on permanence"),
)
TEAM_NAMES: Mapping[str, str] = {team.id: team.name for team in TEAMS}

FIRST_RATES: tuple[Rate, ...] = (
    Rate(
        "decision_1wd",
        "referrals decided within one working day of the contact",
        course(0.93, 0.74, 0.90),
        plants=("clock:contact_referral_decision_1wd",),
    ),
    Rate(
        "assessment_45wd",
        "assessments authorised within 45 working days",
        course(0.86, 0.62, 0.80),
        {
            "AB": course(0.87, 0.61, 0.92, "2024-09"),
            "AM": course(0.86, 0.61, 0.71, "2026-03"),
            "SA": course(0.86, 0.63, 0.92, "2024-06"),
            "SB": course(0.86, 0.62, 0.83),
            "SC": course(0.85, 0.60, 0.65, "2026-03"),
            "DC": course(0.88, 0.74, 0.84),
        },
        plants=(
            "clock:assessment_45wd",
            "clock:assessment_45wd_from_start",
            "measure:assessments_45wd_pct",
        ),
    ),
    Rate(
        "icpc_15wd",
        "initial child protection conferences within 15 working days of the enquiry's start",
        course(0.84, 0.66, 0.79),
        {"SA": course(0.85, 0.67, 0.90), "SB": course(0.84, 0.66, 0.80), "SC": course(0.84, 0.63, 0.66)},
        plants=(
            "clock:icpc_15wd",
            "measure:icpc_15wd_pct",
        ),
    ),
    Rate(
        "cp_review",
        "child protection reviews in time",
        course(0.94, 0.82, 0.91),
        {"SA": course(0.94, 0.82, 0.96), "SB": course(0.94, 0.82, 0.92), "SC": course(0.94, 0.80, 0.83)},
        plants=(
            "clock:cp_review_first",
            "clock:cp_review_next",
        ),
    ),
    Rate(
        "cp_visit",
        "child protection visits within 10 working days of the last",
        course(0.87, 0.68, 0.82),
        {"SA": course(0.88, 0.68, 0.90), "SB": course(0.87, 0.68, 0.81), "SC": course(0.87, 0.66, 0.69)},
        plants=("clock:cp_visit",),
    ),
    Rate(
        "preproceedings_16w",
        "pre-proceedings finished within 16 weeks",
        course(0.72, 0.42, 0.66),
        {"SA": course(0.72, 0.44, 0.80), "SC": course(0.70, 0.38, 0.42)},
        plants=("clock:preproceedings_total",),
    ),
    Rate(
        "lac_review",
        "looked after reviews in time",
        course(0.95, 0.84, 0.92),
        {"C1": course(0.95, 0.85, 0.96), "C2": course(0.95, 0.83, 0.89)},
        plants=(
            "clock:lac_review_first",
            "clock:lac_review_second",
            "clock:lac_review_next",
        ),
    ),
    Rate(
        "lac_visit",
        "visits to children in care in time",
        course(0.93, 0.78, 0.89),
        {"C1": course(0.93, 0.79, 0.94), "C2": course(0.93, 0.77, 0.84)},
        plants=(
            "clock:lac_visit_first",
            "clock:lac_visit_6wk",
        ),
    ),
    Rate(
        "permanence",
        "a plan for permanence recorded by the second review",
        course(0.86, 0.58, 0.75),
        {"C1": course(0.86, 0.60, 0.86), "C2": course(0.86, 0.55, 0.58)},
        plants=(
            "clock:permanence_plan_second_review",
            "pattern:no_permanence_plan",
        ),
    ),
    Rate(
        "rereferral",
        "referrals within twelve months of an earlier one",
        course(0.19, 0.30, 0.265),
        plants=(
            "clock:rereferral_window_12m",
            "measure:rereferrals_12m_pct",
        ),
    ),
    Rate(
        "repeat_cp",
        "child protection plans for children with an earlier one",
        course(0.19, 0.30, 0.27),
        plants=("measure:cpp_repeat_ever_pct",),
    ),
    Rate(
        "recontact",
        "contacts not leading to referral that concern a family heard of lately",
        course(0.20, 0.42, 0.30),
        plants=("pattern:contacts_no_assessment",),
    ),
    Rate(
        "reassess",
        "something happens on an open plan and a new assessment starts within 20 working days",
        course(0.44, 0.16, 0.31),
        {"SA": course(0.44, 0.16, 0.47), "SC": course(0.44, 0.15, 0.16)},
        plants=("pattern:assessment_stale",),
    ),
    Rate(
        "worker_months",
        "mean months a social worker keeps a child, while the team does",
        course(12.0, 6.0, 6.0),
        {"C1": course(23.0, 12.5, 12.7), "C2": course(23.0, 12.3, 12.5), "DC": course(20.0, 12.0, 12.0)},
        plants=(
            "measure:cla_3plus_social_workers_pct",
            "clock:lac_3_social_workers_12m",
        ),
    ),
)  # worker_months is meant not to improve: a board must be able to see what has not moved
RATES: tuple[Rate, ...] = (*FIRST_RATES, *MORE_RATES)

PER_YEAR: Mapping[str, float] = {
    "referral_events": 1665.0,  # families; each brings 1.8 children or so
    "other_contact_events": 3080.0,
    "care_entries_before_records": 66.0,  # families whose children were in care when the records open
    "uasc": 5.0,
}

CHANCES: Mapping[str, float] = {
    "referral_nfa": 0.04,
    "closed_without_assessment": 0.13,
    "s47_only": 0.21,
    "conference": 0.101,
    "cp_plan_made": 0.86,
    "cin_plan": 0.29,
    "care_from_assessment": 0.017,
    "care_from_cin": 0.03,
    "care_from_cp": 0.17,
    "disability": 0.055,  # about 11 in 100 of those open, for they stay longer
}

_FIRST = 2018 * 12  # months are counted from January 2018
_MONTHS = 12 * 10


def _month(text: str) -> int:
    return int(text[:4]) * 12 + int(text[5:7]) - 1 - _FIRST


def _series(points: Points) -> tuple[float, ...]:
    known = [(_month(when), value) for when, value in points]
    series = []
    for month in range(_MONTHS):
        before = [p for p in known if p[0] <= month] or known[:1]
        after = [p for p in known if p[0] > month] or known[-1:]
        (m0, v0), (m1, v1) = before[-1], after[0]
        share = 0.0 if m1 <= m0 or month <= m0 else (month - m0) / (m1 - m0)
        series.append(v0 + (v1 - v0) * share)
    return tuple(series)


@cache
def _table() -> dict[tuple[str, str], tuple[float, ...]]:
    table = {}
    for rate in RATES:
        table[rate.id, ""] = _series(rate.points)
        for team in TEAMS:
            table[rate.id, team.id] = _series(rate.teams.get(team.id, rate.points))
    return table


@dataclass
class _Elsewhere:
    """How another authority's practice differs from Irwell's: months by which its story runs late, and its lean."""

    months: int = 0
    lean: float = 0.0


_elsewhere = _Elsewhere()


@contextmanager
def another_authority(months: int, lean: float) -> Iterator[None]:
    """While inside, `planted` tells the story as another authority lived it: shifted in time, and better or worse.

    lean: added to every share, -0.1 to 0.1; quantities that are no share are left alone.
    """
    _elsewhere.months, _elsewhere.lean = months, lean
    try:
        yield
    finally:
        _elsewhere.months, _elsewhere.lean = 0, 0.0


def planted(rate: str, team: str, day: date) -> float:
    """The planted value of a rate for a team in the month of `day`; before 2018 as in 2018."""
    month = (day.year - 2018) * 12 + day.month - 1 - _elsewhere.months
    value = _table()[rate, team][min(max(month, 0), _MONTHS - 1)]
    if not _elsewhere.lean or value > 1.0:
        return value
    return min(max(value + _elsewhere.lean, 0.02), 0.99)
