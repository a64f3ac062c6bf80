"""Who says something, as a form names it -> the speaker of a correction or an addition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from accordingto.records import Kind, Source
from accordingto.serve.pages.deciding_fields import Fields

KINDS: tuple[str, ...] = get_args(Kind)
"""What a speaker can be."""


def speaker_of(fields: Fields, known: Iterable[Source]) -> dict[str, str] | None:
    """The speaker that the fields `speaker` and `speaker_kind` name, None for the outlet itself.

    One that is `known` in the report keeps what is known of it; of another the kind must be told.
    """
    name, kind = fields.text("speaker"), fields.choice("speaker_kind", KINDS)
    if not name:
        return None
    source = next((one for one in known if _plain(one.name) == _plain(name)), None)
    if source is not None and kind in {None, source.kind}:
        told = {"name": source.name, "kind": source.kind, "role": source.role, "affiliation": source.affiliation}
        return {key: value for key, value in told.items() if value}
    if kind is None:
        fields.errors["speaker_kind"] = f"{name!r} has not spoken in this report so far: say what kind of source it is"
        return {"name": name}
    return {"name": name, "kind": kind}


def same_speaker(told: dict[str, Any] | None, now: Source | None) -> bool:
    """Whether the speaker that a form names is the one that it is already."""
    if told is None or now is None:
        return told is None and now is None
    return _plain(told["name"]) == _plain(now.name) and told.get("kind", now.kind) == now.kind


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
