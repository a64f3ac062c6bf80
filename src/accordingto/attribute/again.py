"""Which stretches of what is said are worth a second reading, for statements within the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accordingto.attribute.edges import quotation_at
from accordingto.language.en import nested_cues, word_class
from accordingto.language.en.lemmas import lemmas
from accordingto.language.quotations import Quotation, quotations
from accordingto.records import Attribution, Document, Span

_BREAK = re.compile(r"\n+|(?<=\w{4})[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
"""Where a sentence ends, if the word before is too long for an abbreviation."""
_LEAD = re.compile(r"(?:that\b)?[\s\"“”„«»`']*", re.IGNORECASE)
_TAIL = " \t\u00a0\"“”«»'’"
_WORD = re.compile(r"\w+(?:-\w+)*")
_SHORTEST = 4
"""Words of a statement that holds another one: who, says, and something said."""


def again(document: Document, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The stretches of content to read once more, a sentence each, without "that" and marks around it.

    Read are sentences in which a word of speech, thought or intention stands, neither negated nor hypothetical, nor
    hangs on another verb ("to say"); inside quotation marks it must not be the speaker's own ("I think"). None of these
    is a statement within. Content within other content is read with that.
    """
    text = document.text
    quotes = quotations(text)
    found = {
        bounds
        for a in attributions
        if a.within is None
        for span in a.content
        for bounds in _sentences(text, span)
        if _promising(text, bounds, quotes)
    }
    return tuple(Span.of(text, start, end) for start, end in sorted(found))


def _sentences(text: str, span: Span) -> Iterator[tuple[int, int]]:
    at = span.start
    for stop in (*_BREAK.finditer(text, span.start, span.end), None):
        last = span.end if stop is None else stop.start()
        lead = _LEAD.match(text, at, last)
        start = lead.end() if lead else at
        end = start + len(text[start:last].rstrip(_TAIL))
        if start < end:
            yield start, end
        at = last if stop is None else stop.end()


def _promising(text: str, bounds: tuple[int, int], quotes: Sequence[Quotation]) -> bool:
    """Whether a cue can stand in the stretch with something said beside it."""
    own = quotation_at(bounds[0], quotes) is not None
    words = [w.lower() for w in _WORD.findall(text[slice(*bounds)])]
    if len(words) < _SHORTEST:
        return False
    return any(
        not nested_cues().isdisjoint(lemmas(word)) and _open(words[max(0, at - 3) : at], own=own)
        for at, word in enumerate(words)
    )


def _open(before: list[str], *, own: bool) -> bool:
    """Whether the words before a cue leave it open that somebody else says so: no "I", "would" or "to" stands there."""
    if own and not word_class("first_person").isdisjoint(before):
        return False
    return before[-1:] != ["to"] and word_class("unreal").isdisjoint(before[-2:])
