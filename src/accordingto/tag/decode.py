"""Role scores -> the best roles of each piece and how sure they are (linear-chain CRF, in numpy).

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; Viterbi for the best path, forward and backward
sums for the chance of each role. All anchors of a batch are decoded side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_paths(scores: Floats, step: Floats, lengths: Ints) -> Ints:
    """The most likely roles: (anchors, length, roles), (roles, roles), (anchors,) -> (anchors, length).

    Behind an anchor's length all roles are 0.
    """
    count, width, roles = scores.shape
    there = np.arange(width)[:, None] < lengths  # (length, anchors)
    best = np.empty((width, count, roles), np.float32)
    best[0] = scores[:, 0]
    for i in range(1, width):
        way = (best[i - 1][:, :, None] + step).max(1) + scores[:, i]
        best[i] = way if there[i].all() else np.where(there[i, :, None], way, best[i - 1])
    out = np.empty((width, count), np.int64)
    out[-1] = best[-1].argmax(1)
    into = np.ascontiguousarray(step.T)
    for i in range(width - 1, 0, -1):
        back = (best[i - 1] + into[out[i]]).argmax(1)
        out[i - 1] = back if there[i].all() else np.where(there[i], back, out[i])
    out[~there] = 0
    return np.ascontiguousarray(out.T)


def chances(scores: Floats, step: Floats, lengths: Ints) -> Floats:
    """The chance of each role for each piece; shapes as in `best_paths`, result (anchors, length, roles).

    Forward and backward sums are brought to 1 at each piece (Rabiner 1989, section V.A), so that none grows too large
    or too small and no logarithm is needed. Behind an anchor's length the chances mean nothing.
    """
    count, width, roles = scores.shape
    there = np.arange(width)[:, None] < lengths
    fits = np.exp(np.moveaxis(scores - scores.max(2, keepdims=True), 1, 0).clip(_LEAST)).astype(np.float32)
    weight = np.exp((step - step.max()).clip(_LEAST))
    forward = np.empty((width, count, roles), np.float32)
    forward[0] = fits[0] / fits[0].sum(1, keepdims=True)
    for i in range(1, width):
        now = (forward[i - 1] @ weight) * fits[i]
        forward[i] = now / now.sum(1, keepdims=True)
    backward = np.ones((count, roles), np.float32)
    turned = np.ascontiguousarray(weight.T)
    for i in range(width - 2, -1, -1):
        before = (backward * fits[i + 1]) @ turned
        before /= before.sum(1, keepdims=True)
        backward = before if there[i + 1].all() else np.where(there[i + 1, :, None], before, 1.0)
        forward[i] *= backward
    forward /= forward.sum(2, keepdims=True)
    return np.ascontiguousarray(np.moveaxis(forward, 0, 1))


_LEAST = -30.0
"""Differences of scores are cut off here: e to the -30 is as good as nothing, and its products stay above nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces `first` to `last` (exclusive) with one role, and the mean chance of that role over them."""

    role: int
    first: int
    last: int
    score: float


def runs(path: Ints, chance: Floats) -> list[Run]:
    """The runs of one anchor: (length,), (length, roles) -> runs of roles other than 0, in order."""
    cuts = np.flatnonzero(np.diff(path, prepend=-1, append=-1))
    out: list[Run] = []
    for first, last in zip(cuts.tolist(), cuts[1:].tolist(), strict=False):
        role = int(path[first])
        if role:
            out.append(Run(role=role, first=first, last=last, score=float(chance[first:last, role].mean())))
    return out
