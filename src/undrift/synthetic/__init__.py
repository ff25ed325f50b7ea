"""Irwell: an invented authority with a planted story and a known truth, written out as real files.

`make` writes it all; `write_annex_a` in `annex_a` writes the workbook for any date; `story` holds what was planted.
No child, family or worker in it exists.
"""

from undrift.synthetic.files import Manifest, make

__all__ = ["Manifest", "make"]
