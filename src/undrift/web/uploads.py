"""How much a person may send: counted as it arrives, so that what is too large is never stored, even for a moment."""

from typing import Any, Final

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MAX_BYTES: Final = 20_000_000  # the largest report known is a tenth of it
TOO_LARGE: Final = "upload_too_large"


class BoundedUpload(FileUploadHandler):
    """Passes files on until they come to MAX_BYTES together, then drops them all and marks the request TOO_LARGE."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            setattr(self.request, TOO_LARGE, True)
            # The rest is read and thrown away: a browser cut off in the middle shows no page at all.
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
