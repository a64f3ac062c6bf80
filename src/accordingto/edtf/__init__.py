"""EDTF -> Bounds, and how two of them lie to each other

The part of EDTF (ISO 8601-2:2019, levels 0 to 2) that reports give rise to, in years 0001 to 9999.
"""

from accordingto.edtf.algebra import relation
from accordingto.edtf.bounds import Bounds, bounds
from accordingto.edtf.grammar import InvalidDate

__all__ = ["Bounds", "InvalidDate", "bounds", "relation"]
