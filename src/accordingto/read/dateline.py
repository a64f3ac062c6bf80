"""The head of a report -> when, where and by which agency it was filed, as the report itself says.

Two things are looked for in the first lines: a line that is a date and no more (`Published: 20 March 2023`), and a
dateline, the words before the first sentence (`BAGHDAD, March 20 (Reuters) - `). Nothing is guessed: where the year is
not written it stays open (`XXXX-03-20`), and 03/04/2023 gives no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from accordingto.read.calendar import DATE, edtf
from accordingto.read.words import pairs, words

_HEAD = 2_000
_LINES = 12
_DATE_LINE = 120
_OPENING = 100
_BARE_LINES = 6

_LEADING_DATE = re.compile(r"\s*date:?\s+(?=\d{4}-\d\d-\d\d\b)", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*\b(?:(?:first |last |originally )?(?P<label>published|posted|issued|released|filed|dated?|created|"
    r"updated|modified|revised)(?: (?:on|at))?)\b\s*[:|]?\s*",
    re.IGNORECASE,
)
_CHANGED = frozenset({"updated", "modified", "revised"})
_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_CLOCK = (
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|"
    r"\b\d{3,4}(?= ?(?:gmt|utc))"
)
_ZONE = r"\b(?:gmt|utc|bst|ce?s?t|ee?s?t|[acemp][sd]?t|ist|msk|edt)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|\bZ\b"
# What may stand on a date line beside the date: weekday, clock time and its zone, and the marks between them.
_BESIDE = re.compile(rf"{_WEEKDAY}|{_CLOCK}|{_ZONE}|\b(?:at|on)\b|[\s,;:|/()·•–—-]", re.IGNORECASE)

_SEPARATOR = re.compile(r"\s*(?:—|–|―|--+)\s*|\s+-\s+|(?<=\))\s*-\s*|:\s+")
_AGENCY = re.compile(r"\s*\(([^()]{2,45})\)\s*$")
_AGENCY_ALONE = re.compile(r"\s*\(([^()]{2,45})\)\s*(?=[\"“‘A-Z])")
_PLACE_WORD = re.compile(r"[^\W\d_][\w'’.]*(?:[-/][^\W\d_][\w'’.]*)*")
_SMALL = frozenset({"of", "the", "de", "del", "la", "el", "al", "and", "on", "upon", "in", "du", "da"})
_ARTICLES = frozenset({"the", "la", "el", "al"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """When, where and by whom a report was filed. Each is None where its head does not say.

    `published` and `modified` are EDTF; `day` is the dateline's own date, which may be the day before it was
    published; `agency` is the name that language/en/agencies.txt files it under, else the words of the dateline.
    """

    published: str | None = None
    modified: str | None = None
    day: str | None = None
    place: str | None = None
    agency: str | None = None
    notes: tuple[str, ...] = field(default=())


def filed(text: str) -> Filed:
    """When, where and by which agency the report `text` was filed; only its first lines are looked at.

    >>> filed("BAGHDAD, March 20 (Reuters) - Two men were killed.")
    Filed(published=None, modified=None, day='XXXX-03-20', place='BAGHDAD', agency='Reuters', notes=())
    """
    published = modified = None
    dateline = Filed()
    notes: list[str] = []
    shouted = not any(c.islower() for c in text[:_HEAD])
    for number, line in enumerate(_head(text)):
        if number == 0 and (leading := _LEADING_DATE.match(line)):
            start = DATE.match(line, leading.end())
            published = edtf(start) if start else None
            # The report may go on in the same line, with its dateline.
            rest = line[start.end() :].lstrip() if start else line
        else:
            rest = line
        dates = _date_line(rest)
        for date in dates:
            # Further down a bare date is likelier a heading of a chronicle than the report's own.
            if not date.label and number >= (_BARE_LINES if date.whole_year else 2):
                continue
            if date.value is None:
                notes.append(f"a date line that can be read in two ways was not used: {date.words}")
            elif date.label in _CHANGED:
                modified = modified or date.value
            else:
                published = published or date.value
        if not dates and dateline == Filed():
            dateline = _dateline(rest, shouted=shouted)
    return Filed(
        published=published,
        modified=modified,
        day=dateline.day,
        place=dateline.place,
        agency=dateline.agency,
        notes=tuple(notes),
    )


def is_date_line(line: str) -> bool:
    """Whether `line` is a date and no more, or a dateline stands in it."""
    return bool(_date_line(line)) or _dateline(line, shouted=False) != Filed()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Date:
    """A date of a date line: the word before it ("published"), its EDTF value (None if two are possible), its words."""

    label: str
    value: str | None
    words: str

    @property
    def whole_year(self) -> bool:
        return self.value is None or not self.value.startswith("X")


def _head(text: str) -> Iterator[str]:
    lines = (line for line in text[:_HEAD].splitlines() if line.strip())
    for _, line in zip(range(_LINES), lines, strict=False):
        yield line


def _date_line(line: str) -> list[_Date]:
    """The dates of a line that holds nothing else: "Published 20 March 2023 | Updated 21 March 2023" has two."""
    if len(line) > _DATE_LINE:
        return []
    # "By Jane Doe | March 20, 2023": a byline may stand before the date.
    line = re.sub(r"^\s*by [^|\d]{3,60}?\s[|·•,–—-]\s*", "", line, flags=re.IGNORECASE)
    starts = [match.start() for match in _LABEL.finditer(line)]
    parts = [line[a:b] for a, b in pairwise([0, *(start for start in starts if start), len(line)])]
    found: list[_Date] = []
    for part in parts:
        label = _LABEL.match(part)
        rest = part[label.end() :] if label else part
        match = DATE.search(rest)
        if match is None or _BESIDE.sub("", f"{rest[: match.start()]} {rest[match.end() :]}"):
            return []
        value = edtf(match)
        if value is None and not match["numbers"]:
            return []
        found.append(_Date(label=label["label"].lower() if label else "", value=value, words=match.group()))
    return found


def _dateline(line: str, *, shouted: bool) -> Filed:
    """What the dateline at the start of `line` says; an empty one where there is none.

    `shouted` is for a text all in capitals, where capitals do not mark a place.
    """
    alone = _AGENCY_ALONE.match(line)
    if alone and alone[1] in pairs("agencies.txt"):
        return Filed(agency=pairs("agencies.txt")[alone[1]])
    separator = _SEPARATOR.search(line, 0, _OPENING)
    if separator is None or separator.start() == 0 or not line[separator.end() :].strip():
        return Filed()
    opening = line[: separator.start()]
    if opening.strip() in pairs("agencies.txt"):
        return Filed(agency=pairs("agencies.txt")[opening.strip()])
    opening, agency, day = _without_agency(opening, shouted=shouted)
    if agency and not opening.strip():
        return Filed(agency=agency)
    if date := next((match for match in DATE.finditer(opening) if edtf(match)), None):
        # "3 JAN 90": a year of two digits is no year that could be known. More than that is a sentence with a date.
        if not re.fullmatch(r"[\s,.]*(?:'?\d\d)?[\s,.]*", opening[date.end() :]):
            return Filed()
        day = edtf(date)
        opening = re.sub(rf"(?i)[,\s]*(?:{_WEEKDAY})?[,\s]*$", "", opening[: date.start()])
    place = opening.strip(" ,")
    marked = agency is not None or day is not None
    if not _is_place(place, marked=marked, shouted=shouted) or (separator.group().startswith(":") and not marked):
        return Filed()
    return Filed(day=day, place=place, agency=agency)


def _without_agency(opening: str, *, shouted: bool) -> tuple[str, str | None, str | None]:
    """The opening without the words in brackets at its end, and the agency or the day that these name."""
    found = _AGENCY.search(opening)
    if found is None:
        return opening, None, None
    inside = found[1].strip()
    rest, agency = opening[: found.start()], pairs("agencies.txt").get(inside)
    if date := DATE.fullmatch(inside):
        return rest, None, edtf(date)
    if agency is None and not shouted and rest.strip():
        agency = inside  # A local station, as a rule: "COLUMBUS, Ga. (WTVM)".
    return rest, agency, None


def _is_place(place: str, *, marked: bool, shouted: bool) -> bool:
    """Whether these words can be the place of a dateline; without a date or an agency only capitals mark one."""
    if place.upper() in words("not_places.txt"):
        return False
    town, *regions = [part.strip() for part in place.split(",")]
    lengths = [len(part.split()) for part in (town, *regions)]
    if len(lengths) > 3 or not all(lengths) or max(lengths) > (5 if marked else 4):
        return False
    if town.split(" ", 1)[0].lower() in _SMALL - _ARTICLES or place.rsplit(" ", 1)[-1].lower() in _SMALL:
        return False
    for word in " ".join((town, *regions)).split():
        if not _PLACE_WORD.fullmatch(word) or (word[0].islower() and word not in _SMALL):
            return False
    return marked or (not shouted and len(town) > 2 and town == town.upper())
