"""Reported* -> Contest*

Which figures of many reports speak of the same thing, where they agree or conflict and why, and how many origins they
have. What each reason means stands in docs/compare.md.
"""

from accordingto.compare.contests import compare
from accordingto.compare.copies import Copy, Text, copies

__all__ = ["Copy", "Text", "compare", "copies"]
