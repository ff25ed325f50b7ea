"""What gunicorn does besides serving: nothing that waits to be loaded outlives the site, and its log names nobody."""

import os
from pathlib import Path
from typing import Any

from undrift.web.logs import ServersOwn

logger_class = ServersOwn


def on_exit(server: Any) -> None:
    from undrift.web import waiting  # needed only now: workers are forked from this process

    waiting.clear(Path(os.environ["UNDRIFT_HOME"]))
