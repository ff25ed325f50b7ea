"""Writing the access log, and the one place that says whether this person may open this child."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from undrift import journeys
from undrift.web import store
from undrift.web.models import AccessLog, User
from undrift.web.roles import May, may

NOT_YOUR_TEAM = "the child is not in the person's team"
NOT_YOURS = "the person does not work with the child"


def _write(
    request: HttpRequest, outcome: AccessLog.Outcome, reason: str, child_id: str, measure_id: str
) -> None:
    person = request.user
    assert isinstance(person, User)  # nobody reaches a page about children without signing in
    AccessLog.objects.create(
        who=person.username,
        role=person.role,
        team_id=person.team_id,
        kind=AccessLog.Kind.CHILD if child_id else AccessLog.Kind.CHILDREN,
        child_id=child_id[:100],
        measure_id=measure_id[:60],
        outcome=outcome,
        reason=reason,
        load_id="" if store.is_empty() else store.load().id,
    )


def allowed(request: HttpRequest, *, child_id: str = "", measure_id: str = "", **_: Any) -> None:
    """Note a look before the page is made: a page that cannot be logged is not shown."""
    _write(request, AccessLog.Outcome.ALLOWED, "", child_id, measure_id)


def refused(
    request: HttpRequest,
    *,
    reason: str,
    child_id: str = "",
    measure_id: str = "",
    pattern_id: str = "",
    **_: Any,
) -> None:
    _write(request, AccessLog.Outcome.REFUSED, reason, child_id, measure_id or pattern_id)


def open_child(request: HttpRequest, *, child_id: str, measure_id: str) -> None:
    """Log the look at one child, or log the refusal and raise PermissionDenied."""
    person = request.user
    assert isinstance(person, User)
    if _may_open(person, child_id):
        allowed(request, child_id=child_id, measure_id=measure_id)
        return
    teams = may(person.role, May.OPEN_OWN_TEAM)
    refused(request, reason=NOT_YOUR_TEAM if teams else NOT_YOURS, child_id=child_id, measure_id=measure_id)
    held = "is not held by your team" if teams else "is not one you work with"
    raise PermissionDenied(f"This child {held} today. The attempt has been noted.")


def _may_open(person: User, child_id: str) -> bool:
    if may(person.role, May.OPEN_ANY_CHILD):
        return True
    if may(person.role, May.OPEN_OWN_TEAM) and person.team_id:
        return journeys.holds(store.cursor(), child_id, person.team_id)
    if may(person.role, May.OPEN_OWN_CHILDREN) and person.worker_id:
        return journeys.works_with(store.cursor(), child_id, person.worker_id, store.load().as_at)
    return False


def team_of(request: HttpRequest) -> str | None:
    """The one team whose children this person may list; None means every team."""
    person = request.user
    assert isinstance(person, User)
    if may(person.role, May.OPEN_ANY_CHILD):
        return None
    if not person.team_id:
        raise PermissionDenied("Your account names no team, so no list of children opens for you.")
    return person.team_id


def at_the_command_line(who: str, *, child_id: str = "", definition: str = "") -> None:
    """Note a look taken from the command line, where whoever can read the stores needs no sign-in."""
    AccessLog.objects.create(
        who=who[:150],
        role="command line",
        kind=AccessLog.Kind.CHILD if child_id else AccessLog.Kind.CHILDREN,
        child_id=child_id[:100],
        measure_id=definition[:60],
        outcome=AccessLog.Outcome.ALLOWED,
        load_id="" if store.is_empty() else store.load().id,
    )
