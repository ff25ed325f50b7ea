"""What the README tells a person to type is what the command line takes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from undrift.cli import parser

README = Path(__file__).parents[2] / "README.md"
STANDS_FOR = {"DATE": "2026-09-30", "YEAR": "2026", "NUMBER": "90"}


def said() -> Iterator[str]:
    """Each command the README prints: its optional parts left out and then put in, every alternative in turn."""
    for line in re.findall(r"^undrift .*", README.read_text(encoding="utf-8"), flags=re.MULTILINE):
        for whole in re.split(r" ; ", re.sub(r"\s+#.*", "", line)):
            for told in {re.sub(r" ?\[[^]]*\]", "", whole), re.sub(r"[][]", "", whole)}:
                first, *others = re.split(r" \| ", told)
                command = " ".join(first.split()[:2])
                for one in (first, *(f"{command} {other}" for other in others)):
                    yield from alternatives(one)


def alternatives(told: str) -> Iterator[str]:
    """Each reading of the first a|b|c in it, and so on."""
    found = re.search(r"\S+\|\S+", told)
    if found is None:
        yield told.replace("...", "")
        return
    for choice in found[0].split("|"):
        yield from alternatives(told.replace(found[0], choice, 1))


TOLD = sorted(set(said()))


def test_there_is_much_to_type() -> None:
    assert len(TOLD) > 50


@pytest.mark.parametrize("told", TOLD)
def test_what_the_readme_prints_can_be_typed(told: str) -> None:
    words = [STANDS_FOR.get(word, word) for word in re.findall(r'"[^"]*"|\S+', told)[1:]]
    assert callable(parser().parse_args([word.strip('"') for word in words]).run)
