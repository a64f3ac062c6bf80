"""Figures and dates of a ledger as tables and lists for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.table import Table

from accordingto.report.chains import drawn
from accordingto.report.figure_rows import FigureRow
from accordingto.report.timeline import Dated, Timeline
from accordingto.report.wording import visible_controls

NARROWEST_TABLE = 72
_COLUMNS = (
    ("who says", "says"),
    ("how many", "how_many"),
    ("of whom", "of_whom"),
    ("harm", "harm"),
    ("where", "where"),
    ("when", "when"),
)
"""The heading of a column, and the field of a row that stands in it."""
_GAP = 2
_LONGEST_WORD = 10
"""Words up to this length are not broken: a day (2003-03-20), or `casualties`."""


def figure_table(rows: Sequence[FigureRow], width: int) -> Table:
    """Figures as a table of at most `width` columns: who says, how many, of whom, harm, where and when.

    The words of the report stand under the numbers. A column in which nothing stands is left out.
    """
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_edge=False, header_style="dim")
    first = len(str(len(rows)))
    table.add_column("", justify="right", style="dim", no_wrap=True, width=first)
    columns = [c for c in _COLUMNS if any(getattr(row, c[1]) for row in rows)]
    cells = [[visible_controls(_cell(row, field)) for row in rows] for _, field in columns]
    widths = _widths([[heading, *of] for (heading, _), of in zip(columns, cells, strict=True)], width - first)
    for (heading, _), room in zip(columns, widths, strict=True):
        table.add_column(heading, width=room, overflow="fold")
    for row, *parts in zip(rows, *cells, strict=True):
        table.add_row(str(row.number), *parts)
    return table


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """A width for each column of cells: room for its longest word, then more for those that would wrap most."""
    longest = [max(cell_len(word) for cell in cells for word in cell.split()) for cells in columns]
    wanted = [max(cell_len(line) for cell in cells for line in cell.split("\n")) for cells in columns]
    widths = [min(word, _LONGEST_WORD) for word in longest]
    for _ in range(room - sum(widths) - _GAP * len(columns)):
        tightest = max(range(len(columns)), key=lambda place: wanted[place] / widths[place])
        if wanted[tightest] <= widths[tightest]:
            break
        widths[tightest] += 1
    return widths


def figure_lines(rows: Sequence[FigureRow]) -> Iterator[str]:
    """Figures one by one, for a terminal that is too narrow for a table."""
    for row in rows:
        facts = [row.of_whom, row.harm, row.where, row.when]
        yield f"{row.number}  {row.how_many}, “{row.words}”: {'; '.join(fact for fact in facts if fact)}. {row.says}"


def figure_chains(rows: Sequence[FigureRow]) -> list[str]:
    """The chains of those figures that somebody passes on, each once, with the numbers of its figures."""
    numbers: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        if len(row.chain) > 2:
            numbers.setdefault(row.chain, []).append(str(row.number))
    return [f"{drawn(chain)} ({', '.join(of)})" for chain, of in numbers.items()]


def dated_lines(line: Timeline) -> tuple[list[tuple[str, str]], int]:
    """When and what, for each date in the order of time, then for those that nothing anchors; the width of the first.

    Dates of the same time stand under one heading.
    """
    lines: list[tuple[str, str]] = []
    last = ""
    for dated in line.placed:
        lines.append(("" if dated.when == last else dated.when, _sentence(dated)))
        last = dated.when
    for place, dated in enumerate(line.loose):
        lines.append(("" if place else "not known", _sentence(dated)))
    return lines, max((min(cell_len(when), 24) for when, _ in lines), default=0)


def _sentence(dated: Dated) -> str:
    why = f" ({dated.date.note})" if dated.date.note else ""
    return f"{dated.says}: {dated.before}“{dated.words}”{dated.behind}{why}"


def _cell(row: FigureRow, field: str) -> str:
    value: str = getattr(row, field)
    return f"{value}\n“{row.words}”" if field == "how_many" else value
