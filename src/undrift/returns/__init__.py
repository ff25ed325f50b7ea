"""The files an authority already makes, and readers that survive the state they are really in."""

from undrift.returns.recognise import read_all, recognise
from undrift.returns.submission import Issue, SourceFile, Submission

__all__ = ["Issue", "SourceFile", "Submission", "read_all", "recognise"]
