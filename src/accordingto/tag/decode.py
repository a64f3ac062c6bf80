"""Role scores -> the best roles of each piece and how sure they are (linear-chain CRF, in numpy).

Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001; Viterbi for the best path, forward and backward
sums for the chance of each role. All anchors of a batch are decoded side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_paths(scores: Floats, step: Floats, lengths: Ints) -> Ints:
    """The most likely roles: (anchors, length, roles), (roles, roles), (anchors,) -> (anchors, length).

    Behind an anchor's length all roles are 0.
    """
    each, there, whole = _turned(scores, lengths)
    best = np.empty_like(each)
    best[0] = each[0]
    ways = np.empty((step.shape[0], *each.shape[1:]), np.float32)
    from_to = step[:, :, None]
    for i in range(1, len(each)):
        np.add(best[i - 1][:, None], from_to, out=ways)
        np.maximum.reduce(ways, axis=0, out=best[i])
        best[i] += each[i]
        if not whole[i]:
            np.copyto(best[i], best[i - 1], where=~there[i])
    out = np.empty((len(each), each.shape[2]), np.int64)
    out[-1] = best[-1].argmax(0)
    for i in range(len(each) - 1, 0, -1):
        back = (best[i - 1] + step[:, out[i]]).argmax(0)
        out[i - 1] = back if whole[i] else np.where(there[i], back, out[i])
    out[~there] = 0
    return np.ascontiguousarray(out.T)


def chances(scores: Floats, step: Floats, lengths: Ints) -> Floats:
    """The chance of each role for each piece; shapes as in `best_paths`, result (anchors, length, roles).

    Forward and backward sums are brought to 1 at each piece (Rabiner 1989, section V.A), so that none grows too large
    or too small and no logarithm is needed. Behind an anchor's length the chances mean nothing.
    """
    each, there, whole = _turned(scores, lengths)
    fits = np.exp((each - each.max(1, keepdims=True)).clip(_LEAST)).astype(np.float32)
    weight = np.exp((step - step.max()).clip(_LEAST))
    into = np.ascontiguousarray(weight.T)
    forward = np.empty_like(fits)
    forward[0] = fits[0] / fits[0].sum(0)
    for i in range(1, len(fits)):
        now = np.matmul(into, forward[i - 1], out=forward[i])
        now *= fits[i]
        now /= np.add.reduce(now, axis=0)
    backward = np.ones_like(fits[0])
    for i in range(len(fits) - 2, -1, -1):
        before = weight @ (backward * fits[i + 1])
        before /= np.add.reduce(before, axis=0)
        backward = before if whole[i + 1] else np.where(there[i + 1], before, np.float32(1))
        forward[i] *= backward
    forward /= forward.sum(1, keepdims=True)
    return np.ascontiguousarray(np.moveaxis(forward, 2, 0))


def _turned(scores: Floats, lengths: Ints) -> tuple[Floats, npt.NDArray[np.bool_], list[bool]]:
    """The scores as (length, roles, anchors), in which a step is work on long rows.

    With them, which anchors are still there at each piece, (length, anchors), and whether all are.
    """
    there = np.arange(scores.shape[1])[:, None] < lengths
    whole: list[bool] = np.asarray(there.all(1)).tolist()
    return np.ascontiguousarray(np.moveaxis(scores, 0, 2)), there, whole


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
    cuts = [0, *(np.flatnonzero(path[1:] != path[:-1]) + 1).tolist(), len(path)]
    out: list[Run] = []
    for first, last in pairwise(cuts if len(path) else ()):
        role = int(path[first])
        if role:
            out.append(Run(role=role, first=first, last=last, score=float(chance[first:last, role].mean())))
    return out
