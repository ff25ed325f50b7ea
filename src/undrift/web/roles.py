"""Who may do what: one table. A view names the one thing it lets a person do; what is not named is refused."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest

View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    ANALYST = "analyst"
    TEAM_MANAGER = "team manager"
    SOCIAL_WORKER = "social worker"
    REVIEWING_OFFICER = "reviewing officer"
    COUNCILLOR = "councillor"


class May(StrEnum):
    """Everything a page can let a person do."""

    SIGN_IN = "sign in and out"
    READ_PROGRESS = "read the improvement plan, its answers and the inspection report"
    READ_DEFINITIONS = "read the definitions, and what each return and form holds"
    READ_INSPECTIONS = "read the road, the reports and letters kept, and search them"
    KEEP_INSPECTIONS = "keep a report or letter, and confirm or correct the theme of a sentence"
    READ_EXACT_FIGURES = "read figures that are not protected, by team too"
    OPEN_OWN_TEAM = "open the children of one's own team"
    OPEN_OWN_CHILDREN = "open the children one works with"
    OPEN_ANY_CHILD = "open any child"
    READ_WORKLISTS = "read a worklist, and open the children on it"
    READ_LOADS = "read what was loaded, what changed and what is wrong with it, and no child's value"
    LOAD = "check files, say what is in them, and load them"
    WRITE = "write actions, evidence and updates"
    READ_ACCESS_LOG = "read the log of who looked at whom"


_EVERYBODY = frozenset({May.SIGN_IN, May.READ_PROGRESS, May.READ_DEFINITIONS, May.READ_INSPECTIONS})

TABLE: dict[Role, frozenset[May]] = {
    Role.ANALYST: frozenset(May),
    Role.TEAM_MANAGER: _EVERYBODY
    | {May.READ_EXACT_FIGURES, May.OPEN_OWN_TEAM, May.READ_WORKLISTS, May.READ_LOADS},
    Role.SOCIAL_WORKER: _EVERYBODY | {May.OPEN_OWN_CHILDREN, May.READ_WORKLISTS},
    Role.REVIEWING_OFFICER: _EVERYBODY | {May.OPEN_OWN_CHILDREN, May.READ_WORKLISTS},
    Role.COUNCILLOR: _EVERYBODY,
}


def may(role: str, what: May) -> bool:
    """Whether the role may; a role that is not in the table may nothing."""
    return role in TABLE and what in TABLE[Role(role)]


def reads_exact(request: HttpRequest) -> bool:
    """Whether this person's pages show figures as they are; everybody else's are protected first."""
    return may(getattr(request.user, "role", ""), May.READ_EXACT_FIGURES)


def needs(what: May, *, about_children: bool = False) -> Callable[[View], View]:
    """Mark a view with the one permission it needs. about_children: a refusal goes in the access log too."""

    def mark(view: View) -> View:
        view.permission = what  # type: ignore[attr-defined]
        view.about_children = about_children  # type: ignore[attr-defined]
        return view

    return mark


def open_to_strangers(view: View) -> View:
    """Mark a view that is reached before signing in."""
    marked = needs(May.SIGN_IN)(view)
    return login_not_required(marked)
