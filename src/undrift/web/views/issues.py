"""What is wrong with a load, an issue a row: on screen, as a workbook, as JSON."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from undrift.returns import Issue
from undrift.sheet import write_workbook
from undrift.web import access, store
from undrift.web.presenters import loads as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, may, needs
from undrift.web.views.loads import load_or_404, load_step, steps

A_PAGE = 50
MOST_KINDS = 15  # told of a long list, each with how many there are
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(May.READ_LOADS)
def show(request: HttpRequest, load_id: str) -> HttpResponse:
    """Every issue, narrowed by what stands in the address; `format` xlsx or json downloads the same list.

    The value that was read is a child's, so it is shown only to those who may open any child, and that look is noted.
    """
    load = load_or_404(load_id)
    values = may(getattr(request.user, "role", ""), May.OPEN_ANY_CHILD)
    if values:
        access.allowed(request, measure_id=f"issues: {load.id}")
    listed = listing(request, presenter.issues_of(store.home(), load), values)
    if answer := download(request, load.id, listed, {"load": load.id}):
        return answer
    context = listed | {"shown": load, "trail": steps(load_step(load), Step("Issues", ""))}
    return render(request, "issues.html", context)


def listing(request: HttpRequest, every: Sequence[Issue], values: bool) -> dict[str, Any]:
    """What `macros/issues.html` shows: the issues that the address asks for, a page of them, and what to narrow by."""
    asked = presenter.Narrowed.of(request.GET.dict(), every)
    found = [issue for issue in every if asked.keeps(issue)]
    came = {"held back": "Row held back", "kept": "Row kept"}
    filters = [
        ("severity", "What came of it", presenter.choices(every, "severity", came.__getitem__)),
        ("file", "File", presenter.choices(every, "file")),
        ("sheet", "Sheet or table", presenter.choices(every, "sheet")),
        ("code", "Kind", presenter.choices(every, "code", lambda said: said.replace("_", " "))),
    ]
    return {
        "found_issues": found,
        "alike": [(kind, urlencode(kind.narrowed.address)) for kind in presenter.alike(found, MOST_KINDS)]
        if len(found) > A_PAGE
        else [],
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "every": len(every),
        "held_back": sum(issue.severity == "held back" for issue in every),
        "asked_for": asked.address,
        "query": urlencode(asked.address),
        "filters": filters,
        "values": values,
    }


def download(
    request: HttpRequest, name: str, listed: dict[str, Any], about: dict[str, object]
) -> HttpResponse | None:
    """The issues listed, as the workbook or JSON that `format` asks for; None when it asks for neither."""
    found, values = listed["found_issues"], listed["values"]
    match request.GET.get("format"):
        case "xlsx":
            return _workbook(name, found, values)
        case "json":
            told = [_as_dict(issue, values) for issue in found]
            answer = JsonResponse(
                {**about, "issues": told}, json_dumps_params={"ensure_ascii": False, "indent": 2}
            )
            answer["Content-Disposition"] = f'attachment; filename="issues-{name}.json"'
            return answer
    return None


def _workbook(named: str, found: list[Issue], values: bool) -> HttpResponse:
    headings = (*presenter.ISSUE_HEADINGS, *(("Value read",) if values else ()))
    rows = [(*presenter.issue_cells(issue), *((issue.value,) if values else ())) for issue in found]
    book = BytesIO()
    write_workbook(book, "Issues", headings, rows)
    name = f"issues-{named}.xlsx"
    return HttpResponse(
        book.getvalue(), WORKBOOK, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _as_dict(issue: Issue, values: bool) -> dict[str, object]:
    told = dict(
        zip(
            (heading.lower().replace(" ", "_").strip("?") for heading in presenter.ISSUE_HEADINGS),
            presenter.issue_cells(issue),
            strict=True,
        )
    )
    return told | ({"value_read": issue.value} if values else {})
