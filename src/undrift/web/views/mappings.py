"""What people have said of the authority's files: all of it, with who, when and why; and the form to say or take back."""

from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from undrift.errors import UserError
from undrift.records import mappings
from undrift.records.turn import is_taken
from undrift.returns.mapping import Kind
from undrift.web import store
from undrift.web.forms import SayOfFiles
from undrift.web.presenters import checking as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs
from undrift.web.views import checking, data

KINDS: dict[Kind, str] = {
    "column": "A column",
    "sheet": "A sheet, or a file of one",
    "code": "A code in a column",
    "dates": "The order of day and month in a column",
}


@needs(May.LOAD)
def show(request: HttpRequest) -> HttpResponse:
    """The whole history, newest first; what is said here every later check and load goes by."""
    home, authority = store.home(), store.authority() or store.load().authority
    form = SayOfFiles(request.POST or None, kinds=[(kind, KINDS[kind]) for kind in KINDS])
    if request.method == "POST" and form.is_valid():
        if is_taken(home):
            form.add_error(None, checking.BUSY)
        else:
            kind = next(kind for kind in get_args(Kind) if kind == form.cleaned_data["kind"])
            told = {name: form.cleaned_data[name] for name in ("said", "means", "column", "why")}
            try:
                mappings.say(home, authority, kind, by=request.user.get_username(), **told)
            except UserError as fault:
                form.add_error(None, fault.what)
            else:
                return redirect(f"{request.path}?came=said")
    context = {
        "authority": authority,
        "form": form,
        "told": presenter.newest_first(mappings.history(home, authority), mappings.standing(home, authority)),
        "kinds": KINDS,
        "came": request.GET.get("came", ""),
        "trail": [data.step(), Step("What was said of the files", "")],
    }
    return render(request, "mappings.html", context, status=400 if form.errors else 200)
