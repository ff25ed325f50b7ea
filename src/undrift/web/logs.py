"""What the site says of itself on the terminal: which page failed and where in the code, and nobody's values.

Addresses name children, and so may the words of an error; neither is written. The access log is another thing:
it is kept in the database, for the analyst.
"""

import logging
import re
import traceback
from types import TracebackType
from typing import Any

from gunicorn.glogging import Logger

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Nameless(logging.Filter):
    """Replace a request's address by its page's name; keep a traceback only when the fault is ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is None:
            return True
        match = getattr(request, "resolver_match", None)
        status = getattr(record, "status_code", "")
        page = match.view_name if match else "an unknown address"
        record.msg, record.args = "%s %s at %s", (record.levelname, status, page)
        if record.levelno < logging.ERROR:
            record.exc_info = None
        return True


class PlacesOnly(logging.Formatter):
    """A traceback's places and the kind of error, without its words."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - the library's name
        kind, _, where = ei
        lines = traceback.format_tb(where)
        return "".join([*lines, kind.__name__ if kind else ""])


class NoAddress(logging.Filter):
    """Of the server's own lines about a request, keep what befell it and leave out what it repeats of the request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _ABOUT_A_REQUEST.sub(r"\1", record.getMessage()), ()
        return True


_ABOUT_A_REQUEST = re.compile(r"(Invalid request|Error handling request)\b.*", re.DOTALL)


class ServersOwn(Logger):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's log, which else writes an address that it can make nothing of, and the words of an error."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.addFilter(NoAddress())
            handler.setFormatter(PlacesOnly(self.error_fmt, self.datefmt))
