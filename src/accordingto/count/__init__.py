"""Document, Reading, Attribution*, Date* -> Figure*

Numerals become quantities with bounds; each is given what it counts, what happened to them, where, when and who says
so.
"""

from accordingto.count.assemble import count

__all__ = ["count"]
