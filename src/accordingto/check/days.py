"""Days that do not exist or do not go together, and ranges that run backwards."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from accordingto.check.context import Context, quoted, words_of
from accordingto.language.en.checks import check_words
from accordingto.records import Check, Date, Span

_DAYS = "|".join(calendar.day_name)
_MONTHS = "|".join(name for name in calendar.month_name if name)
_WEEKDAY_IN = re.compile(rf"\b({_DAYS})\b", re.IGNORECASE)
_WEEKDAY_BEFORE = re.compile(rf"\b({_DAYS}),?\s*(?:the\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_DAY_OF = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({_MONTHS})\b|\b({_MONTHS})\s+(\d{{1,2}})\b", re.IGNORECASE
)
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)"
_BETWEEN = re.compile(
    rf"\bbetween\s+{_NUMBER}\s+and\s+{_NUMBER}(?![\d.,]*\d|[:%]|\s*(?:\w*illion|hundred|thousand|[ap]\.?m\b))",
    re.IGNORECASE,
)
"""Two numbers in digits; not 10 and 5 o'clock, nor a word of scale that belongs to both."""
_MOST_SHOWN = 6


def range_reversed(context: Context) -> Iterator[Check]:
    """A number range written with the larger number first, or a period whose end lies before its beginning."""
    for found in _BETWEEN.finditer(context.text):
        low, high = (int(n.replace(",", "")) for n in found.groups())
        words = Span.of(context.text, found.start(), found.end())
        if low > high:
            yield Check(
                code="range_reversed",
                message=f"{quoted(words)} names the larger number first.",
                spans=(words,),
                figures=tuple(f.id for f in context.figures_in(words)),
            )
    for date in context.ledger.dates:
        start, slash, end = (date.value or "").partition("/")
        if slash and _PLAIN.fullmatch(start) and _PLAIN.fullmatch(end) and _later(start, end):
            yield Check(
                code="range_reversed",
                message=f"{quoted(date.span)} ends before it begins.",
                spans=(date.span,),
            )


def date_after_report(context: Context) -> Iterator[Check]:
    """Dates, with their year written out, that lie after the report's own in sentences that tell of the past.

    A day later is let pass, for the world has many clocks, and so is a year alone, which may be a name ("Class of
    2030"). All of a report make one finding: a wrong date of the report makes all of its own days later ones.
    """
    last = _day_after(context.ledger.document.published)
    late = [d.span for d in context.ledger.dates if last and _told_later(context, d, last)]
    if late:
        told = ", ".join(quoted(span) for span in late[:_MOST_SHOWN]) + (
            " and others" if len(late) > _MOST_SHOWN else ""
        )
        yield Check(
            code="date_after_report",
            message=f"Told as past, but after the date of the report, {context.ledger.document.published}: {told}.",
            spans=tuple(late),
        )


def weekday_misfit(context: Context) -> Iterator[Check]:
    """A day of the week next to a date with its year, where that date was another day of the week."""
    for date in context.ledger.dates:
        day = _day(date)
        if day is None or not _YEAR.search(date.span.text):
            continue
        before = context.text[max(0, date.span.start - 12) : date.span.start]
        found = _WEEKDAY_IN.search(date.span.text) or _WEEKDAY_BEFORE.search(before)
        named, real = found and found[1].capitalize(), calendar.day_name[day.weekday()]
        if named and named != real:
            yield Check(
                code="weekday_misfit",
                message=f"{quoted(date.span)} stands with {named}, but that date is a {real}.",
                spans=(date.span,),
            )


def no_such_day(context: Context) -> Iterator[Check]:
    """A day that its month never has."""
    for date in context.ledger.dates:
        for found in _DAY_OF.finditer(date.span.text):
            day, month = int(found[1] or found[4]), (found[2] or found[3]).capitalize()
            longest = (
                29 if month == "February" else calendar.monthrange(2001, list(calendar.month_name).index(month))[1]
            )
            if longest < day <= 31:
                yield Check(
                    code="no_such_day",
                    message=f"{quoted(date.span)}: {month} has no day {day}.",
                    spans=(date.span,),
                )


def _day(date: Date) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date.value) if date.value and _FULL.fullmatch(date.value) else None
    except ValueError:
        return None


def _day_after(published: str | None) -> str | None:
    """The day after a day in ISO form, None where that is not known."""
    try:
        return (dt.date.fromisoformat((published or "")[:10]) + dt.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


def _told_later(context: Context, date: Date, last: str) -> bool:
    value = date.value or ""
    if len(value) < len("2024-05") or not _PLAIN.fullmatch(value) or not _YEAR.search(date.span.text):
        return False
    words = set(words_of(context.sentence(date.span).text))
    past = words & check_words("past") and not words & check_words("plan")
    return bool(past) and _later(value, last)


def _later(one: str, two: str) -> bool:
    """Whether the first of two ISO dates lies after the second, as far as both are precise."""
    length = min(len(one), len(two))
    return one[:length] > two[:length]
