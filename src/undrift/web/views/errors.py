"""Pages for when something is wrong, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.errors import UserError


def _page(request: HttpRequest, status: int, title: str, *sentences: str) -> HttpResponse:
    return render(request, "error.html", {"title": title, "sentences": sentences}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        404,
        "Page not found",
        "Nothing is at this address. If you typed it, check it; if you followed a link, the area, measure or "
        "child may belong to an earlier load.",
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # Only our own sentences are raised with PermissionDenied; anything else gets the general one.
    reason = str(exception) if exception and str(exception) else "Your role does not open this page."
    return _page(
        request, 403, "You cannot open this page", reason, "If you need it for your work, ask the analyst."
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        "Something went wrong here",
        "The fault is ours, not yours. Nothing you had saved is lost. Try again; if it happens again, tell the "
        "analyst the time and the page you were on.",
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        "This form has been open too long",
        "Nothing was saved. Go back, reload the page and send the form again.",
    )


def gone(request: HttpRequest) -> HttpResponse:
    """Of files that waited to be loaded."""
    return _page(
        request,
        404,
        "These files are no longer here",
        "Files sent to be checked are deleted when they are loaded or left, when others are sent in their stead, two "
        "hours after they came, and when the site is started again. Whatever was loaded of them is among the loads.",
        "Send them again to go on.",
    )


def explained(request: HttpRequest, error: UserError) -> HttpResponse:
    """A fault the reader, or the analyst, can put right."""
    return _page(request, 503, "This page cannot be shown yet", *filter(None, (error.what, error.try_)))
