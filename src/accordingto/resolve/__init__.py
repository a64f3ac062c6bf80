"""Document, Reading, Attribution* -> Source*, Attribution*

Who "he", "the general" and "this document" are: each attribution gets its speaker, and each speaker a Source.
"""

from accordingto.resolve.resolve import resolve

__all__ = ["resolve"]
