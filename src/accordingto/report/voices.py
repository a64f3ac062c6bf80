"""Who speaks in a ledger, which statements are whose, and how much of the text each voice has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from accordingto.records import Attribution, Kind, Ledger, Party
from accordingto.records.base import Record

NOBODY = "nobody named"
_ARTICLE = re.compile(r"(?:the|an|a)\s+", re.IGNORECASE)


class Voice(Record, frozen=True, kw_only=True):
    """One voice of a report, with the ids of its attributions in text order.

    `name` is the speaker's name where the ledger knows the speaker (`known`), else the words that the report uses
    for the source, as they first stand; a voice without any words is `nobody named`. `note` says why a speaker could
    not be tied to a name. `characters` counts the code points, white space left out, of which this voice is the
    innermost one; `share` is their part of the text's.
    """

    name: str
    role: str | None = None
    affiliation: str | None = None
    party: Party | None = None
    kind: Kind | None = None
    note: str | None = None
    known: bool
    named: bool
    attributions: tuple[str, ...]
    characters: int
    share: float


class Account(Record, frozen=True, kw_only=True):
    """All voices of a ledger in the order in which they first speak, and what no voice covers.

    The shares of the voices, `framing` (words of sources and cues, such as "he said") and `own` (all other words:
    the outlet's own) add up to 1, or all are 0 where the text is empty. `voice_of` gives, for an attribution's id,
    the voice's place in `voices`.
    """

    voices: tuple[Voice, ...]
    framing: float
    own: float
    voice_of: Mapping[str, int]


def account(ledger: Ledger) -> Account:
    """The voices of `ledger`: one for each speaker, one for each wording of a source that has no speaker.

    Wordings are one where they differ only in case, white space or a leading article. "He" twice is thus one voice
    even where two men are meant: only a speaker can tell them apart.
    """
    sources = {source.id: source for source in ledger.sources}
    groups: dict[tuple[str, str], list[Attribution]] = {}
    for attribution in in_text_order(ledger.attributions):
        groups.setdefault(_key(attribution), []).append(attribution)
    voice_of = {a.id: place for place, group in enumerate(groups.values()) for a in group}
    counts, framing, total = _innermost(ledger, voice_of, len(groups))
    voices: list[Voice] = []
    for (sort, key), group in groups.items():
        source = sources[key] if sort == "speaker" else None
        words = group[0].source
        place = len(voices)
        voices.append(
            Voice(
                name=source.name if source else " ".join(words.text.split()) if words else NOBODY,
                role=source.role if source else None,
                affiliation=source.affiliation if source else None,
                party=source.party if source else None,
                kind=source.kind if source else None,
                note=source.note if source else None,
                known=source is not None,
                named=source is not None or words is not None,
                attributions=tuple(a.id for a in group),
                characters=counts[place],
                share=counts[place] / total if total else 0.0,
            )
        )
    own = total - framing - sum(counts)
    return Account(
        voices=tuple(voices),
        framing=framing / total if total else 0.0,
        own=own / total if total else 0.0,
        voice_of=MappingProxyType(voice_of),
    )


def in_text_order(attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions by where their content begins; of two that begin together the longer, the outer, comes first."""
    return sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end))


def depths(attributions: tuple[Attribution, ...]) -> dict[str, int]:
    """How deep each attribution is nested: 0 where it is within none.

    A chain of `within` that runs in a circle is cut where it would repeat itself.
    """
    outer = {a.id: a.within for a in attributions}
    depth = {}
    for a in attributions:
        seen = {a.id}
        inside = outer[a.id]
        while inside is not None and inside not in seen:
            seen.add(inside)
            inside = outer[inside]
        depth[a.id] = len(seen) - 1
    return depth


def _key(attribution: Attribution) -> tuple[str, str]:
    """What the attributions of one voice have in common."""
    if attribution.speaker is not None:
        return ("speaker", attribution.speaker)
    if attribution.source is None:
        return ("nobody", "")
    words = " ".join(attribution.source.text.split()).casefold()
    return ("words", _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words)


def _innermost(ledger: Ledger, voice_of: Mapping[str, int], voices: int) -> tuple[list[int], int, int]:
    """Characters of which each voice is the innermost, those of sources and cues outside of them, and all.

    Content is painted from the outermost inwards, so that what is painted last is the innermost.
    """
    text = ledger.document.text
    nobody, framed = -1, -2
    owner = [nobody] * len(text)
    for a in ledger.attributions:
        for span in (a.source, a.cue):
            if span is not None:
                owner[span.start : span.end] = [framed] * (span.end - span.start)
    depth = depths(ledger.attributions)
    for a in sorted(in_text_order(ledger.attributions), key=lambda a: depth[a.id]):
        for span in a.content:
            owner[span.start : span.end] = [voice_of[a.id]] * (span.end - span.start)
    counts = [0] * voices
    framing = total = 0
    for character, place in zip(text, owner, strict=True):
        if character.isspace():
            continue
        total += 1
        if place >= 0:
            counts[place] += 1
        elif place == framed:
            framing += 1
    return counts, framing, total
