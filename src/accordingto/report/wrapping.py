"""Rows of cells -> a table for a terminal, its cells wrapped so that it fits."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from accordingto.report.wording import visible_controls


def text_table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, width: int, whole: AbstractSet[int] = frozenset()
) -> str:
    """The rows under their headings, in lines of at most `width` columns; long cells go on in further lines.

    The columns `whole`, counted from 0, are not wrapped where they leave room for the others.
    """
    from rich.console import Console  # noqa: PLC0415  other forms do not need it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    given = [tuple(row) for row in rows]
    for number, heading in enumerate(headings):
        longest = max((len(line) for row in given for line in row[number].split("\n")), default=0)
        table.add_column(heading, overflow="fold", no_wrap=number in whole and longest <= width // 3)
    for row in given:
        table.add_row(*(Text(visible_controls(cell)) for cell in row))
    out = io.StringIO()
    Console(file=out, width=width, no_color=True, highlight=False, markup=False, emoji=False).print(table)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def wrapped(words: str, *, width: int, first: str = "", rest: str = "") -> str:
    """`words` in lines of at most `width` columns, `first` before the first line and `rest` before the others."""
    from rich.console import Console  # noqa: PLC0415  the same
    from rich.text import Text  # noqa: PLC0415

    said = Text(visible_controls(" ".join(words.split())))
    room = max(width - max(len(first), len(rest)), 10)
    lines = said.wrap(Console(file=io.StringIO(), width=room), room) or [Text("")]
    return "".join(f"{rest if number else first}{line.plain.rstrip()}\n" for number, line in enumerate(lines))
