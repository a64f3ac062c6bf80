"""The exit codes, and which error has which."""

from __future__ import annotations

from enum import IntEnum

from accordingto.errors import AccordingtoError, DamagedCasebook, ModelError


class Ending(IntEnum):
    """How a command ended. `accordingto --help` and docs/cli.md say the same."""

    DONE = 0
    UNREAD = 1
    USAGE = 2
    MODEL = 3
    BROKEN = 4
    INTERRUPTED = 130  # 128 + SIGINT
    PIPE_CLOSED = 141  # 128 + SIGPIPE

    @classmethod
    def of(cls, error: AccordingtoError) -> Ending:
        """The code for an error that ends a command."""
        if isinstance(error, DamagedCasebook):
            return cls.BROKEN
        return cls.MODEL if isinstance(error, ModelError) else cls.UNREAD
