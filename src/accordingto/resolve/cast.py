"""Text -> the persons, bodies, lands and outlets that it names, found once for the whole document."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.language.en import speakers
from accordingto.language.en.speakers import Gender
from accordingto.records import Kind
from accordingto.resolve.names import Name, Person, acronym, initials, names, person, sort_of
from accordingto.resolve.phrases import parse
from accordingto.resolve.voices import Parts, Voice, one_person, parts
from accordingto.resolve.words import Word, words

Offsets = tuple[int, int]

_APPOSITION = re.compile(
    r",\s+(?=(?:an?|the|his|her|its|their|now|then|former|chief|head|who (?:is|was) (?:an?|the))?\b)"
)
_AGE = re.compile(r",\s+\d{1,2},|\s+\(\d{1,2}\)")
_APPOSED_END = re.compile(r"[,;:.()\n\"“”]|\s[–—-]\s|--|\b(?:said|says|told|who|which)\b")
_DEFINES = re.compile(r"\s*\((?:the\s+)?[\"“]?([A-Z][\w.&-]{1,9})[\"”]?\)")
_NEAR = 60
"""So many mentions back, and so many bearers of one surname, are looked at: the work must not grow with the text."""
_BEFORE = 80
"""So far before a name its function is looked for, in code points."""


@dataclass(slots=True)
class Trail:
    """Who was mentioned where, in the order of the text."""

    _items: list[tuple[int, int, bool]] = field(default_factory=list)
    _voices: list[Voice] = field(default_factory=list)

    def add(self, start: int, voice: Voice, *, source: bool) -> None:
        """Note that `voice` is mentioned at `start`, as the source of a statement or otherwise."""
        self._voices.append(voice)
        insort(self._items, (start, len(self._voices) - 1, source))

    def before(self, at: int, most: int = 40) -> Iterator[tuple[int, Voice, bool]]:
        """The last mentions that begin before `at`, nearest first, at most `most` of them."""
        i = bisect_right(self._items, (at, -1, False)) - 1
        for start, place, source in self._items[max(0, i - most + 1) : i + 1][::-1]:
            yield start, self._voices[place], source


class Cast:
    """All voices of one text, by their names."""

    def __init__(self, text: str) -> None:
        self.text = text
        some = words(text, 0, len(text))
        self.lower = frozenset(w.text for w in some if w.text[0].islower())
        self.trail = Trail()
        self.persons: defaultdict[str, list[Voice]] = defaultdict(list)
        self.firsts: defaultdict[str, list[Voice]] = defaultdict(list)
        self.bodies: dict[str, Voice] = {}
        self.lands: dict[str, Voice] = {}
        self.by_head: defaultdict[str, list[tuple[int, Voice]]] = defaultdict(list)
        self._initials: defaultdict[str, list[Voice]] = defaultdict(list)
        self._suffixes: dict[str, Voice] = {}
        self._fill(list(names(text, some, self.lower)))

    # -- filling

    def _fill(self, found: Sequence[Name]) -> None:
        left = [n for n in found if not self._take_full(n)]
        for name in left:
            self._take_short(name)

    def _take_full(self, name: Name) -> bool:
        """Take a name that tells by itself whose it is; False where it needs the others."""
        sort = sort_of(name)
        if sort in {"organisation", "media"}:
            self.body(name, "media" if sort == "media" else "organisation")
            return True
        if sort == "country":
            self.land(name)
            return True
        who = person(name, sure=self._introduced(name))
        if who is None or (len(who.name) == 1 and not who.before):
            return False
        if len(who.name) == 1:
            return False
        self.person(name, who)
        return True

    def _introduced(self, name: Name) -> bool:
        """Whether a function stands before a name, or an age or function behind it."""
        before = self.text[max(0, name.start - 30) : name.start]
        last = words(before, 0, len(before))[-1:]
        if last and before.endswith(" ") and last[0].end == len(before) - 1 and last[0].role and not last[0].possessive:
            return True
        return bool(_AGE.match(self.text, name.end)) or (len(name.words) > 1 and self._apposition(name) is not None)

    def _take_short(self, name: Name) -> None:
        who = person(name, sure=True)
        if who is None:
            return
        voice = self.surname(parts(who.name), name.start, gender_of(who))
        titled = bool(who.before) and who.before[-1].role is not None
        if voice is None and titled:
            voice = self.person(name, who)
            return
        if voice is not None:
            self._mention(voice, who.name[0].start, name.end)
            self._roles(voice, name, who)

    def person(self, name: Name, who: Person) -> Voice:
        """The person of this name, who may be new."""
        known = parts(who.name)
        gender = gender_of(who)
        fit = [
            v
            for v in self.persons[known.surname][-_NEAR:]
            if one_person(known, v) and gender in {None, v.gender, *_open(v)}
        ]
        voice = fit[-1] if fit else Voice("person")
        if not fit:
            voice.given, voice.surname = known.given, known.surname
            self.persons[known.surname].append(voice)
            for first in known.given[:1]:
                self.firsts[first].append(voice)
        if len(known.given) > len(voice.given):
            voice.given = known.given
        voice.gender = voice.gender or gender
        voice.names.append((who.name[0].start, name.end))
        self._mention(voice, who.name[0].start, name.end)
        self._roles(voice, name, who)
        return voice

    def _roles(self, voice: Voice, name: Name, who: Person) -> None:
        if who.before:
            self.role(voice, who.before[0].start, who.before[-1].end)
        elif before := self._function_before(name.start):
            self.role(voice, *before)
        if (behind := self._apposition(name)) is not None:
            self.role(voice, *behind)

    def _function_before(self, at: int) -> Offsets | None:
        """The noun phrase with a function right before a name (`team member Rodaba Noori`)."""
        start = max(0, at - _BEFORE)
        some = words(self.text, start, at)
        if some and start and self.text[start - 1].isalnum():
            some = some[1:]
        if not some or self.text[some[-1].end : at] not in {" ", ", "} or some[-1].role is None or some[-1].possessive:
            return None
        first = len(some) - 1
        while first > 0 and self.text[some[first - 1].end : some[first].start] in {" ", "-"}:
            if some[first - 1].key in speakers.not_names() or some[first - 1].key.endswith(("ed", "ing")):
                break
            first -= 1
        return some[first].start, some[-1].end

    def _apposition(self, name: Name) -> Offsets | None:
        """The function behind a name and a comma (`, a surgeon at the hospital`)."""
        found = _APPOSITION.match(self.text, name.end)
        if not found:
            return None
        end = _APPOSED_END.search(self.text, found.end(), found.end() + 200)
        some = words(self.text, found.end(), end.start() if end else min(len(self.text), found.end() + 200))
        if not some or len(some) > 20:
            return None
        phrase = parse(self.text, some[0].start, some[-1].end, frozenset())
        if phrase.sort != "role":
            return None
        return some[0].start, some[-1].end

    def role(self, voice: Voice, start: int, end: int) -> None:
        """Note a function of a voice."""
        while end > start and self.text[end - 1] in " ,":
            end -= 1
        if start >= end or (start, end) in voice.roles:
            return
        voice.roles.append((start, end))
        for word in words(self.text, start, end):
            voice.words.add(word.singular)
            if word.role is not None and not word.possessive:
                voice.heads.add(_noun(word))
                voice.party = voice.party or word.role.party
                voice.gender = voice.gender or word.role.gender
            voice.country = voice.country or word.country

    def body(self, name: Name, kind: Kind) -> Voice:
        """The body or outlet of this name, which may be new."""
        key = name.key.removeprefix("the ")
        voice = self.bodies.get(key)
        if voice is None:
            voice = self._known(name, key)
        if voice is None:
            voice = Voice(kind)
            for head in {name.words[-1].singular, name.words[0].singular}:
                if head in speakers.organisation_nouns():
                    voice.party = voice.party or speakers.organisation_nouns()[head].party
            self._index(name, key, voice)
        self.bodies[key] = voice
        voice.names.append((name.start, name.end))
        defined = _DEFINES.match(self.text, name.end)
        if defined and initials(name).startswith(defined[1][0].upper()):
            self.bodies.setdefault(defined[1].casefold(), voice)
            voice.names.append((name.start, defined.end()))
        self._mention(voice, name.start, name.end)
        for word in name.words:
            if word.key in speakers.organisation_nouns():
                self.by_head[word.key].append((name.start, voice))
        self.by_head[""].append((name.start, voice))
        return voice

    def _known(self, name: Name, key: str) -> Voice | None:
        """A body that was named otherwise: spelt out, where this is an acronym, or with more words before these."""
        if acronym(name):
            fit = {id(v): v for v in self._initials.get(name.words[-1].bare.replace(".", "").upper(), ())}
            return next(iter(fit.values())) if len(fit) == 1 else None
        return self._suffixes.get(key)

    def _index(self, name: Name, key: str, voice: Voice) -> None:
        """Note how a body may be called when its name is not given in full."""
        letters = initials(name)
        if len(letters) > 2 or (len(letters) == 2 and len(name.words) > 2):
            self._initials[letters].append(voice)
        rest = key.split()
        for i in range(1, len(rest) - 1):
            self._suffixes.setdefault(" ".join(rest[i:]), voice)

    def land(self, name: Name) -> Voice:
        """The land that a name or its capital stands for."""
        code = speakers.countries()[name.key]
        voice = self.lands.setdefault(code, Voice("organisation", country=code, party="official"))
        self._mention(voice, name.start, name.end)
        if name.key in speakers.country_names():
            voice.names.append((name.start, name.end))
        return voice

    def full_name(self, name: Name) -> str:
        """The fullest name of the body that a name means; the name itself where it means none."""
        voice = self.bodies.get(name.key.removeprefix("the ")) or self._suffixes.get(name.key)
        found = [" ".join(self.text[s:e].split()) for s, e in voice.names[:_NEAR]] if voice else []
        return max([*found, name.text], key=lambda t: (len(t.split()), len(t)))

    def _mention(self, voice: Voice, start: int, end: int) -> None:
        voice.mentions.add((start, end))
        self.trail.add(start, voice, source=False)

    # -- asking

    def surname(self, known: Parts, at: int, gender: Gender | None) -> Voice | None:
        """The person meant by a short name at offset `at`: by surname, else by a first name that one only bears."""
        fit = [v for v in self.persons.get(known.surname, ())[-_NEAR:] if one_person(known, v)]
        fit = [v for v in fit if gender is None or v.gender in {None, gender}] or ([] if gender else fit)
        if not fit and not known.given:
            fit = self.firsts.get(known.surname, [])
            fit = fit if len(fit) == 1 else []
        if len(fit) < 2:
            return fit[0] if fit else None
        near = (v for _, v, _ in self.trail.before(at, _NEAR) if v in fit)
        return next(near, fit[0])


def _open(voice: Voice) -> tuple[None, ...] | tuple[Gender, ...]:
    """Any gender, where a voice's is not known."""
    return ("male", "female") if voice.gender is None else ()


def gender_of(who: Person) -> Gender | None:
    """The gender that lies in a title or function before a name, else in the given name."""
    for word in reversed(who.before):
        if word.role is not None and word.role.gender is not None:
            return word.role.gender
    for word in who.name[:-1] if len(who.name) > 1 else ():
        if word.key in speakers.given_names():
            return speakers.given_names()[word.key]
    return None


def _noun(word: Word) -> str:
    """The noun of a function; for a title the noun that it stands for."""
    noun = speakers.titles().get(word.key, (None, None))[0]
    return noun or word.singular


def sentences(text: str) -> list[int]:
    """Where the sentences of a text begin, roughly: behind a stop and before a capital, and at each paragraph."""
    return [0, *(m.end() for m in _SENTENCE.finditer(text))]


_SENTENCE = re.compile(r"(?:[.!?…][\"”’')\]»]*\s+(?=[^a-z])|\n\s*)")
__all__ = ["Cast", "Trail", "gender_of", "sentences"]
