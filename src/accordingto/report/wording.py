"""How values of a ledger are put into words, the same in every view."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.records import Attribution, Document, Span
from accordingto.report.voices import Voice

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent; never 0 % for something, nor 100 % for less than all."""
    rounded = round(100 * share)
    if rounded == 0 and share > 0.0:
        return "under 1 %"
    if rounded == 100 and share < 1.0:
        return "over 99 %"
    return f"{rounded} %"


def confidence(value: float) -> str:
    """A confidence from 0 to 1 in words: how likely a careful reader is to mark the statement too.

    It goes by the value to two decimals, as the views show it: 0.80 is never called less than 0.8.
    """
    for floor, words in ((0.95, "very high"), (0.8, "high"), (0.6, "moderate")):
        if round(value, 2) >= floor:
            return words
    return "low"


def offsets(spans: Iterable[Span]) -> str:
    """Where spans stand, `start–end` in code points of the text."""
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def quoted_name(voice: Voice) -> str:
    """A voice's name; in quotation marks where it is only the report's wording and nobody has worked out who it is."""
    return voice.name if voice.known or not voice.named else f"“{voice.name}”"


def heading(document: Document) -> str:
    """The report's title, or that it has none."""
    return document.title or "Untitled report"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 voice`, `2 voices`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def capital(words: str) -> str:
    """Words as they begin a line.

    >>> capital("people killed"), capital("émigrés")
    ('People killed', 'Émigrés')
    """
    return words[:1].upper() + words[1:]


def one_line(words: str) -> str:
    """Words of the report on one line."""
    return " ".join(words.split())


def who_is(voice: Voice) -> list[str]:
    """What is known of a speaker: role, affiliation, side and kind, in that order and each once."""
    role, affiliation = voice.role, voice.affiliation
    if affiliation and role and affiliation.casefold() in role.casefold():
        affiliation = None
    party = voice.party.replace("_", " ") if voice.party and voice.party != voice.kind else None
    return [one_line(fact) for fact in (role, affiliation, party, voice.kind) if fact]


def what(attribution: Attribution) -> str:
    """Stance and manner of a statement, in two words."""
    return f"{attribution.stance}, {attribution.manner}"


def code(character: str) -> str:
    """A character's code point as U+XXXX."""
    return f"U+{ord(character):04X}"


def visible_controls(text: str) -> str:
    """`text` for a terminal: what would steer it (control characters, marks that turn its direction) shown by code.

    Tab, line feed and carriage return stay. Without this, a report could move the cursor and rewrite what stands
    above it, or show words in an order in which they do not stand.
    """
    return _CONTROLS.sub(lambda found: f"⟨{code(found[0])}⟩", text)


def split_at_controls(text: str) -> list[tuple[str, bool]]:
    """The parts of `text` in order, control characters alone; True marks those. Joined, they are `text`."""
    parts: list[tuple[str, bool]] = []
    start = 0
    for found in _CONTROLS.finditer(text):
        if found.start() > start:
            parts.append((text[start : found.start()], False))
        parts.append((found[0], True))
        start = found.end()
    if start < len(text):
        parts.append((text[start:], False))
    return parts
