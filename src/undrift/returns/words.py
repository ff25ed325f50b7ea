"""A header as it is compared: without what people change in it and mean nothing by."""

import re


def plain(header: str) -> str:
    """A header without case, line breaks, numbering, punctuation or hints at how to fill it in."""
    text = re.sub(r"\((y/?n|yes/?no|dd/?mm/?yyyy)\)|\*", " ", header.lower())
    text = re.sub(r"^\s*\d{1,2}\s*[.):]\s*", "", text)
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’.]", "", text)).strip()
