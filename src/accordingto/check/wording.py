"""One number in other words: casualties and deaths, vague and exact, at least and up to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from accordingto.check.context import Context, quoted
from accordingto.check.likeness import alike, apart, exact, whole
from accordingto.records import Check, Figure

_LEAST = 20
"""Smaller numbers meet by chance too often."""
_WIDEST = 10.0
"""How many times its least a vague word can mean: hundreds are no thousands."""


def casualties_as_deaths(context: Context) -> Iterator[Check]:
    """One exact number that is given for casualties and again for the dead."""
    by_value: dict[float, list[Figure]] = {}
    for figure in context.figures:
        value = exact(figure)
        if value is not None and value >= _LEAST and figure.harm in {"casualties", "killed"} and whole(figure):
            by_value.setdefault(value, []).append(figure)
    for members in by_value.values():
        first = {f.harm: f for f in reversed(members)}
        if len(first) == 2 and not apart(first["casualties"], first["killed"]):
            one, two = first["casualties"], first["killed"]
            yield Check(
                code="casualties_as_deaths",
                message=f"{quoted(one.span)} are casualties in one place, {quoted(two.span)} are the dead in another; "
                "casualties are often killed and injured together.",
                spans=(one.span, two.span),
                figures=(one.id, two.id),
            )


def vague_and_exact(context: Context) -> Iterator[Check]:
    """A named voice that gives a vague number in one statement and an exact one of that size in another."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in context.figures:
        voice = context.voice(figure)
        if voice and figure.harm and whole(figure) and (figure.vague or exact(figure) is not None):
            groups.setdefault((voice, figure.harm), []).append(figure)
    for members in groups.values():
        for one, two in itertools.pairwise(members):
            vague, plain = (one, two) if one.vague else (two, one)
            if _sized(vague, plain) and alike(vague, plain) and vague.attribution != plain.attribution:
                yield Check(
                    code="vague_and_exact",
                    message=f"{context.name(one)} is given with {quoted(one.span)} in one place and with "
                    f"{quoted(two.span)} in another, both {one.harm}.",
                    spans=(one.span, two.span),
                    figures=(one.id, two.id),
                )


def approximator_drift(context: Context) -> Iterator[Check]:
    """One number that is the least in one place, and the most or a rough number in another."""
    by_number: dict[tuple[str, float], list[Figure]] = {}
    for figure in context.figures:
        base = _base(figure)
        if base is not None and base >= _LEAST and figure.harm and whole(figure):
            by_number.setdefault((figure.harm, base), []).append(figure)
    for members in by_number.values():
        yield from _drifts(members)


def _drifts(members: Sequence[Figure]) -> Iterator[Check]:
    first = members[0]
    for other in members[1:]:
        if _bearing(other) != _bearing(first) and alike(first, other):
            yield Check(
                code="approximator_drift",
                message=f"One number stands as {quoted(first.span)} here and as {quoted(other.span)} there.",
                spans=(first.span, other.span),
                figures=(first.id, other.id),
            )
            return


def _sized(vague: Figure, plain: Figure) -> bool:
    """Whether an exact number lies in the reach of a vague one."""
    if not vague.vague or plain.vague or vague.low is None:
        return False
    return vague.low <= (exact(plain) or 0) < _WIDEST * vague.low


def _bearing(figure: Figure) -> str:
    """What a qualifier makes of a number: the least, the most, or a rough one."""
    return "least" if figure.high is None else "most" if figure.low is None else "rough"


def _base(figure: Figure) -> float | None:
    """The number that a qualified figure names: 70 for "more than 70", whose least is 71. None for all others."""
    if figure.vague:
        return None
    if figure.low is not None and figure.high is not None:
        return figure.low if figure.approx and figure.low == figure.high else None
    end = figure.low if figure.high is None else figure.high
    if end is None:
        return None
    named = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", figure.span.text)}
    return next((n for n in (end, end - 1, end + 1) if n in named), end)
