"""Which of the 16 themes a sentence is about, by rules anybody can read (`themes.toml`), and why.

A theme scores the weights of the patterns it matches, and a match counts for more the earlier it stands: what
needs to improve is usually named first and its reasons follow. The highest score wins.
"""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from undrift.errors import UserError
from undrift.inspections.words import plain

_REST = 0.3
_EARLY_BONUS = 0.8  # a match in the first words counts twice one at the very end


@dataclass(frozen=True)
class Theme:
    """One theme: its id, its name, and its patterns with their weights and the letters each cannot do without."""

    id: str
    name: str
    patterns: tuple[tuple[re.Pattern[str], int, str], ...]


@dataclass(frozen=True)
class Assignment:
    """The theme a text was given (None when no rule applies), the words that decided it, and the runners-up."""

    theme: str | None
    why: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correction:
    """A person's word on a text's theme (None: none of them), who said so and when."""

    theme: str | None
    by: str
    on: date


@cache
def themes() -> tuple[Theme, ...]:
    table = tomllib.loads(files("undrift.inspections").joinpath("themes.toml").read_text(encoding="utf-8"))
    return tuple(
        Theme(
            id=theme_id,
            name=row["name"],
            patterns=tuple(
                (
                    re.compile(rf"(?<![\w-]){pattern}" if pattern[0].isalpha() else pattern),
                    int(weight),
                    _letters(pattern),
                )
                for weight, patterns in row.items()
                if weight.isdigit()
                for pattern in patterns
            ),
        )
        for theme_id, row in table.items()
    )


def _letters(pattern: str) -> str:
    """The plain letters a pattern begins with: a text without them need not be searched. Empty where it has choices."""
    depth = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0 and pattern[at - 1] != "\\":
            return ""
    begins = re.match(r"[a-z ]*", pattern)[0]  # type: ignore[index]  # matches the empty string too
    is_optional = pattern[len(begins) : len(begins) + 1] in ("?", "*", "{")
    return begins[:-1] if is_optional else begins


def theme_of(text: str, corrections: Mapping[str, Correction] | None = None) -> Assignment:
    """The theme of one area for improvement or finding; a person's correction (by `plain` text) outranks the rules."""
    words = plain(text)
    if corrections and (corrected := corrections.get(words)):
        return Assignment(corrected.theme, f"corrected by {corrected.by} on {corrected.on.isoformat()}")
    return _by_rules(words)


@lru_cache(maxsize=20_000)  # a site asks for the same sentences over and over
def _by_rules(words: str) -> Assignment:
    matched: dict[str, list[float]] = {}
    because: dict[str, list[str]] = {}
    for theme in themes():
        taken: list[tuple[int, int]] = []
        # the heaviest first, so a word counts once at its best
        for pattern, weight, letters in theme.patterns:
            if letters not in words:
                continue
            match = pattern.search(words)
            if match is None or any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            early = 1 + _EARLY_BONUS * (1 - match.start() / max(len(words), 1))
            matched.setdefault(theme.id, []).append(weight * early)
            because.setdefault(theme.id, []).append(match[0].strip(" ,.;:"))
    # the strongest match names the subject; a list of examples after it must not outvote it
    scores = {theme: max(found) + _REST * (sum(found) - max(found)) for theme, found in matched.items()}
    ranked = sorted(scores, key=lambda theme_id: -scores[theme_id])
    if not ranked:
        return Assignment(None, "no rule's words occur")
    best = ranked[0]
    close = tuple(other for other in ranked[1:4] if scores[other] >= 0.5 * scores[best])
    return Assignment(best, "says " + ", ".join(f"“{words}”" for words in because[best]), close)


def run_themes(file: str | Path, out: TextIO) -> int:
    """Read a CSV with a column `text`; write CSV `text,theme,why` to `out`. Returns 0.

    Raises UserError when the file is missing or has no such column. A text no rule speaks to has an empty theme.
    """
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as handle:
            rows = csv.DictReader(handle)
            if "text" not in (rows.fieldnames or []):
                raise UserError(
                    "There is no column called “text”.", where=str(file), try_="Name the column text."
                )
            texts = [row["text"] or "" for row in rows]
    except OSError as error:
        raise UserError(f"The file cannot be opened ({error.strerror}).", where=str(file)) from None
    except UnicodeDecodeError:
        raise UserError(
            "The file is not UTF-8 text.", where=str(file), try_="Save it as CSV UTF-8."
        ) from None
    except csv.Error as error:
        raise UserError(f"The file is not a CSV table we can read ({error}).", where=str(file)) from None
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["text", "theme", "why"])
    for text in texts:
        assigned = theme_of(text)
        writer.writerow([text, assigned.theme or "", assigned.why])
    return 0
