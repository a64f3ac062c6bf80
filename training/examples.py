"""Corpora -> training examples: a text's pieces with the relations that stand in it, as piece numbers."""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from accordingto.tag.windows import Pieces, Window, batch, pieces, windows
from quality import corpora
from quality.corpora import Bounds, Marked, read_brat
from training.network import ROLES


@dataclass(frozen=True)
class Report:
    """A text with one list of attributions for each annotator."""

    name: str
    text: str
    versions: tuple[tuple[Marked, ...], ...]


def polnear(folder: Path) -> list[Report]:
    """The reports of one half of PolNeAR (`folder` holds text/ and attributions/), first annotator first."""
    annotators: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotators[path.stem.rsplit("_", 1)[0]].append(path)
    return [
        Report(
            name=path.stem,
            text=path.read_bytes().decode("utf-8"),
            versions=tuple(read_brat(a) for a in annotators[path.stem]),
        )
        for path in sorted((folder / "text").glob("*.txt"))
        if annotators[path.stem]
    ]


def silver(news: Path, marks: Path) -> list[Report]:
    """News without gold marks, as `training.silver` marked it; `news` holds the texts, `marks` ids and offsets."""
    texts = dict(read_news(news))
    with marks.open("rb") as lines:
        found = [msgspec.json.decode(line, type=Silver) for line in lines]
    return [Report(name=one.id, text=texts[one.id], versions=(one.marks,)) for one in found]


def reviewed(path: Path, texts: Path | None = None) -> list[Report]:
    """What reviewers decided about whole reports, as `accordingto export --format training` wrote it.

    Only reports of which every statement was decided about: elsewhere, what is not marked may be a statement.
    """
    return [Report(name=one.name, text=one.text, versions=(one.marks,)) for one in corpora.reviewed(path, texts)]


def read_news(path: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each report of a gzipped JSONL file, the first of those with one id."""
    seen: set[str] = set()
    with gzip.open(path, "rb") as lines:
        for line in lines:
            one = msgspec.json.decode(line)
            if one["id"] not in seen:
                seen.add(one["id"])
                yield one["id"], one["text"]


class Silver(msgspec.Struct):
    """The attributions that a model found in a text, by the text's id."""

    id: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True)
class Example:
    """A report in pieces; for each annotator its relations as (anchor piece, roles of pieces)."""

    pieces: Pieces
    versions: tuple[tuple[tuple[int, dict[int, int]], ...], ...]


def example(report: Report, tokenizer: Tokenizer) -> Example:
    """Tie each relation to pieces; one without a cue has no anchor and is left out."""
    cut = pieces(report.text, tokenizer)

    def covered(spans: tuple[Bounds, ...]) -> list[int]:
        found: list[int] = []
        for s, e in spans:
            a = int(np.searchsorted(cut.end, s, side="right"))
            b = int(np.searchsorted(cut.start, e, side="left"))
            found += range(a, b)
        return found

    versions = []
    for relations in report.versions:
        tied = []
        for r in relations:
            roles = {i: ROLES.index(role) for role in ("content", "source", "cue") for i in covered(getattr(r, role))}
            cue = covered(r.cue)
            if cue:
                tied.append((cue[0], roles))
        versions.append(tuple(tied))
    return Example(pieces=cut, versions=tuple(versions))


def cut(one: Example, size: int, chance: random.Random | None) -> list[Window]:
    """The example's windows; with `chance`, the first is shorter by a random length, so that epochs differ."""
    if chance is None or len(one.pieces) <= size:
        return list(windows(one.pieces, size, 0))
    lines = np.flatnonzero(np.diff(one.pieces.line, prepend=-1))
    head = int(chance.choice([0, *lines[lines < size].tolist()]))
    tail = Pieces(*(getattr(one.pieces, f)[head:] for f in Pieces.__slots__))
    moved = [
        Window(first=w.first + head, last=w.last + head, own_first=w.own_first + head, own_last=w.own_last + head)
        for w in windows(tail, size, 0)
    ]
    return ([Window(first=0, last=head, own_first=0, own_last=head)] if head else []) + moved


@dataclass(frozen=True)
class Batch:
    """Model inputs with gold answers."""

    inputs: dict[str, Tensor]
    anchors: Tensor
    kinds: Tensor
    row: Tensor
    at: Tensor
    roles: Tensor


def collate(
    some: list[tuple[Example, Window, int]],
    special: tuple[int, int, int, int],
    chance: random.Random | None,
    hide: float,
) -> Batch:
    """Windows (with the number of the annotator to believe) -> a batch.

    With `chance`, a share `hide` of the pieces is masked, and the anchor of a relation is now and then another piece of
    its cue, so that roles can be read from any of them.
    """
    cls, sep, pad, unknown = special
    arrays: list[dict[str, np.ndarray]] = [batch(e.pieces, [w], cls, sep, pad) for e, w, _ in some]
    width = max(a["ids"].shape[1] for a in arrays)
    inputs = {
        name: torch.tensor(
            np.concatenate(
                [
                    np.pad(
                        a[name], ((0, 0), (0, width - a[name].shape[1])), constant_values=pad if name == "ids" else 0
                    )
                    for a in arrays
                ]
            )
        )
        for name in arrays[0]
    }
    anchors = torch.zeros(len(some), width)
    kinds = torch.zeros(len(some), width, dtype=torch.long)
    row, at, roles = [], [], []
    for i, (one, w, version) in enumerate(some):
        for anchor, of in one.versions[version]:
            if not w.first <= anchor < w.last:
                continue
            line = torch.zeros(width, dtype=torch.long)
            for piece, role in of.items():
                if w.first <= piece < w.last:
                    line[piece - w.first + 1] = role
                    kinds[i, piece - w.first + 1] = 2 * role - (of.get(piece - 1) != role)
            anchors[i, anchor - w.first + 1] = 1.0
            place = anchor
            if chance is not None and chance.random() < 0.15:
                cue = [p for p, role in of.items() if role == ROLES.index("cue") and w.first <= p < w.last]
                place = chance.choice(cue or [anchor])
            row.append(i)
            at.append(place - w.first + 1)
            roles.append(line)
    if chance is not None and hide:
        covered = torch.rand(len(some), width) < hide
        covered &= (inputs["mask"] == 1) & (inputs["ids"] != cls) & (inputs["ids"] != sep)
        inputs["ids"][covered] = unknown
    return Batch(
        inputs=inputs,
        anchors=anchors,
        kinds=kinds,
        row=torch.tensor(row, dtype=torch.long),
        at=torch.tensor(at, dtype=torch.long),
        roles=torch.stack(roles) if roles else torch.zeros(0, width, dtype=torch.long),
    )
