"""Regular expressions for expressions of the calendar, made from the word lists, one to a kind of expression.

The pattern of a kind names the parts that `values` reads: `mod` (early), `year`, `month`, `day`, `unit`, `num`, …
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from accordingto.language.en.calendar import calendar, date_words, holidays
from accordingto.language.en.quantities import numbers


def any_of(words: Iterable[str]) -> str:
    """A group of `words`, longest first; a space stands for any white space, a straight apostrophe for both."""
    ranked = sorted(words, key=lambda w: (-len(w), w))
    escaped = (re.escape(w).replace("\\ ", r"\s+").replace("'", "['’]") for w in ranked)
    return f"(?:{'|'.join(escaped)})"


def _parts() -> dict[str, str]:
    """The building blocks, by the names that `_KINDS` uses."""
    months, days = calendar("month"), calendar("weekday")
    small = [w for w, n in numbers().items() if n.role in {"unit", "teen", "ten"} and w != "zero"]
    ordinals = calendar("ordinal")
    word_number = rf"{any_of(small)}(?:[-\s]{any_of(small)})?"
    unit, units = any_of(calendar("unit")), any_of(calendar("units"))
    approx = rf"(?:{any_of(date_words('amount'))}\s+)*"
    vague = r"(?:a\s+few|several|many|a\s+couple(?:\s+of)?|a\s+number\s+of|few|some|numerous|various|couple\s+of|countless)"
    exact = (
        rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:-plus|-odd)?|{word_number}|(?:a|one|two|three)\s+(?:hundred|thousand|dozen)|half\s+an?"
        rf"|an?|half|a\s+half)(?:\s+and\s+a\s+half)?"
    )
    to = r"(?:\s*[-–—/]\s*|\s+(?:to|or|and)\s+)"
    return {
        "MONTH": rf"(?:{any_of(m for m in months if len(m) > 4)}|{any_of(m for m in months if len(m) <= 4)}\b\.?)",
        "WD": rf"(?:{any_of(d for d in days if len(d) > 5)}|{any_of(d for d in days if len(d) <= 5)}\b\.?)",
        "WDLONG": any_of(d for d in days if len(d) > 5),
        "SEASON": any_of(calendar("season")),
        "PART": any_of(calendar("part")),
        "YEAR": r"(?:[12]\d{3})(?![\d%]|[,.]\d)",
        "ERA": r"(?:\s?(?:B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)(?!\w))",
        "BC": r"(?:\s?B\.?C\.?(?:E\.?)?(?!\w))",
        "DAY": r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d))",
        "MOD": rf"(?:(?:{any_of(date_words('modifier'))}\s+)?(?P<mod>{any_of(date_words('modifier'))})(?:\s+of)?(?:[\s-]+(?:the\s+|in\s+|in\s+the\s+)?)?)?",
        "MODIFIER": rf"(?P<mod>{any_of(date_words('modifier'))})",
        "HALF": r"(?:(?P<half>(?:first|second|latter|last|other)\s+half)\s+of\s+(?:the\s+)?)?",
        "RELYEAR": (
            r"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?P<rely>that|same|that\s+same|this|last|next|following|previous|preceding|"
            r"the\s+same)\s+year)"
        ),
        "UNIT": unit,
        "UNITS": units,
        "ANYUNIT": rf"(?:{units}|{unit})",
        "NUM": rf"(?:{exact}(?:{to}{exact})?|{vague})",
        "EXACT": exact,
        "VAGUE": vague,
        "APPROX": approx,
        "BETWEEN": rf"(?:{any_of(date_words('between'))}[\s,]+){{0,2}}",
        "ORD": rf"(?:{any_of(ordinals)}|\d+(?:st|nd|rd|th))",
        "REF": any_of({*date_words("past"), *date_words("following"), *date_words("future"), "same", "that", "this", "current", "present"}),
        "PAST": any_of(date_words("past")),
        "HOLIDAY": any_of(holidays()),
        "CLOCK": (
            r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.\s?m\.|[ap]m\b)|\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:hours|hrs|h)\b)?"
            rf"|\b[012]\d[0-5]\d\s?(?:hours|hrs|GMT|UTC|local\s+time)|\d{{1,2}}\s+o['’]clock|{any_of(calendar('clock'))})"
        ),
        "ZONE": r"(?:\s*\(?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|CST|CDT|local\s+time|[A-Z][a-z]+\s+time)\b\)?)",
        "SET": any_of(calendar("set")),
        "TODAY": any_of(calendar("day")),
        "PRESENT": any_of(date_words("present_ref")),
        "PASTREF": any_of(date_words("past_ref")),
        "FUTUREREF": any_of(date_words("future_ref")),
        "PERIOD": any_of(date_words("period")),
        "DECADE": any_of(calendar("decade")),
    }


# In the order in which they are tried where several begin at one place.
_KINDS = {
    "iso": r"(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:[T ](?P<clock>[012]\d:[0-5]\d(?::[0-5]\d)?)(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)",
    "numeric": r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>[12]\d{3})(?!\d)",
    "holiday": r"(?P<name>{HOLIDAY})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?{RELYEAR}?",
    "days_month": (
        r"(?:{WD},?\s+(?:the\s+)?)?(?P<day>{DAY})(?P<to>\s?[-–—/]\s?|\s+(?:to|and|through|or)\s+)(?P<day2>{DAY})\s+(?:of\s+)?"
        r"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|{RELYEAR})?"
    ),
    "day_month": (
        r"{MOD}(?:(?P<wd>{WD}),?\s+(?:the\s+)?)?(?P<day>{DAY})[\s-]+(?:of\s+)?(?P<month>{MONTH})"
        r"(?:(?:,?[\s-]+(?:of\s+)?(?P<year>{YEAR}|['’]\d\d(?!\d)))(?P<era>{ERA})?|{RELYEAR})?"
    ),
    "wire_day": r"(?P<day>{DAY})\s+(?P<month>(?-i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))\s+(?P<year>\d\d)(?!\d)",
    "month_days": (
        r"(?:(?P<wd>{WD}),?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY})(?P<to>\s?[-–—/]\s?|\s+(?:to|through)\s+)(?P<day2>{DAY})"
        r"(?!\s+{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|{RELYEAR})?"
    ),
    "month_day": (
        r"{MOD}(?:(?P<wd>{WD}),?\s+)?(?P<month>{MONTH})(?:\s+|(?<=\.))(?:the\s+)?(?P<day>{DAY})"
        r"(?:,?\s+(?:of\s+)?(?:{WD},?\s+)?(?P<year>{YEAR})(?P<era>{ERA})?|{RELYEAR})?"
    ),
    "month_year": (
        r"{HALF}{MOD}(?P<month>{MONTH})(?:,?\s+|-)(?:of\s+|in\s+)?(?:(?P<year>{YEAR})(?P<era>{ERA})?|(?P<bc>\d{1,4}){BC}"
        r"|['’](?P<short>\d\d)(?!\d))"
    ),
    "relative_month": r"{HALF}{MOD}(?P<ref>{REF})\s+(?P<month>{MONTH})(?:\s+(?P<day>{DAY}))?",
    "month": r"{HALF}{MOD}(?P<month>{MONTH}){RELYEAR}?",
    "relative_weekday": r"(?P<ref>{REF})\s+(?P<wd>{WD})(?:\s+(?P<part>{PART}))?",
    "weekday_last": r"(?P<wd>{WD})\s+(?P<ref>last|next)\s+week(?:\s+(?P<part>{PART}))?",
    "every": (
        r"(?:every|each)\s+(?:(?P<other>other|second|third|fourth)\s+|(?P<num>{EXACT})\s+)?"
        r"(?:(?P<wd>{WD}s?)|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part>{PART})|(?P<unit>{ANYUNIT}))"
    ),
    "weekdays": r"(?:on\s+)?(?P<wd>{WDLONG})s",
    "weekday": r"(?:(?:early|late|mid)\s+)?(?P<wd>{WD})(?:\s+(?P<part>{PART}))?",
    "relative_season": r"{MOD}(?P<ref>{REF})\s+(?P<season>{SEASON})",
    "season": (
        r"{HALF}{MOD}(?P<the>the\s+)?(?P<season>{SEASON})"
        r"(?:(?:,?\s+(?:of\s+)?|-)(?:(?P<year>{YEAR})(?:\s?[-–/]\s?(?P<to>\d\d(?:\d\d)?)(?!\d))?|(?P<bc>\d{1,4}){BC})|{RELYEAR})?"
    ),
    "decade": r"{HALF}{MOD}(?:(?P<year>(?:1\d|20)\d0|[1-9]\d0(?={APOSTROPHE}s\s?BC))['’]?s|['’]?(?P<short>[2-9]0)s|(?P<word>{DECADE}))(?P<era>{ERA})?",
    "century": (
        r"{HALF}{MOD}(?P<ord>{ORD})(?:\s*[-–]\s*|\s+(?:to|and|or)\s+)?(?P<ord2>{ORD})?[\s-]+centur(?:y|ies)(?P<era>{ERA})?"
    ),
    "bc_span": r"{HALF}{MOD}(?P<bc>\d{1,4})(?:\s?[-–—/]\s?|\s+(?:to|and|until|or)\s+)(?P<bc2>\d{1,4})(?P<era>{BC})",
    "year_bc": r"{HALF}{MOD}(?P<about>(?:c\.|ca\.|circa|about|around)\s*)?(?P<bc>\d{1,4})(?P<era>{ERA})",
    "year_span": r"(?P<year>{YEAR})\s?[-–—/]\s?(?P<to>\d\d)(?![\d-])",
    "year": (
        r"{HALF}{MOD}(?:the\s+)?(?:years?\s+)?(?P<about>(?:c\.|ca\.|circa|about|around|approximately|roughly)\s*)?(?:fiscal\s+(?:year\s+)?)?"
        r"(?P<year>{YEAR})(?P<era>{ERA})?(?P<onward>\s+onwards?)?"
    ),
    "day_part": r"(?P<this>this|that|the\s+next|the\s+following|the\s+same|last|the\s+previous|early\s+this|early\s+the\s+next|late\s+last|next)\s+(?P<part>{PART})",
    "before_last": r"(?P<ref>day\s+before\s+yesterday|day\s+after\s+tomorrow)",
    "today": r"(?:(?:early|earlier|late|later)\s+)?(?P<word>{TODAY})(?:\s+(?P<part>{PART}))?",
    "part_of_day": r"(?P<part>morning|afternoon|evening|night|early\s+morning(?:\s+hours)?|early\s+hours|early\s+in\s+the\s+morning)\s+of\s+(?:the\s+)?",
    "counted_ref": (
        r"(?P<ref>{PAST}|next|following|coming|first|final|initial|opening|closing|early|intervening|subsequent)\s+{APPROX}"
        r"(?P<num>{NUM})\s+{BETWEEN}(?P<unit>{UNITS})"
    ),
    "some_units": (
        r"(?P<ref>following|next|succeeding|subsequent|ensuing|intervening|coming|previous|preceding|past|last)\s+(?P<unit>{UNITS})"
    ),
    "counted_past": r"(?P<num>{EXACT})\s+(?P<ref>previous|preceding)\s+(?P<unit>{UNITS})",
    "shifted": (
        r"{APPROX}(?P<num>{NUM}|{UNITS})\s*{BETWEEN}(?P<unit>{ANYUNIT})?\s+"
        r"(?P<way>ago|earlier|before(?!\s+(?:the|that|this|his|her|its|their|(?-i:[A-Z0-9])))|later|afterwards?|previously|from\s+now|hence|beforehand"
        r"|after(?=[.,;]))"
    ),
    "next_unit": (
        r"{MOD}(?P<ref>{REF}|that\s+very|that\s+same|that\s+particular)\s+(?P<unit>{UNIT})(?!\s*[-’'](?!s))"
    ),
    "unit_after": r"(?P<unit>day|week|month|year|decade|morning|night|evening)\s+(?P<way>before|after|following|earlier|later|previous)(?P<event>(?=\s+(?:the|that|this|his|her|its|their|(?-i:[A-Z]))\b))?",
    "end_of": r"{MODIFIER}(?:\s+of)?\s+(?:the\s+)?(?P<unit>day|week|month|year|decade|century|season)(?!\s+of\b)",
    "half_of": r"(?P<half>(?:first|second|latter|last|other)\s+half)\s+of\s+(?:the\s+)?(?P<unit>year|month|decade|century)",
    "nth_unit": r"(?P<ord>first|second|third|fourth|fifth|sixth|seventh|last|final|opening)\s+(?P<unit>{UNIT})(?P<of>\s+of\b)?",
    "rate": r"(?P<per>(?:per|a|an)\s+)(?P<unit>second|minute|hour|day|week|month|year)",
    "number_unit": r"(?P<num>(?:{EXACT})(?:\s?(?:-|–|to|or)\s?{EXACT})?)[-‑–\s](?P<unit>{UNIT})(?:[-\s](?P<long>long|old))?(?![-\w])",
    "duration": r"{APPROX}(?!an?\s+{UNITS}\b)(?P<num>{NUM})\s+{BETWEEN}(?P<unit>{ANYUNIT})(?P<old>[-\s]+(?:old|of\s+age))?",
    "unit_long": r"(?P<unit>day|week|month|year|decade|century|hour|night)(?P<many>s)?[-\s]?long",
    "units": r"(?P<more>more\s+than\s+)?{BETWEEN}(?P<unit>{UNITS})(?!\s+(?:old|of\s+age))",
    "at_night": r"at\s+(?P<part>night)|(?:night|night-time)(?=\s+(?:attacks?|raids?|retreat|operations?|patrols?|bombing|march|fighting)\b)",
    "set": r"{SET}",
    "clock": r"(?P<clock>{CLOCK}){ZONE}?",
    "present": r"{PRESENT}",
    "past": r"{PASTREF}(?!\s+(?:{NUM}\s+)?{ANYUNIT}\b)",
    "future": r"{FUTUREREF}",
    "period": r"{PERIOD}",
}


@cache
def kinds() -> dict[str, re.Pattern[str]]:
    """The pattern of each kind."""
    parts = _parts() | {"APOSTROPHE": "['’]?"}
    return {
        kind: re.compile(re.sub(r"\{([A-Z]+)\}", lambda m: parts[m[1]], form), re.IGNORECASE)
        for kind, form in _KINDS.items()
    }


@cache
def master() -> re.Pattern[str]:
    """All kinds in one pattern; the name of the group that matched is the kind."""
    bodies = {}
    for kind, pattern in kinds().items():
        plain = re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)
        bodies[kind] = re.sub(r"\(\?P=mark\)", "[./-]", plain)
    joined = "|".join(f"(?P<{kind}>{body}(?!\\w))" for kind, body in bodies.items())
    return re.compile(rf"(?<![\w$€£])(?:{joined})", re.IGNORECASE)


@cache
def trigger() -> re.Pattern[str]:
    """Words and digits without which no kind matches: what is far from all of them need not be looked at."""
    words = {w for kind in ("month", "weekday", "season", "unit", "units", "part", "clock", "day", "set", "decade") for w in calendar(kind)}
    words |= {w.split(" ")[-1] for w in (*date_words("present_ref"), *date_words("past_ref"), *date_words("future_ref"), *date_words("period"))}
    words |= set(holidays())
    return re.compile(rf"\b(?:{any_of(words)}s?\b|centur(?:y|ies)|o['’]clock|[ap]\.?m\b|[12]\d{{3}}|\d0['’]?s\b|\d+[-:/]\d|b\.?c\b)", re.IGNORECASE)
