"""A figure that was found -> its row on the board, in words."""

from __future__ import annotations

from typing import NamedTuple

from accordingto.casebook import FigureRow
from accordingto.report.calendar_words import when
from accordingto.report.figure_rows import how_many
from accordingto.report.site.contests import Words, words
from accordingto.report.wording import confidence, one_line


class Row(NamedTuple):
    """One figure; a cell that nothing is known for is empty. `target` is what a decision about it names."""

    target: str
    how_many: str
    of_whom: str
    harm: str
    where: str
    when: str
    says: str
    role: str
    via: str
    words: Words
    report: str
    title: str
    sure: str
    confidence: float
    review: str | None


def board_row(found: FigureRow) -> Row:
    """The row of a figure."""
    one, figure = found.figure, found.figure.figure
    period = when(figure.period) if figure.period else ""
    as_of = f"as of {when(figure.as_of)}" if figure.as_of else ""
    harm = [figure.harm, figure.basis, "denied" if figure.denied else None]
    return Row(
        target=f"figure:{one.id}",
        how_many=how_many(figure),
        of_whom=one_line(figure.counted.text) if figure.counted else figure.unit,
        harm=", ".join(part for part in harm if part),
        where=one_line(figure.place.name) if figure.place else "",
        when=", ".join(part for part in (period, as_of) if part),
        says=one_line(one.speaker.name) if one.speaker else "the outlet",
        role=one_line(one.speaker.role) if one.speaker and one.speaker.role else "",
        via=", ".join(one_line(source.name) for source in one.via),
        words=words(one, words_of(one.id)),
        report=f"/reports/{one.document[:16]}",
        title=one.title or "Untitled report",
        sure=confidence(figure.confidence),
        confidence=figure.confidence,
        review=None if found.review == "none" else found.review,
    )


def words_of(identifier: str) -> str:
    """The lasting address of a figure's words, by its id (`<16 digits>/<id>`)."""
    return f"/figures/{identifier}"
