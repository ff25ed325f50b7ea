"""The bookkeeping of what may not come too soon: coming back, plans that were short, the third in a row."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from undrift.synthetic.days import add_months
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import CANNOT_TELL, LATE, MET, RUNNING, Instance, day, sure, text
from undrift.synthetic.truth_shapes import Due, dates_of, days, months


def _soon(due: date, stop: date | None, as_at: date) -> str:
    if stop is not None:
        return LATE if stop <= due else MET
    return MET if due < as_at else RUNNING


def windows(tables: Tables, as_at: date) -> Iterator[Instance]:
    for row in tables["ssd_cp_plans"]:
        child, start, end = (
            text(row, "cppl_person_id"),
            sure(row, "cppl_cp_plan_start_date"),
            day(row, "cppl_cp_plan_end_date"),
        )
        due = add_months(start, 3)
        yield Instance("cpp_short_under_3m", child, start, due, end, end, _soon(due, end, as_at))
    yield from _step_down(tables, as_at)
    ended = dates_of(tables["ssd_cp_plans"], "cppl_person_id", "cppl_cp_plan_end_date")
    first = min((d for found in ended.values() for d in found), default=date.max)
    for row in tables["ssd_cp_plans"]:
        child, on = text(row, "cppl_person_id"), sure(row, "cppl_cp_plan_start_date")
        opened = max((d for d in ended[child] if d <= on), default=None)
        yield repeated(
            "cpp_repeat_2y", child, on, opened, months(24), known=on > add_months(first, 24), as_at=as_at
        )
    referred = dates_of(tables["ssd_cin_episodes"], "cine_person_id", "cine_referral_date")
    heard = dates_of(tables["ssd_contacts"], "cont_person_id", "cont_contact_date")
    yield from nth_in("contact_repeat_window", 3, heard, referred, months(12), as_at)
    yield from nth_in("missing_repeat_90d", 3, dates_of(tables["ssd_missing"], "miss_person_id", "miss_missing_episode_start_date"),
                      {}, days(90), as_at)  # fmt: skip


def _step_down(tables: Tables, as_at: date) -> Iterator[Instance]:
    """After a protection plan ends, how long the child in need plan open or begun within four weeks goes on."""
    need: dict[str, list[Row]] = defaultdict(list)
    for row in tables["ssd_cin_plans"]:
        need[text(row, "cinp_person_id")].append(row)
    for row in tables["ssd_cp_plans"]:
        child, over = text(row, "cppl_person_id"), day(row, "cppl_cp_plan_end_date")
        if over is None:
            continue
        lasts = [
            day(plan, "cinp_cin_plan_end_date") or date.max
            for plan in need[child]
            if sure(plan, "cinp_cin_plan_start_date") <= over + timedelta(days=28)
        ]
        until = max((last for last in lasts if last > over), default=None)
        if until is not None:
            due, stop = add_months(over, 3) - timedelta(days=1), None if until == date.max else until
            yield Instance("cp_step_down_cin", child, over, due, stop, stop, _soon(due, stop, as_at))


def nth_in(
    clock: str,
    nth: int,
    happened: dict[str, list[date]],
    breaks: dict[str, list[date]],
    due: Due,
    as_at: date,
) -> Iterator[Instance]:
    """The nth of a run within a time of the first; something else in between begins the run again."""
    first = min((d for found in happened.values() for d in found), default=date.max)
    for child, found in happened.items():
        for on in found:
            broke = max((d for d in breaks.get(child, []) if d < on), default=None)
            run = sorted({d for d in found if d < on and (broke is None or d > broke)})
            known = broke is not None or on > due(first)
            yield repeated(
                clock, child, on, run[1 - nth] if len(run) >= nth - 1 else None, due, known=known, as_at=as_at
            )


def repeated(
    clock: str, child: str, on: date, opened: date | None, due: Due, *, known: bool, as_at: date
) -> Instance:
    if opened is not None:
        return Instance(clock, child, opened, due(opened), on, None, _soon(due(opened), on, as_at))
    return Instance(clock, child, None, None, on, None, MET if known else CANNOT_TELL)
