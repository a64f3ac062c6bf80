"""Reported -> Amount: a total that a report gives, by one voice, in numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.language.en.accounts import account_pattern
from accordingto.language.en.quantities import people
from accordingto.records import Figure, Reported

_BEFORE = re.compile(r"\ban?\s+((?:[\w-]+\s+){0,3}?[\w-]+)(?:,?\s+and|,)\s*$", re.IGNORECASE)
_AFTER = re.compile(r"\s*,?\s*(?:and|as well as)\s+an?\s+((?:[\w-]+\s+){0,3}?[\w-]+)\b", re.IGNORECASE)
_JOINS = re.compile(
    r"[\s,]*(?:and|as well as|plus|along with|,)?[\s,]*(?:at least|another|some|about)?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure, or several that a sentence adds up (`two guards and three drivers were killed`).

    `low` and `high` are the reported bounds, None where open. `origin` is whose number it is: speaker, else outlet,
    else report. `published` is the report's date.
    """

    parts: tuple[Reported, ...]

    @property
    def first(self) -> Reported:
        """The figure that stands first in the text."""
        return self.parts[0]

    @property
    def singles(self) -> int:
        """People whom the sentence lists beside the figures with an article for a number: `a man and two girls`."""
        last, start = self.parts[-1], self.first.sentence.start
        before = _BEFORE.search(self.first.sentence.text[: self.first.figure.span.start - start])
        after = _AFTER.match(last.sentence.text, last.figure.span.end - last.sentence.start)
        return sum(m is not None and _is_person(m.group(1)) for m in (before, after))

    @property
    def low(self) -> int | None:
        """The sum of the lower bounds, None where one is open."""
        return _sum([*(p.figure.low for p in self.parts), self.singles])

    @property
    def high(self) -> int | None:
        """The sum of the upper bounds, None where one is open."""
        return _sum([*(p.figure.high for p in self.parts), self.singles])

    @property
    def vague(self) -> bool:
        """Whether a vague word is in it."""
        return any(p.figure.vague for p in self.parts)

    @property
    def approx(self) -> bool:
        """Whether the report calls it approximate."""
        return any(p.figure.approx for p in self.parts)

    @property
    def origin(self) -> str:
        """Whose number it is; two amounts of one origin are not independent."""
        one = self.first
        if one.speaker is not None:
            return one.speaker.name.casefold()
        return (one.outlet or one.document).casefold()

    @property
    def party(self) -> str | None:
        """The side of public life that the number comes from."""
        return self.first.speaker.party if self.first.speaker else None

    @property
    def of_some(self) -> bool:
        """Whether it counts only people of one group, age, sex or side (`two women`)."""
        return any(f.group or f.age or f.sex or f.who or _sort(f) for f in (p.figure for p in self.parts))

    @property
    def words(self) -> str:
        """What stands in the report."""
        return " + ".join(p.figure.span.text for p in self.parts)


def _sort(figure: Figure) -> bool:
    """Whether the noun for those counted tells their age, sex or side."""
    noun = figure.counted.text.split()[-1].casefold() if figure.counted else ""
    kin = people().get(noun) or people().get(noun.removesuffix("s"))
    return kin is not None and bool(kin.age or kin.sex or kin.who)


def _is_person(words: str) -> bool:
    """Whether the last word is a noun for one person; age words stand before it, never alone."""
    return words.rsplit(maxsplit=1)[-1].casefold() in people()


def _sum(values: Sequence[float | None]) -> int | None:
    known = [v for v in values if v is not None]
    return int(sum(known)) if len(known) == len(values) else None


def amounts(figures: Sequence[Reported]) -> list[Amount]:
    """Figures of one report in text order -> amounts: those that a sentence lists side by side are added up."""
    found: list[list[Reported]] = []
    for one in figures:
        if found and _side_by_side(found[-1][-1], one):
            found[-1].append(one)
        else:
            found.append([one])
    return [Amount(tuple(group)) for group in found]


def _side_by_side(one: Reported, other: Reported) -> bool:
    """Whether two figures are members of one list, of people named apart."""
    if one.sentence != other.sentence or one.speaker != other.speaker:
        return False
    start = one.sentence.start
    between = one.sentence.text[one.figure.span.end - start : other.figure.span.start - start]
    if not _JOINS.fullmatch(between) or not between.strip():
        return False
    a, b = (r.figure.counted.text.casefold() if r.figure.counted else "" for r in (one, other))
    return a != b and not account_pattern("total").search(one.sentence.text)
