"""Four questions kept apart: each is answered by what happened, and none can be typed."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.improvement.conftest import AS_AT
from undrift.audits.commands import record_audit
from undrift.audits.models import Grade
from undrift.audits.seen import summary
from undrift.dates import add_months
from undrift.improvement import commands, progress
from undrift.improvement.models import Action, Area, ImprovementPlan
from undrift.improvement.progress import AreaProgress

DUE = date(2024, 3, 31)


def action(due: date, done: date | None = None) -> Action:
    return Action(text="Do it", owner="Somebody", due_on=due, done_on=done)


def watching(*directions: str, held: int = 0) -> list[Any]:
    return [
        SimpleNamespace(
            measure=SimpleNamespace(title=f"measure {n}"),
            verdict=SimpleNamespace(direction=d, held_months=held, sentence=f"Sentence {n}."),
        )
        for n, d in enumerate(directions)
    ]


@pytest.mark.parametrize(
    ("actions", "word", "words"),
    [
        ([], "cannot_tell", "No action has been agreed"),
        ([action(DUE, DUE)], "yes", "One of one action done"),
        ([action(DUE, date(2024, 4, 1))], "yes", "one of them late"),
        ([action(DUE, DUE), action(DUE)], "partly", "one overdue"),
        ([action(DUE)], "no", "one overdue"),
        ([action(AS_AT)], "cannot_tell", "one not yet due"),
        ([action(DUE, date(2026, 10, 1))], "no", "one overdue"),  # done after the day we speak of
    ],
)
def test_done(actions: list[Action], word: str, words: str) -> None:
    answer = progress.done(actions, AS_AT)
    assert answer.word == word and words.lower() in answer.sentence.lower()


@pytest.mark.parametrize(
    ("directions", "word"),
    [
        ((), "cannot_tell"),
        (("improving",), "yes"),
        (("improving", "no_evidence"), "partly"),
        (("improving", "worsening"), "partly"),
        (("no_evidence",), "no"),
        (("worsening",), "no"),
        (("cannot_tell",), "cannot_tell"),
        (("improving", "cannot_tell"), "partly"),  # missing is never counted as working
        (("no_evidence", "cannot_tell"), "no"),
    ],
)
def test_working(directions: tuple[str, ...], word: str) -> None:
    assert progress.working(watching(*directions)).word == word


def test_worsening_is_always_named() -> None:
    assert "Worsening: measure 1." in progress.working(watching("improving", "worsening")).sentence


@pytest.mark.parametrize(
    ("directions", "held", "word"),
    [
        ((), 0, "cannot_tell"),
        (("cannot_tell",), 0, "cannot_tell"),
        (("no_evidence",), 0, "no"),
        (("improving",), 5, "cannot_tell"),
        (("improving",), 6, "yes"),
        (("improving", "no_evidence"), 6, "partly"),
        (("worsening",), 12, "no"),
    ],
)
def test_sustained(directions: tuple[str, ...], held: int, word: str) -> None:
    assert progress.sustained(watching(*directions, held=held)).word == word


def test_done_but_not_working_is_said_first_and_by_number() -> None:
    def area(number: int, done: str, working: str) -> AreaProgress:
        answers = [progress.Answer(w, "", "") for w in (done, working, "no", "no")]  # type: ignore[arg-type]
        return AreaProgress(Area(number=number), *answers, measures=[])

    areas = [area(1, "yes", "yes"), area(2, "yes", "no"), area(3, "partly", "no"), area(4, "yes", "no")]
    assert progress.headline(areas).startswith("Done but not working: in areas 2 and 4 every action is done")
    assert "Done but not working" not in progress.headline(areas[:1])


@pytest.mark.django_db
class TestSeen:
    @pytest.fixture
    def area(self, improvement_plan: ImprovementPlan) -> Area:
        return improvement_plan.areas.get(theme="pre_proceedings")  # the demonstration has seen nothing here

    def seen(self, area: Area) -> progress.Answer:
        return progress.seen(Area.objects.get(pk=area.pk), date(2021, 12, 10), AS_AT)

    def add(self, area: Area, on: date, says: str, kind: str = "visit_letter") -> None:
        commands.add_evidence(
            area=area, kind=kind, says=says, on=on, source="A letter", text="Words", by="Ana"
        )

    def test_nothing_seen_cannot_tell(self, area: Area) -> None:
        assert self.seen(area).word == "cannot_tell"

    def test_the_latest_letter_decides(self, area: Area) -> None:
        self.add(area, date(2026, 3, 1), "better")
        self.add(area, date(2022, 3, 1), "worse")
        assert self.seen(area).word == "yes"
        self.add(area, date(2026, 8, 1), "no_better")
        assert self.seen(area).word == "no"

    def test_letter_and_audit_that_disagree_are_partly(self, area: Area) -> None:
        self.add(area, date(2026, 3, 1), "better")
        self.add(area, date(2026, 4, 1), "no_better", kind="practice_audit")
        answer = self.seen(area)
        assert answer.word == "partly" and answer.sentence.index("April") < answer.sentence.index("March")

    def test_what_was_seen_before_the_baseline_or_after_the_day_does_not_count(self, area: Area) -> None:
        self.add(area, date(2021, 11, 1), "better")
        self.add(area, date(2026, 10, 1), "better")
        assert self.seen(area).word == "cannot_tell"

    def test_evidence_over_two_years_old_is_told_and_not_counted(self, area: Area) -> None:
        self.add(area, date(2023, 4, 25), "better")
        answer = self.seen(area)
        assert (
            answer.word == "cannot_tell" and "Nothing has been seen in the last two years" in answer.sentence
        )

    def test_practice_audits_count(self, area: Area) -> None:
        for n in range(6):
            record_audit(
                team_id="SA", area_of_practice=area.theme, audited_on=add_months(date(2026, 1, 5), n),
                grade="good" if n > 2 else "inadequate", auditor="Panel", by="Ana",
            )  # fmt: skip
        assert self.seen(area).word == "yes"


def test_audits_compare_their_later_half_with_their_earlier() -> None:
    def audits(letters: str) -> list[tuple[date, Grade]]:
        grades = {"G": Grade.GOOD, "I": Grade.INADEQUATE}
        return [(add_months(date(2023, 1, 1), n), grades[x]) for n, x in enumerate(letters)]

    assert summary("assessments", audits("IIIGGG")).says == "better"
    assert summary("assessments", audits("GGGIII")).says == "worse"
    assert summary("assessments", audits("GIGGIG")).says == "no_better"
    assert summary("assessments", audits("IIGIGG")).says == "better"
    assert summary("assessments", audits("IIGGG")).says == "cannot_tell"
    assert summary("assessments", []).says == "cannot_tell"


@pytest.mark.django_db
def test_the_demonstration_plan_is_whole(improvement_plan: ImprovementPlan) -> None:
    areas = list(improvement_plan.areas.all())
    assert len(areas) == 9
    for area in areas:
        assert area.measures.exists(), area
        assert 3 <= area.actions.count() <= 5, area
    answers = {progress.done(list(a.actions.all()), AS_AT).word for a in areas}
    assert answers >= {"yes", "partly"}


@pytest.mark.django_db
def test_seeding_twice_changes_nothing(improvement_plan: ImprovementPlan, report: Any) -> None:
    from undrift.improvement.models import History
    from undrift.improvement.seed import seed_demo

    count = History.objects.count()
    assert seed_demo(report, by="Demonstration", as_at=AS_AT) == improvement_plan
    assert History.objects.count() == count


@pytest.mark.django_db
def test_seeding_for_an_early_day_holds_nothing_that_had_not_happened(report: Any) -> None:
    from undrift.improvement.models import Evidence
    from undrift.improvement.seed import seed_demo

    seed_demo(report, by="Demonstration", as_at=date(2022, 7, 1))
    assert not Evidence.objects.filter(on__gt=date(2022, 7, 1)).exists()
    assert not Action.objects.filter(done_on__gt=date(2022, 7, 1)).exists()
