"""A statement <-> the fields of its form."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from accordingto.records import Ledger, Manner, Stance, Stated
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_spans import span_of, spans_of
from accordingto.serve.pages.deciding_voice import same_speaker, speaker_of

CHOICES: dict[str, tuple[str, ...]] = {"stance": get_args(Stance), "manner": get_args(Manner)}


def statement_fields(one: Stated) -> dict[str, str]:
    """What the fields of the form say of a statement as it is taken; what is missing here is empty."""
    attribution = one.attribution
    told: dict[str, object] = {"stance": attribution.stance, "manner": attribution.manner}
    for name, span in (("source", attribution.source), ("cue", attribution.cue)):
        if span:
            told |= {name: span.text, f"{name}_at": span.start}
    for number, span in enumerate(attribution.content):
        told |= {f"content_{number}": span.text, f"content_{number}_at": span.start}
    if one.speaker:
        told["speaker"] = one.speaker.name
    return {name: str(value) for name, value in told.items()}


def statement_changes(fields: Fields, one: Stated, ledger: Ledger) -> dict[str, Any]:
    """The fields of a correction: those in which the form differs from the statement as it is taken."""
    now = msgspec.to_builtins(one.attribution)
    now["content"] = list(now["content"])
    told = _told(fields, ledger, one)
    changes = {name: value for name, value in told.items() if value != now[name]}
    speaker = speaker_of(fields, ledger.sources)
    if not same_speaker(speaker, one.speaker):
        changes["speaker"] = speaker
    return changes


def new_statement(fields: Fields, ledger: Ledger) -> dict[str, Any]:
    """What adds a statement that the program missed: `Casebook.decide` takes it for `add`."""
    return {"statement": _told(fields, ledger, None), "speaker": speaker_of(fields, ledger.sources)}


def _told(fields: Fields, ledger: Ledger, now: Stated | None) -> dict[str, Any]:
    """The values of all fields but the speaker, as a statement's record has them."""
    text = ledger.document.text
    was = now.attribution if now else None
    told: dict[str, Any] = {name: fields.choice(name, choices) for name, choices in CHOICES.items()}
    for name in CHOICES:
        if told[name] is None:
            fields.errors.setdefault(name, f"choose the {name}")
    told["source"] = span_of(fields, "source", text, near=was.source if was else None)
    told["cue"] = span_of(fields, "cue", text, near=was.cue if was else None)
    told["content"] = spans_of(fields, "content", text, near=was.content if was else ())
    if not told["content"] and not any(name.startswith("content") for name in fields.errors):
        fields.errors["content_0"] = "give the words that are said, as they stand in the report"
    pairs = zip(told["content"], told["content"][1:], strict=False)
    if any(one["end"] > other["start"] for one, other in pairs):
        fields.errors["content_0"] = "two parts of what is said overlap: give each word once"
    return told
