"""What `undrift synthetic` does."""

import time
from datetime import date
from pathlib import Path

from undrift.synthetic.files import make
from undrift.synthetic.story import AS_AT, AUTHORITY, SEED


def run(out: Path, seed: int = SEED, as_at: date = AS_AT, scale: float = 1.0) -> int:
    """Write the invented authority under `out`, saying what is being done; 0 when it is written."""
    started = time.monotonic()
    print(f"Making {AUTHORITY}, an authority that does not exist. Every child in it is invented.", flush=True)
    manifest = make(
        out, seed=seed, as_at=as_at, scale=scale, progress=lambda words: print(f"  {words}", flush=True)
    )
    rows = sum(count for name, count in manifest.rows.items() if name.startswith("ssd_"))
    children = manifest.rows["ssd_person"]
    print(
        f"Wrote {rows:,} rows about {children:,} invented children under {out} "
        f"in {time.monotonic() - started:.0f} seconds."
    )
    return 0
