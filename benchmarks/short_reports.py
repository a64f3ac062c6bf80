"""Seed -> any number of short reports, a sentence or two each, as JSONL files: what a batch costs beside the model.

Sentences are made of patterns with other names, places, numbers and days; one in a thousand is empty, and is rejected.
"""

from __future__ import annotations

import random
from pathlib import Path

import msgspec

_PATTERNS = (
    "{number} people were {harm} when {event} hit {place} on {day}, {role} {name} said. {more}",
    "{role} {name} told reporters in {place} that at least {number} people had been {harm} in {event}. {more}",
    "“We have counted {number} {harm} so far,” said {name}, {a_role} in {place}, after {event} on {day}. {more}",
    "{event} left {number} people {harm} in {place}, according to the {body}. {more}",
    "The {body} denied on {day} that {event} in {place} had {harm} {number} people, as {role} {name} claimed.",
    "{name}, {a_role}, said between {number} and {larger} people were {harm} in {place} by {event} last week.",
    "The road to {place} will stay closed until {day}, the {body} said. {more}",
    "{event} was reported in {place} on {day}. {more}",
)
_MORE = (
    "The {body} put the number at {larger}.",
    "“Nobody warned us,” {other} said.",
    "Police are looking into the cause.",
    "{other} said the {body} had been told in time.",
    "Schools stayed shut for {few} days.",
    "",
)
_SLOTS: dict[str, tuple[str, ...]] = {
    "harm": ("killed", "injured", "displaced"),
    "event": ("a flood", "an air strike", "a ferry fire", "a landslide", "an explosion", "shelling", "a bus crash"),
    "place": ("Port Arvan", "Velmouth", "Santa Rosaria", "Kher Dalan", "Novobrod", "Al Mazra", "Mosul", "Goma", "Juba"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "3 March", "14 July 2022", "21 October"),
    "role": ("Mayor", "Governor", "Minister", "Colonel", "Dr", "Ambassador"),
    "a_role": ("a surgeon", "a spokeswoman for the army", "the mayor", "a fisherman", "a relief worker", "a witness"),
    "name": ("Ilse Marrant", "Tomas Veldt", "Sahl Okonjo", "Ana Petersen", "Karim Aldana", "Joan Tolland", "Pal Szabo"),
    "other": ("Mira Dubail", "a resident", "an official", "Farid Mirza", "the harbour master"),
    "body": ("Ministry of Health", "Harbour Relief", "Red Crescent", "Interior Ministry", "United Nations", "police"),
}
_EACH_FILE = 10_000
_EMPTY = 0.001


def write_short_reports(folder: Path, count: int, *, seed: int) -> int:
    """Write so many reports into JSONL files of the folder, the same for the same seed; how many words they have."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    words = 0
    for first in range(0, count, _EACH_FILE):
        with (folder / f"reports-{first:09}.jsonl").open("wb") as file:
            for number in range(first, min(first + _EACH_FILE, count)):
                text = "" if chance.random() < _EMPTY else _text(chance)
                words += len(text.split())
                day = f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
                row = {"text": text, "outlet": f"Outlet {number % 50}", "published": day}
                file.write(msgspec.json.encode(row) + b"\n")
    return words


def _text(chance: random.Random) -> str:
    few = chance.randint(2, 30)
    slots = {name: chance.choice(words) for name, words in _SLOTS.items()}
    slots |= {"few": str(few), "number": str(few * chance.choice((1, 1, 7))), "larger": str(few * 9)}
    pattern = chance.choice(_PATTERNS).replace("{more}", chance.choice(_MORE))
    text = " ".join(pattern.format(**slots).split())
    return ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
