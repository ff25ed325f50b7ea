"""The three shapes that nearly all the bookkeeping of clocks takes, and the limits in words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from undrift.synthetic.days import add_months, working_days
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import CANNOT_TELL, Instance, day, reading, text

Due = Callable[[date], date]


def working(n: int) -> Due:
    return lambda start: working_days().add(start, n)


def days(n: int) -> Due:
    return lambda start: start + timedelta(days=n)


def months(n: int) -> Due:
    return lambda start: add_months(start, n)


def before(due: Due) -> Due:
    """A flag goes up on the day itself, so the day before is the last in time."""
    return lambda start: due(start) - timedelta(days=1)


def by_end(stop: date | None, end: date | None) -> date | None:
    """What stops a clock after its spell has ended does not stop it."""
    return stop if stop is None or end is None or stop <= end else None


def closing(clock: str, child: str, start: date | None, end: date | None, due: Due, as_at: date) -> Instance:
    if start is None:
        return Instance(clock, child, None, None, None, end, CANNOT_TELL)
    if end is not None and end < start:
        return Instance(clock, child, start, due(start), None, end, CANNOT_TELL)
    return Instance(clock, child, start, due(start), end, end, reading(due(start), end, end, as_at))


def once(clock: str, child: str, start: date, end: date | None, held: Iterable[date | None], due: Due,
          as_at: date) -> Instance:  # fmt: skip
    """A thing that must happen once something has begun; dated only before the start, nobody can tell."""
    known = [d for d in held if d is not None]
    stop = min((d for d in known if d >= start), default=None)
    if stop is None and known:
        return Instance(clock, child, start, due(start), None, end, CANNOT_TELL)
    stop = by_end(stop, end)
    return Instance(clock, child, start, due(start), stop, end, reading(due(start), stop, end, as_at))


def again(clock: str, child: str, start: date | None, end: date | None, held: Iterable[date], due: Due,
           as_at: date) -> Iterator[Instance]:  # fmt: skip
    """A thing that must happen again and again: from the opening (when `start` is given), and from each time on."""
    known = sorted(set(held))
    if start is not None:
        stop = by_end(min((d for d in known if d >= start), default=None), end)
        yield Instance(clock, child, start, due(start), stop, end, reading(due(start), stop, end, as_at))
    for nth, on in enumerate(known):
        stop = by_end(known[nth + 1] if nth + 1 < len(known) else None, end)
        yield Instance(clock, child, on, due(on), stop, end, reading(due(on), stop, end, as_at))


def dates_of(rows: Iterable[Row], key: str, column: str) -> dict[str, list[date]]:
    out: dict[str, list[date]] = defaultdict(list)
    for row in rows:
        if (when := day(row, column)) is not None:
            out[text(row, key)].append(when)
    return defaultdict(list, {name: sorted(found) for name, found in out.items()})
