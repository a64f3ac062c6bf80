"""Register files -> their rows, publishers and promises of completeness, each checked, with errors that name the place.

A file is TOML or JSON of one form: lists of `publisher`, `row` and `complete`, and what holds for all of its rows
(`conflict`, `place_names`).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from accordingto.errors import RegisterError
from accordingto.register.rows import Complete, Publisher, Row

Entry = TypeVar("Entry", Publisher, Row, Complete)
_OF_ALL_ROWS = ("conflict", "place_names")
_KEYS = frozenset((*_OF_ALL_ROWS, "publisher", "row", "complete"))
_FIELD = re.compile(r" - at `\$\.?([^`]*)`$")


@dataclass(slots=True)
class Entries:
    """What the files hold, in the order read, and in which file each publisher and row stands."""

    publishers: dict[str, Publisher] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    complete: list[Complete] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def shipped() -> list[Traversable]:
    """The files that come with the program, publishers first."""
    folder = resources.files("accordingto.register").joinpath("data")
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return sorted(found, key=lambda f: f.name != "publishers.toml")


def found(paths: Iterable[str | Path]) -> list[Path]:
    """The register files that `paths` stand for: a folder for the TOML and JSON files right in it, sorted."""
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix in (".toml", ".json"))
            if not inside:
                raise RegisterError(f"{path}: no .toml or .json file is in this folder")
            files += inside
        elif path.exists():
            files.append(path)
        else:
            raise RegisterError(f"{path}: there is no such file or folder")
    return files


def load(files: Iterable[Traversable]) -> Entries:
    """The entries of the files together; raises RegisterError naming file, id and field of the first that is wrong.

    A publisher that a later file gives again gains its names; a row's id may stand once only.
    """
    entries = Entries()
    for file in files:
        _one(file, entries)
    _lead_somewhere(entries)
    return entries


def _one(file: Traversable, entries: Entries) -> None:
    content = _content(file)
    unknown = sorted(set(content) - _KEYS)
    if unknown:
        raise RegisterError(f"{file.name}: unknown key {unknown[0]!r}; a register file has {', '.join(sorted(_KEYS))}")
    of_all = {key: content[key] for key in _OF_ALL_ROWS if key in content}
    conflict = {key: value for key, value in of_all.items() if key == "conflict"}
    for raw in _list(file, content, "publisher"):
        publisher = _entry(file, "publisher", raw, Publisher)
        known = entries.publishers.get(publisher.id)
        names = tuple(dict.fromkeys((*(known.names if known else ()), *publisher.names)))
        entries.publishers[publisher.id] = Publisher(id=publisher.id, names=names)
        entries.files.setdefault(f"publisher {publisher.id}", file.name)
    for raw in _list(file, content, "row"):
        row = _entry(file, "row", {**of_all, **raw}, Row)
        if row.id in entries.rows:
            there = entries.files[f"row {row.id}"]
            raise RegisterError(
                f"{file.name}: row {row.id!r}: id: {there} has a row of this id already; choose another"
            )
        entries.rows[row.id] = row
        entries.files[f"row {row.id}"] = file.name
    for raw in _list(file, content, "complete"):
        promise = _entry(file, "complete", {**conflict, **raw}, Complete)
        entries.complete.append(promise)
        entries.files[f"complete {promise.publisher}"] = file.name


def _content(file: Traversable) -> Mapping[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        content = json.loads(text) if file.name.endswith(".json") else tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise RegisterError(f"{file.name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except ValueError as error:
        raise RegisterError(f"{file.name}: {error}") from error
    if not isinstance(content, dict):
        raise RegisterError(f"{file.name}: holds a {type(content).__name__}, and should hold an object with rows")
    return content


def _list(file: Traversable, content: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    given = content.get(key, [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise RegisterError(f"{file.name}: {key}: write each as [[{key}]] (TOML) or as a list of objects (JSON)")
    return given


def _entry(file: Traversable, kind: str, raw: Mapping[str, Any], of: type[Entry]) -> Entry:
    try:
        return msgspec.convert(raw, of)
    except msgspec.ValidationError as error:
        said = str(error)
        place = _FIELD.search(said)
        where = f"{place.group(1)}: " if place and place.group(1) else ""
        name = raw.get("id", raw.get("publisher", "without id"))
        raise RegisterError(f"{file.name}: {kind} {name!r}: {where}{_FIELD.sub('', said)}") from error


def _lead_somewhere(entries: Entries) -> None:
    """Every id that a row or a promise names must be there, and no chain of rows may come back to its start."""
    for row in entries.rows.values():
        where = f"{entries.files[f'row {row.id}']}: row {row.id!r}"
        for key, names in (("publishers", row.publishers), ("derived_from", [d.publisher for d in row.derived_from])):
            lost = [n for n in names if n not in entries.publishers]
            if lost:
                raise RegisterError(f"{where}: {key}: no publisher has the id {lost[0]!r}; add a [[publisher]]")
        for key in ("supersedes", "part_of"):
            _no_circle(entries.rows, row, key, where)
    for promise in entries.complete:
        if promise.publisher not in entries.publishers:
            where = entries.files[f"complete {promise.publisher}"]
            raise RegisterError(f"{where}: complete: publisher: no publisher has the id {promise.publisher!r}")


def _no_circle(rows: Mapping[str, Row], row: Row, key: str, where: str) -> None:
    seen = {row.id}
    now: str | None = getattr(row, key)
    while now is not None:
        if now not in rows:
            raise RegisterError(f"{where}: {key}: there is no row {now!r}")
        if now in seen:
            raise RegisterError(f"{where}: {key}: leads back to {now!r} in a circle")
        seen.add(now)
        now = getattr(rows[now], key)
