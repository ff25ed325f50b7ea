"""The road, the reports and letters kept, what they say of a theme, and the search over all of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift.errors import UserError
from undrift.inspections.stored import Document
from undrift.inspections.themes import theme_of, themes
from undrift.web import store
from undrift.web.presenters import documents as presenter
from undrift.web.presenters import others
from undrift.web.presenters import road as road_presenter
from undrift.web.presenters.documents import Held
from undrift.web.presenters.thread import Step, area_numbered, current_improvement_plan, trail
from undrift.web.roles import May, needs

MOST_HITS = 50
LONGEST_SEARCH = 200  # characters; a question longer than that finds nothing anyway


def held_documents() -> Held:
    return list(store.corpus().documents())


def document_or_404(key: str) -> Document:
    try:
        return store.corpus().get(key)
    except UserError:
        raise Http404("No report or letter of that key is kept.") from None


def documents_trail(*steps: Step) -> list[Step]:
    return [Step("Reports and letters", reverse("documents")), *steps]


@needs(May.READ_INSPECTIONS)
def road(request: HttpRequest) -> HttpResponse:
    improvement_plan = current_improvement_plan()
    shown = road_presenter.of_authority(
        improvement_plan.authority,
        held_documents(),
        store.load().as_at,
        road_presenter.recorded_steps(improvement_plan),
    )
    return render(request, "road.html", {"shown": shown})


@needs(May.READ_INSPECTIONS)
def listing(request: HttpRequest) -> HttpResponse:
    authority = current_improvement_plan().authority
    context = {"kept": presenter.listed(held_documents(), authority), "authority": authority, "words": ""}
    return render(request, "documents.html", context)


@needs(May.READ_INSPECTIONS)
def document(request: HttpRequest, key: str) -> HttpResponse:
    found = document_or_404(key)
    shown = presenter.of_document(key, found, store.corpus().corrections())
    improvement_plan = current_improvement_plan()
    # A report's own areas lead on to the improvement plan that answers them.
    answered = {area.text.splitlines()[0]: area.number for area in improvement_plan.areas.all()}
    context = {
        "shown": shown,
        "answered": answered,
        "just_kept": request.GET.get("kept") == "1",
        "trail": documents_trail(Step(shown.title, "")),
    }
    return render(request, "document.html", context)


@needs(May.READ_INSPECTIONS)
def search(request: HttpRequest) -> HttpResponse:
    """Passages that hold every word asked for; `theme` keeps one theme's."""
    words = request.GET.get("words", "")[:LONGEST_SEARCH]
    theme = request.GET.get("theme", "")
    known = themes()
    theme = theme if theme in {one.id for one in known} else ""
    found = store.corpus().search(words, theme=theme or None, most=MOST_HITS + 1)
    context = {
        "words": words,
        "theme": theme,
        "themes": known,
        "hits": others.hits(found[:MOST_HITS], dict(held_documents())),
        "has_more": len(found) > MOST_HITS,
        "most": MOST_HITS,
        "trail": documents_trail(Step("Search", "")),
    }
    return render(request, "search.html", context)


def _theme_or_404(theme: str) -> str:
    if theme not in {one.id for one in themes()}:
        raise Http404("There is no such theme.")
    return theme


def _said(request: HttpRequest, theme: str | None, steps: list[Step], number: int | None) -> HttpResponse:
    authority = current_improvement_plan().authority
    corpus = store.corpus()
    visits = others.said_each_time(held_documents(), authority, theme, corpus.corrections()) if theme else ()
    context = {
        "authority": authority, "theme": theme, "theme_name": presenter.short_theme(theme), "whole_name": presenter.theme_name(theme), "visits": visits,
        "number": number, "trail": [*steps, Step("What inspectors said each time", "")],
    }  # fmt: skip
    return render(request, "said.html", context)


def _others(request: HttpRequest, theme: str | None, steps: list[Step], number: int | None) -> HttpResponse:
    authority = current_improvement_plan().authority
    corpus = store.corpus()
    shown = others.learning(held_documents(), authority, theme, corpus.corrections()) if theme else None
    context = {
        "authority": authority, "theme": theme, "theme_name": presenter.short_theme(theme), "whole_name": presenter.theme_name(theme), "shown": shown,
        "number": number, "trail": [*steps, Step("Learning from others", "")],
    }  # fmt: skip
    return render(request, "others.html", context)


@needs(May.READ_INSPECTIONS)
def said_of_area(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    return _said(request, theme_of(area.text, store.corpus().corrections()).theme, trail(area), number)


@needs(May.READ_INSPECTIONS)
def others_of_area(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    return _others(request, theme_of(area.text, store.corpus().corrections()).theme, trail(area), number)


@needs(May.READ_INSPECTIONS)
def said_of_theme(request: HttpRequest, theme: str) -> HttpResponse:
    return _said(request, _theme_or_404(theme), documents_trail(), None)


@needs(May.READ_INSPECTIONS)
def others_of_theme(request: HttpRequest, theme: str) -> HttpResponse:
    return _others(request, _theme_or_404(theme), documents_trail(), None)
