"""The forms people write with. Every message says what to put right."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from undrift.inspections.themes import themes
from undrift.returns.mapping import Kind, Unknown
from undrift.web.presenters.checking import asks, choices


class DayMonthYear(forms.MultiWidget):
    """Three boxes, as the Design System asks for dates."""

    def __init__(self) -> None:
        super().__init__([forms.TextInput(), forms.TextInput(), forms.TextInput()])

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def decompress_for_page(self, value: Any) -> list[Any]:
        """What the three boxes show: what was typed, or the date itself."""
        if isinstance(value, list):
            return [part or "" for part in value]
        return self.decompress(value)


class DateField(forms.MultiValueField):
    """A real date from three boxes; `what` names it in the messages."""

    widget = DayMonthYear

    def __init__(self, what: str) -> None:
        self.what = what
        boxes = [forms.CharField(required=False) for _ in range(3)]
        messages = {"required": f"Enter {what}: day, month and year."}
        super().__init__(boxes, require_all_fields=False, error_messages=messages, label=what)

    def compress(self, parts: list[str]) -> date:
        # One or two boxes filled must not slip through as "nothing entered".
        if len(parts) < 3 or not all(parts):
            raise forms.ValidationError(f"Enter {self.what}: day, month and year.")
        try:
            return date(int(parts[2]), int(parts[1]), int(parts[0]))
        except ValueError:
            raise forms.ValidationError(f"Enter {self.what} as a real date, such as 27 3 2026.") from None


def words(message: str, limit: int = 2000) -> forms.CharField:
    """A field for sentences."""
    too_long = f"Use {limit:,} characters or fewer."
    return forms.CharField(max_length=limit, error_messages={"required": message, "max_length": too_long})


def not_after(day: date, today: date, what: str) -> date:
    """A date of something that has happened cannot be later than today."""
    if day > today:
        raise forms.ValidationError(f"Enter {what} that is today or earlier.")
    return day


class _Dated(forms.Form):
    """A form that knows today, so that what has happened is not dated ahead."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today


class CompleteAction(_Dated):
    done_on = DateField("the date it was done")
    done_note = words("Say what shows that it is done: a document, a minute, a practice audit.")

    def clean_done_on(self) -> date:
        return not_after(self.cleaned_data["done_on"], self.today, "a date")


class AddAction(_Dated):
    text = words("Enter what will be done.")
    owner = words("Enter the role that will see it done, such as Head of Safeguarding.", limit=200)
    due_on = DateField("the date it is due")


class RecordRoadStep(_Dated):
    kind = forms.ChoiceField(error_messages={"required": "Choose which step it was."})
    on = DateField("the date of the step")
    source = words("Enter where it is written, such as the letter and its date.", limit=300)

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = kinds

    def clean_on(self) -> date:
        return not_after(self.cleaned_data["on"], self.today, "a date")


class AddEvidence(_Dated):
    kind = forms.ChoiceField(error_messages={"required": "Choose what kind of evidence this is."})
    says = forms.ChoiceField(error_messages={"required": "Choose what it says about practice."})
    on = DateField("the date of the evidence")
    source = words("Enter the document and the place in it, such as Visit letter, page 2.", limit=300)
    text = words("Enter what it says, in a sentence or two. Name no child.")

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str]], says: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["says"].choices = says  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        return not_after(self.cleaned_data["on"], self.today, "a date")


class AddUpdate(_Dated):
    text = words("Enter the update.")


class SendDocument(forms.Form):
    """A report or letter to read and keep."""

    file = forms.FileField(
        error_messages={
            "required": "Choose a PDF file.",
            "empty": "The file is empty. Download it again from the inspectorate’s site. Nothing was kept.",
        }
    )

    def refuse(self, why: str) -> None:
        """One line, in place of any other, saying why the file was not kept."""
        self.errors.pop("file", None)
        self.errors["file"] = self.error_class([why])


class ManyFiles(forms.FileField):
    """One file or several; each may be empty, which the readers say in their own words."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFiles, self).clean(one, initial) for one in data or [None]]


class _ManyFilesInput(forms.FileInput):
    allow_multiple_selected = True
    widgets = ()  # one box, as the pages' list of problems asks

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        found: list[Any] = files.getlist(name)
        return found


class SendFiles(_Dated):
    """Files to check, and the day they speak for."""

    sent = ManyFiles(
        widget=_ManyFilesInput,
        allow_empty_file=True,
        error_messages={"required": "Choose the files to check."},
    )
    as_at = DateField("the day the files speak for")
    authority = forms.CharField(
        max_length=100, required=False, error_messages={"required": "Enter the authority’s name."}
    )

    def asks_whose(self) -> "SendFiles":
        """Where nothing has been loaded yet, only the person can say whose the files are."""
        self.fields["authority"].required = True
        return self

    def clean_as_at(self) -> date:
        return not_after(self.cleaned_data["as_at"], self.today, "a day")

    def refuse(self, why: str) -> None:
        """One line, in place of any other, saying why the files were not kept."""
        self.errors.clear()
        self.errors["sent"] = self.error_class([why])


class LoadFiles(_Dated):
    """The day that files about to be loaded speak for."""

    as_at = DateField("the day the files speak for")

    def clean_as_at(self) -> date:
        return not_after(self.cleaned_data["as_at"], self.today, "a day")


HOW_KNOWN = "Say how you know, for whoever reads it next year."


class SayWhatItIs(forms.Form):
    """What each of the things not recognised is; those left alone stay as they are. Fields u0, u1 and so on, then why."""

    def __init__(self, *args: Any, asked: Sequence[Unknown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nth, one in enumerate(asked):
            field = forms.ChoiceField(choices=choices(one), required=False, label=asks(one))
            field.error_messages["invalid_choice"] = "Choose one of those listed."
            self.fields[f"u{nth}"] = field
        self.fields["why"] = words(HOW_KNOWN, limit=300)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not any(said for name, said in given.items() if name != "why"):
            self.add_error(None, "Choose what at least one of them is.")
        return given


class SayOfFiles(forms.Form):
    """One thing said of the authority's files, or taken back."""

    kind = forms.ChoiceField(error_messages={"required": "Choose what it is about."})
    said = words("Enter it as the file has it.", limit=200)
    means = forms.CharField(required=False, max_length=200)
    column = forms.CharField(required=False, max_length=200)
    why = words(HOW_KNOWN, limit=300)

    def __init__(self, *args: Any, kinds: list[tuple[Kind, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = kinds


class ChooseTheme(forms.Form):
    """One of the sixteen themes, or none of them."""

    theme = forms.ChoiceField(
        choices=[*((theme.id, theme.name) for theme in themes()), ("none", "None of these")],
        error_messages={"required": "Choose a theme.", "invalid_choice": "Choose one of the themes listed."},
    )


class Rebase(forms.Form):
    """Learn what is ordinary anew from a month on."""

    from_month = DateField("the first month of the new ordinary")
    why = words("Say why what was ordinary no longer is.")

    def __init__(self, *args: Any, latest: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.latest = latest

    def clean_from_month(self) -> date:
        month: date = self.cleaned_data["from_month"]
        if month > self.latest:
            raise forms.ValidationError(
                f"Choose {self.latest:%B %Y} or earlier: twelve complete months are needed to learn what is ordinary."
            )
        return month


class SetTarget(forms.Form):
    """What a measure is meant to reach."""

    target = forms.FloatField(
        min_value=0.0,
        error_messages={
            "required": "Enter the target.",
            "invalid": "Enter the target as a number, such as 90.",
        },
    )
    why = words("Say where the target comes from.")

    def __init__(self, *args: Any, most: float | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = most

    def clean_target(self) -> float:
        target: float = self.cleaned_data["target"]
        if self.most is not None and target > self.most:
            raise forms.ValidationError("A percentage lies between 0 and 100.")
        return target


class DecideSameChild(forms.Form):
    """Whether two ids are one child, and how the person knows."""

    verdict = forms.ChoiceField(error_messages={"required": "Choose whether they are one child or two."})
    why = words("Say how you know: what you looked at, or whom you asked.")

    def __init__(self, *args: Any, one: str, other: str, settled: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["verdict"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("keep one", f"One child: keep {one}"),
            ("keep other", f"One child: keep {other}"),
            ("two", "Two children"),
            *([("withdraw", "Take back what was said, and say nothing")] if settled else []),
        ]


class ChooseDay(_Dated):
    """A day the records are asked about; `today` is the day the latest load speaks for."""

    on = DateField("the day")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                f"Enter a day on or before {self.today.day} {self.today:%B %Y}, which the latest load speaks for."
            )
        return on
