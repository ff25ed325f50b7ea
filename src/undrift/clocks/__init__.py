"""By when: every time limit, its instances and their readings."""

from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import READINGS, Clock
from undrift.clocks.readings import Reading, build, of_child, readings

__all__ = ["READINGS", "Clock", "Reading", "build", "catalogue", "of_child", "readings"]
