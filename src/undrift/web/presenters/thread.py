"""Where the reader stands on the thread: improvement plan, area, measure, children, child."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from undrift import measures
from undrift.improvement.models import Area, AreaMeasure, ImprovementPlan


@dataclass(frozen=True)
class Step:
    """One breadcrumb."""

    text: str
    address: str


def current_improvement_plan() -> ImprovementPlan:
    """The improvement plan answering the latest report; 404 before there is one."""
    found = ImprovementPlan.objects.first()
    if found is None:
        raise Http404("No improvement plan has been made yet.")
    return found


def area_numbered(number: int) -> Area:
    """The improvement plan's area of this number, or 404."""
    found = current_improvement_plan().areas.filter(number=number).first()
    if found is None:
        raise Http404("No such area for improvement.")
    return found


def measure_of(area: Area, measure_id: str) -> tuple[AreaMeasure, measures.Measure]:
    """The measure's card and why it watches this area; 404 unless it does."""
    link = area.measures.filter(measure_id=measure_id).first()
    card = measures.catalogue().get(measure_id)
    if link is None or card is None:
        raise Http404("That measure does not watch this area.")
    return link, card


def trail(
    area: Area | None = None, measure: measures.Measure | None = None, children: bool = False
) -> list[Step]:
    """The steps above a page: the overview, then as far along as is given."""
    steps = [Step("Improvement plan", reverse("overview"))]
    if area:
        steps.append(Step(f"Area {area.number}", reverse("area", kwargs={"number": area.number})))
    if area and measure:
        place = {"number": area.number, "measure_id": measure.id}
        steps.append(Step(measure.title, reverse("measure", kwargs=place)))
        if children:
            steps.append(Step("Children behind it", reverse("children", kwargs=place)))
    return steps
