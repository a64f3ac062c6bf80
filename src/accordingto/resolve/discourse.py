"""Attributions in the order of the text -> the voice of each."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise

from accordingto.language.en import word_class
from accordingto.language.en.speakers import Gender
from accordingto.language.quotations import quotations
from accordingto.records import Attribution, Document, Kind, Span
from accordingto.resolve.cast import Cast
from accordingto.resolve.functions import holder, introduced
from accordingto.resolve.groups import inside, issuer
from accordingto.resolve.interview import FirstPerson
from accordingto.resolve.lookup import Lookup
from accordingto.resolve.phrase import Phrase
from accordingto.resolve.phrases import parse
from accordingto.resolve.pronouns import GENDERS, PLURAL, SILENT, Scene, likeliest, sentences
from accordingto.resolve.relatives import antecedent
from accordingto.resolve.voices import Voice

_NAMED = frozenset(("person", "organisation", "country", "media"))
_HUMAN = frozenset(("person", "people", "anonymous"))
_I = frozenset(("i", "me", "my", "myself"))
_WE = frozenset(("we", "us", "our", "ourselves"))
_YOU = frozenset(("you", "your", "yourself"))
_PLURAL = frozenset(("they", "them", "their", "themselves")) | _WE
_THINGS = frozenset(("it", "its", "itself", "which", "that"))
_MOST_NESTED = 8
_NEXT = 800
"""So near, in code points, is the next statement that names who was told of by a function only."""
NOBODY_LIKELY = "nobody named before is likely enough to be meant"


class Discourse:
    """Goes through the attributions of one document and keeps account of who spoke where."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.text = document.text
        self.cast = Cast(document.text)
        self.order = sorted(attributions, key=_place)
        self._scene = Scene(sentences=sentences(document.text), quotes=quotations(document.text))
        self._persons = FirstPerson(document, self.cast)
        self._lookup = Lookup(self.cast)
        self._by_id = {a.id: a for a in attributions}
        self._voices: dict[str, Voice | None] = {}
        self._phrases: dict[str, Phrase] = {}
        self._spoken: list[tuple[int, int]] = []
        self._speakers: list[Voice] = []
        self._contents = sorted((s.start, s.end, a.id) for a in attributions for s in a.content)

    def run(self) -> dict[str, Voice | None]:
        """The voice of each attribution by its id; None where the text names nobody."""
        for attribution in self.order:
            span = attribution.source
            if span is not None:
                self._phrases[attribution.id] = parse(self.text, span.start, span.end, self.cast.lower)
        # Who is named comes first: a press release says "we" before it says whose it is.
        for attribution in self.order:
            phrase = self._phrases.get(attribution.id)
            if phrase is not None and phrase.sort in _NAMED and phrase.name is not None:
                self._speaker(attribution, 0)
        for attribution in self.order:
            self._speaker(attribution, 0)
        self._identify()
        self._head()
        return self._voices

    def _identify(self) -> None:
        """A function whose holder is named, for the first time, by the very next statement is that person's.

        So reports begin: `A former judge says…`, and the next paragraph has `…, said Ann Harrow.`
        """
        top = [a for a in self.order if a.source is not None and a.within is None]
        for attribution, following in pairwise(top):
            voice, named = self._voices[attribution.id], self._voices[following.id]
            if voice is None or named is None or voice is named or not self._nameless(attribution, indefinite=True):
                continue
            begins = voice.sources == 1 and named.kind == "person" and bool(named.names) and not named.roles
            apart = _place(following)[0] - _place(attribution)[0]
            if (
                begins
                and named.first > _place(attribution)[0]
                and apart < _NEXT
                and voice.gender in {None, named.gender}
            ):
                phrase = self._phrases[attribution.id]
                self.cast.role(named, phrase.start, phrase.core)
                self._voices[attribution.id] = named
                self._note(attribution, named)

    def _head(self) -> None:
        """A headline's function without a name is that of the only person who speaks in the report."""
        end = self.text.find("\n")
        head = [a for a in self.order if a.source is not None and a.source.end <= end and self._nameless(a)]
        if not head or self.text[:end].rstrip().endswith("."):
            return
        persons = {id(v): v for v in self._speakers if v.kind == "person" and v.names}
        if len(persons) != 1:
            return
        only = next(iter(persons.values()))
        for attribution in head:
            self._voices[attribution.id] = only
            self._note(attribution, only)

    def _nameless(self, attribution: Attribution, *, indefinite: bool = False) -> bool:
        voice = self._voices[attribution.id]
        phrase = self._phrases[attribution.id]
        told = voice is not None and not voice.names and phrase.sort == "role"
        return told and (indefinite or not phrase.indefinite)

    def _speaker(self, attribution: Attribution, depth: int) -> Voice | None:
        if attribution.id in self._voices:
            return self._voices[attribution.id]
        outer = self._outer(attribution, depth)
        if attribution.id in self._voices:  # two that stand within each other
            return self._voices[attribution.id]
        voice = self._named(attribution, outer)
        self._voices[attribution.id] = voice
        if voice is not None:
            self._note(attribution, voice)
        return voice

    def _note(self, attribution: Attribution, voice: Voice) -> None:
        at = _place(attribution)[0]
        voice.sources += 1
        voice.performs += attribution.within is None and _present(attribution.cue)
        span = attribution.source
        if span is not None:
            voice.spoken.add((span.start, span.end))
        self.cast.trail.add(at, voice, source=True)
        self._speakers.append(voice)
        insort(self._spoken, (at, len(self._speakers) - 1))

    def _outer(self, attribution: Attribution, depth: int) -> Voice | None:
        """The speaker of the statement that this one stands in."""
        outer = self._by_id.get(attribution.within) if attribution.within else None
        if outer is None and attribution.source is not None:
            outer = self._around(attribution.source.start, attribution.source.end, attribution.id)
        return None if outer is None or depth > _MOST_NESTED else self._speaker(outer, depth + 1)

    def _around(self, first: int, last: int, own: str) -> Attribution | None:
        """The attribution in whose content a source stands, another one than `own`."""
        i = bisect_right(self._contents, (first, len(self.text), ""))
        for start, end, key in self._contents[max(0, i - _MOST_NESTED) : i][::-1]:
            if start <= first and last <= end and key != own:
                return self._by_id[key]
        return None

    def _last(self, at: int) -> Voice | None:
        """Who spoke last before an offset."""
        i = bisect_right(self._spoken, (at, -1)) - 1
        return self._speakers[self._spoken[i][1]] if i >= 0 else None

    def _last_at(self, at: int) -> int:
        """Where the source of the last statement before an offset stands; 0 where there is none."""
        i = bisect_right(self._spoken, (at, -1)) - 1
        return self._spoken[i][0] if i >= 0 else 0

    def _named(self, attribution: Attribution, outer: Voice | None) -> Voice | None:
        if attribution.source is not None:
            return self._voice(self._phrases[attribution.id], outer)
        if attribution.cue is None:
            return self._last(attribution.content[0].start)
        cue = parse(self.text, attribution.cue.start, attribution.cue.end, self.cast.lower)
        if cue.sort != "hearsay" or cue.head in word_class("thought_noun") or self._verb(attribution.cue):
            return None  # "in the belief that": somebody's whom nobody names; "the rumours" speak for themselves
        voice = self._lookup.describe(cue)
        voice.mentions.add((cue.start, cue.end))
        return voice

    def _verb(self, cue: Span) -> bool:
        """Whether a word like "reports" is the verb of a name before it rather than a noun."""
        before = self.text[max(0, cue.start - 30) : cue.start].split()
        return bool(before) and (before[-1][0].isupper() or before[-1][-1] in ",)") and cue.text[0].islower()

    def _voice(self, phrase: Phrase, outer: Voice | None) -> Voice:
        """The voice that a phrase means; each sort of phrase has its way."""
        if phrase.parts:
            return self._together(phrase, outer)
        if phrase.sort == "pronoun":
            return self._pronoun(phrase, outer)
        if phrase.sort == "person":
            return self._lookup.person(phrase)
        if phrase.sort == "document":
            return self._lookup.paper(phrase)
        if phrase.sort in _NAMED:
            return self._lookup.body(phrase, self._last(phrase.start))
        if phrase.sort in {"role", "name"}:
            return self._function(phrase)
        return self._lookup.describe(phrase)

    def _function(self, phrase: Phrase) -> Voice:
        """Whom a function or a name without more means."""
        if phrase.sort == "role" and self._lookup.surname(phrase):
            return self._lookup.name(phrase)
        found = None
        if phrase.definite or (phrase.sort == "role" and not phrase.indefinite):
            found = holder(phrase, self._scene, self.cast, self._last(phrase.start), self._last_at(phrase.start))
        elif phrase.sort == "role":
            found = introduced(phrase, self.cast)
        if found is not None:
            return found
        return self._lookup.name(phrase) if phrase.sort == "name" else self._lookup.describe(phrase)

    def _together(self, phrase: Phrase, outer: Voice | None) -> Voice:
        members = tuple(self._voice(p, outer) for p in phrase.parts)
        for voice, part in zip(members, phrase.parts, strict=True):
            voice.mentions.add((part.start, part.end))
        return self._lookup.together(members)

    def _pronoun(self, phrase: Phrase, outer: Voice | None) -> Voice:
        word = phrase.head
        if word in word_class("relative_pronoun"):
            return self._relative(phrase, outer)
        if word in _I:
            return outer if outer is not None and outer.kind in _HUMAN else self._first(phrase)
        if word in _WE:
            return self._we(phrase, outer)
        if word in _YOU:
            asked = outer is None and self._persons.in_question(phrase.start)
            reader = self._unknown(phrase)
            reader.heads.add("you")
            return (self._persons.interviewee if asked else None) or reader
        return self._third(phrase, outer or self._last(phrase.start))

    def _third(self, phrase: Phrase, last: Voice | None) -> Voice:
        """Whom he, she, it or they mean."""
        gender, many = GENDERS.get(phrase.head), phrase.head in _PLURAL

        def fits(voice: Voice) -> bool:
            if gender is not None:
                return voice.person and voice.gender in {None, gender} and "you" not in voice.heads
            body = voice.kind in {"organisation", "media"}
            return (body or voice.plural or voice.kind == "people") if many else (not voice.plural and _thing(voice))

        def bonus(voice: Voice) -> float:
            if gender is not None:
                return 0.0
            return PLURAL * (many and voice.plural) - (0.0 if voice.sources else SILENT)

        choice = likeliest(phrase.start, self._scene, self.cast.trail, last, fits, gender=gender, bonus=bonus)
        found = choice.voice
        if found is None or not choice.sure:
            return self._unknown(phrase)
        if gender is not None and found.kind == "person":
            found.gender = found.gender or gender
        return found

    def _first(self, phrase: Phrase) -> Voice:
        """Who says "I" outside quotations."""
        answers = not self._persons.in_question(phrase.start)
        return (self._persons.interviewee if answers else None) or self._persons.author

    def _we(self, phrase: Phrase, speaker: Voice | None) -> Voice:
        if speaker is None:
            found = None if self._persons.interview else issuer(self.cast, self._scene)
            return found or self._unknown(phrase)
        around = self._around(phrase.start, phrase.end, "")
        return speaker if around is None else inside(phrase.start, around, speaker, self.cast, self._scene)

    def _relative(self, phrase: Phrase, outer: Voice | None) -> Voice:
        before = antecedent(self.text, phrase.start, self.cast.lower, who=phrase.head.startswith("who"))
        if before is None:
            return self._unknown(phrase)
        voice = self._voice(before, outer)
        if not voice.names:
            voice.mentions.add((before.start, before.end))
        return voice

    def _unknown(self, phrase: Phrase) -> Voice:
        kind: Kind = "people" if phrase.head in _PLURAL else "organisation" if phrase.head in _THINGS else "person"
        gender: Gender | None = GENDERS.get(phrase.head)
        return Voice(kind, gender=gender, plural=kind == "people", note=NOBODY_LIKELY)


def _thing(voice: Voice) -> bool:
    """Whether "it" may stand for a voice."""
    return voice.kind in {"organisation", "media", "document"}


def _present(cue: Span | None) -> bool:
    """Whether a cue is a verb in the third person of the present tense."""
    first = next(iter(cue.text.casefold().split()), "") if cue is not None else ""
    return first.endswith("s") and not first.endswith("ss") and first not in {"was", "is", "has"}


def _place(attribution: Attribution) -> tuple[int, str]:
    """Where an attribution's source stands, else its content."""
    span = attribution.source or attribution.content[0]
    return span.start, attribution.id
