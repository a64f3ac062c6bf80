"""A reader for tests, quick and without the model, at some reports of which the worker hangs, ends or grows."""

from __future__ import annotations

import os
import signal
import time

from accordingto.records import Item, Ledger, Rejection
from benchmarks.plain_reports import MadeUpReader


class OddReader(MadeUpReader):
    """As the made-up reader; a report that says so hangs, ends its process, or takes memory."""

    def attempt(self, source: Item) -> Ledger | Rejection:
        text = source.data.decode("utf-8", "replace")
        if "HANG" in text:
            time.sleep(600)
        if "SEGFAULT" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "EXIT" in text:
            os._exit(7)
        if "GROW" in text:
            held = bytearray(700_000_000)
            held[::4096] = b"x" * len(held[::4096])
            time.sleep(600)
        time.sleep(0.2 * text.count("SLOW"))
        return super().attempt(source)
