"""A date as it is written -> EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"[0-3]?\d"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20|21)\d\d"

DATE = re.compile(
    # 2023-03-20, with a time and its zone where there is one
    rf"(?P<iso>(?<!\d){_YEAR}[-/.]\d\d[-/.]\d\d(?!\d)"
    r"(?P<clock>[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d))?)"
    # 20.03.2023, 20/03/2023
    rf"|(?P<numbers>(?<!\d)(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<of>{_YEAR})(?!\d))"
    # March 20, 2023; the year may be missing
    rf"|\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_TH}(?!\d)(?:,?\s+(?P<year>{_YEAR})(?!\d))?"
    # 20 March 2023; the year may be missing
    rf"|(?<!\d)(?P<day2>{_DAY}){_TH}\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?P<year2>{_YEAR})(?!\d))?"
    # March 2023
    rf"|\b(?P<month3>{_MONTH})\s+(?P<year3>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
"""A calendar date in one of the ways that datelines and date lines write it; `edtf` gives its value."""


def edtf(match: re.Match[str]) -> str | None:
    """The EDTF value of a match of `DATE`; `XXXX-03-20` where no year is given; None where it cannot be told.

    03/04/2023 is not told: it is April the third or March the fourth, by where it was written.
    """
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"][:10]))
        value = _day(year, month, day)
        if value is None or not match["clock"]:
            return value
        clock = match["clock"][1:].replace(match["zone"], "").strip().partition(".")[0].partition(",")[0]
        zone = re.sub(r"^([+-]\d\d)(\d\d)$", r"\1:\2", match["zone"])
        return f"{value}T{clock if clock.count(':') == 2 else clock + ':00'}{zone}"
    if match["numbers"]:
        first, second, year = int(match["first"]), int(match["second"]), int(match["of"])
        if match["mark"] == "." or first > 12 or first == second:
            return _day(year, second, first)  # Full stops stand between day, month and year, in that order.
        return _day(year, first, second) if second > 12 else None
    month = 1 + _MONTHS.index((match["month"] or match["month2"] or match["month3"])[:3].lower())
    day_digits = match["day"] or match["day2"]
    year_digits = match["year"] or match["year2"] or match["year3"]
    if day_digits is None:
        return f"{year_digits}-{month:02}"
    return _day(int(year_digits) if year_digits else None, month, int(day_digits))


def _day(year: int | None, month: int, day: int) -> str | None:
    try:
        date(year or 2000, month, day)  # 2000 had a 29 February, as the year that is not known may have.
    except ValueError:
        return None
    return f"{'XXXX' if year is None else f'{year:04}'}-{month:02}-{day:02}"


_PLAIN = re.compile(r"(?:1[89]|20|21)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def stated(value: str) -> str | None:
    """The EDTF value of a date that stands alone, as data about a report give it; None where it cannot be told.

    >>> stated("2023-03-20 10:00:00Z"), stated("20 March 2023"), stated("2023-03"), stated("last week")
    ('2023-03-20T10:00:00Z', '2023-03-20', '2023-03', None)
    """
    text = value.strip()
    if _PLAIN.fullmatch(text):
        return text
    found = DATE.match(text)
    return edtf(found) if found else None
