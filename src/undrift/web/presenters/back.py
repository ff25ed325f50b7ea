"""Which list a child's page was opened from, so that the way back says where it goes."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse

from undrift import drift
from undrift.variation.decisions import BY_ID
from undrift.web.presenters.thread import Step


@dataclass(frozen=True)
class Back:
    """The list in the middle of a sentence, and as the step of the trail before the child."""

    words: str
    step: Step


def came_from(request: HttpRequest) -> Back:
    """The list the reader was on, as their browser says; the worklist where it says nothing, or no list of ours.

    What comes back as an address is only ever a path of this site that shows such a list.
    """
    said = urlsplit(request.headers.get("Referer", ""))
    here = said.path + (f"?{said.query}" if said.query else "")
    if said.netloc == request.get_host():
        try:
            match = resolve(said.path)
        except Resolver404:
            return _worklist()
        kept = match.kwargs
        pattern = drift.catalogue().get(kept.get("pattern_id", ""))
        kind = BY_ID.get(kept.get("kind", ""))
        if match.url_name == "worklist":
            return _worklist(here)
        if match.url_name == "stalled-pattern" and pattern:
            return Back(f"the children who match “{pattern.name}”", Step(pattern.name, here))
        if match.url_name == "aftermath-children" and kind:
            return Back(f"the children behind “{kind.name}”", Step(kind.one, here))
        if match.url_name == "changed-rows":
            return Back("what changed between the loads", Step("What changed", here))
        if match.url_name == "same-child-pair":
            return Back("the two ids", Step("Two ids", here))
    return _worklist()


def _worklist(address: str = "") -> Back:
    return Back("the worklist", Step("Worklist", address or reverse("worklist")))
