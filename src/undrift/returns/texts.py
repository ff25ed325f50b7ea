"""What many texts begin and end with, read from their letters all at once.

A large file says the same few things in millions of cells: one look here spares the closer look that almost none needs.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from undrift.returns.cells import BLANKS

Letters = npt.NDArray[np.uint8]
Sizes = npt.NDArray[np.int32]

_ANY = np.arange(256)


def of(*letters: bytes) -> npt.NDArray[np.bool_]:
    """A table that tells whether a byte is one of these."""
    return np.isin(_ANY, np.frombuffer(b"".join(letters), np.uint8))


# What a trim would take, a formula's mark, and every letter of no plain alphabet (there are blanks among those).
_LOOK_CLOSER = of(b"=") | (ord(" ") >= _ANY) | (_ANY >= 0x7F)
_LONGEST = max(map(len, BLANKS))
# By the first letter and the length: those, and what may be a way of writing nothing.
_ODD = np.repeat(_LOOK_CLOSER[:, None], _LONGEST + 2, axis=1)
for _word in BLANKS:
    _ODD[[*f"{_word.lower()}{_word.upper()}".encode()[:: max(len(_word), 1)]] or slice(None), len(_word)] = (
        True
    )


def parts(texts: pa.Array) -> tuple[Sizes, Sizes, Letters] | None:
    """Where each text begins and ends among all the letters; None when they are not laid out so."""
    if not pa.types.is_string(texts.type):
        return None
    _, offsets, letters = texts.buffers()
    if not len(texts) or letters is None or not letters.size:
        return None
    bounds = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    return bounds[:-1], bounds[1:], np.frombuffer(letters, np.uint8)


def is_plain(texts: pa.Array) -> bool:
    """Whether each text surely stands for itself: nothing to trim, no ="…" of a CSV file's, no way of writing nothing."""
    if texts.null_count or (found := parts(texts)) is None:
        return False
    begin, end, letters = found
    if begin[-1] == end[-1]:  # the last is blank; else each text, blank or not, has a letter where it begins
        return False
    odd = _ODD[letters[begin], np.minimum(end - begin, _LONGEST + 1)]
    return not (odd | _LOOK_CLOSER[letters[end - 1]]).any()


def holds(texts: pa.Array, table: npt.NDArray[np.bool_]) -> bool:
    """Whether any text may have a letter of `table` (`of`) anywhere; true where that cannot be told."""
    if not len(texts):
        return False
    if (found := parts(texts)) is None:
        return True
    begin, end, letters = found
    return bool(table[letters[begin[0] : end[-1]]].any())


def begins_with(texts: pa.Array, table: npt.NDArray[np.bool_], within: int = 1) -> bool:
    """Whether any text may have a letter of `table` (`of`) among its first `within`; true where that cannot be told."""
    if not len(texts):
        return False
    if (found := parts(texts)) is None:
        return True
    begin, _, letters = found
    return any(table[letters[np.minimum(begin + at, len(letters) - 1)]].any() for at in range(within))
