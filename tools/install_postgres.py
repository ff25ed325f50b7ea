"""Find the PostgreSQL the database tests start for themselves; install Debian's with apt-get when absent and we may."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NEEDED = ("initdb", "postgres", "pg_ctl")


def find_postgres() -> Path | None:
    """The folder of PostgreSQL's server programs, or None. UNDRIFT_POSTGRES names one outright."""
    named = os.environ.get("UNDRIFT_POSTGRES")
    # Debian keeps the server's programs off the path, a folder a version; the newest is taken.
    by_version = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True
    )
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    for folder in [Path(named)] if named else [*by_version, *on_path]:
        if all(os.access(folder / name, os.X_OK) for name in NEEDED):
            return folder
    return None


def install() -> bool:
    """Install Debian's postgresql. True when apt-get says it worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Another installation may hold the lock for a while; waiting beats failing.
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    steps = ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", "postgresql"])
    # The update may fail for one stale source and the install still work, so only the last answer counts.
    return [subprocess.run(step, env=environment, check=False).returncode for step in steps][-1] == 0


def main() -> int:
    if found := find_postgres():
        print(f"PostgreSQL for the database tests: {found}")
        return 0
    may_install = shutil.which("apt-get") is not None and os.geteuid() == 0
    if may_install and install() and (found := find_postgres()):
        print(f"PostgreSQL for the database tests: {found}")
        return 0
    print(
        "The database tests start a PostgreSQL server of their own, and its programs were not found. Install them "
        "(on Debian or Ubuntu: sudo apt-get install postgresql), or set UNDRIFT_POSTGRES to the folder that holds "
        "initdb, and run this again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
