"""Calendar addresses: made and ended here and nowhere else, and what a calendar reads from one.

A calendar programme cannot sign in, so the address itself is the secret. What it gives names no child and no worker:
so many of one kind due on one day.
"""

import hashlib
import secrets
from collections import Counter
from datetime import date, datetime, timedelta

import duckdb
from django.db import transaction
from django.utils import timezone
from icalendar import Calendar, Event

from undrift import clocks
from undrift.clocks.worklists import Item, worklist
from undrift.web.models import CalendarAddress, User
from undrift.web.roles import May, Role, may


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_address(*, person: User) -> str:
    """A new secret for the person's calendar, shown this once; any earlier one stops working."""
    end_address(person=person)
    secret = secrets.token_urlsafe(32)
    CalendarAddress.objects.create(digest=_digest(secret), person=person)
    return secret


@transaction.atomic
def end_address(*, person: User) -> None:
    """Stop the person's calendar address; the row stays, saying from when to when it worked."""
    CalendarAddress.objects.filter(person=person, ended_at=None).update(ended_at=timezone.now())


def reader_of(secret: str) -> User | None:
    """Whose calendar the secret opens, if it still opens one."""
    found = CalendarAddress.objects.filter(digest=_digest(secret), ended_at=None).select_related("person")
    address = found.first()
    if address is None or not address.person.is_active or not may(address.person.role, May.READ_WORKLISTS):
        return None
    return address.person


def items_of(cur: duckdb.DuckDBPyConnection, person: User, as_at: date) -> list[Item]:
    """The person's own worklist: the whole authority, the team's, the worker's own, or an officer's reviews."""
    match person.role:
        case Role.ANALYST:
            return worklist(cur, as_at)
        case Role.TEAM_MANAGER:
            return worklist(cur, as_at, team=person.team_id) if person.team_id else []
        case Role.SOCIAL_WORKER:
            return worklist(cur, as_at, worker=person.worker_id) if person.worker_id else []
        case Role.REVIEWING_OFFICER:
            return worklist(cur, as_at, officer=person.worker_id) if person.worker_id else []
        case _:
            return []


def calendar(items: list[Item], as_at: date, made_at: datetime, address: str) -> bytes:
    """An iCalendar file: an all-day event for each day and clock, with how many fall due. address: of the worklist."""
    names = clocks.catalogue()
    book = Calendar()
    book.add("prodid", "-//Undrift//worklist//EN")
    book.add("version", "2.0")
    book.add("x-wr-calname", "Undrift worklist")
    due = Counter((item.due_on, item.clock_id) for item in items if item.group == "soon" and item.due_on)
    for (day, clock_id), count in sorted(due.items()):
        assert day is not None
        book.add_component(_event(day, clock_id, f"{count} due: {names[clock_id].name}", made_at, address))
    late = sum(item.group == "late" for item in items)
    if late:
        book.add_component(_event(as_at, "late", f"{late} late now", made_at, address))
    return bytes(book.to_ical())


def _event(day: date, what: str, words: str, made_at: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{day}-{what}@undrift")
    event.add("dtstamp", made_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", words)
    event.add("description", f"Open the worklist to see which: {address}")
    event.add("transp", "TRANSPARENT")
    return event
