"""Decision* -> Agreement

What a desk's second pair of eyes needs, without a page: how far reviewers agree (`agreement`), taking a decision back
(`undo`), what to look at first (`queue`), and what a model can learn from all that was decided (`lessons`).
"""

from accordingto.review.agreement import Agreement, Disagreement, Pair, Word, agreement
from accordingto.review.kappa import Kappa, kappa
from accordingto.review.queue import Item, Parts, Queue, queue
from accordingto.review.training import Lesson, lessons
from accordingto.review.undo import undo

__all__ = [
    "Agreement",
    "Disagreement",
    "Item",
    "Kappa",
    "Lesson",
    "Pair",
    "Parts",
    "Queue",
    "Word",
    "agreement",
    "kappa",
    "lessons",
    "queue",
    "undo",
]
