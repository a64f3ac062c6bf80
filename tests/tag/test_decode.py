"""The CRF's answers against all paths counted one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.tag.decode import best_paths, chances, runs

ROLES = 3


def _random(seed: int, count: int, width: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(count, width, ROLES)).astype(np.float32) * 2
    step = rng.normal(size=(ROLES, ROLES)).astype(np.float32)
    return scores, step, rng.integers(1, width + 1, size=count)


def _all_paths(scores: np.ndarray, step: np.ndarray, length: int) -> dict[tuple[int, ...], float]:
    return {
        path: float(sum(scores[i, r] for i, r in enumerate(path)) + sum(step[a, b] for a, b in pairwise(path)))
        for path in product(range(ROLES), repeat=length)
    }


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 5))
def test_the_best_path_is_the_best_of_all_paths(seed: int, count: int, width: int) -> None:
    """Viterbi finds a path whose score no other path of that length beats."""
    scores, step, lengths = _random(seed, count, width)
    found = best_paths(scores, step, lengths)
    for row, length in enumerate(lengths):
        every = _all_paths(scores[row], step, int(length))
        assert every[tuple(found[row, :length].tolist())] >= max(every.values()) - 1e-4
        assert not found[row, length:].any()


@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(1, 5))
def test_chances_are_the_shares_of_all_paths(seed: int, count: int, width: int) -> None:
    """The chance of a role is the weight of the paths that go through it."""
    scores, step, lengths = _random(seed, count, width)
    found = chances(scores, step, lengths)
    for row, length in enumerate(lengths):
        every = _all_paths(scores[row], step, int(length))
        whole = sum(np.exp(v) for v in every.values())
        for i in range(length):
            for role in range(ROLES):
                share = sum(np.exp(v) for path, v in every.items() if path[i] == role) / whole
                assert abs(found[row, i, role] - share) < 1e-3


def test_scores_beyond_what_a_float_can_raise_stay_chances() -> None:
    """Scores in the hundreds give chances that are numbers and sum to one."""
    scores = np.full((1, 40, ROLES), 300.0, np.float32)
    scores[0, :, 1] = -300.0
    found = chances(scores, np.zeros((ROLES, ROLES), np.float32), np.array([40]))
    assert np.isfinite(found).all()
    assert np.allclose(found.sum(2), 1.0, atol=1e-5)


def test_runs_reach_both_ends_and_keep_neighbours_apart() -> None:
    """A run at the very end is found, and two runs of different roles that touch are two."""
    path = np.array([1, 1, 2, 0, 2])
    chance = np.full((5, ROLES), 0.5, np.float32)
    assert [(r.role, r.first, r.last) for r in runs(path, chance)] == [(1, 0, 2), (2, 2, 3), (2, 4, 5)]
