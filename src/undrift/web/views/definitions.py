"""Every definition the figures rest on, printed from its card."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift.web.presenters import cards
from undrift.web.presenters import coverage as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs


@needs(May.READ_DEFINITIONS)
def listing(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    return render(request, "definitions.html", {"kinds": cards.listed(words), "words": words})


@needs(May.READ_DEFINITIONS)
def card(request: HttpRequest, kind: str, card_id: str) -> HttpResponse:
    found = cards.find(kind, card_id)
    if found is None:
        raise Http404("No such definition.")
    watches = cards.watched_by(card_id) if kind == "measure" else ()
    steps = [Step("Definitions", reverse("definitions")), Step(found.title, "")]
    context = {"card": found, "watches": watches, "trail": steps}
    return render(request, "definition.html", context)


@needs(May.READ_DEFINITIONS)
def coverage(request: HttpRequest) -> HttpResponse:
    """Every limit and published measure known: built, or why not."""
    steps = [Step("Definitions", reverse("definitions")), Step("What is built, and what is not", "")]
    return render(request, "coverage.html", {"kinds": presenter.everything(), "trail": steps})
