"""Document -> Reading: windows, the network, decoding, and relations without doubles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np

from accordingto.models import DEFAULT_MODEL
from accordingto.records import Document, Link, Reading, Span, Tagged
from accordingto.tag.decode import Floats, Run, best_paths, chances, runs
from accordingto.tag.model import Device, Model, Points
from accordingto.tag.windows import Pieces, batch, pieces, windows

SAME_RELATION = 0.5
"""Two relations whose pieces overlap by more than this share (intersection over union) are one, read twice."""
DECODED_TOGETHER = 64
"""So many anchors are decoded side by side: more are hardly quicker, and their scores must stand in memory."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation in pieces of the text: its anchor, the runs of its parts, its raw score from 0 to 1."""

    anchor: int
    parts: tuple[Run, ...]
    score: float

    def covered(self, role: int) -> set[int]:
        """The pieces that have `role`."""
        return {i for run in self.parts if run.role == role for i in range(run.first, run.last)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A piece that begins a cue: the part it is of, its window's first piece, itself, its chance, its role scores."""

    part: int
    first: int
    piece: int
    chance: float
    scores: Floats


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document that was read: where it begins in it, its pieces, its relations."""

    start: int
    cut: Pieces
    relations: list[Relation]


class Tagger:
    """The model, ready to read. `model`, `threads` and `device` as for `accordingto.tag.model.Model`, which raises."""

    def __init__(self, model: str | Path = DEFAULT_MODEL, threads: int | None = None, device: Device = "cpu") -> None:
        self._model = Model(model, threads, device)
        config = self._model.config
        self.name, self.sha256 = config.name, self._model.sha256
        self._step = np.array(config.step, np.float32)
        self._cue_role, self._content = config.roles.index("cue"), config.roles.index("content")

    @property
    def nested_floor(self) -> float:
        """The chance below which a statement read `within` another is not worth giving; 1 where the model has none."""
        nested = self._model.config.nested
        return 1.0 if nested is None else nested.floor

    def tag(self, document: Document, *, within: Sequence[Span] | None = None) -> Reading:
        """The spans and links of `document`, or of the stretches `within` it, each read as a text of its own.

        A cue's score is the chance that its attribution is right (calibrated on development data: apart for what is
        read `within`, and none is where the model was not calibrated for that), a part's score the mean chance of its
        pieces. Never raises on text.
        """
        config = self._model.config
        if within is None:
            return self._reading(document.text, self._read([(document.text, 0)]), config.calibration)
        if config.nested is None:
            return Reading()
        # A window holds one stretch alone: what it gives must not hang on the others.
        parts = self._read((document.text[span.start : span.end], span.start) for span in within)
        return self._reading(document.text, parts, config.nested.calibration)

    def _read(self, stretches: Iterable[tuple[str, int]]) -> list[Part]:
        """Texts, each with its start in the document -> their relations; many anchors are decoded at once."""
        parts: list[Part] = []
        waiting: list[Anchor] = []
        for text, start in stretches:
            cut = pieces(text, self._model.tokenizer)
            parts.append(Part(start, cut, []))
            for anchor in self._anchors(cut, len(parts) - 1):
                waiting.append(anchor)
                if len(waiting) == DECODED_TOGETHER:
                    self._decode(waiting, parts)
                    waiting.clear()
        self._decode(waiting, parts)
        return [replace(part, relations=_without_doubles(part.relations, self._content)) for part in parts]

    def _anchors(self, cut: Pieces, part: int) -> Iterator[Anchor]:
        """The anchors of all windows, each from the window that it is the own part of."""
        config, model = self._model.config, self._model
        waiting = windows(cut, config.window, config.context)
        while some := list(islice(waiting, model.batch)):
            anchors, row, at, scores = model(batch(cut, some, model.cls, model.sep, model.pad))
            for i, (r, a) in enumerate(zip(row.tolist(), at.tolist(), strict=True)):
                w = some[r]
                # The model sees a special piece before the first one of a window, so places in it are one further.
                if w.own_first <= w.first + a - 1 < w.own_last:
                    yield Anchor(part, w.first, w.first + a - 1, float(anchors[r, a]), scores[i, 1 : w.length + 1])

    def _decode(self, anchors: Sequence[Anchor], parts: Sequence[Part]) -> None:
        """Put the relation of each anchor to its part."""
        if not anchors:
            return
        lengths = np.array([len(anchor.scores) for anchor in anchors], np.int64)
        scores = np.zeros((len(anchors), int(lengths.max()), len(self._step)), np.float32)
        for i, anchor in enumerate(anchors):
            scores[i, : lengths[i]] = anchor.scores
        paths = best_paths(scores, self._step, lengths)
        sure = chances(scores, self._step, lengths)
        for i, anchor in enumerate(anchors):
            found = runs(paths[i, : lengths[i]], sure[i])
            whole = tuple(replace(run, first=run.first + anchor.first, last=run.last + anchor.first) for run in found)
            content = [run for run in whole if run.role == self._content]
            if content:
                size = sum(run.last - run.first for run in content)
                mean = sum(run.score * (run.last - run.first) for run in content) / size
                relation = Relation(anchor=anchor.piece, parts=whole, score=anchor.chance * mean)
                parts[anchor.part].relations.append(relation)

    def _reading(self, text: str, parts: Iterable[Part], calibration: Points) -> Reading:
        """Relations as spans and links; spans that several relations share (a source with two cues) stand once."""
        raw, chances_of = zip(*calibration, strict=True)
        spans: dict[tuple[str, int, int], Tagged] = {}
        links: list[tuple[tuple[str, int, int], tuple[str, int, int], float]] = []
        for part, relation in ((one, relation) for one in parts for relation in one.relations):
            head = self._cue(relation)
            chance = float(np.interp(relation.score, raw, chances_of))
            keys = []
            for run in (head, *(p for p in relation.parts if p.role != self._cue_role)):
                label = self._model.config.roles[run.role]
                start = part.start + int(part.cut.start[run.first])
                end = part.start + int(part.cut.end[run.last - 1])
                key = (label, start, end)
                score = chance if run is head else run.score
                known = spans.get(key)
                if known is None or known.score < score:
                    spans[key] = Tagged(span=Span.of(text, start, end), label=label, score=score)
                keys.append((key, run.score))
            links += [(keys[0][0], key, score) for key, score in keys[1:]]
        order = sorted(spans, key=lambda k: (k[1], k[2], k[0]))
        place = {key: i for i, key in enumerate(order)}
        return Reading(
            spans=tuple(spans[key] for key in order),
            links=tuple(Link(head=place[a], tail=place[b], score=score) for a, b, score in links),
        )

    def _cue(self, relation: Relation) -> Run:
        """The run of cue pieces that the anchor stands in or is nearest to, else the anchor alone."""
        cues = [run for run in relation.parts if run.role == self._cue_role]
        anchor = relation.anchor
        return min(
            cues,
            key=lambda run: max(run.first - anchor, anchor - run.last + 1, 0),
            default=Run(role=self._cue_role, first=anchor, last=anchor + 1, score=relation.score),
        )


def _without_doubles(relations: list[Relation], content: int) -> list[Relation]:
    """Keep the best of relations whose content is nearly the same; in the order of their anchors.

    Only neighbours can be doubles, so each is held against the few kept ones that begin near it: linear in the text.
    """
    kept: list[tuple[Relation, set[int]]] = []
    by_piece: dict[int, list[int]] = {}
    for relation in sorted(relations, key=lambda r: -r.score):
        pieces_of = relation.covered(content)
        rivals = {n for piece in pieces_of for n in by_piece.get(piece, ())}
        if any(len(pieces_of & kept[n][1]) > SAME_RELATION * len(pieces_of | kept[n][1]) for n in rivals):
            continue
        for piece in pieces_of:
            by_piece.setdefault(piece, []).append(len(kept))
        kept.append((relation, pieces_of))
    return sorted((relation for relation, _ in kept), key=lambda r: r.anchor)
