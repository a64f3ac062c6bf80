"""Where the development data lies, what its files say, and the digest that pins them.

The data is not in the repository: it lies in the folder that ACCORDINGTO_SHARED names, else in `../shared` beside it.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

Bounds = tuple[int, int]
M = TypeVar("M")

_REPOSITORY = Path(__file__).resolve().parent.parent
_TEXT_BOUND = re.compile(r"T\d+")
_EVENT = re.compile(r"E\d+")
_ROLES = ("source", "cue", "content")


class NoCorpus(Exception):
    """The development data is not where it was looked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Marked:
    """One attribution as code point bounds, whoever marked it; a role without words is empty."""

    source: tuple[Bounds, ...]
    cue: tuple[Bounds, ...]
    content: tuple[Bounds, ...]


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A span of a gold report by its words and the offset they stand at."""

    text: str
    at: int


GoldSpan = Quote | Bounds | None


class GoldAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution of a gold report; keys as in the gold guidelines, its spans as the file has them."""

    source: GoldSpan
    content: tuple[GoldSpan, ...]
    speaker: str | None
    manner: str
    stance: str
    kind: str
    within: int | str | None


class GoldFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a gold report; `text` is its span."""

    text: GoldSpan
    low: float | None
    high: float | None
    unit: str | None
    harm: str | None
    speaker: str | None
    period: str | None


class GoldDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date of a gold report; `text` is its span."""

    text: GoldSpan
    value: str | None


class GoldMarks(msgspec.Struct, frozen=True, kw_only=True):
    """All that one gold report marks."""

    attributions: tuple[GoldAttribution, ...]
    figures: tuple[GoldFigure, ...]
    dates: tuple[GoldDate, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Report(Generic[M]):
    """A report with its gold marks: `tuple[Marked, ...]` in PolNeAR, `GoldMarks` in the gold reports."""

    name: str
    path: Path
    text: str
    marks: M


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus(Generic[M]):
    """Reports in the order of their names, and the sha256 over the names and bytes of all files they come from."""

    name: str
    digest: str
    reports: tuple[Report[M], ...]


def shared() -> Path:
    """The folder of the shared data; raises NoCorpus where there is none."""
    folder = Path(os.environ.get("ACCORDINGTO_SHARED") or _REPOSITORY.parent / "shared")
    if not (folder / "data").is_dir():
        raise NoCorpus(
            f"no development data at {folder}: set ACCORDINGTO_SHARED to the folder that holds data/ and gold/"
        )
    return folder


def polnear(split: Path) -> Corpus[tuple[Marked, ...]]:
    """The reports of one part of PolNeAR: `split` holds text/ and attributions/; the first annotator is the gold.

    A text that nobody annotated is left out. Texts are the files' bytes decoded as UTF-8, nothing else.
    """
    reports, files = [], []
    for path in sorted((split / "text").glob("*.txt")):
        versions = sorted((split / "attributions").glob(f"{_literally(path.stem)}_*.ann"))
        if versions:
            text = path.read_bytes().decode("utf-8")
            reports.append(Report(name=path.stem, path=path, text=text, marks=read_brat(versions[0])))
            files += [path, versions[0]]
    return Corpus(name="polnear-dev", digest=digest(files), reports=some_reports(reports, split))


def gold(folder: Path) -> Corpus[GoldMarks]:
    """The gold reports: `folder` holds reports/NAME.json and texts/NAME.txt."""
    reports, files = [], []
    for marks in sorted((folder / "reports").glob("*.json")):
        path = folder / "texts" / f"{marks.stem}.txt"
        decoded = msgspec.json.decode(marks.read_bytes(), type=GoldMarks)
        reports.append(Report(name=marks.stem, path=path, text=path.read_text(encoding="utf-8"), marks=decoded))
        files += [path, marks]
    return Corpus(name="gold", digest=digest(files), reports=some_reports(reports, folder))


def digest(files: Iterable[Path]) -> str:
    """The sha256, in hex, over names and bytes of `files` in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.name):
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


class _Marks(msgspec.Struct):
    """The spans of a statement; its other fields are passed over."""

    source: Bounds | None
    cue: Bounds | None
    content: tuple[Bounds, ...]


class _Statement(msgspec.Struct):
    """A statement that a reviewer has seen, or not yet."""

    verdict: str
    marks: _Marks


class _Lesson(msgspec.Struct):
    """A line of what `accordingto export --format training` writes, as far as attributions are learnt from it."""

    version: int
    id: str
    text_sha256: str
    all_statements: bool
    statements: tuple[_Statement, ...]
    text: str | None = None


def reviewed(path: Path, texts: Path | None = None, *, whole: bool = True) -> tuple[Report[tuple[Marked, ...]], ...]:
    """The reports of an export of reviewed casebooks, marked as the reviewers left them.

    A text that is not in its line is read from `texts`, a folder that holds it as the first 16 digits of the report's
    id and `.txt`, as the export for brat writes it. Rejected statements are not marked; with `whole`, reports with
    statements that nobody has decided about are left out, else these are marked as they were read. Raises NoCorpus
    where a text is missing or another one.
    """
    out = []
    for line in path.read_bytes().splitlines():
        one = msgspec.json.decode(line, type=_Lesson)
        if one.version != 1:
            raise NoCorpus(f"{path}: version {one.version} is not known: export it anew")
        if whole and not one.all_statements:
            continue
        text = _text_of(one, path, texts)
        marks = tuple(_marked(s.marks) for s in one.statements if s.verdict != "rejected")
        out.append(Report(name=one.id, path=path, text=text, marks=marks))
    return tuple(out)


def _text_of(one: _Lesson, path: Path, texts: Path | None) -> str:
    text = one.text
    if text is None:
        beside = None if texts is None else texts / f"{one.id[:16]}.txt"
        if beside is None or not beside.is_file():
            raise NoCorpus(f"{path}: the text of {one.id} is not in it: export --with-text, or name the texts' folder")
        text = beside.read_bytes().decode("utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != one.text_sha256:
        raise NoCorpus(f"{path}: the text of {one.id} is another one: its offsets do not hold")
    return text


def _marked(marks: _Marks) -> Marked:
    source, cue = (() if bounds is None else (bounds,) for bounds in (marks.source, marks.cue))
    return Marked(source=source, cue=cue, content=marks.content)


def read_brat(path: Path) -> tuple[Marked, ...]:
    """The attributions of one brat standoff file; a span's parts, and spans that share a role, are joined."""
    parts: dict[str, list[Bounds]] = {}
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, *cells = line.split("\t")
        if _TEXT_BOUND.fullmatch(key) and cells and " " in cells[0]:
            _, _, offsets = cells[0].partition(" ")
            parts[key] = [_pair(part) for part in offsets.split(";")]
        elif _EVENT.fullmatch(key) and cells:
            roles: dict[str, list[Bounds]] = {role: [] for role in _ROLES}
            for argument in cells[0].split():
                role, _, target = argument.partition(":")
                roles.get(role.rstrip("0123456789").lower(), []).extend(parts.get(target, []))
            out.append(Marked(**{role: tuple(found) for role, found in roles.items()}))
    return tuple(out)


def gold_bounds(span: GoldSpan) -> tuple[Bounds, ...]:
    """A span of a gold report as bounds: one pair, or none where there is no span."""
    if span is None:
        return ()
    if isinstance(span, Quote):
        return ((span.at, span.at + len(span.text)),)
    return (span,)


def _pair(part: str) -> Bounds:
    start, end = part.split()
    return int(start), int(end)


def _literally(stem: str) -> str:
    """`stem` as a glob pattern that matches itself only: names in the corpora have brackets."""
    return re.sub(r"([*?[])", r"[\1]", stem)


def some_reports(reports: Sequence[Report[M]], folder: Path) -> tuple[Report[M], ...]:
    """The reports as they are kept; raises NoCorpus where there are none in `folder`."""
    if not reports:
        raise NoCorpus(f"no annotated reports in {folder}")
    return tuple(reports)
