"""A header as it is compared, without what people change in it and mean nothing by; and how many, as people say it."""

import re


def plain(header: str) -> str:
    """A header without case, line breaks, numbering, punctuation or hints at how to fill it in."""
    text = _NUMBER.sub("", _HINT.sub(" ", header.lower()))
    return _OTHER.sub(" ", _WITHIN.sub("", text)).strip()


def counted(count: int, one: str, more: str = "") -> str:
    """“1 row”, “2,300 rows”. more: the plural where it is not `one` with an s."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


_HINT = re.compile(r"\((y/?n|yes/?no|dd/?mm/?yyyy)\)|\*")
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.):]\s*")
_WITHIN = re.compile(r"['’.]")
_OTHER = re.compile(r"[^a-z0-9]+")
