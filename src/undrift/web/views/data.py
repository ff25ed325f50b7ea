"""The way to everything about the data itself: one page, a line a place. A room that adds a page adds its line."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift.web.presenters.thread import Step
from undrift.web.roles import May, may, needs


@dataclass(frozen=True)
class Place:
    """address_name: the name of an address that needs no argument."""

    text: str
    says: str
    address_name: str
    permission: May


PLACES = (
    Place(
        "Check and load files",
        "Everything that is wrong with files you choose, before anything is loaded; put right what was not recognised, and load them.",
        "check-files",
        May.LOAD,
    ),
    Place(
        "Loads",
        "Every set of files loaded: who, when, what was in it, what was wrong with it, and what changed from one to the next.",
        "loads",
        May.READ_LOADS,
    ),
    Place(
        "What was said of the files",
        "What people have said a sheet, column, code or date is, which every later check and load goes by.",
        "mappings",
        May.LOAD,
    ),
    Place(
        "Is it one child?",
        "Pairs of ids that may stand for one child, why, and what people have said of them.",
        "same-child",
        May.OPEN_ANY_CHILD,
    ),
    Place(
        "Returns and forms",
        "Every return and form that can be read, column by column, with templates to download.",
        "returns",
        May.READ_DEFINITIONS,
    ),
)


def step() -> Step:
    """The breadcrumb above every page about the data."""
    return Step("Data", reverse("data"))


@needs(May.READ_DEFINITIONS)
def show(request: HttpRequest) -> HttpResponse:
    role = getattr(request.user, "role", "")
    places = [place for place in PLACES if may(role, place.permission)]
    return render(request, "data.html", {"places": places, "trail": [Step("Data", "")]})
