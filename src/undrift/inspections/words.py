"""Small helpers about printed words, shared by the steps."""

import re
from collections.abc import Iterable

from undrift.inspections.extract import Line

# Requires improvement first: its longer forms end in "good".
GRADE = re.compile(
    r"\b(requires?\s+improvement(?:\s+to\s+be\s+good)?|outstanding|good|inadequate|adequate|not\s+judged)\b",
    re.IGNORECASE,
)


def normalised_grade(printed: str) -> str:
    """'Requires improvement to be good' and its variants become 'requires improvement'; others lower case."""
    words = " ".join(printed.lower().split())
    return "requires improvement" if words.startswith("require") else words


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces: for comparing, never for showing."""
    text = text.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    return " ".join(text.lower().split())


def join(lines: Iterable[Line | str]) -> str:
    """Wrapped lines as one text; a hyphen at a line's end joins without a space."""
    out = ""
    hyphenated = False
    for line in lines:
        text = " ".join((line if isinstance(line, str) else line.text).split())
        if not text:
            continue
        out += text if not out or hyphenated else f" {text}"
        hyphenated = _ends_in_hyphen(line)
    return out


def _ends_in_hyphen(line: Line | str) -> bool:
    # "16- and 17-year-old" wrapped after "16- " keeps its space: the printed line ends in one
    return line.hyphenated if isinstance(line, Line) else bool(re.search(r"\w[-\u2010\u2011]$", line))
