"""GUM's documents as text, with the mentions of entities that its coreference layer marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.corpora import Bounds, Corpus, Report, digest, some_reports

GENRES = ("interview", "news")
"""The genres closest to reports."""
_ENTITY = re.compile(r"\((?P<key>\d+)(?:\[[^\]]*\])?-(?P<rest>[^()]*)(?P<closed>\))?|(?P<end>\d+)(?:\[[^\]]*\])?\)")
_MINSPAN = 4
_CELLS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an entity: their bounds, the entity's number, and whether their head is a proper noun."""

    bounds: Bounds
    entity: str
    name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    start: int
    end: int
    proper: bool
    marks: str


def gum(folder: Path, texts: Path) -> Corpus[tuple[Mention, ...]]:
    """The news and interviews of `folder` (CoNLL-U with `Entity=` in MISC); their texts are written into `texts`.

    GUM gives words and whether a blank follows: the text is put together from them, a blank line between paragraphs.
    """
    reports, files = [], []
    for genre in GENRES:
        for path in sorted(folder.glob(f"GUM_{genre}_*.conllu")):
            text, mentions = read_conllu(path.read_text(encoding="utf-8").split("\n"))
            to = texts / f"{path.stem}.txt"
            to.write_text(text, encoding="utf-8")
            reports.append(Report(name=path.stem, path=to, text=text, marks=mentions))
            files.append(path)
    return Corpus(name="gum", digest=digest(files), reports=some_reports(reports, folder))


def read_conllu(lines: Iterable[str]) -> tuple[str, tuple[Mention, ...]]:
    """The text of one CoNLL-U document, and its mentions in the order in which they end."""
    parts: list[str] = []
    tokens: list[_Token] = []
    start, end, gap, inside = 0, 0, "", 0
    for line in lines:
        if line.startswith("# newpar"):
            gap = "\n\n" if parts else ""
        cells = line.split("\t")
        if len(cells) != _CELLS or "." in cells[0]:
            inside = inside if line else 0
            continue
        first, _, last = cells[0].partition("-")
        if int(first) > inside:
            parts += [gap, cells[1]]
            start = end + len(gap)
            end = start + len(cells[1])
            gap = "" if "SpaceAfter=No" in cells[9] else " "
            inside = int(last) if last else 0
        if not last:
            tokens.append(_Token(start=start, end=end, proper=cells[3] == "PROPN", marks=_entity(cells[9])))
    return "".join(parts), tuple(_mentions(tokens))


def _entity(misc: str) -> str:
    return next((cell.removeprefix("Entity=") for cell in misc.split("|") if cell.startswith("Entity=")), "")


def _mentions(tokens: Sequence[_Token]) -> Iterator[Mention]:
    """Each opened bracket with the bracket that closes it."""
    open_now: dict[str, list[tuple[int, int]]] = {}
    for i, token in enumerate(tokens):
        for mark in _ENTITY.finditer(token.marks):
            key = mark["key"] or mark["end"]
            if mark["key"]:
                open_now.setdefault(key, []).append((i, _head(mark["rest"])))
            if (mark["closed"] or mark["end"]) and open_now.get(key):
                first, head = open_now[key].pop()
                proper = tokens[min(first + head, i)].proper
                yield Mention(bounds=(tokens[first].start, token.end), entity=key, name=proper)


def _head(rest: str) -> int:
    """The place of the head in a mention, counted from 0 (`minspan` is the fifth cell behind the number)."""
    cells = rest.split("-")
    minspan = cells[_MINSPAN].split(",")[0] if len(cells) > _MINSPAN else ""
    return int(minspan) - 1 if minspan.isdigit() else 0
