"""Decision* -> Agreement: what two people decided about the same figure, statement or grade, side by side.

Each person's own last word counts. Only they take it back: that somebody else undid it is no change of their mind. Who
accepts what another has corrected has looked at the correction, and agrees with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Literal

import msgspec

from accordingto.records import Decision, in_force
from accordingto.records.base import Record
from accordingto.review.kappa import Kappa, kappa

Question = Literal["review", "grade"]
"""`review`: is what the program read right (accept), wrong in parts (correct), or nothing (reject); `grade`: how well
something is borne out."""
_REVIEWS = ("accept", "correct", "reject")
_REVIEWED = ("figure:", "statement:")


class Word(Record, frozen=True, kw_only=True):
    """What one person last said about something: a label, with the fields as they were corrected by then.

    `label` is `accept`, `correct` or `reject`, or the grade. `number`, `why` and `at` are those of the decision.
    """

    number: int
    by: str
    label: str
    fields: dict[str, Any] = msgspec.field(default_factory=dict)
    why: str
    at: str


class Disagreement(Record, frozen=True, kw_only=True):
    """Two people who say different things of one target; `fields` are those that they would give other values."""

    target: str
    question: Question
    first: Word
    second: Word
    fields: tuple[str, ...] = ()


class Pair(Record, frozen=True, kw_only=True):
    """How far two people agree on one question; `table` counts each pair of labels, the first person's first."""

    first: str
    second: str
    question: Question
    table: tuple[tuple[str, str, int], ...]
    kappa: Kappa


class Agreement(Record, frozen=True, kw_only=True):
    """All pairs of people who decided about the same things, and where they disagree, the latest first."""

    pairs: tuple[Pair, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()


def agreement(decisions: Sequence[Decision]) -> Agreement:
    """How far people agree in their decisions, of which all are needed, undone ones too."""
    histories: dict[str, list[Decision]] = defaultdict(list)
    for one in sorted(decisions, key=lambda d: d.number):
        histories[one.target].append(one)
    labels: dict[tuple[Question, str, str], list[tuple[str, str]]] = defaultdict(list)
    apart: list[Disagreement] = []
    for target, history in histories.items():
        for question, words in _words(target, history):
            for first, second in combinations(words, 2):
                labels[question, first.by, second.by].append((first.label, second.label))
                fields = _fields(first, second)
                if first.label != second.label or fields:
                    apart.append(
                        Disagreement(target=target, question=question, first=first, second=second, fields=fields)
                    )
    pairs = (_pair(*key, found) for key, found in sorted(labels.items(), key=lambda one: (-len(one[1]), one[0])))
    apart.sort(key=lambda d: max(d.first.number, d.second.number), reverse=True)
    return Agreement(pairs=tuple(pairs), disagreements=tuple(apart))


def _pair(question: Question, first: str, second: str, found: Sequence[tuple[str, str]]) -> Pair:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in found:
        counts[one] += 1
    table = tuple((a, b, count) for (a, b), count in sorted(counts.items()))
    return Pair(first=first, second=second, question=question, table=table, kappa=kappa(found))


def _words(target: str, history: Sequence[Decision]) -> Iterator[tuple[Question, list[Word]]]:
    """For each question the last words of all who answered it, by their names."""
    people = sorted({one.by for one in history})
    if len(people) < 2:
        return
    own = {person: in_force(one for one in history if one.by == person) for person in people}
    if target.startswith(_REVIEWED):
        yield "review", [_review(last, history) for one in people if (last := _last(own[one], _REVIEWS))]
    graded = [last for one in people if (last := _last(own[one], ("grade",)))]
    yield "grade", [_word(one, str(one.value["grade"])) for one in graded if one.value.get("grade") is not None]


def _last(decisions: Iterable[Decision], kinds: Sequence[str]) -> Decision | None:
    return next((one for one in reversed(tuple(decisions)) if one.kind in kinds), None)


def _review(one: Decision, history: Sequence[Decision]) -> Word:
    """The word that a decision is, in the sight of what had been corrected before it."""
    if one.kind == "reject":
        return _word(one, "reject")
    fields: dict[str, Any] = {}
    for before in in_force(d for d in history if d.number <= one.number):
        if before.kind == "correct":
            fields |= before.value
    return _word(one, "correct" if fields else "accept", fields)


def _word(one: Decision, label: str, fields: dict[str, Any] | None = None) -> Word:
    return Word(number=one.number, by=one.by, label=label, fields=fields or {}, why=one.why, at=one.at)


def _fields(first: Word, second: Word) -> tuple[str, ...]:
    """What the two would give other values, where neither rejects the whole."""
    if "reject" in {first.label, second.label}:
        return ()
    names = sorted(first.fields.keys() | second.fields.keys())
    lacking = object()
    return tuple(n for n in names if first.fields.get(n, lacking) != second.fields.get(n, lacking))
