"""What a text gives its dates to hold on to: the report's own date, the style, the dates said before, and the tense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from accordingto.date.moments import Moment, moment
from accordingto.date.patterns import any_of
from accordingto.date.scan import Mention
from accordingto.language.en.calendar import date_words, surroundings

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])")
_BREAK = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]*[A-Z])|\n")
_BESIDE = 32  # code points beside an expression that tell what it is
_PARAGRAPH = 2_000  # further back nothing is looked for: else a long text would cost its length times its dates
_CLAUSE = 160  # code points around an expression in which its verb is looked for
_ABSOLUTE = frozenset(
    {"iso", "numeric", "days_month", "day_month", "month_days", "month_day", "month_year", "year", "wire_day"}
)
_NEWSY = frozenset({"today", "weekday", "before_last", "relative_weekday", "weekday_last"})
_LOOSE = frozenset({"decade", "century", "holiday"})
_RELATIVE = frozenset({"shifted", "next_unit", "unit_after", "relative_month", "relative_season", "today", "day_part"})
_LEAD = 40
_LEAP = 2
_OPENING = re.compile(
    r"(?:^|\n|[.!?][\"”’)]*\s)\W*(?:(?:and|at|beginning|by|campaign|during|early|end|finally|from|in|late|later|meanwhile|"
    r"of|on|start|the|then|throughout)\W+)*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:until|till|since|before)\s+(?:the\s+)?$", re.IGNORECASE)
_LONG = 8  # years named in a text that is long enough for a history
_HISTORY = 6  # so many years in digits, none of them the report's own, make a history even of a dated text


class Context:
    """The state in which expressions are given their values, one after the other.

    A `history` is a narrative of some length, in which `now` and `formerly` count as expressions of time too.

    `anchor` is the report's date, None where it is not known. In a `narrative` (a history, no news) what is relative
    hangs on `last`, the date said last before; `last` may be empty. `dated`: whether its year stood in the text.
    """

    def __init__(self, text: str, published: str | None, found: Sequence[Mention]) -> None:
        """`published` is EDTF; `found` are all expressions of the text."""
        self.text = text
        self.anchor = _anchor(published)
        self.narrative = _is_narrative(found, self.anchor)
        self.history = self.narrative and len(_years(found)) >= _LONG
        self.last: Moment | None = None
        self.last_end = 0
        self.dated = False
        self._told: Moment | None = None

    @property
    def now(self) -> Moment | None:
        """What `this year` and `last month` hang on."""
        return self.told if self.narrative else self.anchor

    @property
    def told(self) -> Moment | None:
        """Where a narrative has come to: the last date that moved it on, not one named in passing."""
        return self._told or self.last

    def saw(self, point: Moment, mention: Mention) -> None:
        """From the end of `mention` on, `point` is the date said last."""
        self.last, self.last_end = point, mention.end
        self.dated = mention.kind == "iso" or bool(mention.parts.get("year"))
        if self._told is None or self._moves(point, mention):
            self._told = point

    def _moves(self, point: Moment, mention: Mention) -> bool:
        """Whether the narrative goes on from here: not from `since 1955`, `the 1960 treaty`, `two years before`."""
        if mention.kind in _LOOSE:
            return False
        if mention.kind in _RELATIVE:
            return self._told is not None and point.order >= self._told.order
        left = self.text[max(0, mention.start - _LEAD) : mention.start]
        if point.month is None and left.lower().endswith("the ") and not mention.part("mod"):
            return False
        if _OPENING.search(left):
            return True
        if point.month is None or _ASIDE.search(left) or self._told is None:
            return False
        # A day may be in one of the next years; a month or a year named in mid-sentence moves on within the year only.
        return 0 <= point.year - self._told.year <= (_LEAP if point.day else 0)

    def near(self, start: int) -> Moment | None:
        """The date said last, if that was in the same paragraph or the text is a narrative."""
        if self.narrative:
            return self.told
        if self.last is None:
            return None
        far = start - self.last_end > _PARAGRAPH
        return self.last if not far and "\n" not in self.text[self.last_end : start] else None

    def told_before(self, start: int, *, back: bool) -> Moment | None:
        """What `the next day` hangs on, the date said last; `the day before` also on the report's date.

        In news `the next day` is never the day after the report.
        """
        if self.narrative:
            return self.told
        return self.near(start) or self.anchor if back else self.last

    def same_sentence(self, start: int) -> bool:
        """Whether the date said last stands in the sentence of offset `start`."""
        if self.last is None or start - self.last_end > _PARAGRAPH:
            return False
        return not _BREAK.search(self.text, self.last_end, start)

    def before(self, start: int) -> str:
        """The text right before an offset, in lower case."""
        return self.text[max(0, start - _BESIDE) : start].lower()

    def led(self, mention: Mention, name: str) -> bool:
        """Whether what stands before the expression is what `date_surroundings.tsv` calls by this name."""
        return surroundings("before")[name].search(self.before(mention.start)) is not None

    def followed(self, mention: Mention, name: str) -> re.Match[str] | None:
        """What stands after the expression, if it is what `date_surroundings.tsv` calls by this name."""
        return surroundings("after")[name].match(self.text, mention.end, mention.end + _BESIDE)

    def ahead(self, mention: Mention) -> bool | None:
        """Whether the verb nearest before the expression, else after it, looks ahead; None where there is no verb."""
        left = self.text[max(0, mention.start - _CLAUSE) : mention.start]
        breaks = [m.end() for m in _BREAK.finditer(left)]
        verbs = list(_verbs().finditer(left, breaks[-1] if breaks else 0))
        if verbs:
            return verbs[-1].lastgroup == "ahead"
        right = self.text[mention.end : mention.end + _CLAUSE]
        stop = _BREAK.search(right)
        verb = _verbs().search(right, 0, stop.start() if stop else len(right))
        return None if verb is None else verb.lastgroup == "ahead"


@cache
def _verbs() -> re.Pattern[str]:
    ahead, past = any_of(date_words("future_verb")), any_of(date_words("past_verb"))
    return re.compile(rf"(?:\b|(?=['’]))(?:(?P<ahead>{ahead})|(?P<past>{past}|[a-z]{{3,}}ed))\b", re.IGNORECASE)


def _anchor(published: str | None) -> Moment | None:
    found = _PUBLISHED.match(published or "")
    if found is None:
        return None
    return moment(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]


def _is_narrative(found: Sequence[Mention], anchor: Moment | None) -> bool:
    """Whether the text tells a history: years in digits far outnumber `Tuesday` and `today`.

    A text whose own date is known is news unless it names many years besides its own and nearly no day of the week.
    """
    years = _years(found)
    newsy = sum(m.kind in _NEWSY for m in found)
    if anchor is None:
        return len(years) > 2 * newsy
    others = sum(year != f"{anchor.year:04}" for year in years)
    return others >= _HISTORY and others > 8 * newsy and others > len(found) // 3


def _years(found: Sequence[Mention]) -> list[str]:
    years = [m.part("year")[-4:] for m in found if m.kind in _ABSOLUTE and m.parts.get("year")]
    return years + ["BC" for m in found if m.parts.get("bc")]
