"""One contract for every step: its arrow is its function, its records are frozen, its answers are the same."""

from __future__ import annotations

import ast
import inspect
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

import accordingto.attribute
import accordingto.check
import accordingto.compare
import accordingto.count
import accordingto.date
import accordingto.read.inputs
import accordingto.report
import accordingto.resolve
import accordingto.review
import accordingto.tag
import accordingto.toll
from accordingto import records
from accordingto.errors import InvalidRecord
from accordingto.pipeline import Reader
from accordingto.records import Document, Ledger, Span

PACKAGE = Path(accordingto.__file__).parent
READ: ModuleType = __import__("sys").modules["accordingto.read"]


@dataclass(frozen=True)
class Step:
    """A step: its package, its public function, and how to call it on a document and its ledger."""

    package: ModuleType
    function: Callable[..., Any]
    call: Callable[[Reader, Document, Ledger], Any]
    plain: tuple[str, ...] = field(default=())
    """Parameters that are the session, no record."""


def two_reviewers(ledger: Ledger) -> list[records.Decision]:
    """Two people who decide about each figure of a ledger, and do not always agree."""
    told = [(f, by) for f in records.reported(ledger) for by in ("A. Reader", "M. Okafor")]
    return [
        records.Decision(
            number=number,
            target=f"figure:{f.id}",
            kind="reject" if number % 4 == 0 else "accept",
            why="as it stands",
            by=by,
            at="2026-01-05T10:00:00+00:00",
        )
        for number, (f, by) in enumerate(told, 1)
    ]


STEPS = {
    "read": Step(READ, READ.read, lambda _, d, __: READ.read(d.text.encode(), name="x")),
    "tag": Step(accordingto.tag, accordingto.tag.Tagger.tag, lambda r, d, _: r._tagger.tag(d), plain=("self",)),
    "attribute": Step(
        accordingto.attribute,
        accordingto.attribute.attribute,
        lambda r, d, _: accordingto.attribute.attribute(d, r._tagger.tag(d)),
    ),
    "resolve": Step(
        accordingto.resolve,
        accordingto.resolve.resolve,
        lambda r, d, led: accordingto.resolve.resolve(d, r._tagger.tag(d), led.attributions),
    ),
    "toll": Step(
        accordingto.toll,
        accordingto.toll.toll,
        lambda _, __, led: accordingto.toll.toll(
            records.reported(led), accordingto.toll.profile("acled"), harm="killed"
        ),
    ),
    "agreement": Step(
        accordingto.review,
        accordingto.review.agreement,
        lambda _, __, led: accordingto.review.agreement(two_reviewers(led)),
    ),
    "again": Step(
        accordingto.attribute,
        accordingto.attribute.again,
        lambda _, d, led: accordingto.attribute.again(d, led.attributions),
    ),
    "nest": Step(
        accordingto.attribute,
        accordingto.attribute.nest,
        lambda r, d, led: accordingto.attribute.nest(d, led.attributions, r._tagger.tag(d, within=()), floor=0.5),
    ),
    "narration": Step(
        accordingto.attribute,
        accordingto.attribute.narration,
        lambda _, d, led: accordingto.attribute.narration(d, led.attributions),
    ),
    "count": Step(
        accordingto.count,
        accordingto.count.count,
        lambda r, d, led: accordingto.count.count(d, r._tagger.tag(d), led.attributions, led.dates),
    ),
    "date": Step(accordingto.date, accordingto.date.date, lambda _, d, __: accordingto.date.date(d)),
    "check": Step(accordingto.check, accordingto.check.check, lambda _, __, led: accordingto.check.check(led)),
    "compare": Step(
        accordingto.compare,
        accordingto.compare.compare,
        lambda _, __, led: accordingto.compare.compare(records.reported(led)),
    ),
    "terminal": Step(
        accordingto.report,
        accordingto.report.terminal,
        lambda _, __, led: accordingto.report.terminal(led, width=80, colour=True),
    ),
    "page": Step(accordingto.report, accordingto.report.page, lambda _, __, led: accordingto.report.page(led)),
    "json": Step(
        accordingto.report,
        accordingto.report.json_text,
        lambda _, __, led: accordingto.report.json_text(led, indent=None),
    ),
}
ARROWS = (
    "read",
    "tag",
    "attribute",
    "resolve",
    "date",
    "count",
    "check",
    "compare",
    "toll",
    "agreement",
    "terminal",
    "page",
    "json",
)


def shown(annotation: Any) -> str:
    """A type as the arrows write it: `tuple[Attribution, ...]` is `Attribution*`, and a pair is both of its types."""
    if typing.get_origin(annotation) is tuple and Ellipsis not in typing.get_args(annotation):
        return ", ".join(map(shown, typing.get_args(annotation)))
    if typing.get_origin(annotation) in (tuple, Sequence):
        return f"{typing.get_args(annotation)[0].__name__}*"
    return annotation.__name__


@pytest.mark.parametrize("name", ARROWS)
def test_arrow(name):
    """The first line of a step's package is its function's types: what goes in without keywords, what comes out."""
    step = STEPS[name]
    types = typing.get_type_hints(step.function)
    taken = [
        shown(types[p.name])
        for p in inspect.signature(step.function).parameters.values()
        if p.kind is p.POSITIONAL_OR_KEYWORD and p.name not in step.plain
    ]
    assert step.package.__doc__ is not None
    assert step.package.__doc__.splitlines()[0] == f"{', '.join(taken)} -> {shown(types['return'])}"


def test_every_step_is_in_the_table():
    """Each package between `language` and `pipeline` is covered here."""
    folders = {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    below = {"language", "gazetteer", "edtf", "records", "examples", "models"}
    steps = folders - below - {"cli", "serve", "scale", "register", "casebook"}
    assert steps == {s.package.__name__.rpartition(".")[2] for s in STEPS.values()}


@pytest.mark.parametrize("name", STEPS)
def test_deterministic(name, reader, example_document, example):
    """A step gives the same answer each time."""
    call = STEPS[name].call
    assert call(reader, example_document, example) == call(reader, example_document, example)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_leaves_what_it_takes(name, reader, example_document, example):
    """A step changes nothing of what it was given."""
    before = msgspec.json.encode((example_document, example))
    STEPS[name].call(reader, example_document, example)
    assert msgspec.json.encode((example_document, example)) == before


def spans_of(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple | list):
        return [s for v in value for s in spans_of(v)]
    if isinstance(value, msgspec.Struct):
        return [s for f in value.__struct_fields__ for s in spans_of(getattr(value, f))]
    return []


@pytest.mark.parametrize("name", ["tag", "attribute", "resolve", "date", "count", "narration"])
def test_spans_quote_the_text(name, reader, example_document, example):
    """Every span that a step gives quotes the document, and there are some."""
    spans = spans_of(STEPS[name].call(reader, example_document, example))
    assert spans
    assert all(span.quotes(example_document.text) for span in spans)


@pytest.mark.parametrize("name", ["read", "tag", "attribute", "resolve", "date", "count", "narration"])
def test_only_records_travel(name, reader, example_document, example):
    """A step gives a record or a tuple of records, no dict."""
    given = STEPS[name].call(reader, example_document, example)
    found = given if isinstance(given, tuple) else (given,)
    if found and all(isinstance(some, tuple) for some in found):
        found = tuple(record for some in found for record in some)
    assert found
    assert all(isinstance(record, records.base.Record) for record in found)


RECORDS = [r for n in records.__all__ if isinstance(r := getattr(records, n), type) and issubclass(r, msgspec.Struct)]


@pytest.mark.parametrize("record", RECORDS)
def test_records_are_frozen_and_take_keywords_only(record):
    """A record cannot be changed, takes no positional value, and refuses keys it does not know."""
    config = record.__struct_config__
    assert (config.frozen, config.kw_only if hasattr(config, "kw_only") else True) == (True, True)
    assert config.forbid_unknown_fields
    with pytest.raises(TypeError):
        record(*["x"] * len(record.__struct_fields__))


def test_a_record_cannot_be_changed(example):
    """Setting a field of a ledger fails."""
    with pytest.raises(AttributeError):
        example.version = 2


def test_a_ledger_whose_span_misquotes_is_refused(example):
    """A ledger is evidence: JSON in which one character of the text was changed is refused."""
    changed = example.to_json().replace("no soldier within", "ono soldier withi", 1)
    assert changed != example.to_json()
    with pytest.raises(InvalidRecord):
        Ledger.from_json(changed)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_are_small(path):
    """A module has at most 300 lines and says in its docstring what it is about."""
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    assert ast.get_docstring(ast.parse(source))
