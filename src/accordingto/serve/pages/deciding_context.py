"""A figure or statement -> its words with the sentence around them, marked, as pages and forms show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.records import Reported, Span, Stated
from accordingto.records.reported import sentence


@dataclass(frozen=True, slots=True)
class Context:
    """A stretch of a report, from the code point `start`: its pieces with what each is, "" for nothing in particular.

    Put together, the pieces are the text, so that selected words can be found again in the report.
    """

    start: int
    pieces: tuple[tuple[str, str], ...]


def figure_context(text: str, one: Reported) -> Context:
    """The sentence of a figure, with its words marked as `figure`."""
    return context(text, [(one.figure.span, "figure")])


def statement_context(text: str, one: Stated) -> Context:
    """The sentences of a statement, with `said`, `source` and `cue` marked."""
    attribution = one.attribution
    marks = [(span, "said") for span in attribution.content]
    marks += [(span, role) for span, role in ((attribution.source, "source"), (attribution.cue, "cue")) if span]
    return context(text, marks)


def context(text: str, marks: Sequence[tuple[Span, str]]) -> Context:
    """The sentences around some words of a report, with these words marked; of two marks the later one shows."""
    around = [sentence(text, span) for span, _ in marks]
    start, end = min(one.start for one in around), max(one.end for one in around)
    edges = sorted({start, end, *(edge for span, _ in marks for edge in (span.start, span.end))})
    pieces = []
    for first, last in pairwise(edges):
        roles = [role for span, role in marks if span.start <= first and last <= span.end]
        pieces.append((text[first:last], roles[-1] if roles else ""))
    return Context(start, tuple(pieces))
