"""What a cell says: text, as people and systems really type it, to a value; each function sees one distinct text.

Parsers take a trimmed, non-blank text and return its value, None for "nothing recorded", or raise ValueError with
the fault in the reader's words. A second value says what was assumed, if anything.
"""

import json
import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

Parsed = tuple[object, str]
Parse = Callable[[str], Parsed]

# Ways systems write "nothing here". "none" is absent on purpose: it is a disability code.
BLANKS = ("", "null", "n/a", "#n/a", "nan", "nat", "-", "--", ".", "(blank)", "[null]")

EXCEL_DAY_0 = date(1899, 12, 30)
SERIALS = range(20_000, 80_000)  # 1954 to 2119: outside it a bare number is no date of a child's record
EARLIEST_YEAR, LATEST_YEAR = 1920, 2100  # earlier is a system's "no date" (01/01/1900)

LARGEST = 1 << 53  # beyond it neighbouring whole numbers are one and the same to a spreadsheet

_TIME = r"(?:[T ]+\d{1,2}:\d{2}.*)?"
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}")
_DMY = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){_TIME}")
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[- ]([A-Za-z]{{3,9}})[- ,]+(\d{{4}}|\d{{2}}){_TIME}")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[- ]([A-Za-z]{{3,9}})[- ](\d{{1,2}}){_TIME}")  # as COLLECT exports
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_YES = {"y", "yes", "true", "t", "1"}
_NO = {"n", "no", "false", "f", "0"}
_UNKNOWN = {"u", "unk", "unknown", "not known", "not recorded", "na"}


def parse_text(text: str) -> Parsed:
    return text, ""


# What Excel leaves in a cell whose formula failed. #N/A is not here: it is how lookups write "nothing".
EXCEL_ERRORS = frozenset(
    ("#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#error!")
)


def check_text(text: str) -> None:
    """ValueError when the text is not what a person or system recorded but what a spreadsheet made of it."""
    if text.lower() in EXCEL_ERRORS:
        raise ValueError(f"holds Excel's error {text.upper()}")
    if text.startswith("=") or (text[0] in "+@" and "(" in text):
        raise ValueError("holds a formula, not its result")


DayMonth = Literal["day first", "month first", "not known"]


def day_month_evidence(text: str) -> str:
    """What one text says of the order of its day and month: "day first", "month first", "either", or "" (nothing)."""
    found = _DMY.fullmatch(text)
    if found is None:
        return ""
    first, second = int(found[1]), int(found[2])
    if first > 12 or second > 12:
        return "day first" if second <= 12 else "month first" if first <= 12 else ""
    return "either" if first != second else ""


def date_parser(order: DayMonth = "day first", day_0: date = EXCEL_DAY_0) -> Parse:
    """`parse_date` for a column whose numeric dates are in this order and whose day numbers count from `day_0`."""

    def parse(text: str) -> Parsed:
        if order == "not known" and day_month_evidence(text) == "either":
            raise ValueError("can be read as two dates, and nothing else in the column says which")
        return parse_date(text, month_first=order == "month first", day_0=day_0)

    return parse


def parse_date(text: str, month_first: bool = False, day_0: date = EXCEL_DAY_0) -> Parsed:
    """A date from ISO, d/m/y, "5 May 2024", "2024-May-05", yyyymmdd or an Excel serial number; any time of day is dropped."""
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return _date(year, month, day), ""
    if (found := _YEAR_FIRST.fullmatch(text)) and found[2][:3].lower() in _MONTHS:
        return _date(int(found[1]), _MONTHS.index(found[2][:3].lower()) + 1, int(found[3])), ""
    if found := _SERIAL.fullmatch(text):
        serial = int(found[1])
        if serial not in SERIALS:
            raise ValueError("is a number that is not a believable date")
        return day_0 + timedelta(days=serial), "numbers were read as Excel's day numbers"
    day_at = 1
    if found := _DMY.fullmatch(text):
        day_at = 2 if month_first else 1
        month = int(found[3 - day_at])
    elif (found := _NAMED.fullmatch(text)) and found[2][:3].lower() in _MONTHS:
        month = _MONTHS.index(found[2][:3].lower()) + 1
    else:
        raise ValueError("is not a date")
    year, note = int(found[3]), ""
    if len(found[3]) == 2:
        year += 2000 if year < 50 else 1900
        note = "two-figure years were read as 1950 to 2049"
    return _date(
        year, month, int(found[day_at]), "month, day, year" if month_first else "day, month, year"
    ), note


def _date(year: int, month: int, day: int, order: str = "day, month, year") -> date:
    if not EARLIEST_YEAR <= year < LATEST_YEAR:
        raise ValueError("has a year that no child's record can have")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"is a date that does not exist (dates are read {order})") from None


def parse_flag(text: str) -> Parsed:
    word = text.lower()
    if word in _YES:
        return "Y", ""
    if word in _NO:
        return "N", ""
    if word in _UNKNOWN:
        return None, ""
    raise ValueError("is neither yes nor no")


def parse_number(text: str) -> Parsed:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        raise ValueError("is not a number") from None
    if not math.isfinite(number):  # "inf", and what is written with three hundred figures
        raise ValueError("is not a number")
    return number, ""


def parse_integer(text: str) -> Parsed:
    number, _ = parse_number(text)
    if not isinstance(number, float) or not number.is_integer():
        raise ValueError("is not a whole number")
    if abs(number) > LARGEST:
        raise ValueError("is a number too large to count anything")
    return int(number), ""


def parse_json(text: str) -> Parsed:
    try:
        json.loads(text)
    except ValueError:
        raise ValueError("is not well-formed JSON") from None
    return text, ""


def code_parser(codes: dict[str, str]) -> Parse:
    """Read a cell that should hold one of `codes` (label to SSD code), with or without its letter or its label.

    For "b) Female" = "02" it takes "b) Female", "b)Female", "Female", "02", "b)" and "b". A code "" is None.
    """
    known: dict[str, str] = {}
    # Surest first: a later, looser spelling never takes the place of an earlier one.
    for spellings in (_exact, _without_letter, _first_word, _letter_only, _sex):
        for label, code in codes.items():
            for spelling in spellings(label, code):
                known.setdefault(_squash(spelling), code)
    yes_no = set(codes.values()) <= {"Y", "N", ""} and "Y" in codes.values()
    as_given = {said: known[_squash(said)] for label, code in codes.items() for said in _exact(label, code)}

    def parse(text: str) -> Parsed:
        code = as_given.get(text)
        if code is None:
            code = known.get(_squash(text))
        if code is None:
            code = known.get(_squash(_strip_letter(text)))
        if code is None and not yes_no:
            first = _squash(re.split(r"[\s:\-–)]", text.strip(), maxsplit=1)[0])
            code = known.get(_squash(re.split(r"[\s:\-–]", _strip_letter(text), maxsplit=1)[0])) or known.get(
                first
            )
        if code is None and yes_no:
            return parse_flag(text)
        if code is None:
            raise ValueError("is not one of the codes of this column")
        return code or None, ""

    return parse


def _exact(label: str, code: str) -> list[str]:
    return [label, *([code] if code else [])]


def _without_letter(label: str, code: str) -> list[str]:
    return [_strip_letter(label)]


def _first_word(label: str, code: str) -> list[str]:
    return [re.split(r"[\s:]", _strip_letter(label), maxsplit=1)[0]] if re.search(r"[:\d]", label) else []


def _letter_only(label: str, code: str) -> list[str]:
    letter = re.match(r"([a-z]{1,2}\d?)\)", label)
    return [letter[1], letter[1] + ")"] if letter else []


def _sex(label: str, code: str) -> list[str]:
    """Systems write M and F whatever the list asks for."""
    return [_strip_letter(label)[0]] if _strip_letter(label) in ("Male", "Female") else []


def _strip_letter(text: str) -> str:
    return _LETTER.sub("", text)


def _squash(text: str) -> str:
    return _OTHER.sub(" ", text.lower()).strip()


_LETTER = re.compile(r"^\s*[A-Za-z]{1,2}\d?\)\s*")
_OTHER = re.compile(r"[^a-z0-9]+")


PARSERS: dict[str, Parse] = {
    "text": parse_text,
    "date": parse_date,
    "flag": parse_flag,
    "number": parse_number,
    "integer": parse_integer,
    "json": parse_json,
}
