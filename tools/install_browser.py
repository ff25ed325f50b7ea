"""Find the Chromium the browser stories drive; install Debian's with apt-get when it is absent and we may."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_browser() -> str | None:
    """The path of a Chromium on this machine, or None. UNDRIFT_BROWSER names one outright."""
    named = os.environ.get("UNDRIFT_BROWSER")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install() -> bool:
    """Install Debian's chromium. True when apt-get says it worked."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Another installation may hold the lock for a while; waiting beats failing.
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    steps = ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", "chromium"])
    # The update may fail for one stale source and the install still work, so only the last answer counts.
    return [subprocess.run(step, env=environment, check=False).returncode for step in steps][-1] == 0


def main() -> int:
    if found := find_browser():
        print(f"Browser for the page tests: {found}")
        return 0
    may_install = shutil.which("apt-get") is not None and os.geteuid() == 0
    if may_install and install() and (found := find_browser()):
        print(f"Browser for the page tests: {found}")
        return 0
    print(
        "The page tests need Chromium, and none was found. Install it (on Debian or Ubuntu: "
        "sudo apt-get install chromium), or set UNDRIFT_BROWSER to the path of one, and run this again.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
