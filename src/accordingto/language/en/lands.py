"""Text -> the countries that it names, by name: not by an adjective, nor where a name only says whose something is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from accordingto.language.en.speakers import country_spellings


@lru_cache(maxsize=65536)
def countries_named(text: str) -> frozenset[str]:
    """The codes of the countries named in `text`; `the US Army` and `U.S. officials` name none.

    >>> sorted(countries_named("Iraq's minister spoke of Syria to the Georgia Post"))
    ['IQ', 'SY']
    >>> countries_named("Iraqi officials")
    frozenset()
    """
    return frozenset(country_spellings()[found[0]] for found in _names().finditer(text))


@cache
def _names() -> re.Pattern[str]:
    # Names in capitals are left out: they stand before nouns far more often than for the country.
    listed = sorted((name for name in country_spellings() if not name.isupper()), key=lambda n: (-len(n), n))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, listed))})\b(?!\s[A-Z])")
