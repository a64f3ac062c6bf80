"""Who says "I" outside quotations: the person who is interviewed, or the text's author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from accordingto.records import Document
from accordingto.resolve.cast import Cast, gender_of
from accordingto.resolve.names import Name, names, person
from accordingto.resolve.voices import Voice, parts
from accordingto.resolve.words import words

_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|I['’](?:m|ve|d|ll))\b")
_INTERVIEW = re.compile(r"\binterview(?:s|ed)?\b(?:\s+(?:with|of))?", re.IGNORECASE)
_NEAR = 120
_SHARE = 0.12
_OPENING = 800
_QUESTIONS = 3
"""A text with fewer paragraphs that end in a question mark is no interview."""
AUTHOR = "the first person outside quotations: whoever wrote the text"


class FirstPerson:
    """Finds the voices of "I" and "you" in one text; `cast` are the persons that it names."""

    def __init__(self, document: Document, cast: Cast) -> None:
        self._text = document.text
        self._name = document.author
        self._cast = cast

    @cached_property
    def _asked(self) -> list[tuple[int, int]]:
        """The paragraphs that end in a question, where there are enough of them for an interview."""
        lines = list(_PARAGRAPH.finditer(self._text))
        asked = [m.span() for m in lines if m.group().rstrip().endswith("?")]
        answers = sum(1 for m in lines if not m.group().rstrip().endswith("?") and _FIRST_PERSON.search(m.group()))
        announced = _INTERVIEW.search(self._text, 0, _OPENING) is not None
        enough = len(asked) >= max(_QUESTIONS - announced, len(lines) * _SHARE * (not announced))
        return asked if enough and answers >= _QUESTIONS else []

    @property
    def interview(self) -> bool:
        """Whether the text is one of questions and answers."""
        return bool(self._asked)

    @cached_property
    def interviewee(self) -> Voice | None:
        """The person whom an interview is with: the one named most up to its second question."""
        if not self._asked:
            return None
        until = self._asked[1][0]
        named = _INTERVIEW.search(self._text, 0, until)
        for name in self._names(named.end(), min(until, named.end() + _NEAR)) if named else ():
            who = person(name, sure=name.sort == "unknown")
            if who is None or len(who.name) < 2:
                continue
            known = self._cast.surname(parts(who.name), name.start, gender_of(who))
            return known or self._cast.person(name, who)
        counts: dict[int, tuple[int, int, Voice]] = {}
        for start, voice, _ in self._cast.trail.before(until, most=200):
            if voice.kind == "person" and voice.names:
                n, _, _ = counts.get(id(voice), (0, 0, voice))
                counts[id(voice)] = (n + 1, -start, voice)
        return max(counts.values(), key=lambda c: c[:2])[2] if counts else None

    def _names(self, start: int, end: int) -> Iterator[Name]:
        return names(self._text, words(self._text, start, end), self._cast.lower)

    @cached_property
    def author(self) -> Voice:
        """Whoever wrote the text."""
        return Voice("person", best=self._name, note=None if self._name else AUTHOR)

    def in_question(self, at: int) -> bool:
        """Whether an offset stands in a question of an interview."""
        return any(start <= at < end for start, end in self._asked)
