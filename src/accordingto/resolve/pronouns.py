"""Whom a pronoun means: the likeliest of the voices mentioned shortly before it, if likely enough."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.language.en.speakers import Gender
from accordingto.language.quotations import Quotation
from accordingto.resolve.trail import Trail
from accordingto.resolve.voices import Voice

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip

_SENTENCE = re.compile(r"(?:[.!?…][\"”’')\]»]*\s+(?=[^a-z])|\n\s*)")

PER_SENTENCE = 0.7
SPOKE = 1.4
"""Who made the last statement goes on speaking."""
SUBJECT = 0.8
"""A mention that its sentence begins with is what the text is about."""
_SUBJECT_WITHIN = 20
SOURCE = 0.5
GENDER = 0.6
PLURAL = 1.0
"""`They` are rather many than one body."""
SILENT = 1.0
"""A body that says nothing in the report is rarely what "it" or "they" mean as a source."""
IN_QUOTE = 1.5
"""Whom somebody mentions in a quotation is rarely meant outside it."""
NAMELESS = 0.4
"""A text comes back rather to those whom it names."""
FARTHEST = 6
FAR = 10.0
MARGIN = 0.4
"""What the best must be better than the next, to count as meant."""
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

    def sentence_start(self, at: int) -> int:
        """Where the sentence begins that holds an offset."""
        return self.sentences[self.sentence(at) - 1]

    def quote(self, at: int) -> int | None:
        """The place of the quotation that holds an offset; None outside."""
        i = bisect_right(self.quotes, at, key=lambda q: q.start) - 1
        return i if i >= 0 and at < self.quotes[i].end else None


@dataclass(frozen=True, slots=True)
class Choice:
    """The best antecedent, None where nobody fits, its score, and how much better it is than the next one."""

    voice: Voice | None
    score: float
    margin: float

    @property
    def sure(self) -> bool:
        """Whether it is likely enough."""
        return self.voice is not None and self.score >= THRESHOLD and self.margin >= MARGIN


def likeliest(
    at: int,
    scene: Scene,
    trail: Trail,
    last: Voice | None,
    fits: Callable[[Voice], bool],
    *,
    gender: Gender | None = None,
    bonus: Callable[[Voice], float] = lambda _: 0.0,
) -> Choice:
    """The best antecedent of a pronoun or noun phrase at offset `at`.

    `last` made the last statement before, `fits` says who comes into question, `bonus` adds to a voice's score.
    """
    here, quoted = scene.sentence(at), scene.quote(at)
    scores: dict[int, tuple[float, Voice]] = {}
    for start, voice, source in trail.before(at):
        if not fits(voice):
            continue
        sentence = scene.sentence(start)
        score = -PER_SENTENCE * min(here - sentence, FARTHEST) + bonus(voice)
        score += SPOKE * (voice is last) + SOURCE * source + GENDER * (gender is not None and voice.gender == gender)
        score -= NAMELESS * (not voice.names)
        score += SUBJECT * (start - scene.sentences[sentence - 1] < _SUBJECT_WITHIN)
        place = scene.quote(start)
        score -= IN_QUOTE * (place is not None and place != quoted)
        if id(voice) not in scores or score > scores[id(voice)][0]:
            scores[id(voice)] = (score, voice)
    ranked = sorted(scores.values(), key=lambda s: -s[0])
    if not ranked:
        return Choice(None, 0.0, 0.0)
    (score, voice), rivals = ranked[0], ranked[1:2]
    # Far away is near enough for the only one whose gender the text tells.
    alone = not rivals and gender is not None and voice.gender == gender
    return Choice(voice, max(score, THRESHOLD) if alone else score, score - rivals[0][0] if rivals else FAR)


def sentences(text: str) -> list[int]:
    """Where the sentences of a text begin, roughly: behind a stop and before a capital, and at each paragraph."""
    return [0, *(m.end() for m in _SENTENCE.finditer(text))]
