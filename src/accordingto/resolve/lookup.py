"""A phrase that says by itself who is meant -> the voice: a name, a body, a land, a document, a function."""

from __future__ import annotations

import re
from bisect import bisect_right, insort

from accordingto.language.en import speakers, word_class
from accordingto.records import Kind
from accordingto.resolve.cast import Cast, gender_of, noun_of
from accordingto.resolve.documents import Documents
from accordingto.resolve.names import Name
from accordingto.resolve.phrase import Phrase
from accordingto.resolve.voices import Voice, parts
from accordingto.resolve.words import plain, words

_OPEN_KINDS: dict[str, Kind] = {
    "role": "person", "people": "people", "organisation": "organisation", "country": "organisation", "media": "media",
    "document": "document", "hearsay": "anonymous", "anonymous": "anonymous", "name": "person",
}  # fmt: skip
_UNNAMED_KINDS: frozenset[Kind] = frozenset(("anonymous", "document", "person"))
_NEUTER = frozenset(("its", "itself"))
_PERSONAL = frozenset(("he", "her", "him", "himself", "his", "i", "me", "my", "she", "who"))
_AFTER = 300
"""So far behind a name the pronouns for it are looked at, in code points."""
_LOOSE = re.compile(r"^by (?=\w)|, (?:who|which|that|whose)$")
"""What of a source's words is no part of what it is called."""
NO_NAME = "no name in the report is known to go with these words"


class Lookup:
    """The voices of one text by what they are called, and those that go by a description only."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._text = cast.text
        self._documents = Documents(cast.text, cast)
        self._described: dict[str, Voice] = {}
        self._brought_in: dict[int, Voice] = {}
        self._latest: dict[str, Voice] = {}
        self._bodies: dict[str, list[tuple[int, int, Voice]]] = {}

    def person(self, phrase: Phrase) -> Voice:
        """The person whom a phrase names, with the functions that stand beside the name."""
        name, who = phrase.name, phrase.person
        if name is None or who is None:
            return self.describe(phrase)
        voice = self._cast.surname(parts(who.name), who.name[0].start, gender_of(who), noun_of(who))
        if voice is None and len(who.name) == 1:
            voice = self._cast.unlisted(parts(who.name).surname)
        voice = voice or self._cast.person(name, who)
        span = (who.name[0].start, name.end)
        if (len(who.name) > 1 or not voice.names) and span not in voice.names:
            voice.names.append(span)
        for start, end in phrase.roles:
            self._cast.role(voice, start, end)
        return voice

    def name(self, phrase: Phrase) -> Voice:
        """The voice of a name that tells nothing of itself, else of the known name that a phrase ends in."""
        name = phrase.name or self._last_name(phrase)
        if name is None:
            return self.describe(phrase)
        who = parts(name.words)
        voice = self._cast.surname(who, phrase.start, None) or self._cast.bodies.get(name.key)
        voice = voice or (self._cast.unlisted(who.surname) if not who.given else None)
        if voice is None:
            if len(name.words) == 1 and self._is_thing(name):
                return self._cast.body(name, "organisation")
            voice = Voice("person", given=who.given, surname=who.surname)
            self._cast.persons[who.surname].append(voice)
        first = name.words[0].key
        if voice.gender is None and voice.kind == "person":
            voice.gender = speakers.given_names().get(first) if first != voice.surname or not voice.given else None
        if not voice.names:
            voice.names.append((name.start, name.end))
        return voice

    def _is_thing(self, name: Name) -> bool:
        """Whether what stands behind a name takes it up by "it" and by no pronoun for a person."""
        after = {w.key for w in words(self._text, name.end, min(len(self._text), name.end + _AFTER))}
        return bool(after & _NEUTER) and not after & _PERSONAL

    def surname(self, phrase: Phrase) -> bool:
        """Whether a noun for a function is somebody's surname here (`Baker said`)."""
        name = phrase.name
        single = name is not None and len(name.words) == 1 and not phrase.definite and not phrase.indefinite
        return single and name is not None and plain(name.text) in self._cast.persons

    def _last_name(self, phrase: Phrase) -> Name | None:
        """The last word of a phrase where it is the surname of somebody known (`a statement Strange`)."""
        last = words(self._text, phrase.start, phrase.core or phrase.end)[-1:]
        known = bool(last) and last[0].capital and last[0].key in self._cast.persons
        return Name(tuple(last)) if known else None

    def body(self, phrase: Phrase, last: Voice | None) -> Voice:
        """The body, outlet or land that a phrase names, or the one that it takes up (`the department`)."""
        land = self._land(phrase) if phrase.sort == "country" else None
        if land is not None:
            return land
        if phrase.name is not None:
            return self._cast.body(phrase.name, "media" if phrase.sort == "media" else "organisation")
        if phrase.definite and last is not None and last.person and phrase.head in last.heads:
            return last
        if phrase.definite or phrase.head in {"police", "authority", "authorities"}:
            same = self._same_body(phrase)
            if same is not None:
                return same
        voice = self.describe(phrase)
        if phrase.indefinite:
            return voice
        insort(self._bodies.setdefault(phrase.head, []), (phrase.start, id(voice), voice))
        return voice

    def _land(self, phrase: Phrase) -> Voice | None:
        name = phrase.name if phrase.name is not None and phrase.name.sort == "country" else phrase.owner
        if name is None:
            return None
        code = speakers.countries().get(name.key) or speakers.demonyms().get(name.key)
        if code is None:
            return None
        voice = self._cast.lands.setdefault(code, Voice("organisation", country=code, party="official"))
        if not voice.names:
            voice.best = voice.best or self._text[phrase.start : phrase.end]
        return voice

    def _same_body(self, phrase: Phrase) -> Voice | None:
        """The body last named or described with this noun, or any body last named for a noun that fits all."""
        head = "" if phrase.head in word_class("body_in_general") else phrase.head
        found: list[tuple[int, Voice]] = []
        for key in dict.fromkeys((phrase.head, head)):
            named = self._cast.by_head.get(key, [])
            i = bisect_right(named, phrase.start, key=lambda k: k[0])
            found += named[max(0, i - 8) : i]
            told = self._bodies.get(key, [])
            j = bisect_right(told, phrase.start, key=lambda k: k[0])
            found += [(start, voice) for start, _, voice in told[max(0, j - 8) : j]]
        fit = [(start, voice) for start, voice in found if phrase.modifiers <= self._called(voice)]
        return max(fit, key=lambda f: f[0])[1] if fit else None

    def _called(self, voice: Voice) -> set[str]:
        """All words of a body's names and descriptions."""
        spans = voice.names[:3] or sorted(voice.mentions)[:3]
        return voice.words | {w.singular for s, e in spans for w in words(self._text, s, e)}

    def paper(self, phrase: Phrase) -> Voice:
        """The document that a phrase means."""
        paper = self._documents.find(phrase)
        if paper is None:
            return self.describe(phrase)
        voice = self._described.get(paper.key)
        if voice is None:
            voice = self._described[paper.key] = Voice("document", best=paper.name)
        voice.mentions.add((paper.start, paper.end))
        return voice

    def _without_preposition(self, start: int, end: int) -> int:
        """The end of a noun that a cue goes on from (`reports of`)."""
        some = words(self._text, start, end)
        while len(some) > 1 and some[-1].key in word_class("preposition"):
            some.pop()
        return some[-1].start + len(some[-1].bare) if some else end

    def together(self, members: tuple[Voice, ...]) -> Voice:
        """The voice of several who speak together."""
        key = "+".join(sorted(str(id(v)) for v in members))
        bodies = all(v.kind in {"organisation", "media"} for v in members)
        made = Voice("organisation" if bodies else "people", plural=True, parts=members)
        return self._described.setdefault(key, made)

    def describe(self, phrase: Phrase) -> Voice:
        """The voice that goes by these words and no name."""
        kind = _OPEN_KINDS.get(phrase.sort, "person")
        end = (
            phrase.core if kind in {"organisation", "media", "document"} and phrase.core > phrase.start else phrase.end
        )
        if phrase.sort == "hearsay":
            end = self._without_preposition(phrase.start, end)
        key = plain(self._text[phrase.start : end]).removeprefix("the ")
        anew = phrase.indefinite and phrase.sort in {"role", "anonymous"}
        voice = self._brought_in.get(phrase.start) if anew else self._described.get(key) or self._taken_up(phrase, kind)
        if voice is None:
            voice = self._described[key] = Voice(kind, plural=phrase.plural, party=phrase.party)
            voice.heads.add(phrase.head)
            voice.words |= phrase.modifiers
            voice.gender = phrase.noun.gender
            voice.best = _LOOSE.sub("", " ".join(self._text[phrase.start : end].split())) or None
            if phrase.sort == "role" and phrase.definite:
                voice.note = NO_NAME
        if kind == "people" and phrase.modifiers and not phrase.owned:
            self._latest[phrase.head] = voice
        if phrase.indefinite and not phrase.plural:
            self._brought_in[phrase.start] = self._latest[phrase.head] = voice
        return voice

    def _taken_up(self, phrase: Phrase, kind: Kind) -> Voice | None:
        """What was brought in last by the same noun: `the affidavit` is the arrest warrant affidavit told of before."""
        if not phrase.definite or phrase.owned:
            return None
        voice = self._latest.get(phrase.head)
        if voice is None or not phrase.modifiers <= voice.words:
            return None
        return voice if kind == voice.kind or {kind, voice.kind} <= _UNNAMED_KINDS else None
