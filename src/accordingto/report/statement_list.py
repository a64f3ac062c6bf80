"""Stated* -> lines for a terminal: the words, who says them, and the report."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from accordingto.records import Stated
from accordingto.report.wording import visible_controls, what


def statements_text(statements: Iterable[Stated], *, width: int) -> str:
    """The statements as paragraphs of lines of at most `width` columns, each with its speaker, report and id."""
    return "".join(_paragraph(one, width) for one in statements)


def _paragraph(one: Stated, width: int) -> str:
    speaker = one.speaker.name if one.speaker else one.attribution.source.text if one.attribution.source else "nobody"
    via = "".join(f", by way of {source.name}" for source in one.via)
    report = " · ".join(part for part in (one.outlet, (one.published or "")[:10], one.title) if part)
    quoted = textwrap.wrap(visible_controls(" ".join(one.words.split())), width, break_long_words=False)
    below = [f"{speaker} ({what(one.attribution)}){via}", report, f"statement:{one.id}"]
    lines = [*quoted, *(f"  {visible_controls(' '.join(line.split()))}" for line in below if line)]
    return "\n".join(lines) + "\n\n"
