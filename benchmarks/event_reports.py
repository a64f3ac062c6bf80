"""Seed -> reports of many events, as a casebook of years of a conflict has them: several of each event, with its tolls.

Nothing is read by the model: `plain_reports.MadeUpReader` knows the sentences.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from accordingto.records import Item
from benchmarks.made_reports import FAMILY, GIVEN, OUTLETS, TOWNS
from benchmarks.plain_reports import SPEAKERS

_ROLES = ("mayor", "police chief", "surgeon", "army spokesman", "governor", "paramedic", "eyewitness", "minister")
_CITIES = ("Arvan", "Veldria", "Ostrava", "Kher", "Mazra", "Tarsk", "Novobrod", "Velmouth")
_BODY = (
    "Shops stayed shut on the morning after",
    "Crews worked through the night with what light there was",
    "The road to the north was closed until noon",
    "Families waited at the gates for lists of names",
    "The market had been crowded, as it is before a holiday",
    "Water ran out in two quarters of the town",
)
_OUTLETS = tuple(f"{outlet} of {city}" for outlet in OUTLETS for city in _CITIES)
_FIRST = dt.date(2003, 1, 1)
_DAYS = 8_000


def event_reports(count: int, *, seed: int) -> Iterator[Item]:
    """So many reports; the same seed gives the same, and more of them begin with the same."""
    chance = random.Random(seed)
    number = 0
    while number < count:
        town = chance.choice(TOWNS)[0]
        day = _FIRST + dt.timedelta(days=chance.randrange(_DAYS))
        killed, injured = chance.randint(1, 90), chance.randint(1, 300)
        for _ in range(min(count - number, chance.choice((1, 1, 2, 3, 5, 8, 14)))):
            yield _report(number, town, day, (killed, injured), chance)
            number += 1


def _report(number: int, town: str, day: dt.date, tolls: tuple[int, int], chance: random.Random) -> Item:
    sentences = [
        _said(chance, town, day, "killed", max(1, tolls[0] + chance.choice((0, 0, 0, -1, 2, 5)))),
        _said(chance, town, day, "injured", max(1, tolls[1] + chance.choice((0, 0, -3, 10)))),
    ]
    if chance.random() < 0.5:
        sentences.append(_said(chance, town, day, chance.choice(("missing", "displaced")), chance.randint(1, 4_000)))
    if chance.random() < 0.5:
        other = chance.choice(TOWNS)[0]
        sentences.append(_said(chance, other, day - dt.timedelta(days=chance.randint(9, 900)), "killed", tolls[0] + 40))
    body = f"{chance.choice(_BODY)}. {chance.choice(_BODY)}."
    title = f"{tolls[0]} dead in {town}, report {number}"
    outlet = chance.choice(_OUTLETS)
    published = day + dt.timedelta(days=chance.choice((0, 1, 1, 2)))
    text = f"{title}.\n\n{' '.join(sentences)}\n\n{body}\n"
    return Item(
        name=f"report-{number}.txt",
        data=text.encode(),
        title=title,
        outlet=outlet,
        published=published.isoformat(),
        url=f"https://{outlet.split()[0].casefold()}.test/{number}",
    )


def _said(chance: random.Random, town: str, day: dt.date, harm: str, people: int) -> str:
    if chance.random() < 0.5:
        name, _, role, _ = chance.choice(SPEAKERS)
    else:
        name, role = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", chance.choice(_ROLES)
    return f"{name}{f' ({role})' if role else ''} said {people} people were {harm} in {town} in {day.isoformat()}."
