"""Attributions in the order of the text -> the voice of each."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Sequence

from accordingto.language.en import speakers
from accordingto.language.quotations import quotations
from accordingto.records import Attribution, Document, Kind, Span
from accordingto.resolve.cast import Cast, gender_of, sentences
from accordingto.resolve.documents import Documents
from accordingto.resolve.names import sort_of
from accordingto.resolve.phrases import Phrase, parse
from accordingto.resolve.pronouns import GENDERS, THRESHOLD, Scene, likeliest
from accordingto.resolve.relatives import antecedent
from accordingto.resolve.voices import Voice, parts
from accordingto.resolve.words import plain

_ROLE_THRESHOLD = 0.6
_SAME_NOUN = 3.0
_SAME_PARTY = 1.6
_MODIFIER = 0.8
_OTHER_LAND = -4.0
_GENERIC = frozenset(
    ["man", "woman", "person", "official", "leader", "figure", "individual", "speaker", "boss", "chief", "teen", "teenager", "boy", "girl"]
)
_BODY_NOUNS = frozenset(["organization", "organisation", "group", "company", "agency", "body", "firm", "outfit", "institution", "party"])
_NAMED = frozenset(("person", "organisation", "country", "media"))
_OPEN_KINDS: dict[str, Kind] = {
    "role": "person", "people": "people", "organisation": "organisation", "country": "organisation", "media": "media",
    "document": "document", "hearsay": "anonymous", "anonymous": "anonymous", "name": "person",
}  # fmt: skip


class Discourse:
    """Goes through the attributions of one document and keeps account of who spoke where."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.text = document.text
        self.document = document
        self.cast = Cast(document.text)
        self.scene = Scene(sentences=sentences(document.text), quotes=quotations(document.text))
        self.documents = Documents(document.text, self.cast)
        self.by_id = {a.id: a for a in attributions}
        self.order = sorted(attributions, key=_place)
        self.voices: dict[str, Voice | None] = {}
        self.described: dict[str, Voice] = {}
        self._phrases: dict[str, Phrase] = {}
        self._spoken: list[tuple[int, int]] = []
        self._speakers: list[Voice] = []
        self._contents = sorted((s.start, s.end, a.id) for a in attributions for s in a.content)

    def run(self) -> dict[str, Voice | None]:
        """The voice of each attribution by its id; None where the text names nobody."""
        for attribution in self.order:
            if attribution.source is not None:
                self._phrases[attribution.id] = parse(
                    self.text, attribution.source.start, attribution.source.end, self.cast.lower
                )
        # Who is named comes first: a press release says "we" before it says whose it is.
        for attribution in self.order:
            phrase = self._phrases.get(attribution.id)
            if phrase is not None and phrase.sort in _NAMED and phrase.name is not None:
                self._speaker(attribution, 0)
        for attribution in self.order:
            self._speaker(attribution, 0)
        return self.voices

    def _speaker(self, attribution: Attribution, depth: int) -> Voice | None:
        if attribution.id in self.voices:
            return self.voices[attribution.id]
        outer = self._outer(attribution, depth)
        voice = self._named(attribution, outer)
        self.voices[attribution.id] = voice
        if voice is not None:
            at = _place(attribution)[0]
            voice.sources += 1
            if attribution.source is not None:
                voice.mentions.add((attribution.source.start, attribution.source.end))
            if attribution.within is None or attribution.source is not None:
                self.cast.trail.add(at, voice, source=True)
                self._speakers.append(voice)
                insort(self._spoken, (at, len(self._speakers) - 1))
        return voice

    def _outer(self, attribution: Attribution, depth: int) -> Voice | None:
        """The speaker of the statement that this one stands in."""
        outer = self.by_id.get(attribution.within) if attribution.within else None
        if outer is None and attribution.source is not None:
            outer = self._around(attribution.source, attribution.id)
        if outer is None or depth > 8:
            return None
        return self._speaker(outer, depth + 1)

    def _around(self, source: Span, own: str) -> Attribution | None:
        """The attribution in whose content a source stands."""
        i = bisect_right(self._contents, (source.start, len(self.text), ""))
        for start, end, key in self._contents[max(0, i - 8) : i][::-1]:
            if start <= source.start and source.end <= end and key != own:
                return self.by_id[key]
        return None

    def _last(self, at: int) -> Voice | None:
        """Who spoke last before an offset."""
        i = bisect_right(self._spoken, (at, -1)) - 1
        return self._speakers[self._spoken[i][1]] if i >= 0 else None

    def _named(self, attribution: Attribution, outer: Voice | None) -> Voice | None:
        source = attribution.source
        if source is not None:
            return self._voice(self._phrases[attribution.id], outer)
        if attribution.cue is None:
            return self._last(attribution.content[0].start)
        cue = parse(self.text, attribution.cue.start, attribution.cue.end, self.cast.lower)
        if cue.sort == "hearsay" and cue.head:
            return self._describe(cue)
        return None

    # -- by the sort of phrase

    def _voice(self, phrase: Phrase, outer: Voice | None) -> Voice:
        if phrase.parts:
            return self._together(phrase, outer)
        if phrase.sort == "pronoun":
            return self._pronoun(phrase, outer)
        if phrase.sort == "person":
            return self._person(phrase)
        if phrase.sort == "name":
            return self._name(phrase, outer)
        if phrase.sort in {"organisation", "media", "country"}:
            return self._body(phrase)
        if phrase.sort == "role" and not phrase.indefinite:
            return self._role(phrase, outer)
        if phrase.sort == "document":
            return self._paper(phrase)
        return self._describe(phrase)

    def _together(self, phrase: Phrase, outer: Voice | None) -> Voice:
        members = tuple(self._voice(p, outer) for p in phrase.parts)
        for voice, part in zip(members, phrase.parts, strict=True):
            voice.mentions.add((part.start, part.end))
        key = "+".join(sorted(str(id(v)) for v in members))
        voice = self.described.get(key)
        if voice is None:
            bodies = all(v.kind in {"organisation", "media"} for v in members)
            voice = Voice("organisation" if bodies else "people", plural=True, parts=members)
            self.described[key] = voice
        return voice

    def _person(self, phrase: Phrase) -> Voice:
        assert phrase.name is not None and phrase.person is not None  # noqa: S101  what the sort says
        who = phrase.person
        voice = self.cast.surname(parts(who.name), phrase.start, gender_of(who))
        if voice is None:
            voice = self.cast.person(phrase.name, who)
        span = (who.name[0].start, phrase.name.end)
        if len(who.name) > 1 and span not in voice.names:
            voice.names.append(span)
        for start, end in phrase.roles:
            self.cast.role(voice, start, end)
        return voice

    def _name(self, phrase: Phrase, outer: Voice | None) -> Voice:
        if phrase.name is None:
            if phrase.definite:
                return self._role(phrase, outer)
            return self._describe(phrase)
        who = parts(phrase.name.words)
        voice = self.cast.surname(who, phrase.start, None) or self.cast.bodies.get(phrase.name.key)
        if voice is None:
            voice = Voice("person", given=who.given, surname=who.surname)
            self.cast.persons[who.surname].append(voice)
        if not voice.names:
            voice.names.append((phrase.name.start, phrase.name.end))
        return voice

    def _role(self, phrase: Phrase, outer: Voice | None) -> Voice:
        """The person whom a noun means (`the general`): who has that function, or one like it and spoke last."""
        land = next((w.country for w in self._modifiers(phrase) if w.country), None)

        def bonus(voice: Voice) -> float:
            score = _SAME_NOUN * (phrase.head in voice.heads)
            score += _SAME_PARTY * (phrase.party is not None and phrase.party == voice.party)
            score += _MODIFIER * min(2, len(phrase.modifiers & voice.words))
            if land is not None and voice.country not in {None, land}:
                score += _OTHER_LAND
            if phrase.party is not None and voice.party not in {None, phrase.party}:
                score -= 2.0
            return score

        gender = phrase.noun.gender

        def fits(voice: Voice) -> bool:
            if not voice.person or (gender is not None and voice.gender not in {None, gender}):
                return False
            return bonus(voice) > 1.0 or (phrase.head in _GENERIC and voice.sources > 0)

        last = self._last(phrase.start)
        found, score = likeliest(phrase.start, self.scene, self.cast.trail, last, fits, gender=gender, bonus=bonus)
        if found is None or score < _ROLE_THRESHOLD:
            found = self._only_one(phrase)
        if found is None:
            return self._describe(phrase)
        found.heads.add(phrase.head)
        return found

    def _only_one(self, phrase: Phrase) -> Voice | None:
        """The only person of the text with this function, wherever it stands (a headline names the function first)."""
        fit = {
            id(v): v
            for some in self.cast.persons.values()
            for v in some
            if phrase.head in v.heads and phrase.head not in _GENERIC
        }
        return next(iter(fit.values())) if len(fit) == 1 else None

    def _modifiers(self, phrase: Phrase):  # noqa: ANN202
        from accordingto.resolve.words import words

        return words(self.text, phrase.start, phrase.end)

    def _body(self, phrase: Phrase) -> Voice:
        name = phrase.name
        if phrase.sort == "country":
            found = name if name is not None and sort_of(name) == "country" else phrase.owner
            if found is not None:
                code = speakers.countries().get(found.key) or speakers.demonyms().get(found.key)
                if code is not None:
                    if code in self.cast.lands:
                        voice = self.cast.lands[code]
                    else:
                        voice = self.cast.lands[code] = Voice("organisation", country=code, party="official")
                    if not voice.names:
                        voice.names.append((phrase.start, phrase.end))
                    return voice
        if name is not None:
            return self.cast.body(name, "media" if phrase.sort == "media" else "organisation")
        last = self._last(phrase.start)
        if phrase.definite and last is not None and last.person and phrase.head in last.heads:
            return last
        if phrase.definite or phrase.head in {"police", "authority", "authorities"}:
            voice = self._same_body(phrase)
            if voice is not None:
                return voice
        return self._describe(phrase)

    def _same_body(self, phrase: Phrase) -> Voice | None:
        """The body last named with this noun (`the department`), or any body last named for a noun that fits all."""
        head = "" if phrase.head in _BODY_NOUNS else phrase.head
        known = self.cast.by_head.get(phrase.head) or self.cast.by_head.get(head) or []
        i = bisect_right(known, phrase.start, key=lambda k: k[0]) - 1
        if i < 0:
            return None
        voice = known[i][1]
        return voice if not phrase.modifiers or phrase.modifiers <= voice.words else None

    def _paper(self, phrase: Phrase) -> Voice:
        key = plain(self.text[phrase.start : phrase.end])
        paper = self.documents.find(phrase)
        if paper is None:
            return self._describe(phrase)
        voice = self.described.get(paper.key)
        if voice is None:
            voice = self.described[paper.key] = Voice("document", best=paper.name)
        voice.mentions.add((paper.start, paper.end))
        self.described.setdefault(key, voice)
        return voice

    def _describe(self, phrase: Phrase) -> Voice:
        """The voice that goes by these words and no name."""
        key = plain(self.text[phrase.start : phrase.end]).removeprefix("the ")
        voice = None if phrase.indefinite and phrase.sort in {"role", "anonymous"} else self.described.get(key)
        if voice is None:
            voice = Voice(_OPEN_KINDS.get(phrase.sort, "person"), plural=phrase.plural, party=phrase.party)
            voice.heads.add(phrase.head)
            voice.words |= phrase.modifiers
            voice.gender = phrase.noun.gender
            if phrase.sort == "role" and phrase.definite:
                voice.note = "no name in the report is known to go with these words"
            self.described[key] = voice
        return voice

    # -- pronouns

    def _pronoun(self, phrase: Phrase, outer: Voice | None) -> Voice:
        word = phrase.head
        if word in {"who", "which", "that", "whom", "whose"}:
            before = antecedent(self.text, phrase.start, self.cast.lower, who=word.startswith("who"))
            if before is not None:
                voice = self._voice(before, outer)
                if not voice.names:
                    voice.mentions.add((before.start, before.end))
                return voice
            return self._unknown(phrase)
        if word in {"i", "me"}:
            return outer or self._author(phrase)
        if word in {"we", "us"}:
            return self._we(outer) or self._unknown(phrase)
        gender = GENDERS.get(word)
        if gender is not None:
            return self._he(phrase, gender, outer)
        return self._they(phrase, plural=word in {"they", "them", "themselves"})

    def _he(self, phrase: Phrase, gender, outer: Voice | None) -> Voice:  # noqa: ANN001
        def fits(voice: Voice) -> bool:
            return voice.person and voice.gender in {None, gender}

        last = outer or self._last(phrase.start)
        found, score = likeliest(phrase.start, self.scene, self.cast.trail, last, fits, gender=gender)
        if found is None or score < THRESHOLD:
            return self._unknown(phrase, gender)
        if found.gender is None and found.kind == "person":
            found.gender = gender
        return found

    def _they(self, phrase: Phrase, *, plural: bool) -> Voice:
        def fits(voice: Voice) -> bool:
            if plural:
                return voice.plural or voice.kind in {"people", "organisation", "media"}
            return voice.kind in {"organisation", "media", "document"} and not voice.plural

        def bonus(voice: Voice) -> float:
            return 1.0 * (plural and voice.plural)

        last = self._last(phrase.start)
        found, score = likeliest(phrase.start, self.scene, self.cast.trail, last, fits, bonus=bonus)
        return found if found is not None and score >= THRESHOLD else self._unknown(phrase)

    def _we(self, outer: Voice | None) -> Voice | None:
        """Whom "we" speaks for: the speaker's body or land, the speaker, or the body that a press release is from."""
        if outer is not None:
            return outer
        bodies = [*self.cast.lands.values(), *dict.fromkeys(self.cast.bodies.values())]
        spoken = Counter({v: v.sources for v in bodies})
        subject = Counter(
            v for start, v, _ in self.cast.trail.before(len(self.text), 400) if start - self._sentence_start(start) < 5
        )
        return max(bodies, key=lambda v: (spoken[v], subject[v], len(v.mentions)), default=None)

    def _sentence_start(self, at: int) -> int:
        return self.scene.sentences[self.scene.sentence(at) - 1]

    def _author(self, phrase: Phrase) -> Voice:
        return self._last(phrase.start) or self._unknown(phrase)

    def _unknown(self, phrase: Phrase, gender=None) -> Voice:  # noqa: ANN001
        kind: Kind = "people" if phrase.head in {"they", "we", "us", "them"} else "person"
        if phrase.head in {"it", "which", "that"}:
            kind = "organisation"
        voice = Voice(kind, gender=gender, plural=kind == "people")
        voice.note = "nobody named before is likely enough to be meant"
        return voice


def _place(attribution: Attribution) -> tuple[int, str]:
    """Where an attribution's source stands, else its content."""
    span = attribution.source or attribution.content[0]
    return span.start, attribution.id
