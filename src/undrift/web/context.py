"""What every page says: which load it speaks from, who is reading, and that the demonstration is invented."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from undrift.errors import UserError
from undrift.web import store
from undrift.web.jinja import address
from undrift.web.models import User
from undrift.web.roles import May, may

INVENTED_AUTHORITY = "Irwell"


@dataclass(frozen=True)
class Page:
    """A page the navigation leads to. under: the beginnings of the addresses that belong to it besides its own."""

    text: str
    address_name: str
    permission: May
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One of the few places the service navigation names; it opens at the first of its pages the reader may open."""

    text: str
    pages: tuple[Page, ...]


SECTIONS = (
    Section("Improvement plan", (Page("Improvement plan", "overview", May.READ_PROGRESS, ("/areas/",)),)),
    Section(
        "Children",
        (
            Page("Worklist", "worklist", May.READ_WORKLISTS),
            Page("What has stalled", "stalled", May.READ_PROGRESS),
        ),
    ),
    Section(
        "Measures",
        (
            Page("Is it real?", "variation", May.READ_PROGRESS),
            Page("Since the last visit", "since-visit", May.READ_PROGRESS),
            Page("After decisions", "aftermath", May.READ_PROGRESS),
            Page("Definitions", "definitions", May.READ_DEFINITIONS),
        ),
    ),
    Section(
        "Inspection",
        (
            Page("Inspection report", "report", May.READ_PROGRESS),
            Page("The road", "road", May.READ_INSPECTIONS),
            Page("Reports and letters", "documents", May.READ_INSPECTIONS, ("/themes/",)),
        ),
    ),
    Section(
        "Data",
        (
            Page("Data", "data", May.READ_DEFINITIONS, ("/returns",)),
            Page("Who looked at whom", "access-log", May.READ_ACCESS_LOG),
        ),
    ),
)


@dataclass(frozen=True)
class Link:
    """A line of the navigation. here: "page" at the very page, "true" somewhere beneath it, else empty."""

    text: str
    address: str
    here: str


def navigation(role: str, path: str) -> tuple[list[Link], list[Link]]:
    """The sections this role may open; and the pages of the one that `path` stands in, where it has several."""
    sections, pages = [], []
    for section in SECTIONS:
        allowed = [page for page in section.pages if may(role, page.permission)]
        if not allowed:
            continue
        links = [Link(page.text, address(page.address_name), "") for page in allowed]
        found = _page_of(path, allowed)
        if found is not None:
            here = "page" if path == links[found].address else "true"
            links[found] = replace(links[found], here=here)
            pages = links if len(links) > 1 else []
        inside = "" if found is None else "page" if links[0].here == "page" else "true"
        sections.append(Link(section.text, links[0].address, inside))
    return sections, pages


def _page_of(path: str, pages: Sequence[Page]) -> int | None:
    """Which of the pages the path stands at or beneath: the one whose address matches the most of it."""
    best, length = None, 0
    for nth, page in enumerate(pages):
        own = address(page.address_name)
        for start in (own, *page.under):
            at = path == start or (start != "/" and path.startswith(f"{start.rstrip('/')}/"))
            if at and len(start) > length:
                best, length = nth, len(start)
    return best


@dataclass(frozen=True)
class LoadShown:
    """The line at the foot of every page."""

    id: str
    authority: str
    as_at: date
    who: str
    loaded_at: datetime
    invented: bool


def load_shown() -> LoadShown | None:
    """None before anything is loaded, so that the sign-in and error pages still open."""
    try:
        load = store.load()
    except UserError:
        return None
    invented = load.authority == INVENTED_AUTHORITY
    return LoadShown(load.id, load.authority, load.as_at, load.by, load.at, invented)


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context for every template: load, reader, navigation, and what the reader may do."""
    person = getattr(request, "user", None)
    reader = person if isinstance(person, User) else None
    role = reader.role if reader else ""
    sections, pages = navigation(role, request.path)
    return {
        "load": load_shown(),
        "reader": reader,
        "may_write": may(role, May.WRITE),
        "may_load": may(role, May.LOAD),
        "may_keep_inspections": may(role, May.KEEP_INSPECTIONS),
        "may_open_children": may(role, May.OPEN_OWN_TEAM),
        "may_open_any": may(role, May.OPEN_ANY_CHILD),
        "may_read_exact": may(role, May.READ_EXACT_FIGURES),
        "navigation": sections,
        "pages_here": pages,
    }
