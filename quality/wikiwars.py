"""Ledgers against WikiWars, histories with TIMEX3 expressions: found and valued. In per cent.

Scored as TempEval and HeidelTime do (Strötgen and Gertz 2013): relaxed, two extents match where they share a
character; strict, where they are the same, but for a "the"; value F1 counts the relaxed matches with the right value.
Matches are one to one. WikiWars marks the two ends of an interval (`1939-1945`) as two expressions, a ledger gives it
as one: it is cut in two before.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from accordingto.records import Date, Ledger
from quality.corpora import Bounds, Corpus, Report, digest
from quality.overlap import f1, percent
from quality.timex import comparable, edtf

_TIMEX = re.compile(r"<TIMEX3 [^>]*?\bvalue=\"(?P<value>[^\"]*)\"[^>]*>|</TIMEX3>|<[^>]*>|&\w+;")
_BODY = re.compile(r"<TEXT>\n?(.*)</TEXT>", re.DOTALL)
_CONNECTOR = re.compile(r"\s*[-–—/]\s*|\s+(?:and|to|until|till|through)\s+")
_THE = re.compile(r"the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of WikiWars: its bounds in the text without tags, and its TIMEX3 value."""

    bounds: Bounds
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a ledger as WikiWars would mark it."""

    bounds: Bounds
    value: str | None


def corpus(folder: Path) -> Corpus[tuple[Timex, ...]]:
    """The histories of a folder of TimeML files."""
    files = sorted(folder.glob("*.tml"))
    reports = []
    for path in files:
        text, marks = parse(path.read_text(encoding="utf-8"))
        reports.append(Report(name=path.stem, path=path, text=text, marks=marks))
    return Corpus(name="wikiwars", digest=digest(files), reports=tuple(reports))


def parse(source: str) -> tuple[str, tuple[Timex, ...]]:
    """The text of a TimeML file without its tags, and its expressions."""
    body = _BODY.search(source)
    content = body[1] if body else ""
    pieces: list[str] = []
    size, at, opened, marks = 0, 0, (0, ""), []
    for tag in _TIMEX.finditer(content):
        plain = content[at : tag.start()] + (html.unescape(tag.group()) if tag.group().startswith("&") else "")
        pieces.append(plain)
        size, at = size + len(plain), tag.end()
        if tag["value"] is not None:
            opened = (size, tag["value"])
        elif tag.group() == "</TIMEX3>":
            marks.append(Timex((opened[0], size), opened[1]))
    pieces.append(content[at:])
    return "".join(pieces), tuple(marks)


def as_text(of: Corpus[tuple[Timex, ...]], folder: Path) -> list[Report[tuple[Timex, ...]]]:
    """The histories written into `folder` as plain text, for a reader to read."""
    out = []
    for report in of.reports:
        path = folder / f"{report.name}.txt"
        path.write_text(report.text, encoding="utf-8")
        out.append(Report(name=report.name, path=path, text=report.text, marks=report.marks))
    return out


def score(of: Corpus[tuple[Timex, ...]], ledgers: Mapping[str, Ledger]) -> dict[str, float]:
    """All measures over the histories, by name; a history without a ledger counts as one without dates."""
    c: Counter[str] = Counter()
    for report in of.reports:
        ledger = ledgers.get(report.name)
        c += count(report, ledger.dates if ledger and ledger.document.text == report.text else ())
    return {
        "TIMEX: found (relaxed) F1": f1(c["found"], c["pred"], c["gold"]),
        "TIMEX: found (relaxed) precision": percent(c["found"], c["pred"]),
        "TIMEX: found (relaxed) recall": percent(c["found"], c["gold"]),
        "TIMEX: found (strict) F1": f1(c["strict"], c["pred"], c["gold"]),
        "TIMEX: value F1": f1(c["value"], c["pred"], c["gold"]),
    }


def count(report: Report[tuple[Timex, ...]], dates: tuple[Date, ...]) -> Counter[str]:
    """What was found and right in one history."""
    found = [part for one in dates for part in cut(one)]
    c = Counter({"gold": len(report.marks), "pred": len(found)})
    for gold, pred in matched(report.marks, found):
        c["found"] += 1
        c["strict"] += _core(report.text, gold.bounds) == _core(report.text, pred.bounds)
        c["value"] += comparable(pred.value) in edtf(gold.value)
    return c


def cut(one: Date) -> Iterator[Found]:
    """The expression itself, or the two ends of an interval that the text names."""
    value = (one.value or "").removesuffix("/..") or None  # "from 1968 onward": WikiWars marks the year
    ends = (value or "").split("/")
    connectors = list(_CONNECTOR.finditer(one.span.text))
    if one.type != "interval" or len(ends) != 2 or not connectors:
        yield Found((one.span.start, one.span.end), value)
        return
    at = connectors[len(connectors) // 2]
    yield Found((one.span.start, one.span.start + at.start()), ends[0])
    yield Found((one.span.start + at.end(), one.span.end), ends[1])


def matched(gold: tuple[Timex, ...], pred: list[Found]) -> Iterator[tuple[Timex, Found]]:
    """Pairs one to one that share a character, in the order of the text."""
    at = 0
    for mark in gold:
        while at < len(pred) and pred[at].bounds[1] <= mark.bounds[0]:
            at += 1
        if at < len(pred) and pred[at].bounds[0] < mark.bounds[1]:
            yield mark, pred[at]
            at += 1


def _core(text: str, bounds: Bounds) -> Bounds:
    start, end = bounds
    the = _THE.match(text, start, end)
    return (the.end() if the else start), end
