"""The history so far, laid out by child, for the chapters written after it.

A chapter is a function of the book and a practice: it reads what happened and adds what else was recorded of it,
from a stream of chance of its own, so that one chapter never moves another.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cached_property

from undrift.synthetic.people import Child, Family
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row, Tables
from undrift.synthetic.truth import day, sure, text


class Book:
    """Tables being written, with the families they are about and what was planted on the way."""

    def __init__(self, tables: Tables, families: list[Family], as_at: date) -> None:
        self.tables = tables
        self.families = families
        self.as_at = as_at
        self.children: dict[str, Child] = {c.id: c for family in families for c in family.children}
        self.planted: list[dict[str, object]] = []

    def put(self, table: str, **row: object) -> Row:
        self.tables[table].append(row)
        return row

    def plant(self, what: str, on: date | None, words: str, *, who: str = "", team: str = "",
              value: object = None) -> None:  # fmt: skip
        """List one thing put in on purpose."""
        self.planted.append(
            {"what": what, "who": who, "team": team, "from": on, "value": value, "words": words}
        )

    def by(self, table: str, column: str) -> dict[str, list[Row]]:
        out: dict[str, list[Row]] = defaultdict(list)
        for row in self.tables[table]:
            out[text(row, column)].append(row)
        return out

    @cached_property
    def _held(self) -> dict[str, tuple[list[date], list[tuple[str, str]]]]:
        """By child: the days a worker took the child on, in order, and who."""
        rows: dict[str, list[tuple[date, str, str]]] = defaultdict(list)
        for row in self.tables["ssd_involvements"]:
            rows[text(row, "invo_person_id")].append(
                (
                    sure(row, "invo_involvement_start_date"),
                    text(row, "invo_professional_team"),
                    text(row, "invo_professional_id"),
                )
            )
        out = {}
        for child, held in rows.items():
            held.sort()
            out[child] = ([start for start, _, _ in held], [(team, worker) for _, team, worker in held])
        return out

    def holder(self, child: str, on: date) -> tuple[str, str]:
        """The team and worker who last took the child on by a day; blanks before anybody did."""
        starts, who = self._held.get(child, ([], []))
        at = bisect_right(starts, on)
        return who[at - 1] if at else ("", "")

    def team(self, child: str, on: date) -> str:
        return self.holder(child, on)[0]

    @cached_property
    def periods(self) -> dict[str, tuple[str, date, date | None]]:
        """Periods of care by id: the child, the first day and the last, None while it goes on."""
        out: dict[str, tuple[str, date, date | None]] = {}
        for row in self.tables["ssd_cla_episodes"]:
            number, ceased = text(row, "clae_cla_id"), day(row, "clae_cla_episode_ceased_date")
            last = out.get(number)
            left = ceased if row["clae_cla_episode_ceased_reason"] != "X1" else last[2] if last else None
            out[number] = (text(row, "clae_person_id"), sure(row, "clae_entered_care_date"), left)
        return out

    def care_team(self, child: str, on: date) -> str:
        """The children in care team that holds a child in care; the first while another holds them."""
        team = self.team(child, on + timedelta(days=1))
        return team if team in ("C1", "C2") else "C1"


def recurring(p: Practice, rate: str, team: str | Callable[[date], str], start: date, end: date | None,
              due: Callable[[date], date], early: int, overrun: float) -> Iterator[date]:  # fmt: skip
    """The days of a thing that recurs: each by `due` of the last or after it, as the rate says, until `end` or today.

    team: the team, or a function that gives it on a day.
    """
    last = start
    while last <= p.as_at:
        held_by = team if isinstance(team, str) else team(last)
        held = p.by(p.in_time(rate, held_by, last), last, due(last), early, overrun)
        if end is not None and held >= end:
            return
        yield held
        last = held
