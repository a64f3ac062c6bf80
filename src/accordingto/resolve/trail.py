"""Who was mentioned where, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from accordingto.resolve.voices import Voice

LOOK_BACK = 40


@dataclass(slots=True)
class Trail:
    """The mentions of all voices, which may be noted in any order."""

    _items: list[tuple[int, int, bool]] = field(default_factory=list)
    _voices: list[Voice] = field(default_factory=list)

    def add(self, start: int, voice: Voice, *, source: bool) -> None:
        """Note that `voice` is mentioned at `start`, as the source of a statement or otherwise."""
        self._voices.append(voice)
        insort(self._items, (start, len(self._voices) - 1, source))

    def before(self, at: int, most: int = LOOK_BACK) -> Iterator[tuple[int, Voice, bool]]:
        """The last mentions that begin before `at`, nearest first, at most `most` of them: start, voice, as source."""
        i = bisect_right(self._items, (at, -1, False))
        for start, place, source in self._items[max(0, i - most) : i][::-1]:
            yield start, self._voices[place], source
