"""Work out requirements/*.txt from pyproject.toml: one version of everything, each with its hashes, for every platform."""

import subprocess
import sys

for name, extra in (
    ("run", ["--extra", "build"]),
    ("sqlserver", ["--extra", "build", "--extra", "sqlserver"]),
    ("dev", ["--extra", "build", "--extra", "dev"]),
    ("bench", ["--extra", "build", "--extra", "dev", "--extra", "bench"]),
    ("spark", ["--extra", "build", "--extra", "dev", "--extra", "spark"]),
):
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
               "--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links",
               "pyproject.toml", "--output-file", f"requirements/{name}.txt", *extra]  # fmt: skip
    subprocess.run(command, check=True)
