"""A figure or statement and the fields that a decision corrects -> the figure or statement as it is now taken."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from accordingto.errors import UnknownTarget
from accordingto.records import Attribution, Figure, Reported, Source, Span, Stated
from accordingto.records.reported import sentence

FIGURE_FIELDS = frozenset(
    {"low", "high", "approx", "vague", "unit", "harm", "who", "group", "age", "sex", "place", "period", "as_of",
     "basis", "since_last", "per", "denied", "speaker", "span", "counted", "harm_words", "place_words", "period_words"}
)  # fmt: skip
"""What a decision can correct in a figure."""
STATEMENT_FIELDS = frozenset({"manner", "stance", "speaker", "source", "cue", "content"})
"""What a decision can correct in a statement."""
_T = TypeVar("_T")


def corrected_figure(one: Reported, changes: dict[str, Any], speaker: Source | None, text: str) -> Reported:
    """The figure with these fields changed; `speaker` is who it is from, looked up already where it changes.

    `text` is the report's, which a new span must quote. Raises UnknownTarget, which names the field, where a value
    does not fit.
    """
    _refuse(changes, FIGURE_FIELDS)
    fields = msgspec.to_builtins(one.figure) | {k: v for k, v in changes.items() if k != "speaker"}
    if "speaker" in changes:
        fields |= {"speaker": speaker.id if speaker else None, "via": []}
    figure = converted(fields, Figure)
    must_quote(figure.spans, text)
    via = () if "speaker" in changes else one.via
    around = sentence(text, figure.span) if "span" in changes else one.sentence
    return msgspec.structs.replace(one, figure=figure, speaker=speaker, via=via, sentence=around)


def corrected_statement(one: Stated, changes: dict[str, Any], speaker: Source | None, text: str) -> Stated:
    """The statement with these fields changed; otherwise as `corrected_figure`."""
    _refuse(changes, STATEMENT_FIELDS)
    fields = msgspec.to_builtins(one.attribution) | changes
    fields["speaker"] = speaker.id if speaker else None
    attribution = converted(fields, Attribution)
    must_quote(attribution.spans, text)
    return msgspec.structs.replace(one, attribution=attribution, speaker=speaker)


def new_speaker(value: object, *, id_: str) -> Source | None:
    """The speaker that a correction names: None for the outlet itself, else `{"name": …, "kind": …}`."""
    if value is None:
        return None
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise UnknownTarget('speaker: give null for the outlet itself, or {"name": "WHO", "kind": "organisation"}')
    return converted({"kind": "organisation"} | value | {"id": id_, "mentions": []}, Source)


def converted(fields: dict[str, Any], type_: type[_T]) -> _T:
    """A record of these fields; raises UnknownTarget where they make none."""
    try:
        return msgspec.convert(fields, type_)
    except (msgspec.ValidationError, ValueError) as error:
        raise UnknownTarget(f"the corrected value does not fit: {error}") from None


def must_quote(spans: tuple[Span, ...], text: str) -> None:
    """Raises UnknownTarget where a span is not what stands in the text."""
    for span in spans:
        if not span.quotes(text):
            raise UnknownTarget(
                f"at {span.start}..{span.end} the report does not say {span.text!r}: offsets count code points"
            )


def _refuse(changes: dict[str, Any], fields: frozenset[str]) -> None:
    unknown = sorted(set(changes) - fields)
    known = ", ".join(sorted(fields))
    if not changes:
        raise UnknownTarget(f"a correction needs the field that it corrects: give some of {known}")
    if unknown:
        raise UnknownTarget(f"{', '.join(map(repr, unknown))} cannot be corrected here: give some of {known}")
