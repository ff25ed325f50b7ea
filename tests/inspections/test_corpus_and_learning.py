"""Reports kept, searched and learnt from: all invented."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from undrift.errors import UserError
from undrift.inspections import Area, Evidence, Finding, Judgement, Report, VisitFinding, VisitLetter, read
from undrift.inspections.corpus import Corpus
from undrift.inspections.learning import lessons, not_held, what_inspectors_said
from undrift.inspections.stored import Document, from_json, key_of, to_json
from undrift.inspections.themes import theme_of
from undrift.synthetic import report as invented

PLO = "Tracking of children in pre-proceedings, so that there is no drift."


def a_report(urn: str, name: str, day: date, grade: str, areas: tuple[str, ...], *findings: str) -> Report:
    return Report(
        f"{name} {day}.pdf", 10, local_authority=name, urn=urn, kind="ilacs_standard", start_date=day, end_date=day,
        date_ranges=((day, day),), publication_date=day,
        judgements=(Judgement("overall_effectiveness", grade, Evidence(1, grade)),),
        areas=tuple(Area(text, "what_needs_to_improve", 2) for text in areas),
        numbered=tuple(Finding(n, "help_and_protection", 3 + n, t) for n, t in enumerate(findings, start=1)),
    )  # fmt: skip


THEN = a_report(
    "80429", "Birmingham", date(2018, 1, 8), "inadequate", (PLO, "Caseloads that are too high."), "Drift."
)
LATER = a_report(
    "80429",
    "Birmingham",
    date(2021, 1, 8),
    "good",
    (),
    "Pre-proceedings work is tracked well.",
    "Caseloads are low.",
)
BURY = a_report("80443", "Bury", date(2021, 10, 25), "inadequate", (PLO,))
LETTER = VisitLetter(
    "letter.pdf", 2, "monitoring_visit", local_authority="Bury", urn="80443", visit_number=2,
    date_ranges=((date(2022, 10, 18), date(2022, 10, 19)),),
    findings=(
        VisitFinding(1, "Findings", 2, "Pre-proceedings letters are clearer.", "pre_proceedings", "progress", "x"),
        VisitFinding(2, "Findings", 2, "Caseloads remain too high.", "workforce", "weakness", "y"),
    ),
)  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    held = Corpus(tmp_path / "reports")
    for document in (THEN, LATER, BURY, LETTER):
        held.add(document)
    return held


def test_a_document_comes_back_as_it_went_in(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "irwell.pdf"
    invented.write_report(path)
    report = read(path)
    key = corpus.add(report)
    assert corpus.get(key) == report and corpus.get(key_of(LETTER)) == LETTER
    assert len(list(corpus.documents())) == 5


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": 1, "type": "report"}', '{"format": 2}',
                                  '{"format": 1, "type": "report", "file": 3, "pages": 1}',
                                  '{"format": 1, "type": "report", "file": "x", "pages": 1, "areas": [3]}'])  # fmt: skip
def test_what_is_no_document_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(UserError, match="not a report as Undrift keeps it"):
        from_json(text)


@pytest.mark.parametrize(
    "key", ["../../secret", "", "ABCDEF0123456789", "0123456789abcdef", "a/b", "\x00" * 16]
)
def test_a_key_that_is_not_held_is_refused_and_never_a_path(corpus: Corpus, key: str) -> None:
    with pytest.raises(UserError, match="No report of that key"):
        corpus.get(key)


def test_search_finds_every_word_in_any_form_and_says_where(corpus: Corpus) -> None:
    hits = corpus.search("tracked pre-proceedings")
    assert {(hit.authority, hit.date, hit.kind, hit.number, hit.page) for hit in hits} == {
        ("Birmingham", "2018-01-08", "area", 1, 2),
        ("Birmingham", "2021-01-08", "finding", 1, 4),
        ("Bury", "2021-10-25", "area", 1, 2),
    }
    marked = {piece.text.lower() for hit in hits for piece in hit.snippet if piece.hit}
    assert {"tracking", "tracked", "pre-proceedings"} <= marked
    assert "".join(piece.text for piece in hits[0].snippet) in (PLO, "Pre-proceedings work is tracked well.")
    assert corpus.search("tracked caseloads") == []
    assert {hit.kind for hit in corpus.search('"too high"')} == {"area", "sentence"}
    assert corpus.search('"high too"') == []


def test_search_can_be_kept_to_an_authority_a_theme_or_a_kind(corpus: Corpus) -> None:
    assert {hit.urn for hit in corpus.search("caseloads", urn="80443")} == {"80443"}
    assert len(corpus.search("pre-proceedings", theme="pre_proceedings", kind="sentence")) == 1
    assert len(corpus.search("caseloads", most=1)) == 1


def test_the_same_inspection_added_again_replaces_and_removing_forgets(corpus: Corpus) -> None:
    key = corpus.add(THEN)
    assert len(corpus.search("drift", urn="80429")) == 2 and len(list(corpus.documents())) == 4
    corpus.remove(key)
    assert corpus.search("drift", urn="80429") == [] and len(list(corpus.documents())) == 3


def test_the_index_can_be_thrown_away(corpus: Corpus) -> None:
    before = corpus.search("caseloads")
    assert corpus.rebuild() == 4
    assert corpus.search("caseloads") == before and before


AWKWARD = st.text(
    st.sampled_from("\"*()^:+-{}[]'\\.,;%_ \x00\x02\x03\ud800éß漢ANDORNOTNEARdrifttext") | st.characters()
)


@settings(max_examples=300)
@given(words=AWKWARD)
def test_no_words_are_an_operator_or_an_error(corpus: Corpus, words: str) -> None:
    for hit in corpus.search(words):
        assert hit.snippet


@settings(max_examples=50)
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_can_be_kept_and_searched(tmp_path: Path, text: str) -> None:
    held = Corpus(tmp_path)
    key = held.add(a_report("1", "Somewhere", date(2020, 1, 1), "good", (), f"needle {text}"))
    (hit,) = held.search("needle")
    assert hit.key == key and any(piece.hit and piece.text == "needle" for piece in hit.snippet)


@given(st.sampled_from([THEN, LATER, BURY, LETTER]))
def test_json_keeps_everything(document: Document) -> None:
    assert from_json(to_json(document)) == document


def test_who_had_the_same_theme_and_improved(corpus: Corpus) -> None:
    documents = list(corpus.documents())
    (lesson,) = lessons(documents, "pre_proceedings", asking="80443")
    assert (lesson.authority, lesson.days, lesson.still_named) == ("Birmingham", 1096, False)
    assert [(p.text, p.page) for p in lesson.then.passages] == [(PLO, 2)]
    assert [(p.text, p.page, p.number) for p in lesson.later.passages] == [
        ("Pre-proceedings work is tracked well.", 4, 1)
    ]
    assert lesson.likeness == "neither a neighbour nor the same region"
    assert lessons(documents, "care_leavers", asking="80443") == ()
    # the authority that asks learns from others, not from itself
    assert lessons(documents, "pre_proceedings", asking="80429") == ()


def test_improved_authorities_whose_reports_are_not_loaded_are_named(corpus: Corpus) -> None:
    names = {row.authority for row in not_held(corpus.documents(), asking="80443")}
    assert (
        "Wakefield" in names and "Bury" not in names and "Birmingham" in names
    )  # ours is not its real report


def test_what_inspectors_said_each_time(corpus: Corpus) -> None:
    bury = [(key, document) for key, document in corpus.documents() if document.urn == "80443"]
    first, second = what_inspectors_said(bury[::-1], "pre_proceedings")
    assert (first.kind, [p.text for p in first.passages], first.directions) == ("ilacs_standard", [PLO], {})
    assert (second.kind, second.directions) == ("monitoring_visit", {"progress": 1})
    assert second.passages[0].page == 2
    silent, _ = what_inspectors_said(bury, "workforce")
    assert silent.passages == ()


def test_a_person_s_correction_is_kept_outranks_the_rules_and_the_last_one_counts(corpus: Corpus) -> None:
    corpus.correct(PLO, "workforce", "A Reader", date(2026, 1, 2))
    corpus.correct(f"  {PLO} ", "care_leavers", "A Reader", date(2026, 1, 3))
    assert {hit.theme for hit in corpus.search("tracking", kind="area")} == {"care_leavers"}
    assert theme_of(PLO, corpus.corrections()).why == "corrected by A Reader on 2026-01-03"
    documents, corrected = list(corpus.documents()), corpus.corrections()
    assert lessons(documents, "care_leavers", asking="80443", corrections=corrected)
    assert not lessons(documents, "pre_proceedings", asking="80443", corrections=corrected)
    said = what_inspectors_said(documents, "care_leavers", corrected)
    assert any(each.passages for each in said)
    assert len((corpus.folder / "corrections.jsonl").read_text().splitlines()) == 2
    with pytest.raises(UserError, match="no such theme"):
        corpus.correct(PLO, "nonsense", "A Reader", date(2026, 1, 4))


def test_a_correction_of_a_letter_s_sentence_counts_too(corpus: Corpus) -> None:
    corpus.correct("Caseloads remain too high.", None, "A Reader", date(2026, 1, 2))
    (hit,) = corpus.search("caseloads", kind="sentence")
    assert hit.theme is None
    bury = [(key, document) for key, document in corpus.documents() if document.urn == "80443"]
    assert what_inspectors_said(bury, "workforce", corpus.corrections())[1].directions == {}
