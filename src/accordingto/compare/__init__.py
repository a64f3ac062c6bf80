"""Reported* -> Contest*

Which figures of many reports speak of the same thing, where they agree or conflict and why, and how many origins they
have. What each reason means stands in docs/compare.md.
"""

from accordingto.compare.choose import choose
from accordingto.compare.contests import compare, contest, contest_id, grouped
from accordingto.compare.copies import Copy, Text, copies
from accordingto.compare.zones import country_of, zones

__all__ = [
    "Copy",
    "Text",
    "choose",
    "compare",
    "contest",
    "contest_id",
    "copies",
    "country_of",
    "grouped",
    "zones",
]
