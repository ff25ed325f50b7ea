"""Files checked before anything is loaded: sent, looked through, put right by what a person says of them, loaded or left."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from undrift import records
from undrift.errors import UserError
from undrift.records import mappings
from undrift.records.checked import Checked, check, mark
from undrift.records.erased import pending
from undrift.records.turn import is_taken
from undrift.returns.archive import WITHIN
from undrift.web import access, building, store, waiting
from undrift.web.forms import LoadFiles, SayWhatItIs, SendFiles
from undrift.web.presenters import checking as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, may, needs
from undrift.web.uploads import TOO_LARGE, TOO_MANY, takes
from undrift.web.views import data, issues
from undrift.web.views.errors import gone
from undrift.web.waiting import MOST_BYTES, MOST_FILES, Waiting

NOTE: Final = "files sent to be checked"
BUSY: Final = (
    "The pages are being made ready from a load now. Nothing was changed; try again in a minute or two."
)
View = Callable[..., HttpResponseBase]
MARKED = (".xlsx", ".xlsm", ".xls", ".csv", ".txt", ".zip")


@takes(most_bytes=MOST_BYTES, most_files=MOST_FILES)
@needs(May.LOAD)
def send(request: HttpRequest) -> HttpResponse:
    """Choose files and the day they speak for; what was sent is checked at once, and nothing of it is loaded."""
    sent = request.method == "POST"
    form = SendFiles(request.POST, request.FILES, today=localdate()) if sent else SendFiles(today=localdate())
    if not store.authority():
        form.asks_whose()
    if getattr(request, TOO_LARGE, False):
        form.refuse(f"The files are larger than {MOST_BYTES // 1_000_000} MB together. Nothing was kept.")
    elif getattr(request, TOO_MANY, False):
        form.refuse(f"These are more than {MOST_FILES} files. Nothing was kept.")
    elif sent and form.is_valid():
        try:
            here = waiting.receive(
                store.home(), _who(request), form.cleaned_data["as_at"], form.cleaned_data["sent"],
                form.cleaned_data["authority"],
            )  # fmt: skip
        except UserError as fault:
            form.refuse(" ".join(filter(None, (fault.what, fault.try_, "Nothing was kept."))))
        else:
            _look(here)
            return redirect("checked", token=here.token)
    context = {
        "form": form,
        "authority": store.authority(),
        "has_left": request.GET.get("left") == "1",
        "waits": waiting.whose(store.home(), _who(request)),
        "most_bytes": MOST_BYTES // 1_000_000,
        "most_files": MOST_FILES,
        "trail": [data.step(), Step("Check and load files", "")],
    }
    return render(request, "check_files.html", context, status=400 if form.errors else 200)


def _who(request: HttpRequest) -> str:
    return request.user.get_username()


def _authority(here: Waiting) -> str:
    return store.authority() or here.authority


def _look(here: Waiting) -> Checked:
    """Check what waits, by what has been said of the authority's files up to now."""
    try:
        found = check(here.paths, here.as_at, mappings.standing(store.home(), _authority(here)))
        here.keep(found)
    except FileNotFoundError:
        raise
    except BaseException:
        here.leave()  # a fault of ours must not leave children's data behind
        raise
    return found


def _of_waiting(view: View) -> View:
    """Give the view what this person has waiting; of what is not there any more, or is another's, a page says so."""

    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponseBase:
        here = waiting.of(store.home(), token, _who(request))
        if here is None:
            return gone(request)
        try:
            return view(request, here)
        except FileNotFoundError:
            if here.folder.exists():
                raise
            return gone(request)  # deleted while it was read

    return found


@needs(May.LOAD)
@_of_waiting
def show(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    """Everything the check found; `format` xlsx or json downloads the issues listed."""
    return _page(request, here, here.checked())


def _page(
    request: HttpRequest,
    here: Waiting,
    checked: Checked,
    say_form: SayWhatItIs | None = None,
    load_form: LoadFiles | None = None,
) -> HttpResponse:
    values = may(getattr(request.user, "role", ""), May.OPEN_ANY_CHILD)
    access.allowed(request, measure_id=NOTE)
    every = sorted(checked.issues, key=lambda issue: issue.severity != "held back")
    listed = issues.listing(request, every, values)
    if download := issues.download(request, here.as_at.isoformat(), listed, {"as_at": here.as_at}):
        return download
    asked = checked.unknown[: presenter.MOST_ASKED]
    say_form = say_form or SayWhatItIs(asked=asked)
    load_form = load_form or LoadFiles(today=localdate(), initial={"as_at": here.as_at})
    faulty = next((form for form in (say_form, load_form) if form.errors), None)
    load = None if store.is_empty() else store.load()
    context = listed | {
        "here": here,
        "checked": checked,
        "found": presenter.found(here, checked),
        "asked": [(say_form[f"u{nth}"], one) for nth, one in enumerate(asked)],
        "more_asked": len(checked.unknown) - len(asked),
        "say_form": say_form,
        "load_form": load_form,
        "faulty": faulty,
        "marks_cells": any(path.suffix.lower() in MARKED for path in here.files),
        "shown_load": load,
        "goes_back": load is not None and here.as_at < load.as_at,
        "came": request.GET.get("came", ""),
        "trail": [
            data.step(),
            Step("Check and load files", reverse("check-files")),
            Step("What was found", ""),
        ],
    }
    return render(request, "checked.html", context, status=400 if faulty else 200)


@needs(May.LOAD)
@require_POST
@_of_waiting
def say(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    """Keep what a person says of what was not recognised, as `undrift mapping` does, and check again at once."""
    checked = here.checked()
    asked = checked.unknown[: presenter.MOST_ASKED]
    form = SayWhatItIs(request.POST, asked=asked)
    if form.is_valid() and not _busy(form):
        said = [(one, form.cleaned_data[f"u{nth}"]) for nth, one in enumerate(asked)]
        for one, means in said:
            if means:
                mappings.say(
                    store.home(), _authority(here), one.kind, one.said, means,
                    column=one.column, by=_who(request), why=form.cleaned_data["why"],
                )  # fmt: skip
        _look(here)
        return redirect(f"{reverse('checked', kwargs={'token': here.token})}?came=said")
    return _page(request, here, checked, say_form=form)


def _busy(form: forms.Form) -> bool:
    """Whether the page would stand still until somebody else has done; the form then says so."""
    if is_taken(store.home()):
        form.add_error(None, BUSY)
    return bool(form.errors)


@needs(May.LOAD)
@_of_waiting
def marked(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    """A copy of each file that has something wrong, its cells marked; of files without cells, the list of it alone."""
    access.allowed(request, measure_id=NOTE)
    said = mappings.standing(store.home(), _authority(here))
    issues_found = here.checked().issues
    faulty = {name for issue in issues_found for name in (issue.file, issue.file.partition(WITHIN)[0])}
    with TemporaryDirectory(dir=here.folder) as folder:
        out = Path(folder) / "marked.xlsx"
        mark([file for file in here.files if file.name in faulty], issues_found, said, out)
        # Open, it can be sent although its name has gone; nothing is left to be cleared.
        return FileResponse(
            out.open("rb"),
            as_attachment=True,
            filename=f"marked-{here.as_at}.xlsx",
            content_type=issues.WORKBOOK,
        )


@needs(May.LOAD)
@_of_waiting
def told(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    """What `undrift check --json` prints."""
    access.allowed(request, measure_id=NOTE)
    answer = JsonResponse(here.checked().told(), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="found-{here.as_at}.json"'
    return answer


@needs(May.LOAD)
@require_POST
@_of_waiting
def load(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    """Load what waits, as `undrift load` does, with whoever is signed in as its loader; then it waits no more."""
    form = LoadFiles(request.POST, today=localdate())
    if not form.is_valid() or _busy(form):
        return _page(request, here, here.checked(), load_form=form)
    as_at = form.cleaned_data["as_at"]
    if as_at != here.as_at:
        # Another day may find other things wrong: they are shown before anything is kept.
        _look(here.speaks_for(as_at))
        return redirect(f"{reverse('checked', kwargs={'token': here.token})}?came=day")
    if pending(store.home()):
        form.add_error(None, "An erasure was cut short. Have it finished first: undrift erase --finish")
        return _page(request, here, here.checked(), load_form=form)
    try:
        result = records.load(
            here.paths, authority=_authority(here), as_at=as_at, by=_who(request), home=store.home()
        )
    except UserError as fault:
        form.add_error(None, " ".join(filter(None, (fault.where, fault.what, fault.try_))))
        return _page(request, here, here.checked(), load_form=form)
    here.leave()
    if building.state(result.load.id) != "served":
        building.start(result.load.id)
    came = "already" if result.already else "loaded"
    return redirect(f"{reverse('load', kwargs={'load_id': result.load.id})}?came={came}")


@needs(May.LOAD)
@require_POST
@_of_waiting
def leave(request: HttpRequest, here: Waiting) -> HttpResponseBase:
    here.leave()
    return redirect(f"{reverse('check-files')}?left=1")
