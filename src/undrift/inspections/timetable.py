"""The regime's timetable after an inadequate judgement: what is done, to come, overdue, and what cannot be told.

The rules stand in `timetable.toml`, each with its source. What is not recorded is never taken as done; where it must
have happened though no day is recorded (a visit took place, so the improvement plan was in) we cannot tell.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from undrift.dates import add_months, add_working_days
from undrift.inspections.events import Event, EventKind

Status = Literal["done", "to come", "overdue", "past the guide", "cannot tell", "closed"]
Answer = Literal["yes", "no", "cannot tell"]
_NOTICES: frozenset[EventKind] = frozenset({"improvement_notice", "statutory_direction"})


@dataclass(frozen=True)
class Step:
    """One step. `due` is None when the rule gives no limit or its start is not known; `why` says which.

    `about`: the date is a guide, not a limit. `source` names the document and place of the rule.
    """

    rule: str
    title: str
    who: str
    due: date | None
    about: bool
    status: Status
    why: str
    source: str
    done_on: date | None = None
    report: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in vars(self).items()
        }


@dataclass(frozen=True)
class Timetable:
    """The road since the newest inspection that counts: does the regime apply, and its steps in order."""

    as_at: date
    applies: Answer
    why: str
    since: Event | None = None
    ended_by: Event | None = None
    steps: tuple[Step, ...] = ()

    @property
    def overdue(self) -> tuple[Step, ...]:
        """What is overdue now: limits passed, not guides."""
        return tuple(step for step in self.steps if step.status == "overdue")


@cache
def rules() -> Mapping[str, Any]:
    """The rules of timetable.toml by name."""
    return tomllib.loads(files("undrift.inspections").joinpath("timetable.toml").read_text(encoding="utf-8"))


def timetable(events: Sequence[Event], as_at: date) -> Timetable:
    """The timetable as at a day, from events in any order; what comes after the day is not looked at."""
    known = sorted((event for event in events if event.on <= as_at), key=lambda event: event.on)
    graded = [e for e in known if e.kind == "inspection" and e.judgements and (e.published or e.on) <= as_at]
    if not graded:
        return Timetable(as_at, "cannot tell", "no inspection with judgements is known by this day")
    answers = [(event, *_applies(event)) for event in graded]
    latest, applies, why = answers[-1]
    if applies == "no":
        before = [event for event, answer, _ in answers if answer == "yes"]
        ended = latest if before and before[-1] is answers[-2][0] else None
        return Timetable(as_at, "no", why, since=before[-1] if ended else None, ended_by=ended)
    since = [event for event in known if event.on >= latest.on]
    return Timetable(as_at, applies, why, since=latest, steps=_steps(latest, since, as_at, applies))


def _applies(inspection: Event) -> tuple[Answer, str]:
    """Whether an inspection puts the authority into the regime, by the settings under [trigger]."""
    overall = inspection.judgements.get("overall_effectiveness")
    inadequate = [
        name.replace("_", " ") for name, grade in inspection.judgements.items() if grade == "inadequate"
    ]
    trigger = rules()["trigger"]
    when = f"the inspection of {_day(inspection.on)}"
    if overall == "inadequate":
        return trigger["overall_inadequate"], f"{when} judged overall effectiveness inadequate"
    if not inadequate:
        return "no", f"{when} judged nothing inadequate"
    if overall is None:
        found = trigger["no_overall_grade_and_a_judgement_inadequate"]
        return found, f"{when} has no overall grade and judged {', '.join(inadequate)} inadequate"
    found = trigger["better_overall_and_a_judgement_inadequate"]
    return found, f"{when} judged {', '.join(inadequate)} inadequate, but overall effectiveness {overall}"


def _steps(latest: Event, since: Sequence[Event], as_at: date, applies: Answer) -> tuple[Step, ...]:
    published = latest.published
    visits = [event for event in since if event.kind == "monitoring_visit"]
    deadline = _due("improvement_plan", published)
    unknown = "the day the report was published is not known"
    visited = "no day is recorded, but a monitoring visit has taken place since, so it must have happened"
    steps = [_step("dfe_decision", since, None, as_at, "no limit is laid down")]
    steps.append(_step("action_planning_visit", since, deadline, as_at, unknown, visited if visits else ""))
    steps.append(_step("improvement_plan", since, deadline, as_at, unknown, visited if visits else ""))
    steps.append(_step("improvement_plan_letter", since, None, as_at, "no limit is laid down"))
    steps += _visits(visits, deadline, as_at)
    notices = [event for event in since if event.kind in _NOTICES or event.kind == "dfe_review"]
    if notices and not any(event.kind == "intervention_ended" for event in since):
        due = _due("dfe_review", notices[-1].on)
        steps.append(
            _step("dfe_review", [], due, as_at, "", after=f"{notices[-1].words}, {_day(notices[-1].on)}")
        )
    else:
        steps.append(_step("dfe_review", [], None, as_at, "no improvement notice in force is recorded"))
    steps.append(_step("reinspection", [], _due("reinspection", published), as_at, unknown))
    if applies == "yes":
        return tuple(steps)
    doubt = "whether the regime applies cannot be told: "
    return tuple(
        Step(
            s.rule,
            s.title,
            s.who,
            s.due,
            s.about,
            "cannot tell",
            doubt + s.why,
            s.source,
            s.done_on,
            s.report,
        )
        for s in steps
    )


def _visits(visits: Sequence[Event], deadline: date | None, as_at: date) -> list[Step]:
    """The visits made and the visits to come: at least the fewest and at most the most that the settings name."""
    fewest, most = rules()["monitoring_visits"]["fewest"], rules()["monitoring_visits"]["most"]
    # a letter that says it is of the third visit tells of two we may hold no letter of
    made: dict[int, Event | None] = {}
    for held in visits:
        number = held.number or max(made, default=0) + 1
        made |= {earlier: made.get(earlier) for earlier in range(1, number)}
        made[number] = held
    steps = []
    visit: Event | None
    for number, visit in sorted(made.items()):
        name = "first_monitoring_visit" if number == 1 else "further_monitoring_visit"
        letter = rules()["monitoring_letter"]
        if visit:
            is_published = letter["first_published"] if number == 1 else letter["later_published"]
            why = f"visited on {_day(visit.on)}"
            if not is_published:
                why += "; the letter of a first visit is not published"
            elif visit.published is None:
                why += "; its letter's publication date is not known"
            steps.append(_made(name, number, visit.on, why, visit.report))
        else:
            unpublished = " (the letter of a first visit is not published)" if number == 1 else ""
            steps.append(_made(name, number, None, f"a later visit says it took place{unpublished}", None))
    last = visits[-1].on if visits else None
    for number in range(max(made, default=0) + 1, most + 1):
        name = "first_monitoring_visit" if number == 1 else "further_monitoring_visit"
        due = _due(name, deadline if number == 1 else last)
        title = f"{_ordinal(number)} monitoring visit"
        if number > fewest:
            title += " (there may not be one)"
        unknown = "its rule counts from a day that is not known yet"
        # nobody is late for a visit that need not come, or that waits for the one before
        is_next = number == max(made, default=0) + 1 and number <= fewest
        steps.append(_step(name, [], due, as_at if is_next else date.min, unknown, title=title))
        last = due
    return steps


def _made(name: str, number: int, on: date | None, why: str, report: str | None) -> Step:
    rule = rules()[name]
    title = f"{_ordinal(number)} monitoring visit"
    return Step(name, title, rule["who"], None, rule["about"], "done", why, rule["source"], on, report)


def _step(
    name: str,
    since: Sequence[Event],
    due: date | None,
    as_at: date,
    no_due: str,
    must_have_been: str = "",
    after: str = "",
    title: str = "",
) -> Step:
    """One step's reading: done when an event of its kinds is recorded, else by its due date."""
    rule = rules()[name]
    about = rule.get("about", False)
    done = next((event for event in since if event.kind in rule.get("done_by", ())), None)
    counted = f"{rule['number']} {rule['unit']} after {after or rule['after']}" if "number" in rule else ""
    status: Status
    if done:
        late = due is not None and done.on > due
        status, why = (
            "done",
            f"recorded on {_day(done.on)}" + (f", after {_day(due)}" if due and late else ""),
        )
    elif must_have_been:
        status, why = "cannot tell", must_have_been
    elif due is None:
        status, why = "cannot tell", f"nothing is recorded, and {no_due}"
    elif due >= as_at:
        status, why = "to come", counted or f"by {_day(due)}"
    else:
        status = "past the guide" if about else "overdue"
        why = f"nothing is recorded by {_day(due)}" + (f", {counted}" if counted else "")
    return Step(
        name, title or rule["title"], rule["who"], due, about, status, why, rule["source"],
        done.on if done else None, done.report if done else None,
    )  # fmt: skip


def _due(name: str, start: date | None) -> date | None:
    rule = rules()[name]
    if start is None or "number" not in rule:
        return None
    match rule["unit"]:
        case "working days":
            return add_working_days(start, rule["number"])
        case "months":
            return add_months(start, rule["number"])
        case "days":
            return start + timedelta(days=rule["number"])
        case unit:
            raise ValueError(f"timetable.toml: {name} counts in {unit!r}; use days, working days or months")


def _ordinal(number: int) -> str:
    names = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
    return names[number - 1] if number <= len(names) else f"{number}th"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
