"""Claims, topics and judgements in plain words, which a reader can check against the reports."""

from __future__ import annotations

from functools import lru_cache

from accordingto.compare.judge import Judgement
from accordingto.compare.meaning import Meaning, Population
from accordingto.compare.periods import Period
from accordingto.language.en.speakers import demonyms
from accordingto.records import Reason

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
REASONS: dict[Reason, str] = {
    "different_measure": "different measure",
    "different_population": "different population",
    "nested_population": "one population is a part of the other",
    "different_place": "different place",
    "different_period": "different period",
    "later_as_of": "the same toll up to a later day",
    "different_definition": "different definition",
    "different_method": "different method, a count beside an estimate",
    "same_origin": "one statement, reported more than once",
    "rounding": "one number is the other rounded",
    "bound_quoted_as_point": "a bound of the one is quoted as the number itself",
    "point_quoted_as_bound": "the number of the one is quoted as a bound",
    "interval_moved": "one end of the interval is kept and the other moved",
    "percent_base_error": "the percentages are of two bases, but are said of one",
    "misquote": "one number of one speaker, said of different things: one report must misquote",
    "corrected_by_source": "the source itself gave another number later",
    "true_conflict": "they cannot both be right",
}
_AXES = {
    "measure": "what is counted",
    "population": "who is counted",
    "place": "the place",
    "period": "the time",
}
_VERBS = {"count": "counts", "estimate": "estimates", "projection": "projects", None: "gives"}


def number(low: float | None, high: float | None, *, approx: bool) -> str:
    """A range in words: `about 650`, `at least 31`, `104,000 to 223,000`."""
    if low is None and high is None:
        return "an unknown number of"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        # `more than 600,000` is a figure from 600,001 on.
        return f"more than {low - 1:,}" if low > 1 and (low - 1) % 100 == 0 else f"at least {low:,}"
    said = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"about {said}" if approx else said


def topic(meaning: Meaning) -> str:
    """What is counted: `Iraqi civilians killed by violence in Iraq, 2003–2006`."""
    words = [_who(meaning.population) if meaning.measure[0] == "people" else _thing(meaning.measure[0])]
    if len(meaning.measure) > 1:
        words.append(meaning.measure[-1])
    scope = meaning.definition.scope
    if scope is not None:
        words.append({"direct": "by violence", "indirect": "indirectly", "excess": "(excess deaths)"}[scope])
    if meaning.place is not None:
        words.append(f"in {meaning.place.name}{' (by its report)' if meaning.by_report else ''}")
    when = period(meaning.period)
    year = " (year by a copy of the report)" if meaning.by_copy else ""
    return " ".join(words) + (f", {when}{year}" if when else "")


def claim(speaker: str, meaning: Meaning, said: str, *, denied: bool) -> str:
    """Who gives which number: `WHO estimates 151,000 Iraqis killed in Iraq, 2003–2006`."""
    verb = "denies" if denied else _VERBS[meaning.definition.basis]
    return f"{speaker} {verb} {said} {topic(meaning)}"


def sentence(first: str, second: str, judgement: Judgement) -> str:
    """Both sides, and why they agree, conflict or cannot be compared."""
    verdict, reasons, unknown = judgement
    if verdict == "undecided":
        missing = " and ".join(_AXES[axis] for axis in unknown) or "what is denied"
        why = f"the reports do not tell whether {missing} is the same"
    elif verdict == "agree":
        why = "; ".join(["they agree", *(REASONS[r] for r in reasons)])
    else:
        why = ", ".join(REASONS[r] for r in reasons)
    return f"{first}; {second}: {why}"


def period(when: Period) -> str:
    """A period in words: `2003–2006`, `to October 2018`, `since March 2011`, `13 May 2024`."""
    return _edtf(when.value) if when.value else ""


@lru_cache(maxsize=65536)
def _edtf(value: str) -> str:
    start, slash, end = value.partition("/")
    if not slash:
        return _date(start)
    if start in {"", ".."}:
        return f"to {_date(end)}" if end not in {"", ".."} else "at any time"
    if end in {"", ".."}:
        return f"since {_date(start)}"
    between = "–" if len(start) == len(end) == 4 else " to "
    return f"{_date(start)}{between}{_date(end)}"


def _date(value: str) -> str:
    parts = value.partition("T")[0].split("-")
    if parts[0] == "XXXX" and len(parts) in {2, 3} and all(p.isdigit() for p in parts[1:]) and 1 <= int(parts[1]) <= 12:
        return " ".join([*(str(int(p)) for p in parts[2:]), _MONTHS[int(parts[1]) - 1], "of a year not told"])
    if all(part.isdigit() for part in parts) and len(parts) in {2, 3} and 1 <= int(parts[1]) <= 12:
        return " ".join([*(str(int(p)) for p in parts[2:]), _MONTHS[int(parts[1]) - 1], parts[0]])
    return value


def _who(population: Population) -> str:
    """A population in words: `American women among civilians`."""
    noun = population.category[-1].removeprefix("own: ") if population.category else "people"
    group = population.group
    words = ["other" if population.added else "", population.sex or "", population.age or ""]
    if group is not None and group.startswith("="):
        words.append(_demonym(group[1:]))
    said = " ".join([*(w for w in words if w), noun])
    return said if group is None or group.startswith("=") else f"{said} ({group})"


@lru_cache(maxsize=512)
def _demonym(code: str) -> str:
    known = [word for word, of in demonyms().items() if of == code]
    return known[0].title() if known else code


def _thing(unit: str) -> str:
    return "per cent" if unit == "percent" else unit
