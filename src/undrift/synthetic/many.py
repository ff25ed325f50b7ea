"""Many invented authorities at once: the records of each as Parquet, of their own size, seed and practice."""

import math
import os
import random
from collections.abc import Callable
from pathlib import Path

from undrift.synthetic.files import live
from undrift.synthetic.forms import ssd_parquet
from undrift.synthetic.story import AS_AT, another_authority


def write_many(out: Path, count: int, seed: int, scale: float, say: Callable[[str], None]) -> list[Path]:
    """Write OUT/authority=CODE/ssd-parquet for `count` authorities; those already there are left as they are.

    scale: the mean size, where 1.0 is a whole Irwell. Sizes spread from about a quarter of that to four times it. The
    story of each runs up to eighteen months early or late, and its practice leans better or worse throughout.
    """
    rng = random.Random(seed)
    folders = []
    for nth in range(1, count + 1):
        size = scale * math.exp(rng.gauss(-0.18, 0.6))
        months, lean = rng.randrange(-18, 19), rng.uniform(-0.08, 0.06)
        place = out / f"authority=E0690{nth:04d}"
        folders.append(place)
        if place.exists():
            say(f"{nth} of {count}: {place.name}: already made")
            continue
        with another_authority(months, lean):
            history, _ = live(seed + nth, AS_AT, size)
        beside = out / f".{place.name}"
        (folder,) = ssd_parquet(history, beside)
        os.replace(folder.parent, place)
        say(f"{nth} of {count}: {place.name}: {size:.2f} of an Irwell")
    return folders
