"""One measure: what it counts and where from, its chart, the teams, and the way to the children."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.improvement.progress import measure_progress
from undrift.web import store
from undrift.web.presenters import beside, cards, figures, since
from undrift.web.presenters.thread import Step, area_numbered, measure_of, trail
from undrift.web.roles import May, needs, reads_exact


@needs(May.READ_PROGRESS)
def show(request: HttpRequest, number: int, measure_id: str) -> HttpResponse:
    area = area_numbered(number)
    link, card = measure_of(area, measure_id)
    exact, as_at = reads_exact(request), store.load().as_at
    baseline = area.improvement_plan.baseline_on
    # Protected figures are told one way only: the same months pooled two ways could be told apart by subtraction.
    months = since.choices(store.cursor()) if exact else []
    chosen = since.chosen(request.GET.get("since", ""), months) or baseline
    found = measure_progress(store.cursor(), measure_id, chosen, as_at, why=link.why)
    context = {
        "area": area,
        "since_months": months,
        "since": chosen,
        "is_baseline": chosen == baseline,
        "measure": figures.of_measure(found, figures.marks_of(area), exact=exact),
        "card": cards.measure(card),
        "others": beside.of_measure(card, exact=exact),
        "trail": [*trail(area), Step(card.title, "")],
    }
    return render(request, "measure.html", context)
