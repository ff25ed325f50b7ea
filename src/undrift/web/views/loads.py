"""Loads, what is in one, and what changed from one to the next, opening into the rows."""

from typing import get_args

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from undrift import measures, records
from undrift.errors import UserError
from undrift.records.changes import NO_TEAM, What
from undrift.records.store import Load
from undrift.records.turn import is_taken
from undrift.returns.spec import record_tables
from undrift.web import access, building, store
from undrift.web.models import User
from undrift.web.presenters import loads as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, may, needs
from undrift.web.views import data

# How a person came to the page of a load: what is told first.
CAME = {"loaded": "Loaded", "already": "Already loaded", "again": "Being made ready"}
MOST = 100  # rows on one page; each is read in both loads


def load_or_404(load_id: str) -> Load:
    try:
        return records.read_load(store.home(), load_id)
    except UserError:
        raise Http404("No such load.") from None


def steps(*more: Step) -> list[Step]:
    return [data.step(), Step("Loads", reverse("loads")), *more]


def load_step(load: Load) -> Step:
    return Step(f"{load.as_at.day} {load.as_at:%B %Y}", reverse("load", kwargs={"load_id": load.id}))


@needs(May.READ_LOADS)
def listing(request: HttpRequest) -> HttpResponse:
    context = {
        "lines": presenter.lines(store.home()),
        "served": "" if store.is_empty() else store.load().id,
        "trail": steps(),
    }
    context["trail"] = [data.step(), Step("Loads", "")]
    return render(request, "loads.html", context)


@needs(May.READ_LOADS)
def show(request: HttpRequest, load_id: str) -> HttpResponse:
    """One load: its files, tables, what it could not say, what was taken on trust."""
    load = load_or_404(load_id)
    before = next((one for one, after in records.pairs(store.home()) if after.id == load.id), None)
    context = {
        "shown": load,
        "state": building.state(load.id),
        "now": None if store.is_empty() else store.load(),
        "came": CAME.get(request.GET.get("came", "")),
        "words": records.LoadResult(load, (), request.GET.get("came") == "already").words,
        "tables": presenter.tables_of(load),
        "rows": sum(note.rows for note in load.tables.values()),
        "before": before,
        "trail": steps(Step(load_step(load).text, "")),
    }
    return render(request, "load.html", context)


@needs(May.LOAD)
@require_POST
def speak_from(request: HttpRequest, load_id: str) -> HttpResponse:
    """Make the pages speak from a load that they do not speak from: one whose making ready was cut short, or another day's."""
    load = load_or_404(load_id)
    if is_taken(store.home()):
        raise UserError(
            "The pages are being made ready from a load now.", try_="Try again in a minute or two."
        )
    building.start(load.id)
    return redirect(f"{reverse('load', kwargs={'load_id': load.id})}?came=again")


def _two(before: str, after: str) -> tuple[Load, Load]:
    one, other = load_or_404(before), load_or_404(after)
    if one.authority != other.authority:
        raise Http404("The two loads are of two authorities.")
    return one, other


@needs(May.READ_LOADS)
def changed(request: HttpRequest, before: str, after: str) -> HttpResponse:
    """What changed between two loads, counted by table and team; each count opens into its rows."""
    one, other = _two(before, after)
    comparison = presenter.compared(store.home(), before, after)
    names = {team.id: team.name for team in measures.teams(store.cursor())}
    found = presenter.changed(comparison, names)
    person = request.user
    assert isinstance(person, User)
    context = {
        "before": one,
        "after": other,
        "found": found,
        "totals": presenter.totals(found),
        "hows": presenter.HOWS,
        "not_compared": presenter.not_compared(comparison),
        "opens_every_team": may(person.role, May.OPEN_ANY_CHILD),
        "opens_team": person.team_id if may(person.role, May.OPEN_OWN_TEAM) else "",
        "trail": steps(load_step(other), Step("What changed", "")),
    }
    return render(request, "changed.html", context)


@needs(May.OPEN_OWN_TEAM, about_children=True)
def rows(request: HttpRequest, before: str, after: str, table: str) -> HttpResponse:
    """The rows behind one count: whose, which columns, from what to what, and where each stands in its file."""
    one, other = _two(before, after)
    how = request.GET.get("how", "new")
    spec = record_tables().get(table)
    if spec is None or how not in get_args(What):
        raise Http404("No such count.")
    own = access.team_of(request)
    team = request.GET.get("team", "") or own
    if own is not None and team != own:
        access.refused(request, reason=access.NOT_YOUR_TEAM, measure_id=f"changed: {table}")
        raise PermissionDenied("These rows are another team’s. The attempt has been noted.")
    access.allowed(request, measure_id=f"changed: {table}")
    found = records.changed_rows(store.home(), before, after, table, how, team, MOST + 1)  # type: ignore[arg-type]
    said = {column.name: column.description for column in spec.columns}
    shown = [
        (row, [told for told in _told(before, after, table, row) if told.column in row.columns])
        for row in found[:MOST]
    ]
    names = {known.id: known.name for known in measures.teams(store.cursor())}
    context = {
        "before": one,
        "after": other,
        "table": spec,
        "how": how,
        "how_words": presenter.HOWS[how].lower(),  # type: ignore[index]
        "team": names.get(team, team) if team else "",
        "team_names": names | {NO_TEAM: NO_TEAM},
        "rows": shown,
        "more": len(found) > MOST,
        "most": MOST,
        "columns": said,
        "trail": steps(
            load_step(other),
            Step("What changed", reverse("changed", kwargs={"before": before, "after": after})),
            Step(spec.name, ""),
        ),
    }
    return render(request, "changed_rows.html", context)


def _told(before: str, after: str, table: str, row: records.ChangedRow) -> tuple[records.Told, ...]:
    if not row.columns:
        return ()
    return records.told(store.home(), before, after, table, row.key) or ()
