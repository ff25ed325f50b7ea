"""Is the difference real: over time, between teams, between groups, after decisions, and since the last visit."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from undrift import measures
from undrift.dates import add_months
from undrift.improvement import commands
from undrift.improvement.decisions import decided_for
from undrift.journeys.tables import COHORT_NAMES
from undrift.measures import Measure
from undrift.variation import aftermath
from undrift.web import access, store
from undrift.web.forms import Rebase, SetTarget
from undrift.web.presenters import aftermath as aftermath_presenter
from undrift.web.presenters import beside as beside_presenter
from undrift.web.presenters import figures, many
from undrift.web.presenters import gaps as gaps_presenter
from undrift.web.presenters import rows as rows_presenter
from undrift.web.presenters import variation as presenter
from undrift.web.presenters.many import Whose
from undrift.web.presenters.road import recorded_steps
from undrift.web.presenters.thread import Step, current_improvement_plan
from undrift.web.roles import May, needs, reads_exact

A_PAGE = 50
SMALLER = (
    "Fewer children stand behind these figures than behind the authority’s, so limits are wider and real change takes "
    "longer to show."
)
NOT_A_SHARE = "This measure is not a share, so teams cannot be set against each other on it."


def _measure_or_404(measure_id: str) -> Measure:
    card = measures.catalogue().get(measure_id)
    if card is None or card not in presenter.held():
        raise Http404("No such measure.")
    return card


def in_a_sentence(name: str) -> str:
    """A group's name inside a sentence: "Babies under one" is "babies under one"."""
    return name[:1].lower() + name[1:]


def _trail(*steps: Step) -> list[Step]:
    return [Step("Measures", reverse("variation")), *steps]


def _measure_step(card: Measure) -> Step:
    return Step(card.title, reverse("variation-measure", kwargs={"measure_id": card.id}))


def _plan() -> tuple[date, date | None, list[tuple[date, str]]]:
    """The baseline, the day of the inspection, and the marks for the charts."""
    plan = current_improvement_plan()
    inspected = plan.inspected_on or plan.report_published_on
    seen = presenter.visits(plan.authority, recorded_steps(plan), plan.inspected_on, store.load().as_at)
    marks = [(v.on, "Inspection" if v.on == inspected else "Visit") for v in seen]
    return plan.baseline_on, inspected, marks or [(inspected, "Inspection")]


def _choice(request: HttpRequest) -> presenter.Choice:
    return presenter.chosen(request.GET.get("area", ""), current_improvement_plan())


@needs(May.READ_PROGRESS)
def index(request: HttpRequest) -> HttpResponse:
    """Every measure of the authority, side by side."""
    since, _, _ = _plan()
    exact = reads_exact(request)
    choice = _choice(request)
    minis = presenter.every_measure(choice.measures, since, store.load().as_at, exact=exact)
    context = {
        "minis": minis, "choice": choice, "since": since, "exact": exact, "teams": measures.teams(store.cursor()) if exact else [],
        "areas": many.areas(choice.areas), "cohorts": many.cohorts(),
        "false_alarms": presenter.false_alarms(minis),
    }  # fmt: skip
    return render(request, "variation.html", context)


@needs(May.READ_EXACT_FIGURES)
def measure(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One measure: the right chart and why, the icons, the decisions that stand, the figures."""
    card = _measure_or_404(measure_id)
    since, _, marks = _plan()
    stands = decided_for(card.id)
    shown = presenter.of_measure(card, since, store.load().as_at, stands, marks)
    context = {
        "card": card,
        "shown": shown,
        "others": beside_presenter.of_measure(card, exact=True),
        "trail": _trail(Step(card.title, "")),
    }
    return render(request, "variation_measure.html", context)


@needs(May.READ_PROGRESS)
def others(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One measure beside what other authorities published, year by year."""
    card, exact = _measure_or_404(measure_id), reads_exact(request)
    steps = (
        (_measure_step(card), Step("Beside other authorities", ""))
        if exact
        else (Step(f"{card.title}, beside other authorities", ""),)
    )
    context = {
        "card": card,
        "others": beside_presenter.of_measure(card, exact=exact),
        "trail": _trail(*steps),
    }
    return render(request, "variation_others.html", context)


@needs(May.READ_EXACT_FIGURES)
def teams(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One measure between teams: the funnel, the spread over the years, and every team's chart."""
    card = _measure_or_404(measure_id)
    since, _, _ = _plan()
    minis = presenter.teams_on(card, since, store.load().as_at)
    context = {
        "card": card, "minis": minis, "false_alarms": presenter.false_alarms(minis), "not_a_share": NOT_A_SHARE,
        "shown": presenter.between_teams(card) if card.unit == "percent" and card.denominates else None,
        "trail": _trail(_measure_step(card), Step("Between teams", "")),
    }  # fmt: skip
    return render(request, "variation_teams.html", context)


@needs(May.READ_EXACT_FIGURES)
def team(request: HttpRequest, team_id: str) -> HttpResponse:
    """One team: its measures side by side."""
    found = next((t for t in measures.teams(store.cursor()) if t.id == team_id), None)
    if found is None:
        raise Http404("No such team.")
    return _many(request, found.name, Whose(found.name, team=found.id), _choice(request), SMALLER)


@needs(May.READ_PROGRESS)
def cohort(request: HttpRequest, cohort: str) -> HttpResponse:
    """One group of children: the measures that concern them, side by side."""
    if cohort not in COHORT_NAMES:
        raise Http404("No such group of children.")
    name = COHORT_NAMES[cohort]
    return _many(request, name, Whose(in_a_sentence(name), cohort=cohort), _choice(request), SMALLER)


@needs(May.READ_PROGRESS)
def area(request: HttpRequest, area: str) -> HttpResponse:
    """One area of practice: every measure of it, side by side."""
    choice = presenter.chosen(area, current_improvement_plan())
    if not choice.area:
        raise Http404("No such area of practice.")
    return _many(request, dict(choice.areas)[area], Whose(), choice, "")


def _many(
    request: HttpRequest, title: str, whose: Whose, choice: presenter.Choice, note: str
) -> HttpResponse:
    exact = reads_exact(request)
    since, _, _ = _plan()
    shown = many.shown(choice.measures, whose, since, store.load().as_at, exact=exact)
    context = {
        "title": title, "whose": whose, "choice": choice, "shown": shown, "note": note, "exact": exact,
        "may_choose": bool(whose.team or whose.cohort), "false_alarms": presenter.false_alarms(shown.minis),
        "trail": _trail(Step(title, "")),
    }  # fmt: skip
    return render(request, "variation_many.html", context)


@needs(May.OPEN_OWN_TEAM, about_children=True)
def rows(request: HttpRequest, measure_id: str) -> HttpResponse:
    """What a figure counted, row by row: every team's, or the reader's own team's. Logged."""
    card = _measure_or_404(measure_id)
    own = access.team_of(request)
    access.allowed(request, measure_id=f"rows: {card.id}")
    span = rows_presenter.stretch(card, request.GET.get("month", ""))
    asked_team, group = request.GET.get("team", ""), request.GET.get("group", "")
    cohort_asked = group if group in COHORT_NAMES else None
    names = {one.id: one.name for one in measures.teams(store.cursor())}
    narrowed = own or (asked_team if asked_team in names else None)
    found = rows_presenter.opened(card, span, narrowed, cohort_asked)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    kept = {"month": request.GET.get("month", ""), "team": asked_team, "group": group}
    context = {
        "card": card, "span": span, "count": len(found), "page": page, "own_team": own is not None,
        "team_name": names.get(narrowed or "", ""), "group_name": COHORT_NAMES.get(cohort_asked or "", ""),
        "lines": rows_presenter.lines(card, list(page.object_list), store.load().as_at),
        "result": figures.figure(measures.over(store.cursor(), card.id, span.first, span.last, narrowed, cohort_asked), card.unit),
        "query": urlencode({name: value for name, value in kept.items() if value}),
        "trail": _trail(_measure_step(card), Step("What was counted", "")),
    }  # fmt: skip
    return render(request, "variation_rows.html", context)


@needs(May.READ_PROGRESS)
def groups(request: HttpRequest, measure_id: str) -> HttpResponse:
    """One measure between groups of children, and which children wait longest."""
    card = _measure_or_404(measure_id)
    exact = reads_exact(request)
    shown = gaps_presenter.of_measure(card, store.load().as_at, exact=exact)
    steps = (
        (_measure_step(card), Step("Between groups", ""))
        if exact
        else (Step(f"{card.title}, between groups", ""),)
    )
    return render(
        request,
        "variation_groups.html",
        {"card": card, "shown": shown, "exact": exact, "trail": _trail(*steps)},
    )


@needs(May.READ_PROGRESS)
def decisions(request: HttpRequest) -> HttpResponse:
    """Every kind of decision to stop or step down, and how many came back."""
    shown = aftermath_presenter.kinds(store.load().as_at, exact=reads_exact(request))
    return render(
        request,
        "aftermath.html",
        {"kinds": shown, "trail": _trail(Step("After decisions to stop or step down", ""))},
    )


def _kind_or_404(kind: str) -> aftermath.Kind:
    found = aftermath.BY_ID.get(kind)
    if found is None or aftermath.why_not(store.cursor(), found):
        raise Http404("No such kind of decision can be told of.")
    return found


def _aftermath_trail(kind: aftermath.Kind, *steps: Step) -> list[Step]:
    here = Step(kind.one, reverse("aftermath-kind", kwargs={"kind": kind.id}) if steps else "")
    return _trail(Step("After decisions to stop or step down", reverse("aftermath")), here, *steps)


@needs(May.READ_PROGRESS)
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind of decision: the curves, the years, what came back, and the teams."""
    found = _kind_or_404(kind)
    _, inspected, _ = _plan()
    exact = reads_exact(request)
    shown = aftermath_presenter.of_kind(found.id, store.load().as_at, inspected, exact=exact)
    return render(
        request, "aftermath_kind.html", {"shown": shown, "exact": exact, "trail": _aftermath_trail(found)}
    )


@needs(May.OPEN_OWN_TEAM, about_children=True)
def reversed_children(request: HttpRequest, kind: str) -> HttpResponse:
    """The decisions of the last two years after which something came back: for learning and audit. Logged."""
    found = _kind_or_404(kind)
    own = access.team_of(request)
    access.allowed(request, measure_id=f"reversed: {found.id}")
    as_at = store.load().as_at
    since = add_months(as_at, -aftermath_presenter.REVERSED_MONTHS)
    rows = aftermath.reversed_decisions(store.cursor(), found, as_at, since=since, team=own)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": found, "page": page, "count": len(rows), "own_team": own is not None, "since": since,
        "trail": _aftermath_trail(found, Step("The decisions behind it", "")),
    }  # fmt: skip
    return render(request, "aftermath_reversed.html", context)


@needs(May.READ_PROGRESS)
def since_visit(request: HttpRequest) -> HttpResponse:
    """What changed since the last visit, or since another the reader chooses."""
    plan, as_at = current_improvement_plan(), store.load().as_at
    known = presenter.visits(plan.authority, recorded_steps(plan), plan.inspected_on, as_at)
    if not known:
        return render(
            request, "since_visit.html", {"visit": None, "trail": _trail(Step("Since the last visit", ""))}
        )
    visit = next((v for v in known if v.key == request.GET.get("visit", "")), known[0])
    exact = reads_exact(request)
    choice = _choice(request)
    changes = presenter.changes_since(choice.measures, visit.on, as_at, exact=exact)
    every = [mini for change in changes for mini in change.minis]
    context = {
        "choice": choice, "visit": visit, "visits": known, "is_last": visit == known[0], "changes": changes, "exact": exact,
        "summary": presenter.summary(changes, visit), "false_alarms": presenter.false_alarms(every),
        "trail": _trail(Step("Since the last visit", "")),
    }  # fmt: skip
    return render(request, "since_visit.html", context)


@needs(May.WRITE)
def rebase(request: HttpRequest, measure_id: str) -> HttpResponse:
    """Record that what is ordinary is learned anew."""
    card = _measure_or_404(measure_id)
    on = store.load().as_at
    form = Rebase(request.POST or None, latest=add_months(on.replace(day=1), -12))
    if request.method == "POST" and form.is_valid():
        commands.rebase_measure(
            measure_id=card.id, on=on, by=request.user.get_username(), **form.cleaned_data
        )
        return redirect("variation-measure", measure_id=card.id)
    return _decision_form(request, form, card, "Learn what is ordinary anew")


@needs(May.WRITE)
def target(request: HttpRequest, measure_id: str) -> HttpResponse:
    """Record what the measure is meant to reach."""
    card = _measure_or_404(measure_id)
    form = SetTarget(request.POST or None, most=100.0 if card.unit == "percent" else None)
    if request.method == "POST" and form.is_valid():
        by = request.user.get_username()
        commands.set_target(measure_id=card.id, on=store.load().as_at, by=by, **form.cleaned_data)
        return redirect("variation-measure", measure_id=card.id)
    return _decision_form(request, form, card, "Set the target")


def _decision_form(request: HttpRequest, form: Rebase | SetTarget, card: Measure, title: str) -> HttpResponse:
    context = {
        "form": form,
        "card": card,
        "title": title,
        "trail": _trail(_measure_step(card), Step(title, "")),
    }
    return render(request, "measure_decision.html", context, status=400 if form.errors else 200)
