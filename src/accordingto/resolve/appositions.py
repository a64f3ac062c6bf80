"""The functions that stand beside a name: before it, or behind it and a comma; and the lines in capitals."""

from __future__ import annotations

import re

from accordingto.language.en import speakers
from accordingto.resolve.names import Name
from accordingto.resolve.phrases import parse
from accordingto.resolve.words import words

Offsets = tuple[int, int]

_APPOSITION = re.compile(
    r",\s+(?=(?:an?|the|his|her|its|their|now|then|former|chief|head|who (?:is|was) (?:an?|the))?\b)"
)
_AGE = re.compile(r",\s+\d{1,2},|\s+\(\d{1,2}\)")
_END = re.compile(r"[,;:.()\n\"“”]|\s[–—-]\s|--|\b(?:said|says|told|who|which)\b")
_REACH = 200
_MOST_WORDS = 20
_BEFORE = 80
"""So far before a name its function is looked for, in code points."""
_HEADLINE = 200
"""A longer line is no headline, in code points."""
_CAPITALS = 0.8
"""So many of its longer words are capitalised in a headline written with capitals."""


def introduced(text: str, name: Name) -> bool:
    """Whether a function stands before a name, or an age or function behind it."""
    start = max(0, name.start - _BEFORE)
    last = words(text, start, name.start)[-1:]
    if last and text[last[0].end : name.start] == " " and last[0].role is not None and not last[0].possessive:
        return True
    return bool(_AGE.match(text, name.end)) or (len(name.words) > 1 and function_behind(text, name) is not None)


def function_before(text: str, at: int) -> Offsets | None:
    """The noun phrase with a function right before a name at `at` (`team member Rodaba Noori`)."""
    start = max(0, at - _BEFORE)
    some = words(text, start, at)
    if some and start and text[start - 1].isalnum():
        some = some[1:]
    if not some or text[some[-1].end : at] not in {" ", ", "} or some[-1].role is None or some[-1].possessive:
        return None
    if some[-1].plural and text[some[-1].end : at] == ", ":
        return None  # many are no one: `after they fell to rebels, Ann Tarn said`
    first = len(some) - 1
    while first > 0 and text[some[first - 1].end : some[first].start] in {" ", "-"}:
        ahead = some[first - 1]
        if ahead.key in speakers.not_names() or ahead.key.endswith(("ed", "ing")) or ahead.bare + "." == ahead.text:
            break
        first -= 1
    return some[first].start, some[-1].end


def function_behind(text: str, name: Name) -> Offsets | None:
    """The function behind a name and a comma (`, a surgeon at the hospital`)."""
    found = _APPOSITION.match(text, name.end)
    if not found:
        return None
    reach = min(len(text), found.end() + _REACH)
    end = _END.search(text, found.end(), reach)
    some = words(text, found.end(), end.start() if end else reach)
    if not some or len(some) > _MOST_WORDS:
        return None
    phrase = parse(text, some[0].start, some[-1].end, frozenset())
    return (some[0].start, some[-1].end) if phrase.sort == "role" else None


class Headlines:
    """The lines of a text that are written with capitals throughout, where runs of capitals are no names."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, bool] = {}

    def holds(self, name: Name) -> bool:
        """Whether a name stands in such a line."""
        least, most = max(0, name.start - _HEADLINE), min(len(self._text), name.end + _HEADLINE)
        start, end = self._text.rfind("\n", least, name.start) + 1, self._text.find("\n", name.end, most)
        if (not start and least) or (end < 0 and most < len(self._text)):
            return False
        end = len(self._text) if end < 0 else end
        if start not in self._known:
            some = [w.text for w in words(self._text, start, end) if len(w.text) > 3]
            sentence = self._text[start:end].rstrip()[-1:] in {".", ","}
            capitals = sum(t[0].isupper() for t in some)
            self._known[start] = not sentence and len(some) > 3 and capitals > _CAPITALS * len(some)
        return self._known[start]
