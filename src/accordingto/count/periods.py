"""When what a figure counts happened: the date expression that governs it, and the day up to which it was counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from accordingto.count.harm_phrases import Hits
from accordingto.count.quantity import Quantity
from accordingto.count.spoken import Spoken
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words
from accordingto.records import Attribution, Date, Document, Span

_TYPES = frozenset({"date", "interval", "time"})
_NEAREST = 3
_VERB_REACH = 8
_OTHER_CLAUSE = 15
_SUPERLATIVE = 4
_LEAD_SENTENCES = 4
_AS_OF = (("as", "of"), ("as", "at"), ("up", "to"), ("until",), ("through",), ("by",))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


_DATELINE_END = re.compile(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[-–—]|--)\s")
_DATELINE = 80
"""So far into its line a dateline's day stands, in code points."""


@dataclass(frozen=True, slots=True)
class Period:
    """When it happened, the words for that, and the day up to which it was counted; None for what is not told."""

    value: str | None = None
    words: Span | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class _At:
    """A date expression at the words `start` to `end` (exclusive)."""

    date: Date
    start: int
    end: int
    spoken: bool
    """Whether it says when somebody spoke or published."""
    until: bool
    """Whether it says up to when something was counted."""


class Periods:
    """The dates of a text that may say when something happened, asked by quantity."""

    def __init__(
        self,
        document: Document,
        words: Words,
        hits: Hits,
        dates: Sequence[Date],
        spoken: Spoken,
        harmed: Container[int],
    ) -> None:
        """Durations and sets are no periods; `harmed` holds the first word of each sentence with a figure of harm."""
        self._document = document
        self._words = words
        self._hits = hits
        offsets = [w.start for w in words.all]
        self._dates = [
            self._placed(d, bisect_left(offsets, d.span.start), bisect_left(offsets, d.span.end), spoken)
            for d in sorted(dates, key=lambda d: d.span.start)
            if d.type in _TYPES
        ]
        self._starts = [d.start for d in self._dates]
        self._recent = {
            words.sentence(at)[0]
            for d in dates
            if d.type == "duration" and (at := bisect_left(offsets, d.span.start)) < len(offsets)
            if any(words.lower(i) in figure_words("recent") for i in range(at - 2, at + 2))
        }
        """The first word of each sentence that speaks of a time up to now: `over the past 24 hours`."""
        ongoing = figure_words("ongoing")
        self._ongoing = {words.sentence(i)[0] for i, w in enumerate(words.all) if w.lower in ongoing}
        """The first word of each sentence that says that something still goes on."""
        self._event = self._lead(harmed)
        self._begin = self._beginning()

    def of(self, quantity: Quantity, within: Attribution | None, *, event: bool) -> Period:
        """The period of a quantity; with `event`, where its sentence tells none, that of the event before or the lead.

        `within` is the attribution whose content holds the quantity.
        """
        first, stop = self._words.sentence(quantity.start)
        as_of = self._as_of(quantity, first, stop)
        found = self._nearest(quantity, within, first, stop)
        if found is None and event and first in self._ongoing and self._begin is not None:
            return Period(f"{self._begin.value}/..", None, as_of)
        if found is None and event and first not in self._recent:
            found = self._last_event(first) or self._event
            if found is not None and as_of is not None and (span := self._value(found)) and "/" in span:
                # Another figure's span; this one was counted up to a day of its own.
                return Period(f"{span.partition('/')[0]}/..", found.date.span, as_of)
        if found is None:
            return Period(as_of=as_of)
        return Period(self._value(found), found.date.span, as_of)

    # ------------------------------------------------------------------------------------------------- one quantity

    def _nearest(self, quantity: Quantity, within: Attribution | None, first: int, stop: int) -> _At | None:
        """The nearest date of the sentence that does not say when somebody spoke."""
        at = bisect_left(self._starts, quantity.start)
        near = [
            d
            for d in self._dates[max(0, at - _NEAREST) : at + _NEAREST]
            if first <= d.start < stop and not d.until and not _inside(d.start, quantity) and _tells(d, within)
            if not self._compares(d, first)
        ]
        return min(near, key=lambda d: self._distance(d, quantity), default=None)

    def _compares(self, found: _At, first: int) -> bool:
        """Whether a date only says since when nothing was like it: `the deadliest year since the late 1990s`."""
        since = next((i for i in (found.start - 1, found.start - 2) if self._words.lower(i) == "since"), None)
        if since is None or since < first:
            return False
        before = [self._words.lower(i) for i in range(max(first, since - _SUPERLATIVE), since)]
        return any(w == "most" or (w.endswith("iest") or w in {"biggest", "highest", "worst"}) for w in before)

    def _distance(self, found: _At, quantity: Quantity) -> int:
        """How far a date is from a figure, in words, with what parts them on top."""
        behind = found.start >= quantity.start
        begin, end = (quantity.last, found.start) if behind else (found.end, quantity.start)
        parted = any(w.text in {";", ":"} or w.lower in figure_words("clause_word") for w in self._words.all[begin:end])
        return end - begin + (_OTHER_CLAUSE if parted else 0)

    def _as_of(self, quantity: Quantity, first: int, stop: int) -> str | None:
        """The day up to which it was counted: of a date behind "as of", or of the report behind "so far"."""
        at = bisect_left(self._starts, first)
        for date in self._dates[at : at + 2 * _NEAREST]:
            if date.start < stop and date.until:
                return self._value(date)
        around = range(max(first, quantity.start - _VERB_REACH), min(stop, quantity.last + _VERB_REACH))
        if any(self._words.at(i, pair) for i in around for pair in (("so", "far"), ("to", "date"), ("thus", "far"))):
            return self._document.published and self._document.published[:10]
        return None

    # --------------------------------------------------------------------------------------------------- all the text

    def _last_event(self, first: int) -> _At | None:
        """The day of the sentence before word `first`, or of the last one in its paragraph that tells of harm."""
        begin, _ = self._words.paragraph(first)
        at = bisect_left(self._starts, first)
        for date in reversed(self._dates[max(0, at - _NEAREST) : at]):
            if date.start < begin:
                return None
            value = self._value(date)
            wide = value is not None and "/" not in value and len(value) < len("2003-03")
            if date.spoken or date.until or wide:
                continue
            if self._words.sentence(date.start)[1] == first or self._is_event(date):
                return date
        return None

    def _lead(self, harmed: Container[int]) -> _At | None:
        """The day that the report's first sentences give to the harm they tell of."""
        starts = self._words.starts
        end = starts[_LEAD_SENTENCES] if len(starts) > _LEAD_SENTENCES else len(self._words.all)
        for date in self._dates:
            if date.start >= end:
                return None
            plain = not (date.spoken or date.until) and _is_day(self._value(date))
            if plain and self._words.sentence(date.start)[0] in harmed:
                return date
        return None

    def _beginning(self) -> Date | None:
        """The earliest day on which the text says that something began."""
        days = [
            d.date
            for d in self._dates
            if _is_day(d.date.value) and d.date.type == "date" and self._has(d, figure_words("beginning"))
        ]
        return min(days, key=lambda d: d.value or "", default=None)

    def _has(self, found: _At, listed: frozenset[str]) -> bool:
        """Whether one of these words stands near behind or before a date."""
        first, stop = self._words.sentence(found.start)
        near = range(max(first, found.start - _VERB_REACH), min(stop, found.end + 2 * _VERB_REACH))
        return any(self._words.lower(i) in listed for i in near)

    def _is_event(self, found: _At) -> bool:
        """Whether a date stands in a sentence that tells of harm, and does not say when somebody spoke."""
        return not (found.spoken or found.until) and self._hits.between(*self._words.sentence(found.start))

    def _placed(self, date: Date, start: int, end: int, spoken: Spoken) -> _At:
        first, _ = self._words.sentence(start) if start < len(self._words.all) else (start, start)
        until = any(
            start - len(p) >= first and self._words.at(start - len(p) - skip, p) for p in _AS_OF for skip in (0, 1)
        )
        published = start < len(self._words.all) and self._published(start, end)
        published = published or _in_dateline(self._words.text, date.span)
        return _At(date, start, end, spoken.holds(start, end) or published, until)

    def _published(self, start: int, end: int) -> bool:
        """Whether a verb of publishing stands beside a date: `In 2018 the university published a report`."""
        first, stop = self._words.sentence(start)
        near = range(max(first, start - _VERB_REACH), min(stop, end + _VERB_REACH))
        return any(self._words.lower(i) in figure_words("publication") for i in near)

    def _value(self, found: _At) -> str | None:
        """The EDTF value of a date: open behind "since", without a year where none is known."""
        value = found.date.value or _without_year(self._words, found)
        if value is None or "/" in value:
            return value
        before = self._words.lower(found.start - 1)
        before = self._words.lower(found.start - 2) if before in {"on", "in"} else before
        day = value.partition("T")[0]
        return f"{day}/.." if before == "since" or before in figure_words("beginning") else day


def _in_dateline(text: str, span: Span) -> bool:
    """Whether a date stands in a dateline (`TARN, May 3 (Wire) - `): it says when the report was sent."""
    start = max(0, span.start - _DATELINE)
    line = text.rfind("\n", start, span.start) + 1
    place = text[line : span.start].split(",", maxsplit=1)[0].strip() if line or not start else ""
    return place.isupper() and _DATELINE_END.match(text, span.end) is not None


def _tells(found: _At, within: Attribution | None) -> bool:
    """Whether a date says when something happened: of what is said, one within it; the others say when it was said."""
    if within is None:
        return not found.spoken
    return any(content.holds(found.date.span) for content in within.content)


def _inside(start: int, quantity: Quantity) -> bool:
    return quantity.start <= start < quantity.number[1]


def _is_day(value: str | None) -> bool:
    return value is not None and "/" not in value and len(value.rstrip("~?%")) == len("2003-03-20")


def _without_year(words: Words, found: _At) -> str | None:
    """`XXXX-10-08` for a day whose year nothing tells, `XXXX-03-19/XXXX-04-30` for two of them."""
    told: list[str] = []
    day: int | None = None
    month: int | None = None
    for at in range(found.start, min(found.end, len(words.all))):
        word = words.all[at]
        if word.lower in figure_words("month"):
            if month is not None:
                told.append(_month_day(month, day))
                day = None
            month = _MONTHS.index(word.lower[:3]) + 1
        elif word.kind == "digits" and word.text.isdigit() and 0 < int(word.text) <= 31:
            day = int(word.text)
    if month is None:
        return None
    return "/".join([*told, _month_day(month, day)][:2])


def _month_day(month: int, day: int | None) -> str:
    return f"XXXX-{month:02}" if day is None else f"XXXX-{month:02}-{day:02}"
