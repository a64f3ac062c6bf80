"""What became of the reports of one command: read, passed over, rejected; the three add up to what went in."""

from __future__ import annotations

from accordingto.cli.folder import There
from accordingto.cli.saying import say
from accordingto.records import Ledger, Rejection


class Tally:
    """The count of `total` reports, filled as they are read."""

    def __init__(self, *, total: int) -> None:
        self.total = total
        self.read = 0
        self.statements = 0
        self.there = 0
        self.rejections: list[Rejection] = []

    def add(self, result: Ledger | Rejection | There) -> None:
        """Count one report."""
        if isinstance(result, Rejection):
            self.rejections.append(result)
        elif isinstance(result, There):
            self.there += 1
        else:
            self.read += 1
            self.statements += len(result.attributions)

    def tell(self) -> None:
        """Name each rejected report on standard error, and give the sum where there was more than one report."""
        for rejection in self.rejections:
            say(f"{rejection.name}: {rejection.message} [{rejection.reason}]")
        if self.total != 1:
            say(self.summary())

    def summary(self) -> str:
        """The sum in one line; where nothing was found, what is looked for in folders."""
        if self.total == 0:
            from accordingto.read import SUFFIXES  # noqa: PLC0415  its libraries are not needed to show the help

            kinds = ", ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
            return f"0 reports: in a folder, {kinds} are taken; give other files by their names"
        parts = [f"{self.total} {_reports(self.total)}", f"{self.read} read with {self.statements} statements"]
        if self.there:
            parts.append(f"{self.there} there already")
        parts.append(f"{len(self.rejections)} rejected")
        return f"{parts[0]}: {', '.join(parts[1:])}"


def _reports(count: int) -> str:
    return "report" if count == 1 else "reports"
