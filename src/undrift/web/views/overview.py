"""The first page: every area for improvement, four answers each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from undrift.web import store
from undrift.web.presenters import progress
from undrift.web.presenters.thread import current_improvement_plan
from undrift.web.roles import May, may, needs


@needs(May.READ_PROGRESS)
def show(request: HttpRequest) -> HttpResponse:
    if store.is_empty() and may(getattr(request.user, "role", ""), May.LOAD):
        return redirect("check-files")
    store.load()  # which says so where nothing has been loaded yet
    improvement_plan = current_improvement_plan()
    context = {"improvement_plan": improvement_plan, "shown": progress.of_improvement_plan(improvement_plan)}
    return render(request, "overview.html", context)
