"""What a person decided about a casebook, beside what the program found."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from accordingto.records.base import Record

DecisionKind = Literal["accept", "correct", "reject", "merge", "split", "join", "part", "grade", "add"]


class Decision(Record, frozen=True, kw_only=True):
    """One decision: about what, which, with what value, why, by whom and when (ISO 8601 in UTC).

    `number` is its entry's. `target` names its kind and its id, such as `figure:1f3c…/f2`, `source:1f3c…/s1` or
    `contest:…`. What `value` holds goes by `kind`: the corrected fields, the other targets, a grade, or the figure or
    statement that the program had missed.
    """

    number: int
    target: str
    kind: DecisionKind
    value: dict[str, Any] = msgspec.field(default_factory=dict)
    why: str
    by: str
    at: str
