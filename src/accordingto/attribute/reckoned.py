"""Numbers told by whose reckoning they are: `Storms drowned 90 people, by a tally of the coast guard`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.reach import behind_dateline
from accordingto.attribute.taken import Taken
from accordingto.attribute.tallies import TALLY_CHANCE

_NOUN = r"(?:counts?|tall(?:y|ies)|estimates?|reckoning|calculations?|records|figures|numbers)"
_NAME = r"[^,;:.\n\"“”()]{2,80}?"
_RECKONED = re.compile(
    rf"(?P<cue>\bby)\s(?P<source>(?:an?|the|one|its own|their own|official)\s(?:[a-z]+\s)?{_NOUN}\s"
    rf"(?:of|by|from|kept by|compiled by)\s{_NAME}|"
    rf"[^\s,;:.\n\"“”()]{_NAME}(?:['’]s|s['’])\s(?:own\s|official\s)?{_NOUN})"
    r"(?=\s*(?:[,;\n]|\.(?:\s|$)|$))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…][\"”’)]*\s+(?=[^a-z\s])|\n")
_END = re.compile(r"[;\n]|[.!?…](?=[\"”’)]*(?:\s|$))")
_DIGIT = re.compile(r"\d")
_LONGEST = 400
"""A sentence told so is no longer to either side, in code points."""


def reckoned(text: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Each sentence with a number in digits that is said to be by somebody's count, where no draft has a part of it.

    The words stand at its end behind a comma, or at its beginning before one.
    """
    taken = Taken([span for draft in drafts for span in draft.spans])
    for found in _RECKONED.finditer(text):
        content = _before(text, found.start()) or _behind(text, found.start(), found.end())
        if content is None or _DIGIT.search(text, *content) is None:
            continue
        whole = (min(content[0], found.start()), max(content[1], found.end()))
        if not taken.touches(*whole):
            yield Draft(source=found.span("source"), cue=found.span("cue"), content=(content,), chance=TALLY_CHANCE)


def _before(text: str, at: int) -> Offsets | None:
    """The sentence before a comma before offset `at`; None where no comma stands there."""
    end = len(text[max(0, at - _LONGEST) : at].rstrip()) + max(0, at - _LONGEST)
    if not end or text[end - 1] != ",":
        return None
    least = max(0, at - _LONGEST)
    start = max((m.end() for m in _SENTENCE.finditer(text, least, end)), default=least)
    start = behind_dateline(text, start, end)
    return (start, end - 1) if start < end - 1 else None


def _behind(text: str, at: int, end: int) -> Offsets | None:
    """The rest of the sentence that begins at offset `at`, behind the comma at `end`; None where none does."""
    opens = not at or text[at - 1] == "\n" or _SENTENCE.search(text, max(0, at - 4), at) is not None
    if not opens or text[end : end + 1] != ",":
        return None
    stop = _END.search(text, end, end + _LONGEST)
    start = end + 1 + len(text[end + 1 : end + 3]) - len(text[end + 1 : end + 3].lstrip())
    return (start, stop.start()) if stop is not None and start < stop.start() else None
