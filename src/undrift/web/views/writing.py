"""The forms that write to the improvement plan, each through its command, never straight to the tables."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from undrift.improvement import commands
from undrift.improvement.models import Action, Area, Evidence, RoadStep
from undrift.web.forms import AddAction, AddEvidence, AddUpdate, CompleteAction, RecordRoadStep
from undrift.web.presenters.thread import Step, area_numbered, current_improvement_plan, trail
from undrift.web.roles import May, needs

Make = Callable[..., forms.Form]
Save = Callable[[dict[str, Any], str], object]


def _form_page(
    request: HttpRequest,
    area: Area,
    make: Make,
    save: Save,
    *,
    title: str,
    template: str,
    after: str,
    **context: Any,
) -> HttpResponse:
    """Show the form, or save what was sent and go back to the place on the area's page it belongs to."""
    form = make(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        save(form.cleaned_data, request.user.get_username())
        # Seeing the result after a redirect means that reloading cannot save twice.
        return redirect(f"{redirect('area', number=area.number).url}#{after}")
    steps = [*trail(area), Step(title, "")]
    return render(request, template, {"form": form, "area": area, "title": title, "trail": steps, **context})


@needs(May.WRITE)
def add_action(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    return _form_page(
        request, area, AddAction, lambda given, by: commands.add_action(area=area, by=by, **given),
        title="Add an action", template="write_action.html", after="actions",
    )  # fmt: skip


@needs(May.WRITE)
def complete_action(request: HttpRequest, number: int, action_id: int) -> HttpResponse:
    area = area_numbered(number)
    action = area.actions.filter(id=action_id).first()
    if action is None:
        raise Http404("No such action in this area.")
    return _form_page(
        request, area, CompleteAction, lambda given, by: _complete(action, given, by),
        title="Complete an action", template="write_complete.html", after="actions", action=action,
    )  # fmt: skip


def _complete(action: Action, given: dict[str, Any], by: str) -> None:
    commands.complete_action(action=action, by=by, done_on=given["done_on"], note=given["done_note"])


@needs(May.WRITE)
def add_evidence(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    says = [
        ("better", "Practice is better"),
        ("no_better", "Practice is no better"),
        ("worse", "Practice is worse"),
    ]

    def make(*args: Any, **kwargs: Any) -> forms.Form:
        return AddEvidence(*args, kinds=list(Evidence.Kind.choices), says=says, **kwargs)

    return _form_page(
        request, area, make, lambda given, by: commands.add_evidence(area=area, by=by, **given),
        title="Add evidence", template="write_evidence.html", after="evidence",
    )  # fmt: skip


@needs(May.WRITE)
def record_road_step(request: HttpRequest) -> HttpResponse:
    improvement_plan = current_improvement_plan()
    form = RecordRoadStep(request.POST or None, today=localdate(), kinds=list(RoadStep.Kind.choices))
    if request.method == "POST" and form.is_valid():
        by = request.user.get_username()
        commands.record_road_step(improvement_plan=improvement_plan, by=by, **form.cleaned_data)
        return redirect("road")
    return render(request, "record_road_step.html", {"form": form, "title": "Record a step"})


@needs(May.WRITE)
def add_update(request: HttpRequest, number: int) -> HttpResponse:
    area = area_numbered(number)
    return _form_page(
        request, area, AddUpdate, lambda given, by: commands.add_update(area=area, by=by, on=localdate(), **given),
        title="Add an update", template="write_update.html", after="updates",
    )  # fmt: skip
