"""One child as the records knew them on an earlier day: only what that load said, and what has changed since."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift import journeys
from undrift.errors import UserError
from undrift.web import access, store
from undrift.web.forms import ChooseDay
from undrift.web.presenters import known as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs


@needs(May.READ_WORKLISTS, about_children=True)
def show(request: HttpRequest, child_id: str) -> HttpResponse:
    """The child as known on the day asked for; with none, or one that is wrong, the form alone."""
    access.open_child(request, child_id=child_id, measure_id="as known on")
    current = store.load()
    now = journeys.child(store.cursor(), child_id)
    if now is None:
        raise Http404("No such child in this load.")
    asked = any(name.startswith("on_") for name in request.GET)
    form = ChooseDay(request.GET if asked else None, today=current.as_at)
    found: presenter.Known | None = None
    on: date | None = None
    if asked and form.is_valid():
        on = form.cleaned_data["on"]
        try:
            found = presenter.known(store.home(), current, now, on)
        except UserError as fault:
            form.add_error("on", f"{fault.what} {fault.try_}")
    context = {
        "child": now.child,
        "child_id": child_id,
        "form": form,
        "on": on,
        "known": found,
        "loads": presenter.loads_before(store.home(), current),
        "trail": [
            Step(now.child.name, reverse("child-on-list", kwargs={"child_id": child_id})),
            Step("As known on an earlier day", ""),
        ],
    }
    return render(request, "known.html", context, status=400 if form.errors else 200)
