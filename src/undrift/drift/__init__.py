"""What has stalled though no single clock says so: the pattern, since when, in words. Never a score."""

from undrift.drift.catalogue import catalogue
from undrift.drift.flags import Flag, Time, build, flags, of_child, ran, times_of_child

__all__ = ["Flag", "Time", "build", "catalogue", "flags", "of_child", "ran", "times_of_child"]
