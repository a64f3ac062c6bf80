"""One thing with two values."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from accordingto.check.context import Context, quoted, words_of
from accordingto.check.likeness import alike, exact, overlap, whole
from accordingto.language.en.checks import check_words
from accordingto.records import Check, Figure

_MOST_SUMMED = 12
_FARTHEST = 2.0
"""Values more than twice as large are of another event more often than of this one."""


def two_values(context: Context) -> Iterator[Check]:
    """Two exact values of one voice for the same harm to the same people at one place and time.

    The later one must come back to what was told, by a definite word for the event ("the blast") or for a total, and
    its sentence must not speak of another event.
    """
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in context.figures:
        voice = context.voice(figure)
        if figure.harm and voice is not None and _can_repeat(context, figure):
            groups.setdefault((figure.harm, voice), []).append(figure)
    for members in groups.values():
        for one, two in itertools.pairwise(members):
            if _contradict(one, two) and _comes_back(context, one, two):
                yield Check(
                    code="two_values",
                    message=f"{quoted(one.span)} and {quoted(two.span)}, both {one.harm} and both from "
                    f"{context.name(one)}, read as one thing with two values.",
                    spans=(one.span, two.span),
                    figures=(one.id, two.id),
                )


def headline_differs(context: Context) -> Iterator[Check]:
    """A headline's exact figure of harm that the text gives neither so nor as a sum, but with a value close by."""
    if not context.headline_end:
        return
    for figure in context.figures:
        if not context.in_headline(figure.span):
            break
        if not figure.harm or not exact(figure) or figure.unit != "people" or not whole(figure):
            continue
        below = [f for f in context.figures if f.harm == figure.harm and not context.in_headline(f.span)]
        if below and not _told_below(figure, below, context):
            yield Check(
                code="headline_differs",
                message=f"The headline has {quoted(figure.span)} ({figure.harm}); the text below it has "
                f"{quoted(below[0].span)} and nowhere the headline's number.",
                spans=(figure.span, below[0].span),
                figures=(figure.id, below[0].id),
            )


def _can_repeat(context: Context, figure: Figure) -> bool:
    """Whether a figure is exact, with its place and time known: without these, another event may be meant."""
    placed = figure.place is not None and figure.period is not None
    return placed and bool(exact(figure)) and whole(figure) and not context.in_headline(figure.span)


def _contradict(one: Figure, two: Figure) -> bool:
    small, large = sorted((exact(one) or 0, exact(two) or 0))
    return alike(one, two) and one.group == two.group and small < large <= _FARTHEST * small


def _comes_back(context: Context, one: Figure, two: Figure) -> bool:
    first, second = context.sentence(one.span), context.sentence(two.span)
    if first == second:
        return False
    words = words_of(second.text)
    back = any(a == "the" and b in check_words("event") for a, b in itertools.pairwise(words))
    return (back or bool(check_words("toll") & set(words))) and not check_words("other_event") & set(words)


def _told_below(headline: Figure, below: Sequence[Figure], context: Context) -> bool:
    """Whether the text gives the headline's number, or leaves it open, or speaks of too much else to tell."""
    value = exact(headline) or 0
    if any(overlap(headline, f) for f in below) or len(below) > _MOST_SUMMED:
        return True
    wholes = [v for f in below if (v := exact(f)) is not None]
    sums = {0.0}
    for v in wholes:
        sums |= {s + v for s in sums if s + v <= value}
    first = below[0]
    near = exact(first) and whole(first) and 1 / _FARTHEST <= (exact(first) or 0) / value <= _FARTHEST
    other = check_words("other_event") & set(words_of(context.sentence(first.span).text))
    return value in sums or not near or bool(other) or not alike(headline, first)
