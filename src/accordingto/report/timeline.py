"""The dates of a report in the order of time, each with who speaks of it."""

from __future__ import annotations

from typing import NamedTuple

from accordingto.records import Attribution, Date, Ledger, Span
from accordingto.records.reported import sentence
from accordingto.report.calendar_words import began, when
from accordingto.report.chains import Chains
from accordingto.report.voices import Account, in_text_order
from accordingto.report.wording import one_line


class Dated(NamedTuple):
    """A calendar expression and the sentence that it stands in. `number` counts dates in text order, from 1.

    `when` is its value in words, `statement` the innermost statement around it (None for the outlet's own words),
    `voice` that statement's voice. `before` and `behind` are what the sentence says around `words`, shortened.
    """

    number: int
    date: Date
    when: str
    words: str
    says: str
    voice: int | None
    statement: str | None
    before: str
    behind: str


class Timeline(NamedTuple):
    """Dates with a place in time, in its order; and those that nothing anchors, in that of the text."""

    placed: tuple[Dated, ...]
    loose: tuple[Dated, ...]


def timeline(ledger: Ledger, account: Account, chains: Chains, *, reach: int = 220) -> Timeline:
    """The dates and intervals of a ledger; durations, sets and times of day have no place in time and are left out.

    `reach` is how many characters of its sentence may stand on either side of a date.
    """
    innermost = _innermost(ledger)
    placed: list[tuple[str, Dated]] = []
    loose = []
    for number, date in enumerate(sorted(ledger.dates, key=lambda d: (d.span.start, d.span.end)), start=1):
        start = began(date.value) if date.value else None
        if date.type not in {"date", "interval"} or (date.value and start is None):
            continue
        a = innermost.get(date.span)
        before, behind = _around(ledger.document.text, date.span, reach)
        dated = Dated(
            number=number,
            date=date,
            when=when(date.value) if date.value else "",
            words=one_line(date.span.text),
            says=one_line(chains.of_statement(a)[-1]) if a else chains.outlet,
            voice=account.voice_of[a.id] if a else None,
            statement=a.id if a else None,
            before=before,
            behind=behind,
        )
        if start:
            placed.append((start, dated))
        else:
            loose.append(dated)
    placed.sort(key=lambda pair: (pair[0], pair[1].number))
    return Timeline(tuple(dated for _, dated in placed), tuple(loose))


def _innermost(ledger: Ledger) -> dict[Span, Attribution]:
    """For the span of each date within a statement, the shortest statement that holds it."""
    contents = sorted(((s.start, s.end, a) for a in in_text_order(ledger.attributions) for s in a.content),
                      key=lambda c: c[0])  # fmt: skip
    found: dict[Span, Attribution] = {}
    open_contents: list[tuple[int, int, Attribution]] = []
    place = 0
    for span in sorted((d.span for d in ledger.dates), key=lambda s: s.start):
        while place < len(contents) and contents[place][0] <= span.start:
            open_contents.append(contents[place])
            place += 1
        open_contents = [c for c in open_contents if c[1] > span.start]
        around = [c for c in open_contents if c[1] >= span.end]
        if around:
            found[span] = min(around, key=lambda c: c[1] - c[0])[2]
    return found


def _around(text: str, span: Span, reach: int) -> tuple[str, str]:
    """The words of the sentence before and behind a span, each cut where it gets long."""
    whole = sentence(text, span)
    before, behind = text[whole.start : span.start], text[span.end : whole.end]
    if len(before) > reach:
        before = "… " + before[-reach:].partition(" ")[2]
    if len(behind) > reach:
        behind = behind[:reach].rpartition(" ")[0] + " …"
    return " ".join(before.split()) + (" " if before[-1:].isspace() else ""), (
        " " if behind[:1].isspace() else ""
    ) + " ".join(behind.split())
