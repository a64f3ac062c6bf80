"""The JSON Schema of a register file, made from the records.

`python -m accordingto.register.schema` writes it to `register-1.schema.json` beside this file.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from accordingto.records.base import Record
from accordingto.register.rows import Complete, Publisher, Row

FILE_NAME = "register-1.schema.json"


class RegisterFile(Record, frozen=True, kw_only=True):
    """One file of the register, in TOML or JSON."""

    conflict: str | None = None
    place_names: tuple[str, ...] = ()
    publisher: tuple[Publisher, ...] = ()
    row: tuple[Row, ...] = ()
    complete: tuple[Complete, ...] = ()


_OF_FILE = ("conflict", "place_names")
"""What may stand once for the whole file in place of in each row."""

# What each key holds, by record and field. The records say the same in their docstrings; a schema's reader has none.
_FIELDS: dict[str, dict[str, str]] = {
    "RegisterFile": {
        "conflict": "Conflict of every row and promise of this file that names none.",
        "place_names": "Other names of the place, for every row of this file that has none.",
        "publisher": "Who publishes, and the names by which reports cite them.",
        "row": "Published figures.",
        "complete": "Promises that the register holds all figures of a publisher.",
    },
    "Publisher": {
        "id": "Identifier, by which rows name the publisher.",
        "names": "Names by which reports cite it, the fullest first. One all in capitals is found in capitals only.",
    },
    "Row": {
        "id": "Identifier, once in all files.",
        "conflict": "Short name of the conflict.",
        "publishers": "Ids of the publishers that a report may cite for this figure.",
        "measure": "What befell the people counted.",
        "cause": "Which deaths count, or null.",
        "basis": "How the number came about, or null.",
        "population": "Who is counted.",
        "place": "Where it happened.",
        "place_names": "Other names of the place.",
        "place_excludes": "Parts of the place that are left out.",
        "period": "When it happened, in EDTF, or null.",
        "as_of": "Day up to which was counted, in EDTF, or null.",
        "published": "When it came out, in EDTF, or null.",
        "statistic": "What sort of number it is; it says which of point, low and high are needed.",
        "point": "The figure itself, or null.",
        "low": "Lower end of the interval, or the minimum, or null.",
        "high": "Upper end of the interval, or the maximum, or null.",
        "interval": "Kind of the interval from low to high, or null.",
        "citation": "Where the figure stands.",
        "supersedes": "Id of the row that this one replaces, or null.",
        "supersedes_as": "Whether it corrects that row or counts on, or null.",
        "part_of": "Id of the row whose number this one is a part of, or null.",
        "parts": "Whether the parts sum to this number, are some of them, or differ from it; null without parts.",
        "discrepancy": "By how much the parts differ from the whole (parts less whole), or null.",
        "derived_from": "Publishers on whose count this figure rests.",
        "status": "How the row was checked. An unverified row is listed and never used.",
        "evidence": "What was read, and where.",
        "note": "What else must be known of it, or null.",
    },
    "Population": {
        "who": "Civilians, combatants or all, or null.",
        "nationality": "ISO 3166-1 alpha-2 code, or null.",
        "group": "The source's words for them, or null.",
        "age": "Age class, or null.",
        "sex": "Sex, or null.",
        "terms": "Words by which reports name these people.",
        "excludes": "Whom the source leaves out.",
    },
    "Place": {"name": "Name of the place.", "country": "ISO 3166-1 alpha-2 code of its country, or null."},
    "Citation": {"title": "Author, title, place in it.", "doi": "DOI, or null.", "url": "Address, or null."},
    "Derivation": {
        "publisher": "Id of the publisher on whose count it rests.",
        "status": "How that was checked. An unverified one is never used.",
    },
    "Complete": {
        "publisher": "Id of the publisher.",
        "conflict": "Short name of the conflict.",
        "measure": "The measure for which the register is complete.",
        "at_least": "The promise holds for figures of at least this many.",
    },
}


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a register file. Raises KeyError where a field has no description here."""
    _, parts = msgspec.json.schema_components([RegisterFile], ref_template="#/$defs/{name}")
    for name, part in parts.items():
        for field, value in part["properties"].items():
            value["description"] = _FIELDS[name][field]
        if name in ("Row", "Complete"):
            part["required"] = [field for field in part["required"] if field not in _OF_FILE]
    whole = parts.pop("RegisterFile")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:accordingto:register:1",
        **whole,
        "$defs": dict(sorted(parts.items())),
    }


def schema_text() -> str:
    """The schema as the file holds it: indented by two, with a line break at its end."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def committed() -> str:
    """The text of the schema file that ships with the package."""
    return files("accordingto.register").joinpath(FILE_NAME).read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(__file__).with_name(FILE_NAME).write_text(schema_text(), encoding="utf-8")
