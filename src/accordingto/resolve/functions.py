"""Whom a function means (`the general`): who was said to have it, or one that it may take up."""

from __future__ import annotations

from accordingto.language.en import speakers, word_class
from accordingto.resolve.cast import Cast
from accordingto.resolve.phrase import Phrase
from accordingto.resolve.pronouns import Scene, likeliest
from accordingto.resolve.voices import Voice

SAME_NOUN = 3.0
GENERAL_NOUN = 2.2
"""The noun may take up the one that the person goes by: `the diplomat` an ambassador."""
GENERIC = 1.2
"""`The man`: it tells nothing but the gender."""
NAMED = 0.8
MODIFIER = 0.8
OTHER_LAND = -4.0
_LEAD = 700
_ON = 2
THRESHOLD = 2.0
"""Below this score a function stays without a name (docs/speakers.md)."""


def holder(phrase: Phrase, scene: Scene, cast: Cast, last: Voice | None, spoke: int) -> Voice | None:
    """The person with the function that a phrase tells, None where nobody is likely enough.

    `last` made the last statement before, as the source at offset `spoke`.

    Who was mentioned before counts first, then the only one in the text: a headline tells the function first.
    """
    gender = phrase.noun.gender

    def fits(voice: Voice) -> bool:
        if not voice.person or (gender is not None and voice.gender not in {None, gender}):
            return False
        return _score(phrase, voice) > 1.0

    choice = likeliest(phrase.start, scene, cast.trail, last, fits, gender=gender, bonus=lambda v: _score(phrase, v))
    found = choice.voice
    if found is None or choice.score < THRESHOLD:
        found = cast.only_holder(phrase.head)
        found = found if found is not None and _score(phrase, found) > 1.0 else None
    if found is None and _speaks_on(phrase, scene, last, spoke):
        found = last
    if found is not None:
        found.heads.add(phrase.head)
    return found


def introduced(phrase: Phrase, cast: Cast) -> Voice | None:
    """The person whom a lead tells of without the name (`A judge in Tarn has…`) and the text names further on."""
    if phrase.start > _LEAD:
        return None
    found = cast.only_holder(phrase.head)
    if found is None or not found.names or found.first <= phrase.end or _score(phrase, found) <= 1.0:
        return None
    # A fire department's spokesman is no police department's.
    body = phrase.owner if phrase.owner is not None and phrase.owner.sort == "organisation" else None
    return found if body is None or {w.singular for w in body.words} <= _words_of(found) else None


def _words_of(voice: Voice) -> set[str]:
    """The words of a voice's functions, possessives as their nouns."""
    return voice.words | {word.removesuffix("'s") for word in voice.words}


def _speaks_on(phrase: Phrase, scene: Scene, last: Voice | None, spoke: int) -> bool:
    """Whether a function that nobody is known to have is that of who spoke just before and of whom nothing is known.

    Reports vary the words for one speaker (`the Tarn native`); they bring in another one with a name or an "a".
    """
    one = phrase.definite or (phrase.owner is not None and phrase.owner.possessive)
    if last is None or last.kind != "person" or not last.names or not one or phrase.owned:
        return False
    if last.roles and not phrase.modifiers & last.words:
        return False
    if phrase.noun.gender is not None and last.gender not in {None, phrase.noun.gender}:
        return False
    if phrase.owner is not None and phrase.owner.words[-1].key == last.surname:
        return False
    return scene.sentence(phrase.start) - scene.sentence(spoke) <= _ON


def _score(phrase: Phrase, voice: Voice) -> float:
    """How well a function fits what is known of a voice; nothing to nobody."""
    score = 0.0
    if phrase.head in voice.heads:
        score = SAME_NOUN
    elif speakers.general_roles().get(phrase.head, frozenset()) & voice.heads:
        score = GENERAL_NOUN
    elif phrase.head in word_class("person_in_general") and voice.sources > 0:
        score = GENERIC
    if not score or (score > GENERIC and phrase.common and voice.common and not phrase.common & voice.common):
        return 0.0
    score += NAMED * bool(voice.names)
    score += MODIFIER * min(2, len(phrase.modifiers & voice.words))
    if phrase.country is not None and voice.country not in {None, phrase.country}:
        score += OTHER_LAND
    return score
