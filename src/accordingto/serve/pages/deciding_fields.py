"""What a form sends -> text, numbers, choices; and what is wrong with it, field by field."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from accordingto.edtf import InvalidDate, bounds
from accordingto.serve.pages.deciding_words import Found

_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")


class Fields:
    """The fields of a form as they were sent, and the errors that were found in them so far.

    `errors` has a message for each field that does not fit, `places` the places of words that stand in several.
    """

    def __init__(self, sent: Mapping[str, Any]) -> None:
        self.sent = {name: [value] if isinstance(value, str) else list(value) for name, value in sent.items()}
        self.errors: dict[str, str] = {}
        self.places: dict[str, tuple[Found, ...]] = {}

    def text(self, name: str) -> str:
        """What a field says on one line, "" for nothing."""
        return " ".join(self.sent.get(name, [""])[-1].split())

    def all(self, name: str) -> list[str]:
        """What all fields of one name say, without the empty ones."""
        return [text for text in (" ".join(one.split()) for one in self.sent.get(name, [])) if text]

    def flag(self, name: str) -> bool:
        """Whether a box is ticked."""
        return name in self.sent

    def number(self, name: str) -> float | int | None:
        """A number, None for nothing: `1,500` and `1500` are the same."""
        text = self.text(name).replace(",", "").replace(" ", "")
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.errors[name] = f"{self.text(name)!r} is no number: write it in digits, such as 1500, or leave it empty"
            return None
        return int(value) if value.is_integer() else value

    def whole(self, name: str) -> int | None:
        """A whole number from 0, None for nothing or anything else."""
        text = self.text(name)
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None

    def choice(self, name: str, choices: Iterable[str]) -> str | None:
        """One of some choices, None for nothing."""
        text = self.text(name)
        if text and text not in set(choices):
            self.errors[name] = f"{text!r} cannot be chosen here: take one of {', '.join(choices)}"
        return text or None

    def time(self, name: str) -> str | None:
        """A time in EDTF, None for nothing."""
        text = self.text(name)
        if not text:
            return None
        try:
            bounds(text)
        except InvalidDate:
            forms = "2003, 2003-03, 2003-03-20, with an end as 2003/2006, or 2003/.."
            self.errors[name] = f"{text!r} is no date: write it as {forms}"
        return text

    def duration(self, name: str) -> str | None:
        """An ISO 8601 duration, None for nothing."""
        text = self.text(name).upper()
        if text and not _DURATION.fullmatch(text):
            self.errors[name] = f"{text!r} is no length of time: write P1D for a day, P1M for a month, P1Y for a year"
        return text or None
