"""Keeping a report or letter that the analyst sends, and her word on a sentence's theme."""

import tempfile
from pathlib import Path
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from undrift import inspections
from undrift.errors import UserError
from undrift.inspections import VisitLetter
from undrift.inspections.stored import Document
from undrift.web import store
from undrift.web.forms import ChooseTheme, SendDocument
from undrift.web.presenters import documents as presenter
from undrift.web.presenters.thread import Step
from undrift.web.roles import May, needs
from undrift.web.uploads import MAX_BYTES, TOO_LARGE
from undrift.web.views.inspections import document_or_404, documents_trail

NO_THEME: Final = "none"


@needs(May.KEEP_INSPECTIONS)
def upload(request: HttpRequest) -> HttpResponse:
    """Read what was sent, in a process of its own, and keep it when it reads as a report or letter."""
    sent = request.method == "POST"
    form = SendDocument(request.POST, request.FILES) if sent else SendDocument()
    if sent and getattr(request, TOO_LARGE, False):
        form.refuse(f"The file is larger than {MAX_BYTES // 1_000_000} MB; no report is. Nothing was kept.")
    elif sent and form.is_valid():
        try:
            key = store.corpus().add(_read(form.cleaned_data["file"]))
        except UserError as fault:
            form.refuse(" ".join(filter(None, (fault.what, fault.try_, "Nothing was kept."))))
        else:
            return redirect(f"{reverse('document', kwargs={'key': key})}?kept=1")
    context = {"form": form, "trail": documents_trail(Step("Keep a report or letter", ""))}
    return render(request, "upload.html", context, status=400 if form.errors else 200)


def _read(sent: "UploadedFile[bytes]") -> Document:
    """The document in the file sent. Raises UserError; the bytes are gone when this returns."""
    name = Path(sent.name or "report.pdf").name
    cache = store.home() / "cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="upload-", dir=cache) as folder:
        # Our own name on disk; theirs only as a word, since a date may stand in it.
        file = Path(folder) / "sent.pdf"
        with file.open("wb") as writer:
            for chunk in sent.chunks():
                writer.write(chunk)
        document = inspections.read_any(file, file=name)
    if not _says_something(document):
        raise UserError(
            "This file reads as neither an inspection report nor a letter from a visit.",
            where=name,
            try_="Choose the PDF that the inspectorate published.",
        )
    return document


def _says_something(document: Document) -> bool:
    """Whether it can stand on the road: its dates were found, and grades, areas or findings."""
    graded = not isinstance(document, VisitLetter) and document.judgements
    return bool(document.date_ranges and (graded or document.areas or document.findings))


@needs(May.KEEP_INSPECTIONS)
def correct_theme(request: HttpRequest, key: str, anchor: str) -> HttpResponse:
    """Confirm or correct the theme of one passage; what was said before stays on record."""
    corpus = store.corpus()
    found = document_or_404(key)
    shown = presenter.shown_passages(found, corpus.corrections())
    passage = next((one for one in shown if one.anchor == anchor), None)
    if passage is None:
        raise Http404("No such sentence in this document.")
    form = ChooseTheme(request.POST or None, initial={"theme": passage.theme or NO_THEME})
    if request.method == "POST" and form.is_valid():
        theme = form.cleaned_data["theme"]
        corpus.correct(
            passage.text, None if theme == NO_THEME else theme, request.user.get_username(), localdate()
        )
        return redirect(f"{reverse('document', kwargs={'key': key})}#{anchor}")
    title = presenter.title_of(found)
    history = [
        (presenter.theme_name(said.theme), said.by, said.on) for said in reversed(corpus.corrections_of(passage.text))
    ]  # fmt: skip
    steps = documents_trail(
        Step(title, reverse("document", kwargs={"key": key})), Step("Confirm or correct the theme", "")
    )
    context = {"form": form, "passage": passage, "key": key, "history": history, "trail": steps}
    return render(request, "correct_theme.html", context)
