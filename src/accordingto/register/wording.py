"""Row -> the words for it in a sentence: its numbers, whom it counts, where and when."""

from __future__ import annotations

import calendar

from accordingto.register.rows import Row

_DEATHS = {
    "violent": "violent deaths",
    "direct": "deaths from the war itself",
    "indirect": "deaths from what the war brought about",
    "direct_and_indirect": "deaths from the war and from what it brought about",
    "all": "deaths of any cause",
}
_MEASURES = {
    "injured": "injured",
    "casualties": "killed and injured",
    "missing": "missing",
    "detained": "detained",
    "displaced": "displaced",
    "remains": "dead found, identified or buried",
}
_INTERVALS = {
    "confidence_95": "95% confidence",
    "uncertainty_95": "95% uncertainty",
    "min_max": "minimum to maximum",
    "tolerance": "tolerance",
}


def numbers(row: Row) -> str:
    """The row's numbers: `151,000 [104,000–223,000]`, `267,792–295,170`, `at least 500,000`."""
    if row.statistic == "minimum":
        return f"at least {row.low:,}"
    if row.statistic == "maximum":
        return f"up to {row.high:,}"
    interval = f"{row.low:,}–{row.high:,}" if row.low is not None and row.high is not None else ""
    if row.point is None:
        return interval
    return f"{row.point:,} [{interval}]" if interval else f"{row.point:,}"


def counted(row: Row) -> str:
    """What is counted, of whom, where and when: `violent deaths, Iraqis, Iraq, March 2003 to June 2006`."""
    people = row.population
    who = people.group or (people.who if people.who != "all" else "civilians and combatants")
    if row.measure in ("killed", "excess_deaths"):
        what = _DEATHS.get(row.cause or "", "killed")
        if row.measure == "excess_deaths":
            what = f"excess {what}" if what != "killed" else "excess deaths"
    else:
        what = _MEASURES[row.measure]
    place = row.place.name + (f" without {', '.join(row.place_excludes)}" if row.place_excludes else "")
    return ", ".join(filter(None, (what, who, place, period(row.period))))


def kind_of_interval(row: Row) -> str:
    """The kind of the interval, empty where there is none or it is not told."""
    return _INTERVALS.get(row.interval or "", "")


def period(edtf: str | None) -> str:
    """A date or an interval in words: `March 2003 to June 2006`, `to 2008`, empty for None."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(first)
    if first in ("", ".."):
        return f"to {_day(last)}"
    return f"since {_day(first)}" if last in ("", "..") else f"{_day(first)} to {_day(last)}"


def _day(edtf: str) -> str:
    parts = edtf.rstrip("~?%").split("-")
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    if len(parts) > 1:
        words.append(calendar.month_name[int(parts[1])])
    return " ".join([*words, parts[0]])
