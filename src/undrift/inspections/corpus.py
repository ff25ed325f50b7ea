"""The reports and letters one has loaded, in a folder, with full-text search over every passage.

`documents/KEY.json` holds each document whole and is what counts; `index.sqlite` (SQLite's own FTS5) is built from
it and can be thrown away. A search takes words as people type them: no character in them is an operator.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from undrift.errors import UserError
from undrift.inspections.letters import VisitLetter
from undrift.inspections.report import Area
from undrift.inspections.stored import Document, from_json, key_of, to_json
from undrift.inspections.themes import Correction, theme_of, themes
from undrift.inspections.words import plain

_MOST_WORDS = 32  # more than anybody types; bounds the work of one search
_OPEN, _CLOSE = (
    "\x02",
    "\x03",
)  # around a matched word while SQLite hands it over; taken out of every text that goes in
_NO_MARKS = {ord(_OPEN): None, ord(_CLOSE): None}
_SCHEMA = """
create virtual table if not exists passages using fts5(
  text, key unindexed, urn unindexed, kind unindexed, section unindexed, number unindexed, page unindexed,
  theme unindexed, authority unindexed, on_day unindexed, tokenize = "porter unicode61 remove_diacritics 2"
)
"""
_PHRASE_OR_WORD = re.compile(r'"([^"]+)"|([^\s"]+)')


class Piece(NamedTuple):
    """A piece of a snippet: its text, and whether it is a word that was searched for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Passage:
    """One searchable text of a document. `kind` is area, recommendation to the board, finding or sentence."""

    text: str
    kind: str
    section: str
    number: int | None
    page: int
    theme: str | None


@dataclass(frozen=True)
class Hit:
    """One passage found. `key` opens the document in the corpus; `snippet` is its text around the words."""

    key: str
    file: str
    authority: str
    urn: str | None
    date: str  # first day of the inspection or visit, ISO; empty when not found
    kind: str
    section: str
    number: int | None
    page: int
    theme: str | None
    snippet: tuple[Piece, ...]


class Corpus:
    """The documents in `folder`, which is made when it is not there. Safe to open from several processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._documents = folder / "documents"
        try:
            self._documents.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"The folder for reports cannot be made ({error.strerror}).", where=str(folder)
            ) from None

    def add(self, document: Document) -> str:
        """Keep a document and make it searchable; returns its key. The same inspection added again replaces it."""
        key = key_of(document)
        path = self._documents / f"{key}.json"
        part = path.with_suffix(".part")
        part.write_text(to_json(document), encoding="utf-8", errors="replace")
        part.replace(path)  # so that nobody ever reads half a document
        with self._index() as db:
            self._put(db, key, document)
        return key

    def remove(self, key: str) -> None:
        """Forget a document; nothing happens when it is not held."""
        self._path(key).unlink(missing_ok=True)
        with self._index() as db:
            db.execute("delete from passages where key = ?", (key,))

    def get(self, key: str) -> Document:
        """The document of this key. Raises UserError when it is not held."""
        path = self._path(key)
        if not path.is_file():
            raise UserError("No report of that key is held.", where=key)
        return from_json(path.read_text(encoding="utf-8"), where=path.name)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Every document with its key, in order of authority, then date."""
        held = [(path.stem, self.get(path.stem)) for path in self._documents.glob("*.json")]
        yield from sorted(held, key=lambda item: (_authority(item[1]), _day(item[1]), item[0]))

    def correct(self, text: str, theme: str | None, by: str, on: date) -> None:
        """Keep a person's word on the theme of a text (None: no theme), for every document that says it.

        Nothing is overwritten: `corrections.jsonl` keeps each correction, and the last one counts. Raises UserError
        on a theme that is not one of the sixteen.
        """
        if theme is not None and theme not in {known.id for known in themes()}:
            raise UserError("There is no such theme.", where=theme[:40])
        row = {"text": plain(text), "theme": theme, "by": by, "on": on.isoformat()}
        with (self.folder / "corrections.jsonl").open("a", encoding="utf-8") as handle:
            handle.write(json.dumps(row) + "\n")
        with self._index() as db:  # only these words change: the rest of the index stands
            said = db.execute("select rowid, text from passages").fetchall()
            same = [(theme, place) for place, words in said if plain(words) == row["text"]]
            db.executemany("update passages set theme = ? where rowid = ?", same)

    def corrections(self) -> dict[str, Correction]:
        """The corrections that count, by `plain` text: what `theme_of`, `lessons` and the others take."""
        return dict(self._every_correction())

    def corrections_of(self, text: str) -> tuple[Correction, ...]:
        """Everything people have said of the theme of this text, oldest first; the last one counts."""
        return tuple(correction for said, correction in self._every_correction() if said == plain(text))

    def _every_correction(self) -> list[tuple[str, Correction]]:
        path = self.folder / "corrections.jsonl"
        if not path.is_file():
            return []
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [
            (row["text"], Correction(row["theme"], row["by"], date.fromisoformat(row["on"]))) for row in rows
        ]

    def rebuild(self) -> int:
        """Build the index again from the documents; returns how many."""
        (self.folder / "index.sqlite").unlink(missing_ok=True)
        count = 0
        with self._index() as db:
            for key, document in self.documents():
                self._put(db, key, document)
                count += 1
        return count

    def search(
        self,
        words: str,
        *,
        urn: str | None = None,
        theme: str | None = None,
        kind: str | None = None,
        most: int = 50,
    ) -> list[Hit]:
        """Passages that hold every word (or "phrase in quotes"), the best first; none for no words at all."""
        query = _query(words)
        if not query:
            return []
        where, values = ["passages match ?"], [query]
        for column, value in (("urn", urn), ("theme", theme), ("kind", kind)):
            if value is not None:
                where.append(f"{column} = ?")
                values.append(value)
        sql = (
            "select key, authority, urn, on_day, kind, section, number, page, theme,"
            f" snippet(passages, 0, '{_OPEN}', '{_CLOSE}', '…', 40)"
            f" from passages where {' and '.join(where)} order by rank, key, number limit ?"
        )
        with self._index() as db:
            rows = db.execute(sql, [*values, max(0, most)]).fetchall()
        files = {key: self.get(key).file for key in {row[0] for row in rows}}
        return [
            Hit(
                row[0],
                files[row[0]],
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                row[8],
                _pieces(row[9]),
            )
            for row in rows
        ]

    def _path(self, key: str) -> Path:
        # a key comes from a web address: nothing but our own hexadecimal ever reaches the file system
        if not re.fullmatch(r"[0-9a-f]{16}", key):
            raise UserError("No report of that key is held.", where=key[:40])
        return self._documents / f"{key}.json"

    @contextmanager
    def _index(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.folder / "index.sqlite", timeout=30)) as db, db:
            db.execute(_SCHEMA)
            yield db

    def _put(self, db: sqlite3.Connection, key: str, document: Document) -> None:
        db.execute("delete from passages where key = ?", (key,))
        about = (key, document.urn, _authority(document), _day(document))
        db.executemany(
            "insert into passages (key, urn, authority, on_day, text, kind, section, number, page, theme)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (*about, p.text.translate(_NO_MARKS), p.kind, p.section, p.number, p.page, p.theme)
                for p in passages(document, self.corrections())
            ],
        )


def passages(document: Document, corrections: Mapping[str, Correction] | None = None) -> list[Passage]:
    """Every text of a document that can be searched and quoted: areas with their own bullets, findings, sentences."""

    def area(number: int, of: Area, kind: str = "area") -> Passage:
        text = " ".join((of.text, *of.sub_bullets))
        return Passage(text, kind, of.group, number, of.page, theme_of(text, corrections).theme)

    found = [area(number, each) for number, each in enumerate(document.areas, start=1)]
    if isinstance(document, VisitLetter):
        for sentence in document.findings:
            corrected = (corrections or {}).get(plain(sentence.text))
            theme = corrected.theme if corrected else sentence.theme
            passage = Passage(
                sentence.text, "sentence", sentence.heading, sentence.number, sentence.page, theme
            )
            found.append(passage)
        return found
    board = enumerate(document.lscb_recommendations, start=1)
    found += [area(number, each, "recommendation to the board") for number, each in board]
    return found + [
        Passage(f.text, "finding", f.section, f.number, f.page, theme_of(f.text, corrections).theme)
        for f in document.findings
    ]


def _query(words: str) -> str:
    """Words as people type them in FTS5's grammar: each quoted, so that none can be an operator."""
    parts = []
    for phrase, word in _PHRASE_OR_WORD.findall(words.encode(errors="ignore").decode())[:_MOST_WORDS]:
        tokens = re.findall(r"[^\W_]+", phrase or word)
        if tokens:
            parts.append('"' + " ".join(tokens) + '"')
    return " ".join(parts)


def _pieces(marked: str) -> tuple[Piece, ...]:
    pieces = []
    for index, part in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if part:
            pieces.append(Piece(part, index % 2 == 1))
    return tuple(pieces)


def _authority(document: Document) -> str:
    return document.local_authority or document.local_authority_as_printed or "authority not found"


def _day(document: Document) -> str:
    return document.date_ranges[0][0].isoformat() if document.date_ranges else ""
