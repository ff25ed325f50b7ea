"""The first page: every area for improvement, four answers each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.web.presenters import progress
from undrift.web.presenters.thread import current_improvement_plan
from undrift.web.roles import May, needs


@needs(May.READ_PROGRESS)
def show(request: HttpRequest) -> HttpResponse:
    improvement_plan = current_improvement_plan()
    context = {"improvement_plan": improvement_plan, "shown": progress.of_improvement_plan(improvement_plan)}
    return render(request, "overview.html", context)
