"""What has stalled though no single clock says so: the pattern, since when, in words. Never a score."""

from undrift.drift.catalogue import catalogue
from undrift.drift.flags import Flag, build, flags, of_child

__all__ = ["Flag", "build", "catalogue", "flags", "of_child"]
