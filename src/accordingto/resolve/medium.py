"""To whom a source spoke: the outlet that the words around a statement name."""

from __future__ import annotations

import re

from accordingto.language.en import speakers
from accordingto.records import Attribution
from accordingto.resolve.cast import Cast
from accordingto.resolve.names import Name, names
from accordingto.resolve.voices import Voice
from accordingto.resolve.words import words

_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with|on)|talking (?:to|with)|"
    r"(?:interview|conversation|comments?|remarks?|statement|email|e-mail|message)s? (?:with|to|for|by|on)|"
    r"(?:appear(?:ed|ing|ance) on)|interviewed by|said (?:on|to)|quoted (?:by|in)|"
    r"wrote (?:in|for)|op-ed (?:in|for))\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a)\s+", re.IGNORECASE)
_AUDIENCE = re.compile(
    r"(?:the\s+)?(?:press|media)\b(?!\s+(?:conference|secretary|release|office|event))", re.IGNORECASE
)
_OUTLET = re.compile(
    r"(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,2}(?:newspaper|daily|agency|channel|website|magazine|station|network|broadcaster)\s+"
)
_APPOSED = re.compile(
    r",?\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,3}(?:newspaper|daily|agency|channel|website|magazine|station|network)\b"
)
_REACH = 90
"""The outlet is looked for so far around the source and cue, in code points, within the sentence."""
_END = re.compile(r"[.!?][\"”’')]*\s+(?=[^a-z])|\n")


def medium(text: str, attribution: Attribution, cast: Cast) -> Voice | None:
    """The outlet that an attribution's source spoke to; None where the sentence names none."""
    anchors = [s for s in (attribution.source, attribution.cue) if s is not None]
    if not anchors:
        return None
    start = max(0, min(s.start for s in anchors) - _REACH)
    for end in _END.finditer(text, start, min(s.start for s in anchors)):
        start = end.end()
    stop = min(len(text), max(s.end for s in anchors) + _REACH)
    after = _END.search(text, max(s.end for s in anchors), stop)
    stop = after.start() if after else stop
    for told in _TOLD.finditer(text, start, stop):
        if any(c.start <= told.start() < c.end for c in attribution.content):
            continue
        found = _outlet(text, told.end(), cast)
        if found is not None:
            return found
    return None


def _outlet(text: str, at: int, cast: Cast) -> Voice | None:
    described = _OUTLET.match(text, at)
    begin = described.end() if described else at
    article = _ARTICLE.match(text, begin)
    begin = article.end() if article else begin
    name = next(names(text, words(text, begin, min(len(text), begin + 60)), frozenset()), None)
    if name is not None and name.start == begin and (described or _is_outlet(text, name)):
        voice = cast.body(name, "media")
        voice.mentions.add((name.start, name.end))
        return voice
    audience = _AUDIENCE.match(text, at)
    if audience:
        voice = cast.bodies.setdefault("the press", Voice("media", party="media", best=audience.group()))
        voice.mentions.add(audience.span())
        return voice
    return None


def _is_outlet(text: str, name: Name) -> bool:
    if name.sort == "media" or name.words[0].key in {"cnn", "nbc", "abc", "cbs", "bbc", "fox"}:
        return True
    return name.key in speakers.media_names() or bool(_APPOSED.match(text, name.end))
