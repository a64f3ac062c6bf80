"""What every page needs: the casebook, its name, and what is loaded once and kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cached_property

from accordingto.casebook import Added, Casebook, Known
from accordingto.pipeline import Reader
from accordingto.read.fetch import Fetcher
from accordingto.read.items import fetched
from accordingto.records import Address, Item, Rejection
from accordingto.register import Register, register
from accordingto.report.site.book import OnRecord
from accordingto.report.site.on_record import on_record
from accordingto.serve.contests import Contests
from accordingto.serve.held import Held
from accordingto.serve.jobs import Jobs


class Desk:
    """One casebook as it is served.

    `name` is what pages call it, `who` the name that decisions carry where there are no accounts. `fetcher` fetches
    addresses, by default one that follows all rules. `exporting` is held by whoever makes a download of all of it,
    which takes memory.
    """

    def __init__(
        self, casebook: Casebook, *, name: str, who: str, threads: int | None = None, fetcher: Fetcher | None = None
    ) -> None:
        self.casebook, self.name, self.who, self.threads = casebook, name, who, threads
        self.jobs = Jobs()
        self._fetcher = fetcher or Fetcher()
        self._loading, self._reading, self._fetching = threading.Lock(), threading.Lock(), threading.Lock()
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

    def add(self, item: Item, *, by: str, why: str | None) -> Added | Known | Rejection:
        """Read an item and keep it; one at a time, since a reader takes all cores that it may."""
        with self._reading:
            return self.casebook.add(item, self.reader, by=by, why=why)

    def fetch(self, address: Address) -> Iterator[Item | Address | Rejection]:
        """What stands at an address; one at a time, so that no host is asked faster than it wants."""
        with self._fetching:
            yield from list(fetched(address, self._fetcher))
