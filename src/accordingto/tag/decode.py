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
    back = np.zeros((width, count, roles), np.int64)
    total = scores[:, 0].astype(np.float32)
    same = np.broadcast_to(np.arange(roles), (count, roles))
    for i in range(1, width):
        ways = total[:, :, None] + step
        on = (i < lengths)[:, None]
        back[i] = np.where(on, ways.argmax(1), same)
        total = np.where(on, ways.max(1) + scores[:, i], total)
    out = np.zeros((count, width), np.int64)
    out[:, width - 1] = total.argmax(1)
    every = np.arange(count)
    for i in range(width - 1, 0, -1):
        out[:, i - 1] = back[i, every, out[:, i]]
    out[np.arange(width)[None] >= lengths[:, None]] = 0
    return out


def chances(scores: Floats, step: Floats, lengths: Ints) -> Floats:
    """The chance of each role for each piece; shapes as in `best_paths`, result (anchors, length, roles)."""
    count, width, roles = scores.shape
    forward = np.empty((count, width, roles), np.float32)
    backward = np.zeros((count, width, roles), np.float32)
    weight = np.exp(step - step.max())
    forward[:, 0] = scores[:, 0]
    for i in range(1, width):
        forward[:, i] = scores[:, i] + _through(forward[:, i - 1], weight)
    for i in range(width - 2, -1, -1):
        before = _through(backward[:, i + 1] + scores[:, i + 1], weight.T)
        backward[:, i] = np.where((i + 1 < lengths)[:, None], before, 0.0)
    both = forward + backward
    both = np.exp(both - both.max(2, keepdims=True))
    out: Floats = both / both.sum(2, keepdims=True)
    return out


def _through(total: Floats, weight: Floats) -> Floats:
    """Sums of `total` over the roles before, in logarithms, shifted so that nothing overflows."""
    top = total.max(1, keepdims=True)
    out: Floats = np.log(np.exp(total - top) @ weight + 1e-30) + top
    return out


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
