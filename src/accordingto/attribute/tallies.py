"""Tallies without a verb of speech: `the health authority gives about 650`, `the report counts 418 dead`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.reach import behind_dateline
from accordingto.attribute.taken import Taken
from accordingto.language.en import word_class
from accordingto.language.en.lemmas import words
from accordingto.language.en.quantities import approximators, numbers
from accordingto.language.en.speakers import document_nouns, organisation_nouns, role_nouns

TALLY_CHANCE = 0.6
"""The chance given to such a statement: nothing was counted on it, so it is that of a free quotation."""
_OPENS = (
    r"(?:^|(?<=[.;\n])\s{0,3}|(?:[,;]\s{1,3}|\b)(?:and|but|while|whereas|although|though)\s{1,3})"
    r"(?:(?:at|between|by|during|from|in|on|since|until|up to)\s[^,;.\n]{1,60},\s)?"
)
_SOURCE = (
    r"(?P<source>(?P<noun>(?:(?:the|an?|its|their|another|one)\s{1,3})?\w[^.,;:\n\"“”()]{1,80}?)"
    r"(?:,\s(?:an?|the|who|one|former)\s[^.,;:\n\"“”()]{1,80},)?)"
)
"""A noun phrase, and an apposition in commas behind it."""
_ENDS = re.compile(r"[;\n\"“”]|\.(?=\s|$)|,\s{1,3}(?:and|but|while|whereas|although|though|which|who)\b")
_AND = re.compile(r",?\s+(?:and|but)\s*\Z")
_LONGEST = 300
"""Further behind its verb such a clause does not end, in code points."""


def tallies(text: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Each clause in which a body or document counts, lists or gives a number, where no draft has a part of it."""
    drafts = list(drafts)
    cues = sorted(draft.cue for draft in drafts if draft.cue is not None)
    taken = Taken([*cues, *(span for draft in drafts for span in draft.content)])
    for found in _pattern().finditer(text):
        cue, begin = found.span("cue"), found.start("number")
        first = behind_dateline(text, *found.span("source"))
        source: Offsets = (first, first + len(text[first : found.end("source")].rstrip(",")))
        if not (found["toll"] or _counts(found["noun"], cue=found["cue"])):
            continue
        stop = _ENDS.search(text, begin, begin + _LONGEST)
        if stop is None:
            continue
        end = _before_next(text, cues, begin, stop.start())
        while text[end - 1] in " ,":
            end -= 1
        content: Offsets = (found.start("told"), end)
        if not taken.touches(source[0], end):  # a source may go on to say more
            yield Draft(source=source, cue=cue, content=(content,), chance=TALLY_CHANCE)


def _before_next(text: str, cues: list[Offsets], begin: int, end: int) -> int:
    """The end of a clause, before the cue, if any, that goes on with the same source (`put it at nine and said`)."""
    following = bisect_left(cues, (begin, begin))
    if following == len(cues) or cues[following][0] >= end:
        return end
    return begin + len(_AND.sub("", text[begin : cues[following][0]]))


def _counts(source: str, *, cue: str) -> bool:
    """Whether a noun phrase is about a body or a document, or about persons who count: its noun is one of the lists."""
    core: list[str] = []
    for word in words(source):
        if word in word_class("preposition") and core:
            break
        core.append(word)
    last = core[-1] if core else ""
    if last in organisation_nouns() or last in document_nouns() or last in {"data", "figures", "count", "tally"}:
        return True
    counting = cue.rsplit(maxsplit=1)[-1].lower() in word_class("counting_verb")
    return counting and any(noun in role_nouns() for noun in (last, last.removesuffix("s")))


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(word_class("tally_verb"), key=len, reverse=True))
    about = "|".join(sorted((r"\s+".join(map(re.escape, p)) for p in approximators("before")), key=len, reverse=True))
    number = "|".join(sorted(map(re.escape, numbers()), key=len, reverse=True))
    toll = (
        r"(?P<toll>(?:the|its|their)\s{1,3}(?:(?:death|overall|official)\s{1,3})?"
        r"(?:number|toll|figure|total|count)\s{1,3}(?:[^.,;\n]{1,120}?\s)?at\s{1,3})?"
    )
    return re.compile(
        rf"{_OPENS}{_SOURCE}\s{{1,3}}(?P<cue>(?:(?:has|have|had)\s{{1,3}})?(?:{verbs}))\s{{1,3}}"
        rf"(?P<told>{toll}(?:(?:{about})\s{{1,3}})*)(?P<number>\d|(?:{number})\b)",
        re.IGNORECASE | re.MULTILINE,
    )
