"""Errors a person can act on. Shown as one line, never as a traceback."""


class UserError(Exception):
    """Something the reader can put right.

    what: what is wrong, a sentence. where: file, sheet, row or column, if known.
    try_: what to do about it. exit_code: what the command line returns.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", try_: str = "") -> None:
        self.what, self.where, self.try_ = what, where, try_
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.try_}" if self.try_ else ""
        return f"{place}{self.what}{advice}"
