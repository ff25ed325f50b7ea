"""Facts counted: which rows a card counts, in which month, and as what. One query, whatever the fact."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.drift import engine as drift
from undrift.engines import table
from undrift.engines.limits import later, month_of, months
from undrift.measures.definition import (
    Aged,
    AlsoIn,
    Average,
    Between,
    Blank,
    By,
    HasFlag,
    Is,
    Lasted,
    Not,
    Number,
    Rate,
    Ratio,
    Share,
    Test,
)
from undrift.measures.facts import fact, lasts

calendar_months = table("calendar_months", {"month": "date", "ends_on": "date"}, "measures")
# Who holds each allocated child on the last day of each month: built once, for every measure read on that day.
held = table(
    "held",
    {"month": "date", "child_id": "string", "team_id": "string", "worker_id": "string"},
    "measures",
)


def counted(counts: Share | Number | Rate | Average | Ratio) -> ir.Table:
    """One row a thing counted: month, child, team, day, and what it adds to the sums a value is made of."""
    match counts:
        case Share():
            return _rows(counts.of, counts.among, counts.where, counts.weigh)
        case Number():
            return _rows(counts.of, counts.among, (), counts.weigh)
        case Rate(number):
            return counted(number)
        case Average():
            return _averaged(counts)
        case Ratio(top, bottom):
            above = counted(top)
            parts = [above.mutate(weight=literal(0.0))]
            for part in bottom:
                below = counted(part)
                moved = {"amount": literal(0.0), "weight": below.amount, "numerator": literal(0, "int64")}
                parts.append(below.select(**{n: moved.get(n, below[n]) for n in above.columns}))
            return parts[0].union(*parts[1:])


def _rows(of: str, among: tuple[Test, ...], where: tuple[Test, ...], weigh: str) -> ir.Table:
    rows = _placed(of, among + where)
    chosen, hit = _all(rows, among), _all(rows, where)
    size = rows[weigh].cast("float64") if weigh else literal(1.0)
    told = hit.notnull() & size.notnull()
    # A row outside what is counted is no row; one for which that cannot be told stays, to be counted as such.
    kept = rows.mutate(
        counted=(chosen & told).fill_null(False), hit=(chosen & hit & told).fill_null(False),
        unknown=chosen.isnull() | (chosen & ~told), size=size.fill_null(0.0), chosen=chosen,
    ).filter(lambda t: t.chosen.isnull() | t.chosen)  # fmt: skip
    return _shaped(kept, kept.hit.ifelse(kept.size, 0.0), kept.counted.ifelse(kept.size, 0.0))


def _averaged(counts: Average) -> ir.Table:
    rows = _placed(counts.of, counts.among)
    chosen, value = _all(rows, counts.among), rows[counts.value].cast("float64")
    kept = rows.mutate(
        counted=(chosen & value.notnull()).fill_null(False), hit=(chosen & value.notnull()).fill_null(False),
        unknown=chosen.isnull() | (chosen & value.isnull()), size=value, chosen=chosen,
    ).filter(lambda t: t.chosen.isnull() | t.chosen)  # fmt: skip
    # A value of a row that may not be among those counted adds nothing to the mean.
    return _shaped(kept, kept.counted.ifelse(kept.size, ibis.null("float64")), kept.counted.ifelse(1.0, 0.0))


def _shaped(kept: ir.Table, amount: ir.Value, weight: ir.Value) -> ir.Table:
    return kept.select(
        "month", "child_id", "team_id", "on_date", "source_key",
        started_on=ibis.null("date"),
        numerator=kept.hit.cast("int64"), denominator=kept.counted.cast("int64"),
        cannot_tell=kept.unknown.cast("int64"), amount=amount, weight=weight,
    )  # fmt: skip


def _placed(of: str, tests: tuple[Test, ...]) -> ir.Table:
    """The fact's rows, each on the day it is counted, with a yes or no for every other fact and flag asked about."""
    rows = fact(of)
    if lasts(of):
        m = calendar_months
        rows = m.inner_join(
            rows, (rows.started_on <= m.ends_on) & (rows.ended_on.isnull() | (rows.ended_on > m.ends_on))
        )
        rows = rows.mutate(on_date=rows.ends_on).drop("ends_on")
        h = held.select(held_month="month", held_child="child_id", held_team="team_id")
        held_rows = rows.left_join(h, (rows.month == h.held_month) & (rows.child_id == h.held_child))
        rows = held_rows.mutate(team_id=ibis.coalesce(held_rows.held_team, held_rows.team_id)).drop(
            "held_month", "held_child", "held_team"
        )
    else:
        dated = rows.filter(rows.on_date.notnull())
        rows = dated.mutate(month=month_of(dated.on_date))
    for test in tests:
        bare = test.test if isinstance(test, Not) else test
        if isinstance(bare, AlsoIn):
            other = fact(bare.fact)
            rows = _marked(rows, bare.fact, other.select("who", began="started_on", over="ended_on"), "who")
        elif isinstance(bare, HasFlag):
            f = drift.stored.filter(drift.stored.pattern_id == bare.pattern)
            flags = f.select(who="child_id", began="since", over="until")
            rows = _marked(rows, bare.pattern, flags, "child_id")
    return rows


def _marked(rows: ir.Table, name: str, other: ir.Table, who: str) -> ir.Table:
    """The rows with a column in_NAME: is the same child, or worker, in the other on the day."""
    days = rows.select(asked=rows[who], day="on_date").distinct()
    found = days.inner_join(
        other,
        (days.asked == other.who)
        & (other.began.isnull() | (other.began <= days.day))
        & (other.over.isnull() | (other.over > days.day)),
    ).select(found="asked", found_day="day").distinct()  # fmt: skip
    both = rows.left_join(found, (rows[who] == found.found) & (rows.on_date == found.found_day))
    return both.mutate(**{f"in_{name}": both.found.notnull()}).drop("found", "found_day")


def _all(rows: ir.Table, tests: tuple[Test, ...]) -> ir.BooleanValue:
    held_so_far: ir.BooleanValue = literal(True)
    for test in tests:
        held_so_far = held_so_far & _holds(rows, test)
    return held_so_far


def _holds(rows: ir.Table, test: Test) -> ir.BooleanValue:
    """True, false, or null where the record does not say."""
    match test:
        case Is(column, values):
            return rows[column].isin(values)
        case Blank(column):
            return rows[column].isnull()
        case By(column):
            return (rows[column] <= rows.on_date).fill_null(False)
        case Between(column, least, most):
            low = rows[column] >= least if least is not None else literal(True)
            return low & (rows[column] <= most) if most is not None else low
        case Lasted():
            since = rows[test.since]
            bounds = [
                *([rows.on_date >= later(since, test.at_least)] if test.at_least else []),
                *([rows.on_date <= later(since, test.at_most)] if test.at_most else []),
                *([rows.on_date < later(since, test.under)] if test.under else []),
            ]
            return bounds[0] if len(bounds) == 1 else bounds[0] & bounds[1]
        case Aged(least, under):
            old = rows.on_date >= later(rows.born, months(12 * least)) if least is not None else literal(True)
            return old & (rows.on_date < later(rows.born, months(12 * under))) if under is not None else old
        case AlsoIn(name):
            return rows[f"in_{name}"]
        case HasFlag(name):
            return rows[f"in_{name}"]
        case Not(inner):
            return ~_holds(rows, inner)
