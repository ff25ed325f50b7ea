"""Readers fed what our writers wrote, spoilt: never anything but a submission, or one error in the reader's words.

`make fuzz` goes on for longer (UNDRIFT_FUZZ seconds a form, from a seed it prints); here a few of each are tried.
"""

import io
import os
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from undrift.errors import UserError
from undrift.returns import Submission, recognise
from undrift.returns.annex_a_from_ssd import lists_of_tables
from undrift.returns.annex_a_writer import write_workbook
from undrift.returns.cin_census_writer import write_census
from undrift.returns.ssda903_writer import write_folder, write_xml
from undrift.returns.submission import conform

SECONDS = float(os.environ.get("UNDRIFT_FUZZ", "0"))
TRIES = 25
AS_AT = date(2026, 3, 31)

RECORDS: dict[str, dict[str, object]] = {
    "ssd_person": {"pers_person_id": "C1", "pers_dob": date(2015, 2, 13), "pers_sex": "F", "pers_ethnicity": "WBRI", "pers_upn_unknown": "UN1"},
    "ssd_contacts": {"cont_contact_id": "1", "cont_person_id": "C1", "cont_contact_date": date(2026, 1, 25), "cont_contact_source_code": "6"},
    "ssd_cin_episodes": {"cine_referral_id": "1", "cine_person_id": "C1", "cine_referral_date": date(2025, 5, 15), "cine_referral_nfa": "N"},
    "ssd_cin_assessments": {"cina_assessment_id": "1", "cina_person_id": "C1", "cina_referral_id": "1", "cina_assessment_start_date": date(2025, 5, 16)},
    "ssd_cla_episodes": {"clae_cla_episode_id": "1", "clae_cla_id": "1", "clae_person_id": "C1", "clae_cla_episode_start_date": date(2025, 6, 1),
                         "clae_entered_care_date": date(2025, 6, 1), "clae_cla_episode_start_reason": "S", "clae_cla_placement_id": "1"},
    "ssd_cla_placement": {"clap_cla_placement_id": "1", "clap_cla_id": "1", "clap_person_id": "C1", "clap_cla_placement_start_date": date(2025, 6, 1)},
    "ssd_legal_status": {"lega_legal_status_id": "1", "lega_person_id": "C1", "lega_legal_status": "C2", "lega_legal_status_start_date": date(2025, 6, 1)},
    "ssd_cla_reviews": {"clar_cla_review_id": "1", "clar_cla_id": "1", "clar_cla_review_date": date(2025, 6, 25)},
}  # fmt: skip


def tables() -> dict[str, pa.Table]:
    return {
        name: conform(pa.Table.from_pylist([row], conform(pa.table({}), name).schema), name)
        for name, row in RECORDS.items()
    }


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of each form, as our own writers write them."""
    out: Path = tmp_path_factory.mktemp("whole")
    write_workbook(out / "annex.xlsx", lists_of_tables(tables(), AS_AT))
    write_census(out / "census.xml", tables(), 2026, "999")
    write_xml(out / "return.xml", tables(), 2026)
    write_folder(out / "903", tables(), 2026)
    said = {name: (out / name).read_bytes() for name in ("annex.xlsx", "census.xml", "return.xml")}
    said |= {name: (out / "903" / name).read_bytes() for name in ("episodes.csv", "header.csv")}
    said["List 1.csv"] = b"Child Unique ID,Date of Contact,Contact Source\r\nC1,25/01/2026,q) 6: Police\r\n"
    said["ssd_person.csv"] = b"pers_person_id,pers_dob,pers_sex\r\nC1,2015-02-13,F\r\n"
    return said


NASTY = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b"<", b">", b"]]>", b"<![CDATA[", b"<!--", b"&", b"&#0;", b"&#x10FFFF;",
    b"\r", b"\n\n", b",", b";" * 50, b"=1+1", b"99999999999999999999", b"-1", b"1e309", b"nan", b"31/02/2026", b"00/00/0000",
    b"9999-12-31", b"0000-00-00", "\u202e\u0661\u0662".encode(), "Ǆ".encode("utf-16"), b"</Child>", b"<Child>", b"<?xml version='1.0' encoding='utf-7'?>",
]  # fmt: skip


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """`content` with one to four things done to it that no writer does."""
    for _ in range(chance.randint(1, 4)):
        at, upto = sorted(chance.randint(0, len(content)) for _ in range(2))
        upto = min(upto, at + chance.choice([1, 8, 200]))
        match chance.randrange(6):
            case 0:
                content = content[:at] + chance.choice(NASTY) + content[at:]
            case 1:
                content = content[:at] + content[upto:]
            case 2:
                content = content[:at] + content[at:upto] * chance.randint(2, 40) + content[upto:]
            case 3:
                content = (
                    content[:at] + bytes(chance.randrange(256) for _ in range(upto - at)) + content[upto:]
                )
            case 4:
                content = content[:at]
            case _:
                content = content[:at] + content[at:upto].swapcase()[::-1] + content[upto:]
    return content


def inside(content: bytes, chance: random.Random) -> bytes:
    """A workbook with one of its parts spoilt and packed again, so that what reads the cells is reached."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as book,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        names = book.namelist()
        one = chance.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            made.writestr(name, spoilt(book.read(name), chance) if name == one else book.read(name))
    return packed.getvalue()


FORMS: list[tuple[str, Callable[[bytes, random.Random], bytes]]] = [
    ("annex.xlsx", spoilt), ("annex.xlsx", inside), ("census.xml", spoilt), ("return.xml", spoilt), ("episodes.csv", spoilt),
    ("header.csv", spoilt), ("List 1.csv", spoilt), ("ssd_person.csv", spoilt),
]  # fmt: skip


def seeds() -> Iterator[int]:
    if not SECONDS:
        yield from range(TRIES)
        return
    until, seed = time.monotonic() + SECONDS, random.SystemRandom().randrange(1 << 40)
    while time.monotonic() < until:
        yield seed
        seed += 1


@pytest.mark.parametrize(("name", "spoil"), FORMS)
def test_whatever_is_done_to_a_file_it_is_read_or_refused_in_words(
    whole: dict[str, bytes], name: str, spoil: Callable[[bytes, random.Random], bytes], tmp_path: Path
) -> None:
    path = tmp_path / name
    for seed in seeds():
        path.write_bytes(spoil(whole[name], random.Random(seed)))
        try:
            submission = recognise(path)(path)
        except UserError as fault:
            assert fault.what and "\n" not in str(fault), seed
        except Exception as fault:
            raise AssertionError(f"{name}, seed {seed}: {type(fault).__name__}: {fault}") from fault
        else:
            assert isinstance(submission, Submission) and submission.tables, seed
