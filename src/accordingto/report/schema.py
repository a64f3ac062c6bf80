"""The JSON Schema of a ledger, made from the records.

`python -m accordingto.report.schema` writes it to `ledger-1.schema.json` beside this file.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from accordingto.records import Ledger

FILE_NAME = "ledger-1.schema.json"

# What each key holds, by record and field. The records say the same in their docstrings; a schema's reader has none.
_FIELDS: dict[str, dict[str, str]] = {
    "Ledger": {
        "version": "Version of this form.",
        "document": "The report as it was read.",
        "sources": "Everybody who speaks in the report.",
        "attributions": "Every attributed statement.",
        "figures": "Every number that the report states about people, money or things.",
        "dates": "Every calendar expression.",
        "narration": "The sentences and clauses that no attribution covers: the outlet's own word.",
        "checks": "What does not fit, inside the report or against the record.",
        "reader": "The program and the model that made this ledger.",
    },
    "Document": {
        "id": "sha256 of the raw bytes, in hex.",
        "title": "Title, or null.",
        "outlet": "Who published the report, or null.",
        "author": "Byline, or null.",
        "published": "When it was published, in EDTF, or null.",
        "retrieved": "When it was fetched, in EDTF, or null.",
        "language": "ISO 639-1 code, or null.",
        "url": "Canonical address, or null.",
        "media_type": "Media type of the raw bytes.",
        "text": "The text, unchanged. Every offset counts its Unicode code points.",
        "notes": "What else was learnt on reading, in words.",
    },
    "Span": {
        "start": "Offset of the first code point.",
        "end": "Offset behind the last code point.",
        "text": "The words that stand there.",
    },
    "Source": {
        "id": "Identifier within this ledger.",
        "name": "Fullest name in the report, or fullest description of a source without a name.",
        "kind": "What sort of source it is.",
        "party": "Side of public life that it speaks from, or null.",
        "role": "Role in the report's own words, or null.",
        "role_spans": "The words of the role.",
        "affiliation": "Affiliation in the report's own words, or null.",
        "affiliation_spans": "The words of the affiliation.",
        "note": "Why it could not be tied to a name, or null.",
        "mentions": "All words that the report uses for this source.",
    },
    "Attribution": {
        "id": "Identifier within this ledger.",
        "source": "The words that name who says it; null where the text names nobody.",
        "cue": "The words that tie source and content; null for a free direct quotation.",
        "content": "What is said, in one or more spans in order.",
        "manner": "Whether all, none or some of the content stands in quotation marks.",
        "stance": "Stance of the source toward the content.",
        "speaker": "Id of the source that speaks, or null.",
        "to": "Id of the source that was spoken to, or null.",
        "within": "Id of the attribution whose content holds this one whole, or null.",
        "confidence": "Chance that a careful reader would mark this statement too (calibrated).",
    },
    "Figure": {
        "id": "Identifier within this ledger.",
        "span": "The words of the figure.",
        "low": "Lowest number meant (inclusive), or null where that end is open.",
        "high": "Highest number meant (inclusive), or null where that end is open.",
        "approx": "Whether the report calls it approximate.",
        "vague": "Whether it is a word such as dozens or hundreds.",
        "unit": "people, a currency code, percent, or the thing counted in the singular.",
        "counted": "Head phrase of what is counted, or null.",
        "harm": "What befell the people counted, or null.",
        "harm_words": "The words that tell the harm, or null.",
        "who": "Whom it counts, or null where the text does not tell.",
        "group": "Nationality or other group of the people counted, in the report's words, or null.",
        "age": "Age class of the people counted, or null.",
        "sex": "Sex of the people counted, or null.",
        "place": "Where what is counted happened, or null.",
        "place_words": "The words that tell where, or null.",
        "period": "When it happened, in EDTF, or null.",
        "period_words": "The words that tell when, or null.",
        "as_of": "The day of the count, in EDTF, or null.",
        "basis": "How the number came about, or null where the text does not tell.",
        "since_last": "Whether it comes on top of an earlier figure.",
        "per": "ISO 8601 duration of a rate, or null.",
        "part_of": "Id of the figure that it is a part or a share of, or null.",
        "attribution": "Id of the attribution that holds the figure, or null for the outlet itself.",
        "speaker": "Id of the source that the figure is from, or null.",
        "via": "Ids of the sources that pass it on, nearest first.",
        "denied": "Whether its source denies the figure.",
        "confidence": "Chance that a careful reader would mark this figure too (calibrated).",
    },
    "Place": {
        "name": "Name of the place.",
        "country": "ISO 3166-1 alpha-2 code of its country, or null.",
    },
    "Date": {
        "span": "The words of the expression.",
        "value": "Value in EDTF, or as an ISO 8601 duration, or null where nothing anchors it.",
        "type": "What sort of expression it is.",
        "note": "Why there is no value, or null.",
    },
    "Check": {
        "code": "Code of the finding.",
        "message": "The finding in a plain sentence.",
        "spans": "The words that it rests on.",
        "figures": "Ids of the figures that it rests on.",
        "register": "Id of the register row that it rests on, or null.",
    },
    "ReaderInfo": {
        "version": "Version of the program.",
        "model": "Name of the model.",
        "model_sha256": "sha256 of the model's file, in hex.",
    },
}

# Invariants that the records check when they are built, where a schema can say them.
_LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("Document", "id"): {"pattern": "^[0-9a-f]{64}$"},
    ("Span", "start"): {"minimum": 0},
    ("Span", "end"): {"minimum": 1},
    ("Span", "text"): {"minLength": 1},
    ("Attribution", "content"): {"minItems": 1},
    ("Attribution", "confidence"): {"minimum": 0, "maximum": 1},
    ("Figure", "confidence"): {"minimum": 0, "maximum": 1},
}


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of what `json_text` gives.

    Every key is required, since every key is written; the records themselves also accept a ledger that leaves out
    keys whose value is the default. Raises KeyError where a field of a record has no description here.
    """
    _, parts = msgspec.json.schema_components([Ledger], ref_template="#/$defs/{name}")
    for name, part in parts.items():
        properties: dict[str, dict[str, Any]] = part["properties"]
        for field, value in properties.items():
            value.pop("default", None)
            value.update(_LIMITS.get((name, field), {}))
            value["description"] = _FIELDS[name][field]
        part["required"] = list(properties)
    ledger = parts.pop("Ledger")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:accordingto:ledger:1",
        **ledger,
        "$defs": dict(sorted(parts.items())),
    }


def schema_text() -> str:
    """The schema as the file holds it: indented by two, with a line break at its end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def committed() -> str:
    """The text of the schema file that ships with the package."""
    return files("accordingto.report").joinpath(FILE_NAME).read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(__file__).with_name(FILE_NAME).write_text(schema_text(), encoding="utf-8")
