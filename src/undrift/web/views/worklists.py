"""The worklist people open in the morning, one child on it, and the calendar that names nobody."""

from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from undrift import journeys
from undrift.sheet import write_workbook
from undrift.web import access, feeds, store
from undrift.web.models import CalendarAddress, User
from undrift.web.presenters import child as child_presenter
from undrift.web.presenters import worklists as presenter
from undrift.web.presenters.back import came_from
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs, open_to_strangers

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


@needs(May.READ_WORKLISTS, about_children=True)
def show(request: HttpRequest) -> HttpResponse:
    """The reader's own list; `format=xlsx` gives it as a workbook. What narrows it stands in the address."""
    access.allowed(request, measure_id="worklist")
    asked = presenter.Asked.of(request.GET.dict())
    items = feeds.items_of(store.cursor(), _reader(request), store.load().as_at)
    if request.GET.get("format") == "xlsx":
        book = BytesIO()
        rows = [presenter.cells(item) for item in presenter.narrowed(items, asked)]
        write_workbook(book, "Worklist", presenter.HEADINGS, rows)
        name = f"worklist-{store.load().as_at}.xlsx"
        return HttpResponse(
            book.getvalue(), WORKBOOK, headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
    context = {
        "list": presenter.shown(items, asked),
        "sorts": presenter.SORTS,
        "most": presenter.MOST,
        "whose": presenter.whose(_reader(request).role),
    }
    return render(request, "worklist.html", context)


@needs(May.READ_WORKLISTS, about_children=True)
def child(request: HttpRequest, child_id: str) -> HttpResponse:
    """One child's journey, clocks and flags, reached from a list and not through a measure."""
    access.open_child(request, child_id=child_id, measure_id="worklist")
    journey = journeys.child(store.cursor(), child_id)
    if journey is None:
        raise Http404("No such child in this load.")
    back = came_from(request)
    context = {
        "area": None,
        "measure": None,
        "back": back,
        "why_here": [],
        "shown": child_presenter.of_journey(store.cursor(), journey, store.load().as_at),
        "trail": [back.step, Step(journey.child.name, "")],
    }
    return render(request, "child.html", context)


@needs(May.READ_WORKLISTS)
def calendar_address(request: HttpRequest) -> HttpResponse:
    """Make a calendar address, shown once, or stop the one there is."""
    person = _reader(request)
    made = ""
    if request.method == "POST":
        if request.POST.get("what") == "stop":
            feeds.end_address(person=person)
            return redirect("calendar-address")
        path = reverse("calendar", kwargs={"secret": feeds.make_address(person=person)})
        made = request.build_absolute_uri(path)
    working = CalendarAddress.objects.filter(person=person, ended_at=None).first()
    steps = [Step("Worklist", reverse("worklist")), Step("Calendar", "")]
    return render(request, "calendar_address.html", {"made": made, "working": working, "trail": steps})


@open_to_strangers
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar of whoever's secret this is: how many of what fall due each day. It names no child."""
    person = feeds.reader_of(secret)
    if person is None:
        raise Http404("No such calendar.")
    as_at = store.load().as_at
    address = request.build_absolute_uri(reverse("worklist"))
    book = feeds.calendar(feeds.items_of(store.cursor(), person, as_at), as_at, timezone.now(), address)
    return HttpResponse(book, "text/calendar; charset=utf-8")
