"""Text -> the persons, bodies, lands and outlets that it names, found once for the whole document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from accordingto.language.en import speakers, word_class
from accordingto.language.en.speakers import Gender
from accordingto.records import Kind
from accordingto.resolve.appositions import Headlines, function_before, function_behind, introduced
from accordingto.resolve.described import special
from accordingto.resolve.names import Name, Person, acronym, initials, names, person
from accordingto.resolve.trail import Trail
from accordingto.resolve.voices import Parts, Voice, one_person, parts
from accordingto.resolve.words import Word, plain, words

Offsets = tuple[int, int]

_DEFINES = re.compile(r"\s*\((?:the\s+)?[\"“]?([A-Z][\w.&-]{1,9})[\"”]?\)")
_OF = frozenset(("at", "for", "from", "in", "of", "on", "to", "with"))
_POLICE = re.compile(r"\b(?:police|sheriff|deput(?:y|ies))\b", re.IGNORECASE)
_ARMY = re.compile(r"\b(?:army|military|troops?|soldiers?|navy|air force|brigade|battalion|militia)\b", re.IGNORECASE)
"""A text about the police only means their ranks by sergeant and captain."""
_FULL = 4
_NEAR = 60
"""So many mentions back, and so many bearers of one surname, are looked at: the work must not grow with the text."""


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
        self.holders: defaultdict[str, list[Voice]] = defaultdict(list)
        self._police = bool(_POLICE.search(text)) and not _ARMY.search(text)
        self._others: dict[str, Name] = {}
        self._initials: defaultdict[str, list[Voice]] = defaultdict(list)
        self._headlines = Headlines(text)
        self._suffixes: dict[str, Voice] = {}
        self._fill(list(names(text, some, self.lower)))

    # -- filling

    def _fill(self, found: Sequence[Name]) -> None:
        for name in found:
            if 2 <= len(name.words) <= _FULL and not self._headlines.holds(name) and name.sort == "unknown":
                self._others.setdefault(plain(name.words[-1].bare), name)
        left = [n for n in found if self._headlines.holds(n) or not self._take_full(n)]
        # "Mr Harrow" tells more than "President Harrow" of who is not meant: Ann Harrow.
        for name in sorted(left, key=lambda n: n.words[0].key not in {"mr", "mrs", "ms", "miss"}):
            self._take_short(name)

    def _take_full(self, name: Name) -> bool:
        """Take a name that tells by itself whose it is; False where it needs the others."""
        sort = name.sort
        if sort in {"organisation", "media"}:
            self.body(name, "media" if sort == "media" else "organisation")
            return True
        if sort == "country":
            self.land(name)
            return True
        who = person(name, sure=introduced(self.text, name))
        if who is None or (len(who.name) == 1 and not who.before):
            return False
        if len(who.name) == 1:
            return False
        self.person(name, who)
        return True

    def _take_short(self, name: Name) -> None:
        who = person(name, sure=True)
        if who is None:
            return
        known, gender = parts(who.name), gender_of(who)
        voice = self.surname(known, name.start, gender, noun_of(who))
        titled = bool(who.before) and who.before[-1].role is not None
        if voice is None and titled and not self._headlines.holds(name):
            self._new(name, who)
            return
        if voice is not None:
            self._mention(voice, who.name[0].start, name.end)
            self._roles(voice, name, who)

    def person(self, name: Name, who: Person) -> Voice:
        """The person of this name, who may be new."""
        known, gender = parts(who.name), gender_of(who)
        fit = [v for v in self.persons[known.surname][-_NEAR:] if one_person(known, v)]
        fit = [v for v in fit if gender is None or v.gender in {None, gender}]
        return self._take(fit[-1], name, who) if fit else self._new(name, who)

    def _new(self, name: Name, who: Person) -> Voice:
        known = parts(who.name)
        voice = Voice("person", given=known.given, surname=known.surname)
        self.persons[known.surname].append(voice)
        for first in known.given[:1]:
            self.firsts[first].append(voice)
        return self._take(voice, name, who)

    def _take(self, voice: Voice, name: Name, who: Person) -> Voice:
        """Note a name of a voice."""
        known = parts(who.name)
        if len(known.given) > len(voice.given):
            voice.given = known.given
        voice.gender = voice.gender or gender_of(who)
        voice.names.append((who.name[0].start, name.end))
        self._mention(voice, who.name[0].start, name.end)
        self._roles(voice, name, who)
        return voice

    def _roles(self, voice: Voice, name: Name, who: Person) -> None:
        if who.before:
            self.role(voice, who.before[0].start, who.before[-1].end)
        elif before := function_before(self.text, name.start):
            self.role(voice, *before)
        if (behind := function_behind(self.text, name)) is not None:
            self.role(voice, *behind)

    def role(self, voice: Voice, start: int, end: int) -> None:
        """Note a function of a voice."""
        while end > start and self.text[end - 1] in " ,":
            end -= 1
        for word in words(self.text, start, end):
            if word.key not in word_class("before_function"):
                break
            start = min(end, word.end + 1)
        if start >= end or (start, end) in voice.roles:
            return
        voice.roles.append((start, end))
        complement, last = False, start
        for word in words(self.text, start, end):
            # "a lawyer for the president" is no president
            complement = "," not in self.text[last : word.start] and (complement or word.key in _OF)
            last = word.end
            voice.words.add(word.singular)
            if word.text.islower() and special(word) and word.role is None:
                voice.common.add(word.singular)
            if not complement and word.role is not None and not word.possessive:
                self._function(voice, word)
            voice.country = voice.country or word.country
        if voice.party == "military" and (voice.words & word_class("police") or self._police):
            voice.party = "official"

    def _function(self, voice: Voice, word: Word) -> None:
        noun = _noun(word)
        if noun not in word_class("courtesy"):
            voice.heads.add(noun)
            self.holders[noun].append(voice)
        if word.role is not None:
            voice.party = voice.party or word.role.party
            voice.gender = voice.gender or word.role.gender

    def body(self, name: Name, kind: Kind) -> Voice:
        """The body or outlet of this name, which may be new."""
        key = name.key.removeprefix("the ")
        voice = self.bodies.get(key)
        if voice is None:
            voice = self._known(name, key)
        if voice is None:
            voice = Voice(kind)
            for head in (name.words[-1].singular, name.words[0].singular):
                if head in speakers.organisation_nouns():
                    voice.party = voice.party or speakers.organisation_nouns()[head].party
            self._index(name, key, voice)
            if kind == "media":
                self._suffixes.setdefault(name.words[-1].key, voice)
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

    def known(self, name: Name) -> Voice | None:
        """The body or land that a name means, if the text names it."""
        code = speakers.countries().get(name.key) or speakers.demonyms().get(name.key)
        key = name.key.removeprefix("the ")
        return self.lands.get(code or "") or self.bodies.get(key) or self._suffixes.get(key)

    def only_holder(self, noun: str) -> Voice | None:
        """The person who alone in the text has a function, or whose title stands for it; None where several have."""
        fit = {id(v): v for v in self.holders.get(noun, ()) if v.kind == "person"}
        return next(iter(fit.values())) if len(fit) == 1 else None

    def unlisted(self, surname: str) -> Voice | None:
        """The person of a full name whose given name no list has, where only the surname is said to speak."""
        name = self._others.pop(surname, None)
        who = person(name, sure=True) if name is not None else None
        return self._new(name, who) if name is not None and who is not None and not who.before else None

    # -- asking

    def surname(self, known: Parts, at: int, gender: Gender | None, noun: str | None = None) -> Voice | None:
        """The person meant by a short name at offset `at`: by surname, else by a first name that one only bears.

        `noun` is the function that the name is called by. Who is named in full only later, and with other functions, is
        somebody else (`President Harrow`, and further on `his wife, Ann Harrow, a surgeon`).
        """
        fit = [v for v in self.persons.get(known.surname, ())[-_NEAR:] if one_person(known, v)]
        fit = [v for v in fit if gender is None or v.gender in {None, gender}]
        if noun is not None:
            fit = [v for v in fit if noun in v.heads or not v.heads or v.first < at]
        if not fit and not known.given:
            fit = self.firsts.get(known.surname, [])
            fit = fit if len(fit) == 1 else []
        if len(fit) < 2:
            return fit[0] if fit else None
        if noun is not None and (same := [v for v in fit if noun in v.heads]):
            fit = same
        near = (v for _, v, _ in self.trail.before(at + 1, _NEAR) if v in fit)
        return next(near, fit[0])


def noun_of(who: Person) -> str | None:
    """The function before a name, None for a courtesy such as Mr."""
    noun = _noun(who.before[-1]) if who.before and who.before[-1].role is not None else None
    return None if noun in word_class("courtesy") else noun


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
