"""Amount*, Profile -> numbers: how figures that differ become one record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.language.en.accounts import account_pattern
from accordingto.toll.amounts import Amount
from accordingto.toll.profile import Profile

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Valued:
    """An amount with the bounds that a profile reads in its words; `low` is None where it leaves the field blank."""

    amount: Amount
    low: int | None
    high: int | None

    @property
    def least(self) -> int | None:
        """The least number that it may stand for."""
        return self.low if self.low is not None else self.high


@dataclass(slots=True)
class Numbers:
    """The result: the numbers, which amounts they rest on, and in words how."""

    low: int | None = None
    high: int | None = None
    best: int | None = None
    used: list[Amount] = field(default_factory=list)
    rule: str = ""
    notes: list[str] = field(default_factory=list)


def valued(amount: Amount, profile: Profile) -> Valued:
    """The bounds of an amount in the profile's terms: what a vague word counts, or that it counts nothing."""
    if not amount.vague or profile.vague == "least":
        return Valued(amount, amount.low, amount.high)
    if profile.vague == "blank":
        return Valued(amount, None, None)
    number = 0
    for part in amount.parts:
        said = _of_words(part.figure.span.text, profile, in_war(part.sentence.text)) if part.figure.vague else None
        number += said if said is not None else int(part.figure.low or 0)
    return Valued(amount, number, number)


def in_war(words: str) -> bool:
    """Whether the words around a figure are those of war."""
    return account_pattern("war").search(words) is not None


def _of_words(words: str, profile: Profile, war: bool) -> int | None:  # noqa: FBT001  the second value of a word's two
    """The product of the vague words (`tens of thousands`), None where none of them has a value."""
    number = 1
    found = False
    for word in _WORD.findall(words.casefold()):
        values = profile.vague_words.get(word)
        if values:
            number *= values[-1] if war else values[0]
            found = True
    return number if found else None


def combine(found: Sequence[Amount], profile: Profile) -> Numbers:
    """The numbers that the profile makes of the amounts."""
    values = [valued(a, profile) for a in found]
    blank = [v for v in values if v.least is None]
    values = [v for v in values if v.least is not None]
    if not values:
        return Numbers(rule="left blank: no figure, or one too vague" if blank else "no figure")
    by_rule = {
        "lowest": _lowest,
        "recent_majority_lowest": _recent_majority_lowest,
        "range": _range,
        "range_with_best": _range_with_best,
    }
    made = by_rule[profile.combine](values, profile)
    made.notes += [f"“{v.amount.words}” is too vague to count" for v in blank]
    made.notes += [f"“{a.words}” is approximate" for a in made.used if a.approx]
    return made


def _one_number(value: Valued, rule: str) -> Numbers:
    number = value.least
    return Numbers(low=number, high=number, best=number, used=[value.amount], rule=rule)


def _lowest(values: Sequence[Valued], _: Profile) -> Numbers:
    value = min(values, key=lambda v: v.least or 0)
    made = _one_number(value, "the only figure" if len({v.least for v in values}) == 1 else "the lowest of those given")
    if len({v.least for v in values}) > 1:
        made.notes.append("sources differ: " + ", ".join(sorted({f"“{v.amount.words}”" for v in values})))
    if value.low is None:
        made.notes.append(f"“{value.amount.words}” has no lower end; its upper end was taken")
    return made


def _recent_majority_lowest(values: Sequence[Valued], profile: Profile) -> Numbers:
    if len({v.least for v in values}) == 1:
        return _one_number(values[0], "the only figure")
    differ = "sources differ: " + ", ".join(sorted({f"“{v.amount.words}”" for v in values}))
    made = _recent(values) or _majority(values) or _lowest(values, profile)
    made.notes = [differ]
    return made


def _recent(values: Sequence[Valued]) -> Numbers | None:
    """The most recent source's figure, where its report is later than all others and no claim of an armed group."""
    dates = {v.amount.first.published for v in values}
    if None in dates or len(dates) < 2:
        return None
    last = max(d for d in dates if d)
    latest = [v for v in values if v.amount.first.published == last and v.amount.party != "armed_group"]
    return _one_number(latest[0], "the most recent source's") if len({v.least for v in latest}) == 1 else None


def _majority(values: Sequence[Valued]) -> Numbers | None:
    """The figure that more independent sources give than give any other."""
    origins: dict[int | None, set[str]] = defaultdict(set)
    for v in values:
        origins[v.least].add(v.amount.origin)
    ranked = sorted(origins.items(), key=lambda item: -len(item[1]))
    if len(ranked[0][1]) == len(ranked[1][1]):
        return None
    return _one_number(
        next(v for v in values if v.least == ranked[0][0]),
        f"given by {len(ranked[0][1])} independent sources, the most",
    )


def _range(values: Sequence[Valued], _: Profile) -> Numbers:
    lows = [v.least for v in values if v.least is not None]
    highs = [v.high if v.high is not None else v.low for v in values]
    made = Numbers(
        low=min(lows), high=max(h for h in highs if h is not None), used=[v.amount for v in values],
        rule="from the lowest to the highest of the figures" if len(values) > 1 else "the bounds of the only figure",
    )  # fmt: skip
    if any(v.high is None for v in values):
        made.notes.append("a figure is open upwards: the highest is the highest number named")
    return made


def _range_with_best(values: Sequence[Valued], profile: Profile) -> Numbers:
    claims = [v for v in values if profile.claims_high_only and v.amount.party == "armed_group"]
    reliable = [v for v in values if v not in claims] or list(values)
    made = _range(values, profile)
    inner = _range(reliable, profile)
    made.low, made.best = inner.low, inner.low
    made.rule = "from the lowest to the highest; best is the lower, since reliability cannot be ranked"
    if claims and len(reliable) < len(values):
        made.notes.append("claims of an armed group are in the high end alone")
    return made
