"""Statements that run on over several paragraphs: quotations left open, and blocks behind "he said:".

A quotation of several paragraphs has an opening mark at each and a closing mark at the last only. Press releases often
set a statement without any marks: a paragraph ends with the cue and a colon, and the paragraphs behind it are the
statement, until one speaks about the speaker again or the release ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from accordingto.attribute.edges import quotation_at
from accordingto.language.en import block_ends
from accordingto.language.quotations import Quotation

Offsets = tuple[int, int]

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PRONOUNS = frozenset(("he", "i", "it", "me", "she", "that", "they", "us", "we", "which", "who"))
_OPENING = "\"“”„«»‘'"


def continued(text: str, content: Sequence[Offsets], quotes: Sequence[Quotation], taken: Iterable[int]) -> list[Offsets]:
    """The quotations that go on where the last quotation of `content` was left open, paragraph by paragraph.

    `taken` are the starts of quotations that other content claims; the first of them ends the search.
    """
    if not content:
        return []
    last = quotation_at(content[-1][1] - 1, quotes)
    claimed = set(taken)
    out: list[Offsets] = []
    while last is not None and not last.closed:
        line = _LINE.search(text, last.end)
        if line is None:
            break
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        following = quotation_at(start, quotes)
        if following is None or following.start != start or start in claimed:
            break
        out.append((following.start, following.end))
        last = following
    return out


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
