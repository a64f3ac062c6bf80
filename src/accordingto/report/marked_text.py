"""The text of a report with its statements marked, as the page's template takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from accordingto.records import Ledger, Span
from accordingto.report.page_model import Statement
from accordingto.report.segments import Block, Mark, Segment, blocks, flatten
from accordingto.report.wording import code, split_at_controls

_DEEPEST = 3


class Wrap(NamedTuple):
    """One element around a run of words: its classes, and the number of its statement or figure.

    `kind` is `statement`, `figure` or `place` (a date, or words that a finding rests on), `id` what leads to the words,
    empty behind their first run. A figure's words are a link (`href`) unless another link lies around them.
    """

    kind: str
    classes: str
    number: int
    id: str = ""
    href: str = ""


class Anchor(NamedTuple):
    """Words that other parts of the page lead to: a figure with its number and harm, or a place by its id alone."""

    span: Span
    id: str
    number: int = 0
    harm: str = ""


class Run(NamedTuple):
    """Words under the same marks, outermost first: (text, code) pairs, the code of a control character, else ""."""

    wraps: tuple[Wrap, ...]
    parts: tuple[tuple[str, str], ...]


class Piece(NamedTuple):
    """A run of words, or the statements whose labels stand before the next run."""

    labels: tuple[Statement, ...]
    run: Run | None


class MarkedBlock(NamedTuple):
    """A paragraph: its pieces, and the line breaks behind it, in which the words of the ids `blank` stand."""

    pieces: tuple[Piece, ...]
    blank: tuple[str, ...]
    gap: str


class Band(NamedTuple):
    """A part of the ribbon above the text: where it begins and how long it is, in thousandths, and its looks."""

    start: float
    length: float
    look: str


def marked_blocks(ledger: Ledger, statements: Sequence[Statement], anchors: Sequence[Anchor] = ()) -> list[MarkedBlock]:
    """The paragraphs of the ledger's text; each statement's label stands once, where its content begins."""
    text = ledger.document.text
    paragraphs = blocks(text)
    cuts = [edge for block in paragraphs for edge in (block.end, block.next)]
    by_id = {anchor.id: anchor for anchor in anchors}
    marks = [*_marks(statements), *(Mark(a.span.start, a.span.end, a.id, "anchor") for a in anchors)]
    segments = flatten(len(text), marks, cuts)
    wraps = _Wraps({str(statement.number): statement for statement in statements}, by_id)
    starts: dict[int, list[Statement]] = {}
    for statement in statements:
        starts.setdefault(statement.attribution.content[0].start, []).append(statement)
    place = 0
    marked = []
    for block in paragraphs:
        pieces: list[Piece] = []
        blank: list[str] = []
        while place < len(segments) and segments[place].start < block.next:
            segment = segments[place]
            labels = tuple(starts.get(segment.start, ()))
            if labels:
                pieces.append(Piece(labels, None))
            if segment.start < block.end:
                pieces.append(Piece((), _run(text, segment, wraps)))
            else:
                blank += [wrap.id for wrap in wraps.of(segment) if wrap.id]
            place += 1
        marked.append(MarkedBlock(tuple(pieces), tuple(blank), _gap(text, block)))
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


class _Wraps:
    """The elements of marks, by statement number and anchor id; remembers which anchors have been opened before."""

    def __init__(self, statements: dict[str, Statement], anchors: dict[str, Anchor]) -> None:
        self.statements = statements
        self.anchors = anchors
        self.opened: set[str] = set()

    def of(self, segment: Segment) -> tuple[Wrap, ...]:
        """Elements from the outermost inwards; how many contents lie below sets how low a line lies."""
        wraps = []
        level = 0
        linked = False
        for mark in segment.marks:
            if mark.role == "anchor":
                wraps.append(self._anchor(self.anchors[mark.owner], linked=linked))
                linked = linked or bool(wraps[-1].href)
                continue
            statement = self.statements[mark.owner]
            classes = f"{mark.role} {statement.look}"
            if mark.role == "content":
                classes += f" n{min(level, _DEEPEST)}"
                level += 1
            wraps.append(Wrap("statement", classes, statement.number))
        return tuple(wraps)

    def _anchor(self, anchor: Anchor, *, linked: bool) -> Wrap:
        identifier = "" if anchor.id in self.opened else anchor.id
        self.opened.add(anchor.id)
        if not anchor.number:
            return Wrap("place", "place", 0, identifier)
        href = "" if linked else f"fig{anchor.number}"
        return Wrap("figure", "figure harmed" if anchor.harm else "figure", anchor.number, identifier, href)


def _run(text: str, segment: Segment, wraps: _Wraps) -> Run:
    """The words of a segment with the elements of its marks."""
    words = text[segment.start : segment.end]
    parts = tuple((part, code(part) if control else "") for part, control in split_at_controls(words))
    return Run(wraps.of(segment), parts)


def _gap(text: str, block: Block) -> str:
    """The line breaks behind a paragraph."""
    return text[block.end : block.next]
