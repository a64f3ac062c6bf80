"""Regular expressions for expressions of the calendar, one to a kind of expression.

They are put together from `date_patterns.tsv` and the word lists. The pattern of a kind names the parts that its value
is read from: `mod` (early), `year`, `month`, `day`, `unit`, `num`, …
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from accordingto.language.en.calendar import calendar, date_patterns, date_words, holidays
from accordingto.language.en.quantities import numbers

_PART = re.compile(r"\{([A-Z]+)\}")


def any_of(words: Iterable[str]) -> str:
    """A group of `words`, longest first; a space stands for any white space, a straight apostrophe for both kinds."""
    ranked = sorted(words, key=lambda w: (-len(w), w))
    escaped = (re.escape(w).replace("\\ ", r"\s+").replace("'", "['’]") for w in ranked)
    return f"(?:{'|'.join(escaped)})"


def _names(kind: str) -> str:
    """Names of months or weekdays; the abbreviated ones may end in a full stop."""
    names = calendar(kind)
    short = [w for w in names if any(of == names[w] and n != w and n.startswith(w) for n, of in names.items())]
    return rf"(?:{any_of(set(names) - set(short))}|{any_of(short)}\b\.?)"


def _lists() -> dict[str, str]:
    """The word lists as groups, by the names that `date_patterns.tsv` has for them."""
    small = any_of(w for w, n in numbers().items() if n.role in {"unit", "teen", "ten"} and n.value)
    refs = {w for name in ("past", "following", "future", "same", "this") for w in date_words(name)}
    return {
        "AMOUNT": any_of(date_words("amount")),
        "BETWEENWORD": any_of(date_words("between")),
        "CLOCKWORD": any_of(calendar("clock")),
        "DECADE": any_of(calendar("decade")),
        "FUTUREREF": any_of(date_words("future_ref")),
        "HOLIDAY": any_of(holidays()),
        "MODIFIER": any_of(date_words("modifier")),
        "MONTH": _names("month"),
        "NUMBERWORD": rf"{small}(?:[-\s]{small})?",
        "ORDINALWORD": any_of(calendar("ordinal")),
        "PART": any_of(calendar("part")),
        "PAST": any_of(date_words("past")),
        "PASTREF": any_of(date_words("past_ref")),
        "PERIOD": any_of(date_words("period")),
        "PRESENT": any_of(date_words("present_ref")),
        "REF": any_of(refs),
        "SEASON": any_of(calendar("season")),
        "SET": any_of(calendar("set")),
        "TODAY": any_of(calendar("day")),
        "UNIT": any_of(calendar("unit")),
        "UNITS": any_of(calendar("units")),
        "WD": _names("weekday"),
        "WDLONG": any_of(w for w in calendar("weekday") if w.endswith("day")),
    }


@cache
def kinds() -> MappingProxyType[str, str]:
    """The regular expression of each kind, in the order in which they are tried where several begin at one place."""
    parts = _lists() | {name: form for name, form in date_patterns().items() if name.isupper()}

    def whole(form: str) -> str:
        return _PART.sub(lambda m: whole(parts[m[1]]), form)

    return MappingProxyType({kind: whole(form) for kind, form in date_patterns().items() if not kind.isupper()})


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """The pattern of one kind, with names for its parts."""
    return re.compile(kinds()[kind], re.I)


@cache
def master() -> re.Pattern[str]:
    """All kinds in one pattern; the name of the group that matched is the kind."""
    bodies = {}
    for kind, form in kinds().items():
        bodies[kind] = re.sub(r"\(\?P<\w+>", "(?:", form).replace("(?P=mark)", "[./-]")
    joined = "|".join(rf"(?P<{kind}>{body}(?!\w))" for kind, body in bodies.items())
    return re.compile(rf"(?<![\w$€£])(?:{joined})", re.I)
