"""What has stalled: every pattern by area of practice, and the children who match one of them today."""

from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift import drift
from undrift.drift.stalled import Whose
from undrift.sheet import write_workbook
from undrift.web import access, store
from undrift.web.models import User
from undrift.web.presenters import stalled as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, may, needs, reads_exact
from undrift.web.views.worklists import WORKBOOK


def _reach(request: HttpRequest) -> presenter.Reach:
    """Whose children this reader may open, as `access.open_child` has it."""
    person = request.user
    assert isinstance(person, User)
    exact = reads_exact(request)
    if not may(person.role, May.READ_WORKLISTS):
        return presenter.Reach(exact, None, "")
    if may(person.role, May.OPEN_ANY_CHILD):
        return presenter.Reach(exact, Whose(), "")
    if may(person.role, May.OPEN_OWN_TEAM):
        # An account that names no team, or no worker, opens nobody: None would be everybody.
        return presenter.Reach(exact, Whose(team=person.team_id) if person.team_id else None, "of your team")
    own = Whose(worker=person.worker_id) if person.worker_id else None
    return presenter.Reach(exact, own, "you work with")


@needs(May.READ_PROGRESS)
def index(request: HttpRequest) -> HttpResponse:
    """Every pattern with how many children match it today. What narrows it stands in the address."""
    asked = presenter.Asked.of(request.GET.dict())
    reach = _reach(request)
    shown = presenter.index(store.cursor(), store.load().as_at, asked, reach)
    context = {"shown": shown, "reach": reach, "trail": [Step("What has stalled", "")]}
    return render(request, "stalled.html", context)


@needs(May.READ_WORKLISTS, about_children=True)
def pattern(request: HttpRequest, pattern_id: str) -> HttpResponse:
    """One pattern and the reader's own children who match it; `format=xlsx` gives them as a workbook."""
    card = drift.catalogue().get(pattern_id)
    if card is None:
        raise Http404("No such pattern.")
    reach = _reach(request)
    if reach.whose is None:
        access.refused(request, reason="the account names no team and no worker", measure_id=pattern_id)
        raise PermissionDenied(
            "Your account names no team and no worker, so no list of children opens for you."
        )
    access.allowed(request, measure_id=pattern_id)
    asked, as_at = presenter.Asked.of(request.GET.dict()), store.load().as_at
    if request.GET.get("format") == "xlsx":
        book = BytesIO()
        rows = presenter.opened(store.cursor(), as_at, pattern_id, asked, reach)
        write_workbook(book, "What has stalled", presenter.HEADINGS, map(presenter.cells, rows))
        name = f"stalled-{pattern_id}-{as_at}.xlsx"
        return HttpResponse(
            book.getvalue(), WORKBOOK, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
    context = {
        "shown": presenter.of_pattern(store.cursor(), as_at, pattern_id, asked, reach),
        "most": presenter.MOST,
        "one_team": bool(reach.whose.team),
        "trail": [Step("What has stalled", reverse("stalled") + asked.address()), Step(card.name, "")],
    }
    return render(request, "stalled_pattern.html", context)
