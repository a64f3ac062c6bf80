"""Something that does not fit, inside one report or against the record."""

from __future__ import annotations

from accordingto.records.base import Record
from accordingto.records.span import Span


class Check(Record, frozen=True, kw_only=True):
    """A finding: its code, a plain sentence, the words and figures it rests on, and the register row, if any."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()
    register: str | None = None
