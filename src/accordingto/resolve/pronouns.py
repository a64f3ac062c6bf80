"""Whom a pronoun means: the likeliest of the voices mentioned shortly before it, if likely enough."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.language.en.speakers import Gender
from accordingto.language.quotations import Quotation
from accordingto.resolve.cast import Trail
from accordingto.resolve.voices import Voice

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip

PER_SENTENCE = 0.7
SPOKE = 1.4
"""Who made the last statement goes on speaking."""
SUBJECT = 0.8
"""A mention that its sentence begins with is what the text is about."""
SOURCE = 0.5
GENDER = 0.6
IN_QUOTE = 1.5
"""Whom somebody mentions in a quotation is rarely meant outside it."""
THRESHOLD = -1.5
"""Below this score a pronoun stays unresolved; calibrated on GUM's development documents (docs/speakers.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the choice needs to know of the text: where its sentences begin and what is quoted."""

    sentences: Sequence[int]
    quotes: Sequence[Quotation]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset."""
        return bisect_right(self.sentences, at)

    def quote(self, at: int) -> int | None:
        """The place of the quotation that holds an offset; None outside."""
        i = bisect_right(self.quotes, at, key=lambda q: q.start) - 1
        return i if i >= 0 and at < self.quotes[i].end else None


def likeliest(
    at: int,
    scene: Scene,
    trail: Trail,
    last: Voice | None,
    fits: Callable[[Voice], bool],
    *,
    gender: Gender | None = None,
    bonus: Callable[[Voice], float] = lambda _: 0.0,
) -> tuple[Voice | None, float]:
    """The best antecedent of a pronoun or noun phrase at offset `at`, and its score; None where nobody fits.

    `last` made the last statement before, `fits` says who comes into question, `bonus` adds to a voice's score.
    """
    here, quoted = scene.sentence(at), scene.quote(at)
    best: Voice | None = None
    top = float("-inf")
    for start, voice, source in trail.before(at):
        if not fits(voice):
            continue
        sentence = scene.sentence(start)
        score = -PER_SENTENCE * min(here - sentence, 6) + bonus(voice)
        score += SPOKE * (voice is last) + SOURCE * source + GENDER * (gender is not None and voice.gender == gender)
        score += SUBJECT * (start - scene.sentences[sentence - 1] < 4)
        place = scene.quote(start)
        score -= IN_QUOTE * (place is not None and place != quoted)
        if score > top:
            best, top = voice, score
    return best, top
