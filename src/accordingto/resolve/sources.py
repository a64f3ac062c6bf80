"""Voices -> Sources: names, roles and mentions as the ledger has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.language.en import word_class
from accordingto.records import Source, Span
from accordingto.resolve.affiliation import affiliation
from accordingto.resolve.voices import Voice
from accordingto.resolve.words import Word, words

_ARTICLE = re.compile(r"\Athe\s+(?=\S)", re.IGNORECASE)
_NAMELESS = "unnamed"
"""What a source is called whose words are nothing but white space."""


def source(key: str, voice: Voice, text: str) -> Source:
    """The Source that a voice becomes, with id `key`."""
    role = _role(voice, text)
    belongs = affiliation(text, [role] if role is not None else voice.roles) if voice.kind == "person" else None
    return Source(
        id=key,
        name=name_of(voice, text),
        kind=voice.kind,
        party="media" if voice.kind == "media" else voice.party,
        role=" ".join(text[role[0] : role[1]].split()) if role else None,
        role_spans=(Span.of(text, *role),) if role else (),
        affiliation=" ".join(text[belongs[0] : belongs[1]].split()) if belongs else None,
        affiliation_spans=(Span.of(text, *belongs),) if belongs else (),
        note=voice.note,
        mentions=tuple(Span.of(text, s, e) for s, e in _mentions(voice)),
    )


def _mentions(voice: Voice) -> list[tuple[int, int]]:
    """The sources of its statements, and its other mentions that are no part of those."""
    out = sorted(voice.spoken)
    held, at, last = sorted(voice.spoken), 0, 0
    for start, end in sorted(voice.mentions - voice.spoken):
        while at < len(held) and held[at][0] <= start:
            last, at = max(last, held[at][1]), at + 1
        if end > last:
            out.append((start, end))
    return sorted(out)


def name_of(voice: Voice, text: str) -> str:
    """The fullest name that the text gives a voice, else its fullest description."""
    if voice.parts:
        return _together([name_of(v, text) for v in voice.parts])
    spans = voice.names
    if not spans and voice.best is not None:
        return _bare(voice.best)
    spans = spans or sorted(voice.mentions | voice.spoken)
    texts = list(filter(None, (" ".join(text[s:e].split()) for s, e in spans)))
    if not texts:
        return _NAMELESS
    best = max(texts, key=lambda t: (len(t.split()), len(t)))
    return _bare(best)


def _bare(name: str) -> str:
    """A name or description without "the"."""
    return _ARTICLE.sub("", name, count=1)


def _together(some: Sequence[str]) -> str:
    return " and ".join((", ".join(some[:-1]), some[-1])) if len(some) > 1 else some[0]


def _role(voice: Voice, text: str) -> tuple[int, int] | None:
    """The fullest description of what a person does; titles such as `Mr.` alone are none."""
    if voice.kind != "person":
        return None
    told = [r for r in voice.roles if any(_tells(w) for w in words(text, *r))]
    return max(told, key=lambda r: (len(text[r[0] : r[1]].split()), -r[0])) if told else None


def _tells(word: Word) -> bool:
    return word.key not in word_class("courtesy") and word.role is not None
