"""A calendar expression in a report."""

from __future__ import annotations

from typing import Literal

from accordingto.records.base import Record
from accordingto.records.span import Span

DateType = Literal["date", "interval", "duration", "set", "time"]


class Date(Record, frozen=True, kw_only=True):
    """The words, and their value in EDTF (ISO 8601-2) or as an ISO 8601 duration.

    Where nothing anchors the words, `value` is None and `note` says why.
    """

    span: Span
    value: str | None
    type: DateType
    note: str | None = None
