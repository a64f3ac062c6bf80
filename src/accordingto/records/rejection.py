"""An input that could not be read."""

from __future__ import annotations

from accordingto.errors import ReadError
from accordingto.records.base import Record


class Rejection(Record, frozen=True, kw_only=True):
    """What was rejected (its name as given), the reason's code, and the reason in words with the next step."""

    name: str
    reason: str
    message: str

    @classmethod
    def of(cls, error: ReadError) -> Rejection:
        """The rejection that an error in reading stands for."""
        return cls(name=error.name, reason=error.code, message=error.message)
