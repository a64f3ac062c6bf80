"""Every request that wrote, or tried to, with who made it: one line of JSON each, in ASCII.

So nothing that somebody sends can begin a line of its own, or steer the terminal where the log is read.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from accordingto.report.wording import visible_controls

_LONGEST = 300
"""So many characters of what was sent stand in a line."""


class WriteLog:
    """The log, in a file that only its owner can read, or on standard error."""

    def __init__(self, path: Path | None = None) -> None:
        self._file: TextIO | None = None
        self._lock = threading.Lock()
        if path is not None:
            self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="ascii")

    def write(self, **fields: object) -> None:
        """One line, with the time (UTC) before what is given."""
        cut = {k: v[:_LONGEST] if isinstance(v, str) else v for k, v in fields.items()}
        line = json.dumps({"at": datetime.now(UTC).isoformat(timespec="seconds"), **cut}) + "\n"
        with self._lock:
            out = self._file or sys.stderr
            out.write(line)
            out.flush()

    def close(self) -> None:
        """Close the file, if it is one."""
        if self._file is not None:
            self._file.close()


def tell_fault(error: BaseException) -> None:
    """A fault of the program on standard error: each line set in, so that none can be taken for one of the log."""
    said = "".join(traceback.format_exception(error))
    sys.stderr.write("".join(f"    {visible_controls(line)}\n" for line in said.splitlines()))
