"""Where files wait between being sent and being loaded: a private folder of this machine, for two hours at most.

A set of files stands under a name made at random, readable by the site's own account alone, in the cache, which an
erasure empties and nobody backs up. It is one person's: nobody else is shown it, and their next takes its place. It goes
when it is loaded or left, when its time is up (`keep_sweeping`), and whatever there is when the site starts or stops.
"""

import json
import os
import re
import secrets
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from undrift.errors import UserError

if TYPE_CHECKING:
    from undrift.records.checked import Checked

KEPT: Final = timedelta(hours=2)
MOST_BYTES: Final = 200_000_000  # of one set: a whole authority's tables are less than half of it
MOST_FILES: Final = 120  # the dataset is some seventy tables
MOST_OF_ALL: Final = 1_000_000_000  # bytes of everybody's together
LONGEST_NAME: Final = 120  # characters
SENT: Final = "The files sent"  # the folder's name, which readers say when they speak of all of it
_TOKEN = re.compile(r"[0-9a-f]{32}")
_EVERY = 60  # seconds between two looks for what has waited long enough


class Sent(Protocol):
    """A file as it came over the web (Django's UploadedFile)."""

    name: str | None

    def chunks(self) -> Iterator[bytes]: ...


@dataclass(frozen=True)
class Waiting:
    """One person's files. token: its name, in addresses too. who: whose. at: when sent (UTC). as_at: the day they were
    said to speak for. authority: whose they were said to be, where nothing had been loaded that tells."""

    folder: Path
    who: str
    at: datetime
    as_at: date
    authority: str = ""

    @property
    def token(self) -> str:
        return self.folder.name

    @property
    def until(self) -> datetime:
        return self.at + KEPT

    @property
    def files(self) -> list[Path]:
        return sorted((self.folder / SENT).iterdir())

    @property
    def paths(self) -> list[Path]:
        """What to give the readers: the one file, or the folder of them, as on the command line."""
        return self.files if len(self.files) == 1 else [self.folder / SENT]

    def checked(self) -> "Checked":
        """What the last check found."""
        # Here, for the server's first process needs the rest as it stops: DuckDB's library, first loaded then, would fill
        # the screen with the names of what it holds.
        from undrift.records.checked import Checked

        return Checked.again(json.loads((self.folder / "checked.json").read_text(encoding="utf-8")))

    def keep(self, found: "Checked") -> None:
        _write(self.folder / "checked.json", json.dumps(asdict(found), ensure_ascii=False))

    def speaks_for(self, as_at: date) -> "Waiting":
        """The same files, said to speak for another day."""
        changed = replace(self, as_at=as_at)
        _describe(changed)
        return changed

    def leave(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def place(home: Path) -> Path:
    """The folder of all that waits, made when it is not there; uploads arrive in it too, so that none is elsewhere."""
    if not home.is_dir():
        return home  # a type check, a test: nothing is received
    folder = home / "cache" / "waiting"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def receive(home: Path, who: str, as_at: date, sent: Iterable[Sent], authority: str = "") -> Waiting:
    """Keep what somebody sent, in the stead of what they sent before.

    UserError when two files have one name, there are too many, they are too large, or there is no room.
    """
    before = [known for folder in place(home).iterdir() if (known := _known(folder)) and known.who == who]
    now = datetime.now(UTC).replace(microsecond=0)
    here = Waiting(place(home) / secrets.token_hex(16), who, now, as_at, authority)
    (here.folder / SENT).mkdir(mode=0o700, parents=True)
    here.folder.chmod(0o700)
    try:
        _keep_all(here, sent)
        if _size(place(home)) > MOST_OF_ALL:
            raise UserError(
                "There is no room: too much is waiting to be loaded by others.",
                try_=f"Send them later; nothing waits longer than {KEPT // timedelta(hours=1)} hours.",
            )
        _describe(here)
    except OSError:
        here.leave()
        raise UserError(
            "There is no room on the machine for these files.", try_="Tell whoever runs it."
        ) from None
    except BaseException:
        here.leave()
        raise
    for other in before:
        other.leave()
    return here


def _keep_all(here: Waiting, sent: Iterable[Sent]) -> None:
    names: set[str] = set()
    size = 0
    for one in sent:
        name = plain_name(one.name or "")
        if name.casefold() in names:
            raise UserError(
                f"Two of the files are called {name}.",
                try_="Rename one of them, or send them one after the other.",
            )
        names.add(name.casefold())
        if len(names) > MOST_FILES:
            raise UserError(
                f"These are more than {MOST_FILES} files.", try_="Send those of one return together."
            )
        with os.fdopen(
            os.open(here.folder / SENT / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"
        ) as file:
            for chunk in one.chunks():
                size += len(chunk)
                if size > MOST_BYTES:
                    raise UserError(
                        f"The files are larger than {MOST_BYTES // 1_000_000} MB together.",
                        try_="Send fewer at a time, or load them on the machine itself: undrift load",
                    )
                file.write(chunk)
    if not names:
        raise UserError("No file was sent.", try_="Choose at least one.")


def plain_name(name: str) -> str:
    """A name as the person knows it that can stand nowhere but in its own folder: readers go by it, and people look for it."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(letter for letter in last if letter.isprintable()).strip().lstrip(".")
    stem, dot, ending = kept.rpartition(".")
    short = (
        f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}"
        if dot and len(ending) < 10
        else kept[:LONGEST_NAME]
    )
    while len(short.encode()) > 250:  # what a file system takes
        short = short[1:]
    return short or "file"


def of(home: Path, token: str, who: str) -> Waiting | None:
    """What this person has waiting under this name; None when it is not there any more, or is not theirs."""
    known = _known(place(home) / token) if _TOKEN.fullmatch(token) else None
    if known is None or known.who != who or known.until <= datetime.now(UTC):
        return None
    return known


def whose(home: Path, who: str) -> Waiting | None:
    """What this person has waiting."""
    return next((w for folder in place(home).iterdir() if (w := of(home, folder.name, who))), None)


def sweep(home: Path) -> None:
    """Delete what has waited as long as anything may: sets, and uploads that never came to their end."""
    now = datetime.now(UTC)
    for path in place(home).iterdir():
        try:
            known = _known(path)
            since = known.at if known else datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            continue  # another process has just deleted it
        if since + KEPT <= now:
            _delete(path)


def clear(home: Path) -> None:
    """Delete everything that waits, whosever it is."""
    if home.is_dir():
        for path in place(home).iterdir():
            _delete(path)


def keep_sweeping(home: Path) -> None:
    """Sweep once a minute for as long as this process lives."""

    def forever() -> None:
        while True:
            time.sleep(_EVERY)
            try:
                sweep(home)
            except OSError:
                continue  # the next look is in a minute

    threading.Thread(target=forever, name="waiting", daemon=True).start()


def _known(folder: Path) -> Waiting | None:
    try:
        said = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        return Waiting(
            folder,
            said["who"],
            datetime.fromisoformat(said["at"]),
            date.fromisoformat(said["as_at"]),
            said["authority"],
        )
    except (OSError, ValueError, KeyError):
        return None


def _describe(here: Waiting) -> None:
    said = {
        "who": here.who,
        "at": here.at.isoformat(),
        "as_at": here.as_at.isoformat(),
        "authority": here.authority,
    }
    _write(here.folder / "about.json", json.dumps(said))


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(
        os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    os.replace(beside, path)


def _size(folder: Path) -> int:
    size = 0
    for at, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):  # another process has just deleted it
                size += Path(at, name).stat().st_size
    return size


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
