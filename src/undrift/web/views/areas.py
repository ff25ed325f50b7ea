"""One area for improvement: the inspectors' sentence, the four answers, the measures, actions and evidence."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.web import store
from undrift.web.presenters import figures, progress
from undrift.web.presenters.thread import Step, area_numbered, trail
from undrift.web.roles import May, needs, reads_exact


@needs(May.READ_PROGRESS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    as_at = store.load().as_at
    found = progress.progress_of(area)
    marks = figures.marks_of(area)
    exact = reads_exact(request)
    context = {
        "area": area,
        "shown": progress.of_area(found),
        "measures": [figures.of_measure(watching, marks, exact=exact) for watching in found.measures],
        "actions": [progress.action(action, as_at) for action in area.actions.all()],
        "trail": [*trail(), Step(f"Area {number}", "")],
    }
    return render(request, "area.html", context)
