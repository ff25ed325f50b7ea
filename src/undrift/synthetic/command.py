"""What `undrift synthetic` does."""

import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from undrift.synthetic.files import make
from undrift.synthetic.many import write_many
from undrift.synthetic.mess import spoil
from undrift.synthetic.story import AS_AT, AUTHORITY, SEED


def run(
    out: Path, seed: int = SEED, as_at: date = AS_AT, scale: float = 1.0, forms: Iterable[str] = ("all",), mess: bool = False
) -> int:  # fmt: skip
    """Write the invented authority under `out`, saying what is being done; 0 when it is written."""
    started = time.monotonic()
    print(f"Making {AUTHORITY}, an authority that does not exist. Every child in it is invented.", flush=True)
    manifest = make(out, seed=seed, as_at=as_at, scale=scale, also=forms, progress=_say)
    rows = sum(count for name, count in manifest.rows.items() if not name.startswith("truth"))
    children = manifest.rows["ssd_person"]
    print(
        f"Wrote {rows:,} rows about {children:,} invented children under {out} "
        f"in {time.monotonic() - started:.0f} seconds."
    )
    if mess:
        faults = spoil(out, seed)
        print(
            f"Spoiled copies stand in {out / 'mess'}: {faults:,} faults, each listed in {out / 'truth' / 'mess.csv'}."
        )
    return 0


def run_many(out: Path, count: int, scale: float = 1.0, seed: int | None = None) -> int:
    """Write the records of many invented authorities as Parquet; 0 when they are written."""
    started = time.monotonic()
    print(f"Making {count} authorities, none of which exists. Every child in them is invented.", flush=True)
    write_many(out, count, SEED if seed is None else seed, scale, _say)
    print(f"Wrote them under {out} in {time.monotonic() - started:.0f} seconds.")
    return 0


def _say(words: str) -> None:
    print(f"  {words}", flush=True)
