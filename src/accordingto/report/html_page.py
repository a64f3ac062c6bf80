"""Ledger -> one HTML file."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, FunctionLoader, PrefixLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from accordingto.records import Ledger
from accordingto.report import wording
from accordingto.report.chains import Chains, drawn
from accordingto.report.figure_rows import figure_rows
from accordingto.report.marked_text import marked_blocks, ribbon
from accordingto.report.page_model import Statement, statements_of, voices_of
from accordingto.report.page_parts import anchors_of, dates_of, figures_of, findings_of, harms_of, plots_of
from accordingto.report.timeline import timeline
from accordingto.report.voices import account

# An HTML parser ends a script element at "</script" and starts a comment at "<!--", wherever they stand; and both
# separators end a line in scripts of old. JSON can write each of them by its code.
_IN_SCRIPT = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


class Beside(NamedTuple):
    """What a report's page shows of the casebook that it belongs to.

    `name` and `home` are the casebook's name and its page's address, `trail` the names and addresses of its lists.
    `contests` are address, subject, sum, and the figures (by their numbers, from 1) of each contest that holds figures
    of this report; `voices` are address and name of those who speak in it.
    """

    name: str
    home: str
    trail: tuple[tuple[str, str], ...] = ()
    contests: tuple[tuple[str, str, str, tuple[int, ...]], ...] = ()
    voices: tuple[tuple[str, str], ...] = ()


class To(NamedTuple):
    """Where the marks of the text lead: the addresses of a statement and of a figure, less their number."""

    statement: str = "#s"
    figure: str = "#fig"


def page(ledger: Ledger, *, beside: Beside | None = None) -> str:
    """The ledger as a page that stands alone: no address is fetched, and its own policy forbids any.

    The text of the report stands in elements of class `para`; their words (class `w`) and gaps, put together, are
    `document.text`, save that HTML cannot hold U+0000 and shows U+FFFD instead. The element `ledger` holds the whole
    ledger as JSON, version 1. `beside` links the page with those of a casebook.
    """
    style, script = data_file("page.css"), data_file("page.js")
    return _template().render(
        style=style, script=script, style_hash=csp_hash(style), script_hash=csp_hash(script),
        json=ledger.to_json().translate(_IN_SCRIPT), **shown_parts(ledger, beside=beside),
    )  # fmt: skip


HERE = To()
"""On a page that stands alone they lead to its own lists."""


def shown_parts(ledger: Ledger, *, beside: Beside | None = None, to: To = HERE) -> dict[str, Any]:
    """What the partial templates of a report (`report/…`, see `parts_loader`) show of a ledger."""
    the_account = account(ledger)
    chains = Chains(ledger, the_account)
    statements = statements_of(ledger, the_account, chains)
    rows = figure_rows(ledger, the_account, chains)
    findings = findings_of(ledger, rows)
    figures = figures_of(rows, the_account, findings)
    dates = timeline(ledger, the_account, chains)
    placed, loose = dates_of(dates, the_account)
    by_voice: dict[int, list[Statement]] = {}
    for statement in statements:
        by_voice.setdefault(statement.voice, []).append(statement)
    return {
        "ledger": ledger,
        "beside": beside,
        "to": to,
        "document": ledger.document,
        "account": the_account,
        "voices": voices_of(the_account),
        "statements": statements,
        "by_voice": by_voice,
        "figures": figures,
        "plots": plots_of(figures),
        "harms": harms_of(figures),
        "placed": placed,
        "loose": loose,
        "findings": findings,
        "drawn": drawn,
        "blocks": marked_blocks(ledger, statements, anchors_of(rows, dates, findings)),
        "ribbon": ribbon(ledger, statements),
        "number_of": {statement.id: statement.number for statement in statements},
        "words": wording,
    }


@cache
def data_file(name: str) -> str:
    """A data file of this package, with the line breaks that its hash is taken over."""
    return files("accordingto.report").joinpath(name).read_text(encoding="utf-8")


def parts_loader() -> BaseLoader:
    """The partial templates of a report under `report/`. Their environment must escape, and have the filter `whole`."""
    return PrefixLoader({"report": FunctionLoader(lambda name: data_file(f"parts/{name}"))})


@cache
def _template() -> Template:
    """The page's template: it escapes everything, and fails where a value is missing."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, loader=parts_loader()
    )
    environment.filters["whole"] = whole
    return environment.from_string(data_file("page.html.j2"))


def whole(text: str) -> Markup:
    """Escaped text that an HTML parser gives back as it was: it would turn a bare U+000D into a line feed."""
    return escape(text.replace("\x00", "\ufffd")).replace("\r", Markup("&#13;"))


def csp_hash(content: str) -> str:
    """The hash of an inline element as a content security policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
