"""Building the live file from a page: in a process of its own that outlives the request; the old one serves on."""

import subprocess
import sys
from typing import Literal

from undrift.records.live import is_building
from undrift.records.turn import is_taken
from undrift.web import store

State = Literal["served", "building", "kept"]


def start(load_id: str = "") -> None:
    """Build the live file again; of this load, when one is named, which the pages then speak from."""
    which = ["--load", load_id] if load_id else []
    subprocess.Popen(
        [sys.executable, "-m", "undrift", "rebuild", *which],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def state(load_id: str) -> State:
    """Whether the pages speak from this load, are being made ready from it, or neither."""
    if not store.is_empty() and store.load().id == load_id:
        return "served"
    return "building" if is_building(store.home(), load_id) and is_taken(store.home()) else "kept"
