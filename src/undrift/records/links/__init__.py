"""Who is the same child: decided by a person, and applied when journeys are built. No row of the records changes."""

from undrift.records.links.confirmed import SameChild, confirmed, create, groups, keep_confirmed

__all__ = ["SameChild", "confirmed", "create", "groups", "keep_confirmed"]
