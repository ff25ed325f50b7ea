"""Who led the inspection: a name after a label, never a sentence that happens to mention one."""

import re

from undrift.inspections.extract import Document
from undrift.inspections.report import Evidence

_LABEL = re.compile(
    r"^(?:L(?i:ead)|R(?i:eporting)) (?i:inspectors?|hmis?\b)(?i:\s*\(?on[ -]site\)?)?\s*:?\s*(?i:on[ -]site\s*:\s*)?",
)
_ROLE = re.compile(
    r"[\s,(–-]*\b(?:(?:senior\s+)?(?:her|his)\s+majesty[’']?s[’']?\s+inspectors?"
    r"|s?hmis?\b|senior hmi|ofsted inspectors?|regulatory inspection manager"
    r"|social care (?:regulatory )?inspectors?|additional inspectors?)[)\s]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|,|&|/|\band\b)\s*", re.IGNORECASE)
_PARTICLE = r"(?:de|da|di|del|della|van|von|der|den|le|la|el|al|bin|ap|O|Mc|Mac)"
_WORD = r"(?:[A-Z]\.?|[^\W\d_a-z][^\W\d_]*(?:[’'\-‐‑][^\W\d_]+)*)"
_NAME = re.compile(rf"^{_WORD}(?: (?:{_PARTICLE}|{_WORD}|-\w+)){{0,3}} (?:{_WORD}|-?{_WORD})$")
_STOP = re.compile(
    r"^(?:team inspectors?|deputy lead|judgement|inspection dates?|report published|quality assurance|senior data)",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"(?:,|;|&|\band|-|:)$", re.IGNORECASE)


def lead_inspector(document: Document) -> tuple[str | None, Evidence | None, str]:
    """The lead inspector (two are joined with '; '), where it was read, and a reason when there is none."""
    reason = "no line begins “Lead inspector”"
    for index, line in enumerate(document.lines):
        label = _LABEL.match(line.words)
        if not label:
            continue
        text = line.words[label.end() :]
        printed = line.words
        names = _names(text)
        for following in document.lines[index + 1 : index + 3]:
            if _STOP.match(following.words) or (
                names and not _CONTINUES.search(text) and not _CONTINUES.search(_bare(text))
            ):
                break
            joint = "" if text.endswith("-") else " "
            text, printed = f"{text}{joint}{following.words}", f"{printed} {following.words}"
            names = _names(text) or names
        if names:  # a sentence that begins "Lead inspector" never goes on with names alone
            return "; ".join(names), Evidence(line.page, printed), ""
        reason = f"the words after “Lead inspector” on page {line.page} are not a name we can read"
    return None, None, reason


def _bare(text: str) -> str:
    return _ROLE.sub(" ", text).strip()


def _names(text: str) -> list[str]:
    parts = [" ".join(part.split()) for part in _BETWEEN.split(_ROLE.sub(" ; ", text))]
    parts = [part.strip(" .,:;") for part in parts if part.strip(" .,:;")]
    return parts if parts and all(_NAME.match(part) for part in parts) else []
