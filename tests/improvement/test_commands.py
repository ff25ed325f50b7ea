"""Nothing is written but through commands, and every command leaves its history or leaves nothing."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

import undrift
from tests.improvement.conftest import AReport
from undrift.audits import commands as audit_commands
from undrift.audits.models import Audit, AuditHistory
from undrift.errors import UserError
from undrift.improvement import commands, history
from undrift.improvement.decisions import decided, decided_for
from undrift.improvement.models import Action, Area, Finding, History, ImprovementPlan, MeasureDecision

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 1)


@pytest.fixture
def area(report: AReport) -> Area:
    return commands.create_improvement_plan(report=report, by="Analyst").areas.get(number=2)


def test_the_plan_holds_the_reports_own_sentences_pages_and_findings(report: AReport) -> None:
    made = commands.create_improvement_plan(report=report, by="Analyst")
    assert [a.text for a in made.areas.all()] == [a.text for a in report.areas]
    assert {a.page for a in made.areas.all()} == {2}
    assert Finding.objects.filter(improvement_plan=made).count() == len(report.findings)
    enquiries = made.areas.get(theme="enquiries")
    assert enquiries.findings.exists()
    assert all(
        "nquir" in f.text or "trategy" in f.text or "onference" in f.text for f in enquiries.findings.all()
    )
    assert made.baseline_on == report.publication_date


@pytest.mark.parametrize(
    "broken",
    [AReport(publication_date=None), AReport(areas=()), AReport(local_authority_as_printed=None)],
)
def test_a_report_without_date_areas_or_authority_makes_nothing(broken: AReport) -> None:
    with pytest.raises(UserError) as said:
        commands.create_improvement_plan(report=broken, by="Analyst")
    assert said.value.where == "irwell.pdf"
    assert not ImprovementPlan.objects.exists() and not History.objects.exists()


def test_of_two_plans_for_reports_of_one_day_the_later_made_is_the_plan(report: AReport) -> None:
    earlier, later = (commands.create_improvement_plan(report=report, by="Analyst") for _ in range(2))
    assert list(ImprovementPlan.objects.all()) == [later, earlier]


def test_an_action_is_done_only_with_a_note_and_its_history_holds_before_and_after(area: Area) -> None:
    action = commands.add_action(
        area=area, text="Book dates early", owner="Conference manager", due_on=DAY, by="Ana"
    )
    with pytest.raises(UserError, match="evidence"):
        commands.complete_action(action=action, done_on=DAY, note="  ", by="Ana")
    assert Action.objects.get(pk=action.pk).done_on is None
    action.refresh_from_db()
    commands.complete_action(action=action, done_on=DAY, note="Log seen", by="Ben")
    latest = history.of(action)[0]
    assert (latest.who, latest.what) == ("Ben", "complete_action")
    assert latest.before is not None and latest.before["done_on"] is None
    assert latest.after is not None and latest.after["done_on"] == "2023-05-01"
    commands.reopen_action(action=action, why="The log had stopped", by="Ben")
    assert Action.objects.get(pk=action.pk).done_on is None
    assert [h.what for h in history.of(action)] == ["reopen_action", "complete_action", "add_action"]


def test_nobody_may_write_without_a_name(area: Area) -> None:
    with pytest.raises(UserError, match="Nobody is named"):
        commands.add_update(area=area, text="Better", on=DAY, by=" ")
    assert not area.updates.exists()


def test_a_failure_half_way_leaves_neither_the_change_nor_its_history(
    area: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = History.objects.count()

    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(commands, "remember", fail)
    with pytest.raises(RuntimeError):
        commands.add_update(area=area, text="Better", on=DAY, by="Ana")
    assert not area.updates.exists() and History.objects.count() == count


def test_unknown_or_repeated_measures_are_refused(area: Area) -> None:
    commands.link_measure(area=area, measure_id="icpc_15wd_pct", why="It says so", by="Ana")
    for wrong in ("icpc_15wd_pct", "no_such_measure"):
        with pytest.raises(UserError):
            commands.link_measure(area=area, measure_id=wrong, why="It says so", by="Ana")
    assert area.measures.count() == 1


def test_a_question_keeps_its_first_answer_in_the_history(area: Area) -> None:
    question = commands.ask_question(area=area, text="Why late?", on=DAY, by="Councillor")
    commands.answer_question(question=question, answer="Rooms", on=DAY, by="Director")
    commands.answer_question(question=question, answer="Reports not ready", on=DAY, by="Director")
    before = history.of(question)[0].before
    assert before is not None and before["answer"] == "Rooms"


def test_history_can_be_neither_altered_nor_deleted(area: Area) -> None:
    row = History.objects.all()[0]
    row.who = "Somebody else"
    with pytest.raises(ValidationError):
        row.save()
    with pytest.raises(ValidationError):
        row.delete()


def test_practice_audits_have_their_own_command_and_history() -> None:
    given = {
        "team_id": "SA",
        "area_of_practice": "enquiries",
        "audited_on": DAY,
        "auditor": "Panel",
        "by": "Ana",
    }
    audit_commands.record_audit(grade="good", **given)  # type: ignore[arg-type]
    assert AuditHistory.objects.get().who == "Ana"
    for wrong in ({"grade": "excellent"}, {"grade": "good", "area_of_practice": "parking"}):
        with pytest.raises(UserError):
            audit_commands.record_audit(**(given | wrong))  # type: ignore[arg-type]
    assert Audit.objects.count() == 1


# What the rooms that hold these tables may not do outside their commands; `web` keeps its own users and its own log.
WRITES = re.compile(
    r"\.objects\.(?:bulk_|update_or_|get_or_)?(?:create|update)\(|\.(?:save|delete)\(\)|super\(\)\.save\(|\.bulk_update\("
)
ALLOWED = {"audits/commands.py", "audits/history.py", "improvement/commands.py", "improvement/history.py"}


def test_no_other_code_in_these_rooms_writes() -> None:
    root = Path(undrift.__file__).parent
    found = {
        str(file.relative_to(root))
        for room in ("audits", "improvement", "reports")
        for file in (root / room).rglob("*.py")
        if "migrations" not in file.parts and WRITES.search(file.read_text(encoding="utf-8"))
    }
    assert found == ALLOWED


@pytest.mark.django_db
def test_a_road_step_is_written_with_its_history_or_not_at_all() -> None:
    improvement_plan = ImprovementPlan.objects.create(
        title="t", authority="Irwell", report_file="r.pdf", report_published_on=date(2021, 12, 10),
        baseline_on=date(2021, 12, 10),
    )  # fmt: skip
    given = {"improvement_plan": improvement_plan, "on": date(2022, 3, 21), "source": "Covering letter"}
    step = commands.record_road_step(kind="improvement_plan_sent", by="amira", **given)
    (row,) = History.objects.filter(object_kind="RoadStep", object_id=step.pk)
    assert (row.who, row.what) == ("amira", "record_road_step")
    for wrong in ({"kind": "sent", "by": "amira"}, {"kind": "dfe_review", "by": " "}):
        with pytest.raises(UserError):
            commands.record_road_step(**given, **wrong)
    assert improvement_plan.road_steps.count() == 1


def test_re_basing_and_targets_need_a_measure_a_reason_and_twelve_months_and_leave_history() -> None:
    given = {
        "measure_id": "icpc_15wd_pct",
        "why": "A new conference service began.",
        "on": date(2026, 9, 30),
        "by": "Amira",
    }
    made = commands.rebase_measure(from_month=date(2025, 9, 17), **given)  # type: ignore[arg-type]
    assert made.from_month == date(2025, 9, 1)
    commands.set_target(target=90.0, **given)  # type: ignore[arg-type]
    stands = decided_for("icpc_15wd_pct")
    assert (stands.rebased, stands.target) == (date(2025, 9, 1), 90.0)
    assert stands.sentences[0] == (
        "What is ordinary is learned from the twelve months from September 2025, as Amira decided on 30 September 2026: A "
        "new conference service began."
    )
    assert {h.what for h in History.objects.all()} == {"rebase_measure", "set_target"}
    for wrong in (
        lambda: commands.rebase_measure(from_month=date(2025, 10, 1), **given),  # type: ignore[arg-type]
        lambda: commands.rebase_measure(from_month=date(2024, 1, 1), **given | {"why": " "}),  # type: ignore[arg-type]
        lambda: commands.rebase_measure(from_month=date(2024, 1, 1), **given | {"measure_id": "x"}),  # type: ignore[arg-type]
        lambda: commands.set_target(target=101.0, **given),  # type: ignore[arg-type]
        lambda: commands.set_target(target=90.0, **given | {"by": ""}),  # type: ignore[arg-type]
    ):
        with pytest.raises(UserError):
            wrong()
    assert MeasureDecision.objects.count() == 2
    assert decided()["icpc_15wd_pct"].rebased == date(2025, 9, 1)
