"""Percentages beside the two numbers that they come from.

A percentage is taken for a wrong one only where the numbers that it rests on stand next to it in a fixed pattern. One
that is turned round takes the larger number for its base where the words take the smaller, or the other way: "41%
higher" for a value of which 41 % lie above the other one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from accordingto.check.context import Context, quoted, words_of
from accordingto.check.likeness import exact
from accordingto.check.values import per_cent
from accordingto.language.en.checks import check_words
from accordingto.records import Check, Figure

_BESIDE = re.compile(r"(?:\s\w+){0,2},?\s*(?:[(–—-]\s*)?(?:or\s+)?(?:about\s+)?")
_OF = re.compile(
    r"\s*\)?,?\s*(?:\w+\s+)?(?:out\s+)?of\s+(?:(?:the|all|its|their|those|some|a total of)\s+)?(?:the\s+)?"
)
_COMPARED = re.compile(r"\s*(\w+)(?=\s+(?:than|compared|from|over)\b|[,.;:)]|$)")
_SHARES = {"npw": (_BESIDE, _OF), "nwp": (_OF, _BESIDE), "pnw": (_BESIDE, _OF)}
"""Orders in which a part (n), its percentage (p) and the whole (w) stand, with what stands between them."""
_CLEAR = 3.0
"""How many times farther than rounding allows a percentage must lie before anything is said of it."""


class _Change(NamedTuple):
    """A percentage more or less, with the smaller and the larger of the two numbers that it compares."""

    percent: Figure
    small: Figure
    large: Figure
    way: Literal["up", "down"]


def percent_misfit(context: Context) -> Iterator[Check]:
    """A share that is not what its part and its whole give."""
    figures = context.figures
    for trio in zip(figures, figures[1:], figures[2:], strict=False):
        for order, gaps in _SHARES.items():
            share = dict(zip(order, trio, strict=True))
            if _is_share(context, share, gaps, trio):
                yield from _misfit(share["p"], share["n"], share["w"])


def percent_turned_round(context: Context) -> Iterator[Check]:
    """A percentage more or less that fits only with the other number as its base."""
    for change in _changes(context):
        small, large, said = exact(change.small), exact(change.large), change.percent.low
        if not small or not large or said is None:
            continue
        on_small, on_large = 100 * (large - small) / small, 100 * (large - small) / large
        meant, other = (on_small, on_large) if change.way == "up" else (on_large, on_small)
        slack = _slack(change.percent)
        if abs(said - other) <= slack and abs(said - meant) > _CLEAR * slack:
            above = change.way == "up"
            base, value = (change.small, change.large) if above else (change.large, change.small)
            yield Check(
                code="percent_turned_round",
                message=f"{quoted(change.percent.span)} fits with {quoted(value.span)} as its base; the words take "
                f"{quoted(base.span)}, from where it is {per_cent(meant)} per cent {'more' if above else 'less'}.",
                spans=(change.percent.span, value.span, base.span),
                figures=(change.percent.id, value.id, base.id),
            )


def _is_share(
    context: Context, share: dict[str, Figure], gaps: tuple[re.Pattern[str], re.Pattern[str]], trio: tuple[Figure, ...]
) -> bool:
    if share["p"].unit != "percent" or any(share[k].unit == "percent" for k in "nw"):
        return False
    words = [context.text[a.span.end : b.span.start] for a, b in itertools.pairwise(trio)]
    return all(gap.fullmatch(w) for gap, w in zip(gaps, words, strict=True))


def _misfit(percent: Figure, part: Figure, whole: Figure) -> Iterator[Check]:
    n, w, said = exact(part), exact(whole), percent.low
    if n is None or not w or said is None or percent.low != percent.high:
        return
    got = 100 * n / w
    if abs(got - said) > _CLEAR * _slack(percent):
        yield Check(
            code="percent_misfit",
            message=f"{quoted(part.span)} of {quoted(whole.span)} would be {per_cent(got)} per cent; beside them "
            f"stands {quoted(percent.span)}.",
            spans=(percent.span, part.span, whole.span),
            figures=(percent.id, part.id, whole.id),
        )


def _slack(percent: Figure) -> float:
    """How far rounding can move a percentage: half of its last digit and as much again for the numbers' own."""
    digits = re.search(r"\d+(?:\.(\d+))?", percent.span.text)
    step = 10.0 ** -len(digits[1] or "") if digits else 1.0
    return step * (2.0 if percent.approx else 1.0)


def _changes(context: Context) -> Iterator[_Change]:
    for place, percent in enumerate(context.figures):
        way = _way(context, percent) if percent.unit == "percent" and percent.low == percent.high else None
        pair = _compared(context, place) if way else None
        if way and pair:
            small, large = sorted(pair, key=lambda f: f.low or 0)
            yield _Change(percent, small, large, way)


def _way(context: Context, percent: Figure) -> Literal["up", "down"] | None:
    """Whether a percentage is told as more or as less, by the words next to it."""
    compared = _COMPARED.match(context.text, percent.span.end)
    after = words_of(compared[1]) if compared else []
    before = words_of(context.text[max(0, percent.span.start - 30) : percent.span.start])[-2:]
    for way, more, change in (("up", "up", "rise"), ("down", "down", "fall")):
        if set(after) & (check_words(more) | check_words(change)) or set(before) & check_words(change):
            return "up" if way == "up" else "down"
    return None


def _compared(context: Context, place: int) -> tuple[Figure, Figure] | None:
    """The two numbers that a percentage compares: the only two of its sentence, or one there and one just before."""
    percent = context.figures[place]
    here = context.sentence(percent.span)
    near = [f for f in context.figures[max(0, place - 4) : place + 5] if f.unit != "percent"]
    inside = [f for f in near if here.holds(f.span)]
    if len(inside) == 1:
        inside = [f for f in near if f.span.end <= here.start][-1:] + inside
    if len(inside) != 2 or inside[0].unit != inside[1].unit or inside[0].per != inside[1].per:
        return None
    harms = {f.harm for f in inside if f.harm}
    return (inside[0], inside[1]) if len(harms) <= 1 else None
