"""Casebook -> Lesson*: what was decided about reports, for a model to learn from.

A lesson holds offsets and values, and no word of the report unless it is asked for: whoever has the text puts the two
together by its sha256. Who decided what stays in the casebook.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

from accordingto.records import Attribution, Figure, Manner, Place, ReaderInfo, Span, Stance
from accordingto.records.base import Record

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, Review, Reviewed

Bounds = tuple[int, int]
"""Start and end of a span of the text, in code points, the end excluded."""
Verdict = Literal["accepted", "corrected", "added", "rejected", "unreviewed"]


class StatementMarks(Record, frozen=True, kw_only=True):
    """What is marked of a statement."""

    source: Bounds | None
    cue: Bounds | None
    content: tuple[Bounds, ...]
    manner: Manner
    stance: Stance


class FigureMarks(Record, frozen=True, kw_only=True):
    """What is marked of a figure, and what it means; terms as in the ledger."""

    span: Bounds
    counted: Bounds | None
    harm_words: Bounds | None
    place_words: Bounds | None
    period_words: Bounds | None
    low: float | int | None
    high: float | int | None
    approx: bool
    vague: bool
    unit: str
    harm: str | None
    who: str | None
    group: str | None
    age: str | None
    sex: str | None
    place: Place | None
    period: str | None
    as_of: str | None
    basis: str | None
    since_last: bool
    per: str | None
    denied: bool


class StatementLesson(Record, frozen=True, kw_only=True):
    """A statement: what became of it, and its marks. `read` is what the program had marked, where they differ.

    A rejected one is a negative: its marks are what the program had read, and nothing should be marked there.
    """

    id: str
    verdict: Verdict
    marks: StatementMarks
    read: StatementMarks | None = None


class FigureLesson(Record, frozen=True, kw_only=True):
    """A figure, likewise."""

    id: str
    verdict: Verdict
    marks: FigureMarks
    read: FigureMarks | None = None


class Lesson(Record, frozen=True, kw_only=True):
    """One report: `id` is the sha256 of its bytes, `text_sha256` that of its text in UTF-8.

    `all_statements` and `all_figures` are true where every one of them was decided about, so that what is not marked is
    known to be none. `reader` is the program that had read what was not added.
    """

    version: Literal[1] = 1
    id: str
    text_sha256: str
    text: str | None = None
    language: str | None = None
    all_statements: bool
    all_figures: bool
    statements: tuple[StatementLesson, ...]
    figures: tuple[FigureLesson, ...]
    reader: ReaderInfo


def lessons(casebook: Casebook, *, with_text: bool = False) -> Iterator[Lesson]:
    """A lesson for each report of which a statement or figure was decided about; with their texts if asked for."""
    for one in casebook.reviewed():
        yield _lesson(one, with_text=with_text)


def _lesson(one: Reviewed, *, with_text: bool) -> Lesson:
    document = one.ledger.document
    read_statements = {a.id: _statement(a) for a in one.ledger.attributions}
    read_figures = {f.id: _figure(f) for f in one.ledger.figures}
    statements = [(s.attribution.id, _statement(s.attribution), review) for s, review in one.statements]
    figures = [(f.figure.id, _figure(f.figure), review) for f, review in one.figures]
    return Lesson(
        id=document.id,
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        text=document.text if with_text else None,
        language=document.language,
        all_statements=all(review is not None for *_, review in statements),
        all_figures=all(review is not None for *_, review in figures),
        statements=tuple(
            StatementLesson(id=id_, verdict=verdict, marks=marks, read=read)
            for id_, verdict, marks, read in _judged(statements, read_statements)
        ),
        figures=tuple(
            FigureLesson(id=id_, verdict=verdict, marks=marks, read=read)
            for id_, verdict, marks, read in _judged(figures, read_figures)
        ),
        reader=one.ledger.reader,
    )


_Marks = TypeVar("_Marks", StatementMarks, FigureMarks)


def _judged(
    found: Sequence[tuple[str, _Marks, Review | None]], read: Mapping[str, _Marks]
) -> Iterator[tuple[str, Verdict, _Marks, _Marks | None]]:
    """For each id its verdict, its marks, and how the program had read it where that is something else."""
    for id_, marks, review in found:
        first = read.get(id_)
        if review is None:
            yield id_, "unreviewed", marks, None
        elif review == "rejected":
            yield id_, "rejected", first or marks, None
        elif first is None:
            yield id_, "added", marks, None
        elif first == marks:
            yield id_, "accepted", marks, None
        else:  # Who accepts what was corrected accepts the correction.
            yield id_, "corrected", marks, first


def _statement(one: Attribution) -> StatementMarks:
    return StatementMarks(
        source=_bounds(one.source),
        cue=_bounds(one.cue),
        content=tuple((span.start, span.end) for span in one.content),
        manner=one.manner,
        stance=one.stance,
    )


def _figure(one: Figure) -> FigureMarks:
    return FigureMarks(
        span=(one.span.start, one.span.end),
        counted=_bounds(one.counted),
        harm_words=_bounds(one.harm_words),
        place_words=_bounds(one.place_words),
        period_words=_bounds(one.period_words),
        low=one.low,
        high=one.high,
        approx=one.approx,
        vague=one.vague,
        unit=one.unit,
        harm=one.harm,
        who=one.who,
        group=one.group,
        age=one.age,
        sex=one.sex,
        place=one.place,
        period=one.period,
        as_of=one.as_of,
        basis=one.basis,
        since_last=one.since_last,
        per=one.per,
        denied=one.denied,
    )


def _bounds(span: Span | None) -> Bounds | None:
    return None if span is None else (span.start, span.end)
