"""What every page says: which load it speaks from, who is reading, and that the demonstration is invented."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from undrift.errors import UserError
from undrift.web import store
from undrift.web.models import User
from undrift.web.roles import May, may

INVENTED_AUTHORITY = "Irwell"


@dataclass(frozen=True)
class NavigationItem:
    text: str
    address_name: str
    permission: May


NAVIGATION = (
    NavigationItem("Improvement plan", "overview", May.READ_PROGRESS),
    NavigationItem("Worklist", "worklist", May.READ_WORKLISTS),
    NavigationItem("What has stalled", "stalled", May.READ_PROGRESS),
    NavigationItem("Is it real?", "variation", May.READ_PROGRESS),
    NavigationItem("Inspection report", "report", May.READ_PROGRESS),
    NavigationItem("The road", "road", May.READ_INSPECTIONS),
    NavigationItem("Reports and letters", "documents", May.READ_INSPECTIONS),
    NavigationItem("Definitions", "definitions", May.READ_DEFINITIONS),
    NavigationItem("Data", "data", May.READ_DEFINITIONS),
    NavigationItem("Who looked at whom", "access-log", May.READ_ACCESS_LOG),
)


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
    match = request.resolver_match
    return {
        "load": load_shown(),
        "reader": reader,
        "may_write": may(role, May.WRITE),
        "may_keep_inspections": may(role, May.KEEP_INSPECTIONS),
        "may_open_children": may(role, May.OPEN_OWN_TEAM),
        "may_open_any": may(role, May.OPEN_ANY_CHILD),
        "may_read_exact": may(role, May.READ_EXACT_FIGURES),
        "navigation": [item for item in NAVIGATION if may(role, item.permission)],
        "page_name": match.view_name if match else "",
    }
