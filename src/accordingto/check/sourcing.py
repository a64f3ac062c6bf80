"""Figures of harm that nobody in the report stands for."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.check.context import Context, quoted, words_of
from accordingto.check.likeness import Ranges
from accordingto.language.en.checks import check_words
from accordingto.records import Check, Figure, Span

_MOST_SHOWN = 6
_FARTHEST = 1500
"""Characters on either side of a figure in which a source counts as in sight, where a line is longer than that."""
_LEAST = 10
"""Fewer victims are seen; more have been counted by somebody."""


def no_source(context: Context) -> Iterator[Check]:
    """The figures of harm in the outlet's own words that no voice of the report gives too, as one finding.

    A figure is passed over where its paragraph holds a statement or speaks of a source in any way, and so are a
    headline and numbers so small that who was there could tell them.
    """
    sourced: dict[str, list[Figure]] = {}
    for figure in context.figures:
        if figure.harm and context.voice(figure) != "":
            sourced.setdefault(figure.harm, []).append(figure)
    backed = {harm: Ranges(figures) for harm, figures in sourced.items()}
    none = Ranges(())
    bare = [f for f in context.figures if _own(context, f) and not backed.get(f.harm or "", none).meet(f)]
    if not bare:
        return
    told = ", ".join(quoted(f.span) for f in bare[:_MOST_SHOWN]) + (" and others" if len(bare) > _MOST_SHOWN else "")
    yield Check(
        code="no_source",
        message=f"No source is named for {told}: look for who counted.",
        spans=tuple(f.span for f in bare),
        figures=tuple(f.id for f in bare),
    )


def _own(context: Context, figure: Figure) -> bool:
    if not figure.harm or context.voice(figure) != "" or context.in_headline(figure.span) or figure.part_of:
        return False
    if figure.unit != "people" or (figure.low or 0) < _LEAST:
        return False
    around = _around(context, figure.span)
    return not context.attributed(around) and not check_words("sourcing") & set(words_of(around.text))


def _around(context: Context, span: Span) -> Span:
    """The line and the sentence of a figure, with the sentence before: lines may be wrapped in mid-sentence."""
    text, here = context.text, context.sentence(span)
    before = context.sentence(Span.of(text, here.start - 2, here.start - 1)) if here.start > 2 else here
    first, last = max(0, span.start - _FARTHEST), min(len(text), span.end + _FARTHEST)
    start, end = text.rfind("\n", first, span.start) + 1 or first, text.find("\n", span.end, last)
    return Span.of(text, min(start, before.start), max(last if end < 0 else end, here.end))
