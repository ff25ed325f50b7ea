"""Undrift: from a sentence in an inspection report to the children behind it, and back."""

__version__ = "0.1.0"
