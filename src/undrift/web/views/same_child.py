"""Is it one child? The pairs suggested, one pair side by side, and what a person says of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from undrift.errors import UserError
from undrift.identity import commands
from undrift.identity.models import Decision
from undrift.records import links, tables
from undrift.web import access, building, store
from undrift.web.forms import DecideSameChild
from undrift.web.presenters import same_child as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs
from undrift.web.views import data

NOTE = "ids that may be one child"
# What a person recognises a record by, and not every table there is.
COUNTED = {
    "ssd_contacts": "contacts",
    "ssd_cin_episodes": "referrals",
    "ssd_cin_assessments": "assessments",
    "ssd_cin_plans": "child in need plans",
    "ssd_cp_plans": "child protection plans",
    "ssd_cla_episodes": "episodes of care",
    "ssd_involvements": "allocations to workers",
}


@needs(May.OPEN_ANY_CHILD, about_children=True)
def listing(request: HttpRequest) -> HttpResponse:
    """Every pair suggested, the strongest first; those settled below, with who said so."""
    access.allowed(request, measure_id=NOTE)
    waiting, settled = presenter.pairs(store.cursor(), list(Decision.objects.all()))
    context = {
        "waiting": waiting,
        "settled": settled,
        "definition": links.definition(),
        "unbuilt": _unbuilt(),
        "trail": [data.step(), Step("Is it one child?", "")],
    }
    return render(request, "same_child.html", context)


def _unbuilt() -> bool:
    """Whether somebody has joined or parted ids since the live file was built."""
    built = store.cursor().execute("SELECT child_id, kept_id FROM links.same_child ORDER BY 1").fetchall()
    said = links.confirmed(store.home())
    ids = {one for pair in said for one in (pair.child_id, pair.kept_id)}
    rows = store.cursor().execute(
        "SELECT pers_person_id FROM records.ssd_person WHERE list_contains($ids, pers_person_id)",
        {"ids": sorted(ids)},
    )
    held = {row[0] for row in rows.fetchall()}
    return [(pair.child_id, pair.kept_id) for pair in links.settle(said, held)] != built


@needs(May.OPEN_ANY_CHILD, about_children=True)
def pair(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Two ids side by side, how each feature speaks, and the form to say one child, two children, or neither."""
    for child_id in (one, other):
        access.allowed(request, child_id=child_id, measure_id=NOTE)
    counted = [(name, str(tables()[name].person), words) for name, words in COUNTED.items()]
    here, there = (presenter.side(store.cursor(), child_id, counted) for child_id in (one, other))
    if here is None or there is None or one == other:
        raise Http404("The load does not know both of these ids.")
    decision = commands.decision_on(one, other)
    form = DecideSameChild(request.POST or None, one=one, other=other, settled=decision is not None)
    if request.method == "POST" and form.is_valid():
        try:
            _say(form.cleaned_data, one, other, request.user.get_username())
        except UserError as fault:
            form.add_error("verdict", f"{fault.what} {fault.try_}")
        else:
            building.start()
            return redirect(f"{reverse('same-child-pair', kwargs={'one': one, 'other': other})}?said=1")
    found = links.suggestion(store.cursor(), one, other)
    context = {
        "here": here,
        "there": there,
        "found": found,
        "features": presenter.features(found, here, there),
        "tag_shown": presenter.tag(decision, found.how if found else "not suggested"),
        "definition": links.definition(),
        "decision": decision,
        "history": commands.history_of(one, other),
        "just_said": request.GET.get("said") == "1",
        "unbuilt": _unbuilt(),
        "form": form,
        "trail": [data.step(), Step("Is it one child?", reverse("same-child")), Step("Two ids", "")],
    }
    return render(request, "same_child_pair.html", context, status=400 if form.errors else 200)


def _say(given: dict[str, str], one: str, other: str, by: str) -> None:
    match given["verdict"]:
        case "two":
            commands.say_two_children(child_id=one, other_id=other, why=given["why"], by=by)
        case "withdraw":
            commands.withdraw(child_id=one, other_id=other, why=given["why"], by=by)
        case verdict:
            kept = one if verdict == "keep one" else other
            commands.say_one_child(child_id=one, other_id=other, kept_id=kept, why=given["why"], by=by)
