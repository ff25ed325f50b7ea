"""Areas and their four answers, made ready for the page."""

from dataclasses import dataclass
from datetime import date

from undrift.improvement.models import Action, Area, ImprovementPlan
from undrift.improvement.progress import Answer, AreaProgress, area_progress, overview
from undrift.variation.words import by_chance
from undrift.web import store
from undrift.web.presenters.words import Tag, answer_tag

QUESTIONS = {
    "done": ("Done", "Have the actions been done?"),
    "working": ("Working", "Has the measure moved beyond chance?"),
    "seen": ("Seen", "Do visits and practice audits say so?"),
    "sustained": ("Sustained", "Has it held?"),
}


@dataclass(frozen=True)
class AnswerShown:
    """One of the four: its name, its question, the answer as a tag, the sentence behind it."""

    name: str
    question: str
    tag: Tag
    sentence: str


@dataclass(frozen=True)
class AreaShown:
    number: int
    text: str
    page: int | None
    answers: tuple[AnswerShown, ...]
    done_not_working: bool


@dataclass(frozen=True)
class ActionShown:
    id: int
    text: str
    owner: str
    due_on: date
    done_on: date | None
    done_note: str
    tag: Tag


@dataclass(frozen=True)
class OverviewShown:
    sentence: str
    since: date
    areas: tuple[AreaShown, ...]
    by_chance: str


def _area(found: AreaProgress) -> AreaShown:
    given: dict[str, Answer] = {name: getattr(found, name) for name in QUESTIONS}
    answers = tuple(
        AnswerShown(name, question, answer_tag(given[key].word, given[key].label), given[key].sentence)
        for key, (name, question) in QUESTIONS.items()
    )
    return AreaShown(found.area.number, found.area.text, found.area.page, answers, found.done_but_not_working)


def of_improvement_plan(improvement_plan: ImprovementPlan) -> OverviewShown:
    """Every area in the report's order, and the sentence a board should hear first."""
    found = overview(store.cursor(), improvement_plan, store.load().as_at)
    judged = {one.measure.id for area in found.areas for one in area.measures}
    return OverviewShown(
        found.sentence, found.since, tuple(_area(area) for area in found.areas), by_chance(len(judged))
    )


def of_area(found: AreaProgress) -> AreaShown:
    return _area(found)


def progress_of(area: Area) -> AreaProgress:
    """The four answers and the measures of one area, judged from the improvement plan's baseline."""
    return area_progress(store.cursor(), area, store.load().as_at, area.improvement_plan.baseline_on)


def action(found: Action, as_at: date) -> ActionShown:
    if found.done_on and found.done_on <= as_at:
        late = found.done_on > found.due_on
        tag = Tag("Done late", "orange") if late else Tag("Done", "green")
    elif found.due_on < as_at:
        tag = Tag("Overdue", "red")
    else:
        tag = Tag("Not yet due", "blue")
    return ActionShown(found.id, found.text, found.owner, found.due_on, found.done_on, found.done_note, tag)
