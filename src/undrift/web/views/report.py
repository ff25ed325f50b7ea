"""The inspection report: its areas for improvement and its findings, each with its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.web.presenters.thread import Step, current_improvement_plan, trail
from undrift.web.roles import May, needs

# The headings the inspection framework gives its three sections; another kind of heading is shown as it came.
SECTIONS = {
    "help_and_protection": "The experiences and progress of children who need help and protection",
    "in_care_and_care_leavers": "The experiences and progress of children in care and care leavers",
    "in_care": "The experiences and progress of children in care",
    "care_leavers": "The experiences and progress of care leavers",
    "impact_of_leaders": "The impact of leaders on social work practice with children and families",
}


@needs(May.READ_PROGRESS)
def show(request: HttpRequest) -> HttpResponse:
    improvement_plan = current_improvement_plan()
    areas = improvement_plan.areas.prefetch_related("findings")
    findings = improvement_plan.findings.prefetch_related("areas")
    sections: dict[str, list[object]] = {}
    for finding in findings:
        heading = SECTIONS.get(finding.section) or finding.section.replace("_", " ").capitalize()
        sections.setdefault(heading, []).append(finding)
    context = {
        "improvement_plan": improvement_plan,
        "areas": areas,
        "sections": sections,
        "trail": [*trail(), Step("Inspection report", "")],
    }
    return render(request, "report.html", context)
