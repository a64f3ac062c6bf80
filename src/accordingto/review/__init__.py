"""Decision* -> Agreement

What a desk's second pair of eyes needs, without a page: how far reviewers agree (`agreement`), taking a decision back
(`undo`), and what to look at first (`queue`).
"""

from accordingto.review.agreement import Agreement, Disagreement, Pair, Word, agreement
from accordingto.review.kappa import Kappa, kappa
from accordingto.review.queue import Item, Parts, Queue, queue
from accordingto.review.undo import undo

__all__ = [
    "Agreement",
    "Disagreement",
    "Item",
    "Kappa",
    "Pair",
    "Parts",
    "Queue",
    "Word",
    "agreement",
    "kappa",
    "queue",
    "undo",
]
