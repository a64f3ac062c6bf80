"""Seed -> any number of reports that differ, made of the report that ships with the package, as JSONL files.

Each has some of its paragraphs, in their order, with other names, places and numbers, so that lengths and contents vary
as those of an archive do and the model has true work.
"""

from __future__ import annotations

import random
import re
from importlib import resources
from pathlib import Path

import msgspec

_NUMBER = re.compile(r"\b\d{1,3}\b")
_NAMES = {
    "Marrant": ("Marrant", "Dubail", "Okonjo", "Petersen", "Aldana", "Mirza", "Tolland", "Szabo"),
    "Port Arvan": ("Port Arvan", "Velmouth", "Santa Rosaria", "Kher Dalan", "Novobrod", "Al Mazra"),
    "Ostrava Reach": ("Ostrava Reach", "Lower Veldria", "Western Marches", "Tarsk Republic"),
}
_EACH_FILE = 10_000


def write_reports(folder: Path, count: int, *, seed: int) -> None:
    """Write so many reports into JSONL files of the folder; the same seed gives the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    text = resources.files("accordingto.examples").joinpath("harbour-strike.txt").read_text(encoding="utf-8")
    title, *paragraphs = text.strip().split("\n\n")
    for first in range(0, count, _EACH_FILE):
        with (folder / f"reports-{first:09}.jsonl").open("wb") as file:
            for number in range(first, min(first + _EACH_FILE, count)):
                file.write(msgspec.json.encode(_report(number, title, paragraphs, chance)) + b"\n")


def _report(number: int, title: str, paragraphs: list[str], chance: random.Random) -> dict[str, str]:
    kept = sorted(chance.sample(range(len(paragraphs)), chance.randint(2, len(paragraphs))))
    text = "\n\n".join([title, *(paragraphs[i] for i in kept)])
    for name, others in _NAMES.items():
        text = text.replace(name, chance.choice(others))
    text = _NUMBER.sub(lambda _: str(chance.randint(2, 999)), text)
    day = f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {"text": text, "outlet": f"Outlet {number % 50}", "published": day, "url": f"https://a.test/{number}"}
