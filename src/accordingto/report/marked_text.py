"""The text of a report with its statements marked, as the page's template takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from accordingto.records import Ledger
from accordingto.report.page_model import Statement
from accordingto.report.segments import Block, Mark, Segment, blocks, flatten
from accordingto.report.wording import code, split_at_controls

_DEEPEST = 3


class Wrap(NamedTuple):
    """One element around a run of words: its classes, and the number of its statement."""

    classes: str
    number: int


class Run(NamedTuple):
    """Words under the same marks, outermost first: (text, code) pairs, the code of a control character, else ""."""

    wraps: tuple[Wrap, ...]
    parts: tuple[tuple[str, str], ...]


class Piece(NamedTuple):
    """A run of words, or the statements whose labels stand before the next run."""

    labels: tuple[Statement, ...]
    run: Run | None


class MarkedBlock(NamedTuple):
    """A paragraph: its pieces, and the line breaks behind it."""

    pieces: tuple[Piece, ...]
    gap: str


class Band(NamedTuple):
    """A part of the ribbon above the text: where it begins and how long it is, in thousandths, and its looks."""

    start: float
    length: float
    look: str


def marked_blocks(ledger: Ledger, statements: Sequence[Statement]) -> list[MarkedBlock]:
    """The paragraphs of the ledger's text; each statement's label stands once, where its content begins."""
    text = ledger.document.text
    paragraphs = blocks(text)
    cuts = [edge for block in paragraphs for edge in (block.end, block.next)]
    segments = flatten(len(text), _marks(statements), cuts)
    by_number = {str(statement.number): statement for statement in statements}
    starts: dict[int, list[Statement]] = {}
    for statement in statements:
        starts.setdefault(statement.attribution.content[0].start, []).append(statement)
    place = 0
    marked = []
    for block in paragraphs:
        pieces: list[Piece] = []
        while place < len(segments) and segments[place].start < block.next:
            segment = segments[place]
            labels = tuple(starts.get(segment.start, ()))
            if labels:
                pieces.append(Piece(labels, None))
            if segment.start < block.end:
                pieces.append(Piece((), _run(text, segment, by_number)))
            place += 1
        marked.append(MarkedBlock(tuple(pieces), _gap(text, block)))
    return marked


def ribbon(ledger: Ledger, statements: Sequence[Statement]) -> list[Band]:
    """Where in the text which voice speaks, from its first to its last character; the innermost voice is on top."""
    length = len(ledger.document.text)
    content = sorted(statements, key=lambda statement: statement.depth)
    return [
        Band(1000 * span.start / length, 1000 * (span.end - span.start) / length, statement.look)
        for statement in content
        for span in statement.attribution.content
    ]


def _marks(statements: Sequence[Statement]) -> list[Mark]:
    """Content from the outermost inwards, then sources and cues, which lie on top of any content."""
    marks = [
        Mark(span.start, span.end, str(statement.number), "content")
        for statement in sorted(statements, key=lambda statement: statement.depth)
        for span in statement.attribution.content
    ]
    for statement in statements:
        for role, span in (("source", statement.attribution.source), ("cue", statement.attribution.cue)):
            if span is not None:
                marks.append(Mark(span.start, span.end, str(statement.number), role))
    return marks


def _run(text: str, segment: Segment, by_number: dict[str, Statement]) -> Run:
    """The words of a segment with the classes of its marks; how many contents lie below sets how low a line lies."""
    wraps = []
    level = 0
    for mark in segment.marks:
        statement = by_number[mark.owner]
        classes = f"{mark.role} {statement.look}"
        if mark.role == "content":
            classes += f" n{min(level, _DEEPEST)}"
            level += 1
        wraps.append(Wrap(classes, statement.number))
    words = text[segment.start : segment.end]
    parts = tuple((part, code(part) if control else "") for part, control in split_at_controls(words))
    return Run(tuple(wraps), parts)


def _gap(text: str, block: Block) -> str:
    """The line breaks behind a paragraph."""
    return text[block.end : block.next]
