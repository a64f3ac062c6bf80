"""Statements that run on over several paragraphs: quotations left open, and blocks behind "he said:".

A quotation of several paragraphs has an opening mark at each and a closing mark at the last only. Press releases often
set a statement without any marks: a paragraph ends with the cue and a colon, and the paragraphs behind it are the
statement, until one speaks about the speaker again or the release ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from operator import itemgetter

from accordingto.attribute.edges import quotation_place
from accordingto.language.en import block_ends
from accordingto.language.quotations import Quotation

Offsets = tuple[int, int]

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PRONOUNS = frozenset(("he", "i", "it", "me", "she", "that", "they", "us", "we", "which", "who"))
_PARTED = 200
"""Code points of white space beyond which two paragraphs are not one quotation."""
_OPENING = "\"“”„«»‘'"


def continued(text: str, content: Sequence[Offsets], quotes: Sequence[Quotation], taken: Container[int]) -> list[Offsets]:
    """The other paragraphs of a quotation that `content` holds one paragraph of.

    They follow its last quotation where that was left open, or go before its first one where they were left open
    themselves; each begins its paragraph with a mark. `taken` are the starts of quotations that content claims already;
    those end the search. `quotes` are the text's, in order.
    """
    if not content:
        return []
    out: list[Offsets] = []
    first, last = quotation_place(content[0][0], quotes), quotation_place(content[-1][1] - 1, quotes)
    while last is not None and not quotes[last].closed:
        last += 1
        if last == len(quotes) or not _goes_on(text, quotes[last - 1], quotes[last]) or quotes[last].start in taken:
            break
        out.append((quotes[last].start, quotes[last].end))
    while first and _goes_on(text, quotes[first - 1], quotes[first]):
        first -= 1
        if quotes[first].closed or quotes[first].start in taken or not _begins_line(text, quotes[first]):
            break
        out.append((quotes[first].start, quotes[first].end))
    return sorted(out)


def _goes_on(text: str, one: Quotation, other: Quotation) -> bool:
    """Whether nothing but a line's end and white space parts the two quotations."""
    between = text[one.end : other.start] if other.start - one.end <= _PARTED else "?"
    return not between.strip() and "\n" in between


def _begins_line(text: str, quote: Quotation) -> bool:
    return not text[text.rfind("\n", 0, quote.start) + 1 : quote.start].strip()


def block(text: str, source: Offsets | None, cue: Offsets, others: Sequence[Offsets]) -> Offsets | None:
    """The paragraphs without quotation marks that a cue and a colon at the end of a paragraph introduce.

    `others` are the sources of all attributions, sorted: a paragraph that names the speaker, or that begins with another
    voice in the third person, is no longer the statement. None where there is no such block.
    """
    end_of_line = text.find("\n", cue[1])
    if end_of_line < 0 or not re.fullmatch(r"[\s\w,.’'()-]{0,80}:\s*", text[cue[1] - 1 : end_of_line]):
        return None
    name = _last_name(text[slice(*source)]) if source else None
    first: int | None = None
    last = end_of_line
    for line in _LINE.finditer(text, end_of_line):
        words = line.group().strip()
        if first is None and words[0] in _OPENING:
            return None
        if words.casefold().strip(" .:*#-") in block_ends() or (name and name in _WORD.findall(words)):
            break
        if first is not None and any(not _pronoun(text[s:e]) for s, e in _within(line.span(), others)):
            break
        first = line.start() if first is None else first
        last = line.start() + len(line.group().rstrip())
    if first is None:
        return None
    first += len(text[first:last]) - len(text[first:last].lstrip())
    return (first, last - 1) if text[last - 1] == "." else (first, last)


def _last_name(words: str) -> str | None:
    """The last capitalised word, by which a later paragraph would name the source again."""
    return next((w for w in reversed(_WORD.findall(words)) if w[0].isupper() and len(w) > 1), None)


def _within(line: Offsets, sorted_spans: Sequence[Offsets]) -> Sequence[Offsets]:
    return sorted_spans[bisect_left(sorted_spans, line[0], key=itemgetter(0)) : bisect_left(sorted_spans, line[1], key=itemgetter(0))]


def _pronoun(words: str) -> bool:
    return words.casefold() in _PRONOUNS
