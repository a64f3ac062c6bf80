"""Names as the gazetteer files them: without marks, case, points and apostrophes, and words by single spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALONE = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"})
_DROPPED = re.compile(r"['’‘ʿʾ`ʻʼ.\u0300-\u036f]")
_APART = re.compile(r"[^\w]+|_")
_WORDS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_ARTICLE = re.compile(r"(?:the|al|an|ar|as|ash|at|az|ad|el) (?=\w)")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The form under which a name is filed.

    >>> folded("Deir ez-Zor"), folded("St. John’s"), folded("Ţūz Khūrmātū")
    ('deir ez zor', 'st johns', 'tuz khurmatu')
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", name).casefold().translate(_ALONE))
    return " ".join(_WORDS.get(word, word) for word in _APART.split(plain) if word)


def without_article(filed: str) -> str:
    """A filed name without the English or Arabic article before it, which writers add and leave out as they like."""
    return filed[found.end() :] if (found := _ARTICLE.match(filed)) else filed
