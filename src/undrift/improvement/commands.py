"""The only code that writes improvement plans. Keyword-only; `by=` names who; history in the same transaction."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from django.db import transaction

from undrift import measures
from undrift.audits.history import plain
from undrift.dates import add_months
from undrift.errors import UserError
from undrift.improvement import linking
from undrift.improvement.history import remember
from undrift.improvement.models import (
    Action,
    Area,
    AreaMeasure,
    Evidence,
    Finding,
    ImprovementPlan,
    MeasureDecision,
    Question,
    RoadStep,
    Update,
)


class ReportedArea(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def group(self) -> str: ...
    @property
    def sub_bullets(self) -> Sequence[str]: ...


class ReportedFinding(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def section(self) -> str: ...
    @property
    def page(self) -> int: ...
    @property
    def text(self) -> str: ...


class InspectionReport(Protocol):
    """What a plan needs of a report that was read (an inspections.Report is one)."""

    @property
    def file(self) -> str: ...
    @property
    def local_authority(self) -> str | None: ...
    @property
    def local_authority_as_printed(self) -> str | None: ...
    @property
    def end_date(self) -> date | None: ...
    @property
    def publication_date(self) -> date | None: ...
    @property
    def areas(self) -> Sequence[ReportedArea]: ...
    @property
    def findings(self) -> Sequence[ReportedFinding]: ...


@transaction.atomic
def create_improvement_plan(
    *, report: InspectionReport, by: str, title: str = "", baseline_on: date | None = None
) -> ImprovementPlan:
    """An improvement plan with the report's areas and findings, word for word, each finding tied by theme.

    baseline_on: what measures are judged from; the report's publication date unless given.
    Errors: UserError when the report has no areas, or no publication date and no baseline.
    """
    by = _who(by)
    published = report.publication_date or baseline_on
    if published is None:
        raise UserError(
            "The report does not say when it was published.",
            where=report.file,
            try_="Name the file with its date of publication, or give a baseline date.",
        )
    authority = report.local_authority or report.local_authority_as_printed  # an invented one is on no list
    if not authority:
        raise UserError("The report does not say which authority it is about.", where=report.file)
    if not report.areas:
        raise UserError("No areas for improvement were found in the report.", where=report.file)
    improvement_plan = ImprovementPlan.objects.create(
        title=title or f"Improvement plan for {authority}",
        authority=authority,
        report_file=Path(report.file).name,
        report_published_on=published,
        inspected_on=report.end_date,
        baseline_on=baseline_on or published,
    )
    findings = Finding.objects.bulk_create(
        Finding(
            improvement_plan=improvement_plan, number=f.number, section=f.section, page=f.page, text=f.text
        )
        for f in report.findings
    )
    for number, reported in enumerate(report.areas, start=1):
        area = Area.objects.create(
            improvement_plan=improvement_plan,
            number=number,
            text="\n".join([reported.text, *reported.sub_bullets]),
            page=reported.page,
            report_quote_page_text=reported.group,
            theme=linking.theme(reported.text),
        )
        area.findings.set([f for f in findings if area.theme in linking.themes(f.text)])
        remember("create_improvement_plan", area, by=by)
    remember("create_improvement_plan", improvement_plan, by=by)
    return improvement_plan


@transaction.atomic
def link_measure(*, area: Area, measure_id: str, why: str, by: str) -> AreaMeasure:
    """Let this measure watch this area. Errors: UserError for an unknown measure, no reason, or linked already."""
    by = _who(by)
    _measure(measure_id)
    if area.measures.filter(measure_id=measure_id).exists():
        raise UserError(f"{measure_id} already watches area {area.number}.")
    link = AreaMeasure.objects.create(area=area, measure_id=measure_id, why=_words(why, "why"))
    remember("link_measure", link, by=by)
    return link


@transaction.atomic
def unlink_measure(*, link: AreaMeasure, by: str) -> None:
    """Stop this measure watching its area. The history keeps what it was and why."""
    by = _who(by)
    before = plain(link)
    remember("unlink_measure", link, by=by, before=before)
    link.delete()


@transaction.atomic
def add_action(*, area: Area, text: str, owner: str, due_on: date, by: str) -> Action:
    """An action: what, whose (a role), by when."""
    by = _who(by)
    action = Action.objects.create(
        area=area, text=_words(text, "action"), owner=_words(owner, "owner"), due_on=due_on
    )
    remember("add_action", action, by=by)
    return action


@transaction.atomic
def complete_action(*, action: Action, done_on: date, note: str, by: str) -> Action:
    """Mark an action done. The note says what shows it: without one it is not done."""
    by = _who(by)
    before = plain(action)
    if action.done_on is not None:
        raise UserError("That action is already done.", try_="Reopen it first.")
    action.done_on, action.done_note = done_on, _words(note, "note of the evidence")
    action.save()
    remember("complete_action", action, by=by, before=before)
    return action


@transaction.atomic
def reopen_action(*, action: Action, why: str, by: str) -> Action:
    """An action that turned out not to be done. The reason is kept as the note."""
    by = _who(by)
    before = plain(action)
    if action.done_on is None:
        raise UserError("That action is not marked done.")
    action.done_on, action.done_note = None, _words(why, "reason")
    action.save()
    remember("reopen_action", action, by=by, before=before)
    return action


@transaction.atomic
def add_evidence(*, area: Area, kind: str, says: str, on: date, source: str, text: str, by: str) -> Evidence:
    """What a visit letter or a practice audit says about an area. kind and says as the model lists them."""
    by = _who(by)
    for given, allowed in ((kind, Evidence.Kind.values), (says, Evidence.Says.values)):
        if given not in allowed:
            raise UserError(f"{given!r} is not one of: {', '.join(allowed)}.")
    evidence = Evidence.objects.create(
        area=area,
        kind=kind,
        says=says,
        on=on,
        source=_words(source, "source"),
        text=_words(text, "text"),
        added_by=by,
    )
    remember("add_evidence", evidence, by=by)
    return evidence


@transaction.atomic
def record_road_step(
    *, improvement_plan: ImprovementPlan, kind: str, on: date, source: str, by: str
) -> RoadStep:
    """A step that no report says, such as the improvement plan being sent. kind as the model lists them."""
    by = _who(by)
    if kind not in RoadStep.Kind.values:
        raise UserError(f"{kind!r} is not one of: {', '.join(RoadStep.Kind.values)}.")
    step = RoadStep.objects.create(
        improvement_plan=improvement_plan, kind=kind, on=on, source=_words(source, "source"), added_by=by
    )
    remember("record_road_step", step, by=by)
    return step


@transaction.atomic
def add_update(*, area: Area, text: str, on: date, by: str) -> Update:
    """A person's narrative about an area. It changes no answer."""
    by = _who(by)
    update = Update.objects.create(area=area, text=_words(text, "update"), by=by, on=on)
    remember("add_update", update, by=by)
    return update


@transaction.atomic
def ask_question(*, area: Area, text: str, on: date, by: str) -> Question:
    """A councillor's question about an area."""
    by = _who(by)
    question = Question.objects.create(area=area, text=_words(text, "question"), asked_by=by, asked_on=on)
    remember("ask_question", question, by=by)
    return question


@transaction.atomic
def answer_question(*, question: Question, answer: str, on: date, by: str) -> Question:
    """The answer. A second answer replaces the first; the history keeps both."""
    by = _who(by)
    before = plain(question)
    question.answer, question.answered_by, question.answered_on = _words(answer, "answer"), by, on
    question.save()
    remember("answer_question", question, by=by, before=before)
    return question


@transaction.atomic
def rebase_measure(*, measure_id: str, from_month: date, why: str, on: date, by: str) -> MeasureDecision:
    """Learn a measure's ordinary level anew from a month on: its first twelve months become the baseline.

    Changes how its chart is drawn, and none of the improvement plan's four answers. Errors: UserError for an unknown
    measure, no reason, or a month whose following twelve are not over by `on`.
    """
    by, card = _who(by), _measure(measure_id)
    first = from_month.replace(day=1)
    if add_months(first, 12) > on.replace(day=1):
        raise UserError(
            f"Twelve complete months are needed from {first:%B %Y} to learn what is ordinary.",
            try_=f"Choose {add_months(on.replace(day=1), -12):%B %Y} or earlier.",
        )
    return _decide(card.id, MeasureDecision.Kind.REBASE, why, on, by, from_month=first)


@transaction.atomic
def set_target(*, measure_id: str, target: float, why: str, on: date, by: str) -> MeasureDecision:
    """Set what a measure is meant to reach, in its own unit. Errors: UserError for an unknown measure or no reason."""
    by, card = _who(by), _measure(measure_id)
    if target < 0 or (card.unit == "percent" and target > 100):
        raise UserError(f"{target:g} cannot be reached.", try_="A percentage lies between 0 and 100.")
    return _decide(card.id, MeasureDecision.Kind.TARGET, why, on, by, target=target)


def _decide(
    measure_id: str, kind: MeasureDecision.Kind, why: str, on: date, by: str, **given: object
) -> MeasureDecision:
    decision = MeasureDecision.objects.create(
        measure_id=measure_id, kind=kind, why=_words(why, "reason"), on=on, decided_by=by, **given
    )
    remember("rebase_measure" if kind == MeasureDecision.Kind.REBASE else "set_target", decision, by=by)
    return decision


def _measure(measure_id: str) -> measures.Measure:
    card = measures.catalogue().get(measure_id)
    if card is None:
        raise UserError(f"There is no measure called {measure_id!r}.", try_="See the list of measures.")
    return card


def _who(by: str) -> str:
    if not by.strip():
        raise UserError("Nobody is named as making this change.", try_="Say who is doing it.")
    return by.strip()


def _words(text: str, what: str) -> str:
    if not text.strip():
        raise UserError(f"The {what} is empty.", try_="Write a few words.")
    return text.strip()
