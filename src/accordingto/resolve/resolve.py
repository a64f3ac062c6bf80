"""Attributions -> the Sources behind them, and the attributions with their speakers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from accordingto.records import Attribution, Document, Reading, Source
from accordingto.resolve.discourse import Discourse
from accordingto.resolve.medium import medium
from accordingto.resolve.sources import source
from accordingto.resolve.voices import Voice


def resolve(
    document: Document, reading: Reading, attributions: Sequence[Attribution]
) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
    """The sources of `document` in the order in which they first speak, and its attributions with `speaker` and `to`.

    Sources have the ids `s1`, `s2` and so on. Every attribution with a source has a speaker; one without has a speaker
    where its cue is a noun for hearsay (`the rumours`), or where it is a free quotation, whose speaker is the last one.
    """
    del reading
    discourse = Discourse(document, attributions)
    voices = discourse.run()
    media = _media(discourse, voices)
    numbers: dict[int, tuple[str, Voice]] = {}
    for attribution in discourse.order:
        for voice in (voices[attribution.id], media.get(attribution.id)):
            if voice is not None and id(voice) not in numbers:
                numbers[id(voice)] = (f"s{len(numbers) + 1}", voice)

    def key(voice: Voice | None) -> str | None:
        return None if voice is None else numbers[id(voice)][0]

    given = tuple(msgspec.structs.replace(a, speaker=key(voices[a.id]), to=key(media.get(a.id))) for a in attributions)
    return tuple(source(k, v, document.text) for k, v in numbers.values()), given


def _media(discourse: Discourse, voices: dict[str, Voice | None]) -> dict[str, Voice]:
    """The outlet that each attribution's source spoke to; it holds on while the same voice goes on speaking."""
    found: dict[str, Voice] = {}
    speaking: Voice | None = None
    to: Voice | None = None
    for attribution in discourse.order:
        if attribution.within is not None:
            continue
        voice = voices[attribution.id]
        own = medium(discourse.text, attribution, discourse.cast)
        if voice is not speaking:
            to = None
        speaking, to = voice, own or to
        if to is not None and to is not voice:
            found[attribution.id] = to
    return found
