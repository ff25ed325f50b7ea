"""How much a person may send: counted as it arrives, so that what is too large is never stored, even for a moment."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MAX_BYTES: Final = 20_000_000  # the largest report known is a tenth of it
TOO_LARGE: Final = "upload_too_large"
TOO_MANY: Final = "upload_too_many"

View = TypeVar("View", bound=Callable[..., Any])


def takes(*, most_bytes: int, most_files: int) -> Callable[[View], View]:
    """Mark a view that takes more than a report."""

    def mark(view: View) -> View:
        view.takes = (most_bytes, most_files)  # type: ignore[attr-defined]
        return view

    return mark


class BoundedUpload(FileUploadHandler):
    """Passes files on until they come to what the view `takes`, then drops them all and marks the request TOO_LARGE or
    TOO_MANY."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received = self.files = 0
        view = getattr(getattr(self.request, "resolver_match", None), "func", None)
        takes: tuple[int, int] = getattr(view, "takes", (MAX_BYTES, 1))
        self.most_bytes, self.most_files = takes

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.files += 1
        if self.files > self.most_files:
            self._stop(TOO_MANY)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > self.most_bytes:
            self._stop(TOO_LARGE)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None

    def _stop(self, why: str) -> None:
        setattr(self.request, why, True)
        # The rest is read and thrown away: a browser cut off in the middle shows no page at all.
        raise StopUpload(connection_reset=False)
