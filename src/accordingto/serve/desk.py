"""What every page needs: the casebook, its name, and what is loaded once and kept."""

from __future__ import annotations

import threading
from functools import cached_property

from accordingto.casebook import Casebook
from accordingto.pipeline import Reader
from accordingto.register import Register, register


class Desk:
    """One casebook as it is served.

    `name` is what pages call it, `who` the name that decisions carry where there are no accounts.
    """

    def __init__(self, casebook: Casebook, *, name: str, who: str, threads: int | None = None) -> None:
        self.casebook, self.name, self.who, self.threads = casebook, name, who, threads
        self._loading = threading.Lock()

    @cached_property
    def register(self) -> Register:
        """The register of record, as the program and its environment name it."""
        return register()

    @property
    def reader(self) -> Reader:
        """The reader that reads what is added, one for all: its model is loaded at the first report."""
        with self._loading:
            return self._reader

    @cached_property
    def _reader(self) -> Reader:
        return Reader(threads=self.threads)
