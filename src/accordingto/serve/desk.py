"""What every page needs: the casebook, its name, and what is loaded once and kept."""

from __future__ import annotations

import threading
from functools import cached_property

from accordingto.casebook import Casebook
from accordingto.pipeline import Reader
from accordingto.register import Register, register
from accordingto.report.site.book import OnRecord
from accordingto.report.site.on_record import on_record
from accordingto.serve.contests import Contests
from accordingto.serve.held import Held


class Desk:
    """One casebook as it is served.

    `name` is what pages call it, `who` the name that decisions carry where there are no accounts. `exporting` is held
    by whoever makes a download of all of it, which takes memory.
    """

    def __init__(self, casebook: Casebook, *, name: str, who: str, threads: int | None = None) -> None:
        self.casebook, self.name, self.who, self.threads = casebook, name, who, threads
        self._loading = threading.Lock()
        self.exporting = threading.Lock()

    @cached_property
    def register(self) -> Register:
        """The register of record, as the program and its environment name it."""
        return register()

    @cached_property
    def on_record(self) -> dict[str, OnRecord]:
        """The rows of the register in words, by their ids."""
        return on_record(self.register)

    @cached_property
    def held(self) -> Held:
        """What holding the reports' figures against the register finds."""
        return Held(self.casebook, self.register)

    @cached_property
    def contests(self) -> Contests:
        """The contests of the casebook as they are now."""
        return Contests(self.casebook)

    @property
    def reader(self) -> Reader:
        """The reader that reads what is added, one for all: its model is loaded at the first report."""
        with self._loading:
            return self._reader

    @cached_property
    def _reader(self) -> Reader:
        return Reader(threads=self.threads)
