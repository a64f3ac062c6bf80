"""Seed -> reports with known answers: which are copies of which, and which two figures stand how to each other.

Every report is a ledger with its text, sources, attributions and figures, so that the whole way from ledger to contest
can be measured. All words are the repository's own.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from accordingto.records import Attribution, Document, Figure, Ledger, Place, ReaderInfo, Reason, Source, Span, Verdict

READER = ReaderInfo(version="0", model="made", model_sha256="0" * 64)
TOWNS = (
    ("Mosul", "IQ"), ("Basra", "IQ"), ("Kirkuk", "IQ"), ("Ramadi", "IQ"), ("Najaf", "IQ"), ("Tikrit", "IQ"),
    ("Aleppo", "SY"), ("Homs", "SY"), ("Hama", "SY"), ("Raqqa", "SY"), ("Kharkiv", "UA"), ("Mariupol", "UA"),
    ("Odesa", "UA"), ("Kandahar", "AF"), ("Kunduz", "AF"), ("Herat", "AF"), ("Goma", "CD"), ("Bukavu", "CD"),
    ("Gao", "ML"), ("Mopti", "ML"), ("Maiduguri", "NG"), ("Jos", "NG"), ("Mogadishu", "SO"), ("Kismayo", "SO"),
)  # fmt: skip
OUTLETS = ("Quay Courier", "Lantern Post", "Morning Ledger", "The Tidewatch", "Hill Gazette", "Radio Veldria",
           "Station Seven", "Plain Dealer of Arvan", "The Signal Box", "Orchard Times")  # fmt: skip
GIVEN = ("Ilse", "Tomas", "Mira", "Anselm", "Lena", "Oskar", "Nadia", "Pavel", "Ruth", "Emre", "Sada", "Ivo", "Hana")
FAMILY = ("Marrant", "Vehl", "Oduya", "Korro", "Straub", "Lindqvar", "Beshar", "Tolan", "Quist", "Adeyo", "Farrun",
          "Novik", "Sahl", "Orlan", "Pettrak", "Dumay", "Iskar", "Wend", "Zalman", "Ferrow")  # fmt: skip
_NOUNS = (
    "baker", "nurse", "pilot", "trader", "miller", "pupil", "driver", "engineer", "volunteer", "verger", "weaver",
    "stationmaster", "photographer", "fisherman", "teacher", "caretaker", "porter", "mason", "glazier", "clerk",
    "market", "depot", "school", "bridge", "clinic", "chapel", "cinema", "tannery", "barracks", "mill", "granary",
    "terminus", "garage", "warehouse", "bathhouse", "archive", "orchard", "quarry", "lighthouse", "workshop", "kiln",
    "courtyard", "cellar", "stable", "pump", "crane", "ferry", "tram", "ladder", "lantern", "siren", "radio", "gate",
)  # fmt: skip
_MARKS = (
    "old", "small", "eastern", "western", "brick", "wooden", "empty", "crowded", "quiet", "burnt", "narrow", "covered",
    "municipal", "retired", "young", "tired", "shaken", "nearby", "distant", "upper", "lower", "flooded", "unlit",
    "whitewashed", "rented", "half-built", "iron", "patient", "barefoot", "local", "elderly", "southern", "muddy",
)  # fmt: skip
_VERBS = (
    "cleared", "opened", "circled", "guarded", "photographed", "described", "repaired", "left", "reached", "searched",
    "counted", "shielded", "locked", "remembered", "avoided", "measured", "painted", "crossed", "surrounded", "emptied",
    "heard", "followed", "blamed", "rebuilt", "mapped", "watched", "entered", "swept", "lit", "abandoned", "named",
)  # fmt: skip
_PLACES = ("beside", "behind", "opposite", "below", "above", "near", "past", "towards", "inside", "outside", "around")
_TAILS = (
    "before dawn", "after the second shock", "without a word", "for hours", "in the rain", "twice", "by torchlight",
    "against advice", "that week", "as usual", "in the end", "on Sunday", "with strangers", "from memory", "at noon",
)  # fmt: skip
_CLOSING = (
    "It was not possible to verify the accounts independently. The report was written with the help of people on the "
    "spot, whose names are withheld for their safety."
)


@dataclass(frozen=True)
class Plant:
    """Two figures, by their ids as Reported, and the answer for them: verdict, and the reason that must be given."""

    first: str
    second: str
    verdict: Verdict
    reason: Reason | None


@dataclass(frozen=True)
class Made:
    """What was made, and the answers: `text_of` gives for each document the one that it is a copy of, or itself."""

    ledgers: list[Ledger] = field(default_factory=list)
    plants: list[Plant] = field(default_factory=list)
    text_of: dict[str, str] = field(default_factory=dict)
    event_of: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Event:
    number: int
    town: str
    country: str
    day: dt.date
    toll: bool

    @property
    def period(self) -> str:
        """The day of an event, the years of a toll."""
        return f"{self.day.year}/{self.day.year + 4}" if self.toll else self.day.isoformat()


_TOLLS: tuple[tuple[Verdict, Reason | None], ...] = (
    ("incomparable", "different_definition"), ("incomparable", "different_method"), ("incomparable", "later_as_of"),
    ("conflict", "interval_moved"), ("conflict", "bound_quoted_as_point"), ("conflict", "point_quoted_as_bound"),
    ("incomparable", "different_period"), ("agree", "rounding"),
)  # fmt: skip
_EVENTS: tuple[tuple[Verdict, Reason | None], ...] = (
    ("agree", None), ("conflict", "true_conflict"), ("agree", "same_origin"), ("agree", "rounding"),
    ("incomparable", "different_measure"), ("incomparable", "different_population"),
    ("incomparable", "nested_population"), ("incomparable", "misquote"), ("incomparable", "corrected_by_source"),
    ("incomparable", "later_as_of"),
)  # fmt: skip


def make(reports: int, *, seed: int, sentences: int = 18, copies: float = 0.4) -> Made:
    """At least `reports` reports in events of two figures each, of which a part is copied by other outlets.

    Events lie on days and in towns of their own, so that no two may be joined. `sentences` is the length of a text
    besides its figure; `copies` is the chance that a report has copies, one to four of them.
    """
    chance = random.Random(seed)
    made = Made()
    number = 0
    while len(made.ledgers) < reports:
        # A quarter are tolls of five years; twelve years apart, those of one town overlap no other. As many are made as
        # the calendar has room for, and events of one day fill the rest.
        era, town_number = divmod(number // 4, len(TOWNS))
        toll = number % 4 == 3 and era < 12
        if toll:
            day = dt.date(1850 + 12 * era, 1, 1)
        else:
            town_number = number % len(TOWNS)
            day = dt.date(1850, 1, 1) + dt.timedelta(days=9 * (number // len(TOWNS)))
        town, country = TOWNS[town_number]
        _event(made, chance, _Event(number, town, country, day, toll), sentences, copies)
        number += 1
    return made


def _event(made: Made, chance: random.Random, event: _Event, sentences: int, copies: float) -> None:
    """The two reports of an event, their copies, and the answer for their figures."""
    kinds = _TOLLS if event.toll else _EVENTS
    verdict, reason = kinds[event.number // 4 % len(kinds)] if event.toll else kinds[event.number % len(kinds)]
    # Never a round number, which would leave open what was rounded.
    number = 10 * chance.randint(1, 8) + chance.randint(1, 9)
    if event.toll:
        number = 1000 * chance.randint(11, 79) + 10 * chance.randint(11, 99) + 1
    speakers = chance.sample([f"{g} {f}" for g in GIVEN for f in FAMILY], 2)
    base: dict[str, Any] = {"speaker": speakers[0], "low": number, "high": number, "noun": "people"}
    other = _other(base, reason, speakers[1], event)
    published = event.day + dt.timedelta(days=1 if not event.toll else 5 * 365 + 40)
    first = _report(made, chance, event, base, published, sentences, copies)
    later = published + dt.timedelta(days=other.pop("later", 0))
    second = _report(made, chance, event, other, later, sentences, copies)
    made.plants.append(Plant(first, second, verdict, reason))


def _other(base: dict[str, Any], reason: Reason | None, speaker: str, event: _Event) -> dict[str, Any]:
    """The second figure of an event, as the reason wants it."""
    n = base["low"]
    other = {**base, "speaker": speaker}
    same = {**base}
    high = n * 2 + 7
    if reason == "interval_moved":
        base.update(high=high)
        return {**same, "low": n // 2 - 3, "high": high}
    if reason == "bound_quoted_as_point":
        base.update(high=high)
        return {**same, "later": 30}
    year = event.day.year
    made: dict[Reason | None, dict[str, Any]] = {
        None: other,
        "true_conflict": {**other, "low": n * 3 + 5, "high": n * 3 + 5},
        "same_origin": same,
        "rounding": {**other, "low": round(n, -2 if event.toll else -1), "high": round(n, -2 if event.toll else -1),
                     "approx": not event.toll},
        "different_measure": {**other, "harm": "injured", "low": n * 2, "high": n * 2},
        "different_population": {**other, "noun": "soldiers"},
        "nested_population": {**other, "noun": "children", "age": "children", "low": n // 3, "high": n // 3},
        "misquote": {**same, "noun": "civilians", "who": "civilians"},
        "corrected_by_source": {**same, "low": n - 4, "high": n - 4, "later": 2},
        "later_as_of": {**other, "low": n + 6, "high": n + 6, "later": 2},
        "different_definition": {**other, "noun": "excess deaths", "low": n + 9000, "high": n + 9000},
        "different_method": {**other, "basis": "estimate", "low": n + 7001, "high": n + 7001},
        "point_quoted_as_bound": {**same, "high": high, "later": 30},
        "different_period": {**other, "low": n + 5003, "high": n + 5003, "period": f"{year + 1}/{year + 7}"},
    }  # fmt: skip
    found = made[reason]
    if reason == "different_population":
        base.update(noun="civilians", who="civilians")
    if reason == "different_method":
        base.update(basis="count")
    if reason == "different_definition":
        base.update(noun="violent deaths")
    if reason == "later_as_of" and event.toll:
        base.update(period=f"{year}/..", as_of=f"{year + 3}-05-01")
        found = {**found, "period": f"{year}/..", "as_of": f"{year + 5}-02-01", "later": 400}
    return found


def _report(
    made: Made,
    chance: random.Random,
    event: _Event,
    figure: dict[str, Any],
    published: dt.date,
    sentences: int,
    copies: float,
) -> str:
    """Adds a report and its copies; the id of the first one's figure."""
    outlets = chance.sample(OUTLETS, 5)
    body = [_sentence(chance) for _ in range(sentences)]
    wire = chance.random() < 0.5
    ledger = _ledger(event, figure, published, outlets[0], body, wire=False)
    _add(made, ledger, ledger.document.id, event)
    if chance.random() < copies:
        for outlet in outlets[1 : 1 + chance.randint(1, 4)]:
            copy = _ledger(event, figure, published, outlet, _edited(chance, body), wire=wire)
            _add(made, copy, ledger.document.id, event)
    return f"{ledger.document.id[:16]}/f1"


def _add(made: Made, ledger: Ledger, first: str, event: _Event) -> None:
    made.ledgers.append(ledger)
    made.text_of[ledger.document.id] = first
    made.event_of[ledger.document.id] = event.number


def _sentence(chance: random.Random) -> str:
    """The tired nurse guarded the brick depot behind the old mill for hours."""
    first, second, third = (f"the {chance.choice(_MARKS)} {chance.choice(_NOUNS)}" for _ in range(3))
    parts = (first.capitalize(), chance.choice(_VERBS), second, chance.choice(_PLACES), third, chance.choice(_TAILS))
    return " ".join(parts) + "."


def _edited(chance: random.Random, body: list[str]) -> list[str]:
    """A body as another outlet prints it: cut, with words changed, sentences left out and one of its own."""
    kept = body[: max(4, int(len(body) * chance.uniform(0.6, 1.0)))]
    kept = [s for s in kept if chance.random() > 0.08]
    words = " ".join(kept).split(" ")
    for _ in range(len(words) // 25):
        words[chance.randrange(len(words))] = chance.choice(("nearby", "still", "slowly", "later", "again"))
    return [*" ".join(words).split(". "), _sentence(chance)]


def _ledger(
    event: _Event, figure: dict[str, Any], published: dt.date, outlet: str, body: list[str], *, wire: bool
) -> Ledger:
    """The ledger of one report: its lead states the figure, the body has none."""
    low, high, noun = figure["low"], figure["high"], figure["noun"]
    said = f"{low:,}" if low == high else f"between {low:,} and {high:,}"
    words = f"{'about ' if figure.get('approx') else ''}{said} {noun}"
    done = "wounded" if figure.get("harm") == "injured" else "killed"
    lead = f"{figure['speaker']} said {words} were {done} in {event.town}."
    text = "\n\n".join([lead, " ".join(body), _CLOSING])
    return Ledger(
        document=_document(text, outlet, published, wire=wire), reader=READER, **_found(event, figure, text, words)
    )


def _document(text: str, outlet: str, published: dt.date, *, wire: bool) -> Document:
    return Document(
        id=hashlib.sha256(f"{outlet} {published}\n{text}".encode()).hexdigest(),
        media_type="text/plain",
        text=text,
        outlet=outlet,
        published=published.isoformat(),
        language="en",
        notes=("agency: Reuters",) if wire else (),
    )


def _found(event: _Event, figure: dict[str, Any], text: str, words: str) -> dict[str, Any]:
    """Source, attribution and figure of the lead."""
    speaker = figure["speaker"]
    start = len(f"{speaker} said ")
    end = text.index(".\n\n")
    span = Span.of(text, start, start + len(words))
    name = Span.of(text, 0, len(speaker))
    kept = {k: figure[k] for k in ("approx", "age", "who", "as_of", "basis") if k in figure}
    return {
        "sources": (Source(id="s1", name=speaker, kind="person", mentions=(name,)),),
        "attributions": (
            Attribution(
                id="a1", source=name, cue=Span.of(text, start - 5, start - 1), content=(Span.of(text, start, end),),
                manner="indirect", stance="asserts", speaker="s1", confidence=0.9,
            ),
        ),
        "figures": (
            Figure(
                id="f1", span=span, low=figure["low"], high=figure["high"], unit="people",
                counted=Span.of(text, span.end - len(figure["noun"]), span.end), harm=figure.get("harm", "killed"),
                place=Place(name=event.town, country=event.country), period=figure.get("period", event.period),
                attribution="a1", speaker="s1", confidence=0.9, **kept,
            ),
        ),
    }  # fmt: skip


def one_conflict(figures: int, *, seed: int, start: int = 2003) -> Iterator[Ledger]:
    """Ledgers of one conflict of 500 days in Iraq, a figure each, with short texts: for measuring time.

    A tenth are tolls of the country up to some month, the rest counts of a day in one of its towns, by 260 speakers.
    """
    chance = random.Random(seed)
    speakers = [f"{g} {f}" for g in GIVEN for f in FAMILY]
    towns = [t for t in TOWNS if t[1] == "IQ"]
    for number in range(figures):
        toll = chance.random() < 0.1
        town, country = ("Iraq", "IQ") if toll else chance.choice(towns)
        day = dt.date(start, 3, 20) + dt.timedelta(days=chance.randrange(500))
        noun, who = chance.choice(
            [("people", None), ("civilians", "civilians"), ("soldiers", None), ("children", None)]
        )
        n = chance.choice([100, 110, 120, 150, 151]) * 1000 if toll else chance.randint(2, 60)
        figure = {"speaker": chance.choice(speakers), "low": n, "high": n, "noun": noun, "who": who}
        if toll:
            as_of = (day + dt.timedelta(days=30)).isoformat()[:7]
            figure |= {"period": f"{start}-03-20/..", "as_of": as_of}
        event = _Event(number, town, country, day, toll=False)
        body = [f"Report {number} of {start}."]
        yield _ledger(event, figure, day + dt.timedelta(days=1), chance.choice(OUTLETS), body, wire=False)


def conflicts(figures: int, *, seed: int) -> Iterator[Ledger]:
    """Ledgers of as many conflicts of 2,000 figures as there is room for, one after the other in time."""
    for number in range(0, figures, 2000):
        yield from one_conflict(min(2000, figures - number), seed=seed + number, start=1900 + 2 * (number // 2000))
