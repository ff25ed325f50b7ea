"""Deny by default: a page nobody declared a permission for opens for nobody."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from undrift.errors import UserError
from undrift.web import access
from undrift.web.roles import May, may
from undrift.web.views.errors import explained

Answer = Callable[[HttpRequest], HttpResponse]


class PrivatePages:
    """No shared cache and no back button after signing out may show a page about children."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class PermissionMiddleware:
    """Compare the permission the view declares with the table of roles, before the view runs."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        needed: May | None = getattr(view, "permission", None)
        if needed is May.SIGN_IN:
            return
        if needed is not None and may(getattr(request.user, "role", ""), needed):
            return
        if getattr(view, "about_children", False):
            access.refused(request, reason="the role may not open children", **kwargs)
        raise PermissionDenied("Your role does not open this page.")

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A fault the reader can put right is shown in its own words, never as a traceback."""
        return explained(request, error) if isinstance(error, UserError) else None
