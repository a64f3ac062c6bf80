"""What a person decided about a casebook, beside what the program found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from accordingto.records.base import Record

DecisionKind = Literal["accept", "correct", "reject", "merge", "split", "join", "part", "grade", "add", "undo"]


class Decision(Record, frozen=True, kw_only=True):
    """One decision: about what, which, with what value, why, by whom and when (ISO 8601 in UTC).

    `number` is its entry's. `target` names its kind and its id, such as `figure:1f3c…/f2`, `source:1f3c…/s1` or
    `contest:…`. What `value` holds goes by `kind`: the corrected fields, the other targets, a grade, the figure or
    statement that the program had missed, or for `undo` under `decision` the number of the decision that is undone.
    """

    number: int
    target: str
    kind: DecisionKind
    value: dict[str, Any] = msgspec.field(default_factory=dict)
    why: str
    by: str
    at: str


def undone(decisions: Iterable[Decision]) -> dict[int, int]:
    """The numbers of the decisions that are undone, each with the number of the decision that undid it.

    An undoing that is itself undone undoes nothing, so that what it had undone stands again.
    """
    out: dict[int, int] = {}
    for one in sorted(decisions, key=lambda d: d.number, reverse=True):
        if one.kind == "undo" and one.number not in out:
            out[int(one.value["decision"])] = one.number
    return out


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, in the order of their numbers: neither undone ones nor those that only undo."""
    every = sorted(decisions, key=lambda d: d.number)
    void = undone(every)
    return tuple(one for one in every if one.kind != "undo" and one.number not in void)
