"""What else was recorded of the history: each chapter in turn, from a stream of chance of its own."""

from collections.abc import Callable
from datetime import date
from random import Random

from undrift.synthetic.agreements import agreements
from undrift.synthetic.allocations import seat_people
from undrift.synthetic.apart import apart, behind
from undrift.synthetic.awkward import awkward
from undrift.synthetic.book import Book
from undrift.synthetic.by_turns import by_turns
from undrift.synthetic.court import court
from undrift.synthetic.education import education
from undrift.synthetic.front_door import front_door
from undrift.synthetic.health import health
from undrift.synthetic.helped import helped
from undrift.synthetic.identity import PupilNumbers, identity
from undrift.synthetic.leadership import Managers, posts
from undrift.synthetic.leaving import leaving
from undrift.synthetic.outcomes import outcomes
from undrift.synthetic.oversight import oversight
from undrift.synthetic.people import Family, Worker
from undrift.synthetic.permanence import permanence
from undrift.synthetic.placed import placed
from undrift.synthetic.practice import Practice
from undrift.synthetic.preproceedings import add_preproceedings
from undrift.synthetic.reviewing import reviewing
from undrift.synthetic.seldom import seldom
from undrift.synthetic.short_breaks import short_breaks
from undrift.synthetic.tables import Tables
from undrift.synthetic.unheld import unheld
from undrift.synthetic.workforce import workforce


def write_chapters(
    tables: Tables, families: list[Family], workers: dict[str, list[Worker]], as_at: date, seed: int, scale: float,
    progress: Callable[[str], None],
) -> Book:  # fmt: skip
    """Add to `tables` and `families` in place; the book says what was planted on the way."""
    book = Book(tables, families, as_at)

    def practice(chapter: str) -> Practice:
        return Practice(Random(f"{seed}/{chapter}"), workers, as_at)

    progress("Writing down who held each child, and what else was recorded of them")
    awkward(book, practice("awkward"))
    seats = seat_people(book, practice("seats"))
    managers = Managers(book, practice("managers"))
    posts(book)
    unheld(book, practice("unheld"))
    outcomes(book, practice("outcomes"))
    add_preproceedings(tables, Random(seed + 2))
    numbers = PupilNumbers(practice("pupil numbers"))
    for child in book.children.values():
        numbers.give(child)
    apart(book, practice("apart"))
    front_door(book, practice("front door"), managers)
    helped(book, practice("helped"))
    court(book, practice("court"), managers)
    permanence(book, practice("permanence"))
    placed(book, practice("placed"))
    health(book, practice("health"))
    education(book, practice("education"), numbers, scale)
    behind(book, practice("behind"))
    leaving(book, practice("leaving"))
    short_breaks(book, practice("short breaks"))
    oversight(book, practice("oversight"), seats, managers)
    workforce(book, practice("workforce"), seats)
    seldom(book, practice("seldom"))
    identity(book, practice("identity"))
    reviewing(book, practice("reviewing"))
    by_turns(book, practice("by turns"))
    agreements(book, practice("agreements"))
    return book
