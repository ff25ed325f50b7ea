"""What each return and form holds, as the readers take it, and templates to fill in. Nothing here is about a child."""

import tempfile
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from undrift.returns import templates
from undrift.returns.catalogue import Manual, catalogue
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs
from undrift.web.views import data

KINDS = {
    "xlsx": ("an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("a CSV file", "text/csv; charset=utf-8"),
    "zip": ("CSV files, zipped", "application/zip"),
}


@needs(May.READ_DEFINITIONS)
def listing(request: HttpRequest) -> HttpResponse:
    every = catalogue().values()
    groups = (
        ("Returns", "What an authority already makes for others.", [m for m in every if not m.ours]),
        (
            "Our own forms",
            "What no return holds. Each has a template: fill it in with Excel or export the same columns from your "
            "own system, in any order and with the usual names.",
            [m for m in every if m.ours],
        ),
    )
    return render(
        request, "returns.html", {"groups": groups, "trail": [data.step(), Step("Returns and forms", "")]}
    )


@needs(May.READ_DEFINITIONS)
def page(request: HttpRequest, return_id: str) -> HttpResponse:
    manual = _found(return_id)
    kinds = [(kind, KINDS[kind][0]) for kind in manual.templates]
    steps = [data.step(), Step("Returns and forms", reverse("returns")), Step(manual.title, "")]
    return render(request, "return.html", {"manual": manual, "kinds": kinds, "trail": steps})


@needs(May.READ_DEFINITIONS)
def template(request: HttpRequest, return_id: str, kind: str) -> HttpResponse:
    manual = _found(return_id)
    if kind not in manual.templates:
        raise Http404("There is no template of that kind.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{manual.id}.{kind}"
        templates.write(manual, path)
        response = HttpResponse(path.read_bytes(), content_type=KINDS[kind][1])
    response["Content-Disposition"] = f'attachment; filename="{manual.id}.{kind}"'
    return response


def _found(return_id: str) -> Manual:
    manual = catalogue().get(return_id)
    if manual is None:
        raise Http404("There is no such return or form.")
    return manual
