"""The key that signs sessions: made once a home, kept beside the data, readable by its owner only."""

import contextlib
import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """The home's key, made on first use; safe when two workers start at once, because one creation wins.

    Where there is no home yet (a type check, a test) the key lasts as long as the process and nothing is written.
    """
    if not home.is_dir():
        return secrets.token_urlsafe(50)
    file = home / "secret_key"
    draft = home / f".secret_key.{os.getpid()}"
    if not file.exists():
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as writer:
            writer.write(secrets.token_urlsafe(50))
        # A link, unlike a rename, fails when the key is already there: whole or not at all.
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)
        draft.unlink()
    return file.read_text()
