"""Deny by default: every address declares one permission, and the table of roles is the only thing that grants it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver

from undrift.web.middleware import PermissionMiddleware
from undrift.web.models import User
from undrift.web.roles import TABLE, May, Role, may, needs


def _patterns() -> list[URLPattern]:
    found = []
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern), "an include would hide addresses from this test"
        found.append(pattern)
    return found


def _declared(pattern: URLPattern, what: str) -> object:
    return getattr(pattern.callback, what, None)


@pytest.mark.parametrize("pattern", _patterns(), ids=lambda pattern: pattern.name)
def test_every_address_declares_its_permission(pattern: URLPattern) -> None:
    assert isinstance(_declared(pattern, "permission"), May)


def test_only_signing_in_and_out_and_a_secret_calendar_are_open_to_strangers() -> None:
    """Django's own sign-in middleware lets through only what is marked; the mark and the permission must agree."""
    open_ones = {p.name for p in _patterns() if not getattr(p.callback, "login_required", True)}
    assert open_ones == {"sign-in", "sign-out", "calendar"}
    assert open_ones == {p.name for p in _patterns() if _declared(p, "permission") is May.SIGN_IN}


@pytest.mark.parametrize("pattern", _patterns(), ids=lambda pattern: pattern.name)
def test_an_address_with_a_child_in_it_is_marked_and_needs_a_team(pattern: URLPattern) -> None:
    about = "children" in str(pattern.pattern) or pattern.name in (
        "worklist",
        "stalled-pattern",
        "variation-rows",
    )
    assert _declared(pattern, "about_children") is about
    if about:
        assert _declared(pattern, "permission") in (
            May.OPEN_OWN_TEAM,
            May.OPEN_ANY_CHILD,
            May.READ_WORKLISTS,
        )


def test_the_table_grants_no_more_than_the_roles_need() -> None:
    assert set(TABLE) == set(Role)
    granted = {what: {role for role in Role if may(role, what)} for what in May}
    everybody, staff = set(Role), {Role.ANALYST, Role.TEAM_MANAGER}
    workers = {Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER}
    assert granted == {
        May.SIGN_IN: everybody,
        May.READ_PROGRESS: everybody,
        May.READ_DEFINITIONS: everybody,
        May.READ_INSPECTIONS: everybody,
        May.KEEP_INSPECTIONS: {Role.ANALYST},
        May.READ_EXACT_FIGURES: staff,
        May.OPEN_OWN_TEAM: staff,
        May.OPEN_OWN_CHILDREN: {Role.ANALYST, *workers},
        May.OPEN_ANY_CHILD: {Role.ANALYST},
        May.READ_WORKLISTS: staff | workers,
        May.READ_LOADS: staff,
        May.LOAD: {Role.ANALYST},
        May.WRITE: {Role.ANALYST},
        May.READ_ACCESS_LOG: {Role.ANALYST},
    }


@pytest.mark.parametrize("role", ["", "director", "Analyst", "analyst "])
def test_a_role_that_is_not_in_the_table_may_nothing(role: str) -> None:
    assert not any(may(role, what) for what in May)


def _undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("shown")


def _asked_by(role: str, view: object) -> None:
    request = RequestFactory().get("/")
    request.user = User(username="somebody", role=role)
    PermissionMiddleware(lambda _: HttpResponse()).process_view(request, view, (), {})  # type: ignore[arg-type]


@pytest.mark.parametrize("role", [*Role, ""])
def test_a_view_that_declares_nothing_opens_for_nobody(role: str) -> None:
    with pytest.raises(PermissionDenied):
        _asked_by(role, _undeclared)


def test_a_declared_view_opens_for_those_who_may_and_only_them() -> None:
    view = needs(May.READ_EXACT_FIGURES)(lambda request: HttpResponse("shown"))
    _asked_by(Role.TEAM_MANAGER, view)
    with pytest.raises(PermissionDenied):
        _asked_by(Role.COUNCILLOR, view)
