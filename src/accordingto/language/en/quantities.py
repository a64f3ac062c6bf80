"""English word lists for figures: numerals, approximators, harm, people, measures and currencies.

| file | what a line holds |
|---|---|
| `numerals.tsv` | a number word, its value (for a vague word the least it means), and its role in a numeral |
| `approximators.tsv` | a phrase, what it does to the number, and whether it stands before or after it |
| `harms.tsv` | a phrase that tells harm; who suffers (object, subject) or what it is (state, noun); form; harm |
| `people.tsv` | a noun for people, in the singular or an irregular plural; who, age and sex it tells (`-`: nothing) |
| `measures.tsv` | the name or sign of a measure, and the unit |
| `currencies.tsv` | the name or sign of a currency, and its ISO 4217 code |
| `time_units.tsv` | a unit of time or an adverb of it, and its ISO 8601 duration |
| `figure_words.tsv` | a class of words that the rules for figures look at, and a word of it |
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, get_args

from accordingto.records import Age, Harm, Sex, Who

Role = Literal["unit", "teen", "ten", "hundred", "dozen", "scale", "suffix", "half", "fraction", "vague"]
Effect = Literal["about", "estimated", "projected", "least", "more", "most", "less", "exact", "added", "average"]
Use = Literal["object", "subject", "state", "noun"]
"""Who suffers: the `object` of the verb, its `subject`; or the phrase is a `state` (`missing`) or a `noun`."""
Form = Literal["base", "past", "part", "both", "ing", "-"]


@dataclass(frozen=True, slots=True)
class Number:
    """The value of a number word and its role in a numeral."""

    value: float
    role: Role


@dataclass(frozen=True, slots=True)
class HarmPhrase:
    """What a phrase says happened, who then suffers, and its form where it is a verb."""

    harm: Harm
    use: Use
    form: Form


@dataclass(frozen=True, slots=True)
class Kin:
    """What a noun for people tells of them."""

    who: Who | None
    age: Age | None
    sex: Sex | None


@cache
def numbers() -> MappingProxyType[str, Number]:
    """The number words."""
    roles: dict[str, Role] = {name: name for name in get_args(Role)}
    return MappingProxyType({word: Number(_plain(value), roles[role]) for word, value, role in _rows("numerals.tsv")})


@cache
def approximators(stands: Literal["before", "after"]) -> MappingProxyType[tuple[str, ...], Effect]:
    """Phrases that stand before or after a number, with what they do to it."""
    effects: dict[str, Effect] = {name: name for name in get_args(Effect)}
    rows = _rows("approximators.tsv")
    return MappingProxyType({tuple(phrase.split(" ")): effects[what] for phrase, what, at in rows if at == stands})


@cache
def harms() -> MappingProxyType[str, MappingProxyType[tuple[str, ...], tuple[HarmPhrase, ...]]]:
    """Phrases of harm by their first word; one phrase may be of several uses (`killed`)."""
    found: dict[str, dict[tuple[str, ...], list[HarmPhrase]]] = defaultdict(lambda: defaultdict(list))
    all_harms: dict[str, Harm] = {name: name for name in get_args(Harm)}
    uses: dict[str, Use] = {name: name for name in get_args(Use)}
    forms: dict[str, Form] = {name: name for name in get_args(Form)}
    for phrase, use, form, harm in _rows("harms.tsv"):
        words = tuple(phrase.split(" "))
        found[words[0]][words].append(HarmPhrase(all_harms[harm], uses[use], forms[form]))
    return MappingProxyType(
        {first: MappingProxyType({k: tuple(v) for k, v in phrases.items()}) for first, phrases in found.items()}
    )


@cache
def people() -> MappingProxyType[str, Kin]:
    """Nouns for people."""
    who: dict[str, Who] = {name: name for name in get_args(Who)}
    age: dict[str, Age] = {name: name for name in get_args(Age)}
    sex: dict[str, Sex] = {name: name for name in get_args(Sex)}
    return MappingProxyType({n: Kin(who.get(w), age.get(a), sex.get(s)) for n, w, a, s in _rows("people.tsv")})


@cache
def measures() -> MappingProxyType[tuple[str, ...], str]:
    """Names and signs of measures -> unit."""
    return MappingProxyType({tuple(words.split(" ")): unit for words, unit in _rows("measures.tsv")})


@cache
def currencies() -> MappingProxyType[tuple[str, ...], str]:
    """Names and signs of currencies -> ISO 4217 code."""
    return MappingProxyType({tuple(words.lower().split(" ")): code for words, code in _rows("currencies.tsv")})


@cache
def time_units() -> MappingProxyType[str, str]:
    """Names of units of time, and adverbs of them -> ISO 8601 duration."""
    return MappingProxyType({word: duration for word, duration in _rows("time_units.tsv")})  # noqa: C416


@cache
def figure_words(name: str) -> frozenset[str]:
    """The words of one class of `figure_words.tsv`; raises KeyError for a class that it does not have."""
    found = frozenset(word for of, word in _rows("figure_words.tsv") if of == name)
    if not found:
        raise KeyError(f"figure_words.tsv has no class {name!r}")
    return found


def _plain(value: str) -> float:
    number = float(value)
    return int(number) if number.is_integer() else number


def _rows(name: str) -> list[list[str]]:
    text = resources.files("accordingto.language.en").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
