"""The children behind a measure, and one child. Every look is logged before the page is made."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from undrift import journeys, measures
from undrift.web import access, store
from undrift.web.presenters import behind as presenter
from undrift.web.presenters import child as child_presenter
from undrift.web.presenters.thread import Step, area_numbered, measure_of, trail
from undrift.web.roles import May, needs


@needs(May.OPEN_OWN_TEAM, about_children=True)
def behind(request: HttpRequest, number: int, measure_id: str) -> HttpResponse:
    """The children behind the measure today: every team's, or the reader's own team's."""
    area = area_numbered(number)
    link, card = measure_of(area, measure_id)
    team = access.team_of(request)
    access.allowed(request, measure_id=measure_id)
    sort = request.GET.get("sort", presenter.FIRST_SORT)
    groups = presenter.by_team(measures.behind(store.cursor(), measure_id, team), sort)
    context = {
        "area": area,
        "measure": card,
        "link": link,
        "groups": groups,
        "count": sum(len(group.rows) for group in groups),
        "sort": sort if sort in presenter.SORTS else presenter.FIRST_SORT,
        "sorts": presenter.SORTS,
        "own_team": team is not None,
        "trail": [*trail(area, card), Step("Children behind it", "")],
    }
    return render(request, "children.html", context)


@needs(May.OPEN_OWN_TEAM, about_children=True)
def child(request: HttpRequest, number: int, measure_id: str, child_id: str) -> HttpResponse:
    """One child's journey, clocks and flags."""
    area = area_numbered(number)
    _, card = measure_of(area, measure_id)
    access.open_child(request, child_id=child_id, measure_id=measure_id)
    journey = journeys.child(store.cursor(), child_id)
    if journey is None:
        raise Http404("No such child in this load.")
    today = measures.behind(store.cursor(), measure_id, child=child_id)
    context = {
        "area": area,
        "measure": card,
        "why_here": [row.words for row in today],
        "shown": child_presenter.of_journey(store.cursor(), journey, store.load().as_at, measure=card),
        "trail": [*trail(area, card, children=True), Step(journey.child.name, "")],
    }
    return render(request, "child.html", context)
