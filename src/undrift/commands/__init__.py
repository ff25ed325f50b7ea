"""The commands, a module a family: `add` gives each command its arguments and the function that runs it.

Rooms are imported inside those functions, when a command is run: some are slow to load, and reading a command line is not.
"""

from undrift.commands import (
    clocks,
    drift_and_measures,
    identity,
    inspections,
    keeping,
    loading,
    serving,
    variation,
    writing,
)

FAMILIES = (inspections, loading, keeping, identity, writing, clocks, drift_and_measures, variation, serving)
"""In the order in which help lists them."""
