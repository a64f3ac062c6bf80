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

_LINE = re.compile(r"\S[^\n]*")
_COLON = re.compile(r"[\s\w,.’'()-]{0,80}:\s*")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PRONOUNS = frozenset(("he", "i", "it", "me", "she", "that", "they", "us", "we", "which", "who"))
_PARTED = 200
"""Code points beyond which what parts two paragraphs, or a cue and its colon, ties them no more."""
_OPENING = "\"“”„«»‘'"


def continued(
    text: str, content: Sequence[Offsets], quotes: Sequence[Quotation], taken: Container[int]
) -> list[Offsets]:
    """The other paragraphs of a quotation that `content` holds one paragraph of.

    They follow its last quotation where that was left open and `content` reaches its end, or go before its first one
    where they were left open themselves and `content` begins with it; each begins its paragraph with a mark. `taken`
    are the starts of quotations that content claims already; those end the search. `quotes` are the text's, in order.
    """
    if not content:
        return []
    out: list[Offsets] = []
    first, last = quotation_place(content[0][0], quotes), quotation_place(content[-1][1] - 1, quotes)
    if last is not None and content[-1][1] < quotes[last].end:
        last = None
    if first is not None and content[0][0] > quotes[first].start:
        first = None
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

    `others` are the sources of all attributions, sorted: a paragraph that names the speaker, or in which another voice
    speaks in the third person, is no longer the statement. None where there is no such block.
    """
    end_of_line = text.find("\n", cue[1], cue[1] + _PARTED)
    if end_of_line < 0 or not _COLON.fullmatch(text, cue[1] - 1, end_of_line):
        return None
    name = _last_name(text[slice(*source)]) if source else None
    found: Offsets | None = None
    for line in _LINE.finditer(text, end_of_line):
        words = line.group().rstrip()
        if found is None and words[0] in _OPENING:
            return None
        if words.casefold().strip(" .:*#-") in block_ends() or (name and name in _WORD.findall(words)):
            break
        if words.endswith(":") and len(words) < _PARTED and found is not None:
            break  # the next block begins
        if found is not None and any(not _pronoun(text[s:e]) for s, e in _within(line.span(), others)):
            break
        found = (line.start() if found is None else found[0], line.start() + len(words))
    return found


def _last_name(words: str) -> str | None:
    """The last capitalised word, by which a later paragraph would name the source again."""
    return next((w for w in reversed(_WORD.findall(words)) if w[0].isupper() and len(w) > 1), None)


def _within(line: Offsets, sorted_spans: Sequence[Offsets]) -> Sequence[Offsets]:
    first, last = (bisect_left(sorted_spans, offset, key=itemgetter(0)) for offset in line)
    return sorted_spans[first:last]


def _pronoun(words: str) -> bool:
    return words.casefold() in _PRONOUNS
