"""What is decided about -> what the fields of its form hold before anybody has changed them."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.records import Ledger
from accordingto.serve.pages.deciding_about import About
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_figure import figure_fields, statement_around
from accordingto.serve.pages.deciding_statement import statement_fields


def entered(about: About, do: str, given: Fields) -> Mapping[str, str]:
    """The fields of the form for doing `do`; `given` are those of the address, such as a place that was selected."""
    if do == "correct" and about.figure:
        return figure_fields(about.figure)
    if do == "correct" and about.statement:
        return statement_fields(about.statement)
    if do == "add" and about.ledger:
        return _selected(about.ledger, given)
    return {name: given.text(name) for name in given.sent}


def _selected(ledger: Ledger, given: Fields) -> dict[str, str]:
    """The fields for adding what stands at the place that was selected, from the code point `start` to `end`."""
    what = "statement" if given.text("what") == "statement" else "figure"
    told = {"what": what, "unit": "people", "stance": "asserts", "manner": "indirect"}
    start, end = given.whole("start"), given.whole("end")
    if start is None or end is None or not start < end <= len(ledger.document.text):
        return told
    words = ledger.document.text[start:end]
    start += len(words) - len(words.lstrip())
    name = "content_0" if what == "statement" else "span"
    told |= {name: words.strip(), f"{name}_at": str(start)}
    around = statement_around(ledger.attributions, start, start + len(words.strip()))
    sources = {source.id: source.name for source in ledger.sources}
    if what == "figure" and around and around.speaker in sources:
        told["speaker"] = sources[around.speaker]
    return told
