"""Whom "we" speaks for: a body named in the same statement, the speaker's body, the speaker, a release's issuer."""

from __future__ import annotations

from collections import Counter

from accordingto.records import Attribution
from accordingto.resolve.affiliation import affiliation
from accordingto.resolve.cast import Cast
from accordingto.resolve.names import names
from accordingto.resolve.pronouns import Scene
from accordingto.resolve.voices import Voice
from accordingto.resolve.words import words

_MOST = 400
_AT_START = 5
"""A mention that begins so close behind its sentence's beginning, an article aside, is the sentence's subject."""


def inside(at: int, outer: Attribution, speaker: Voice, cast: Cast, scene: Scene) -> Voice:
    """Whom "we" at offset `at` means in a statement `outer` of `speaker`."""
    told = _subjects(at, outer.content[0].start, cast, scene).most_common(1)
    return told[0][0] if told else _body_of(speaker, cast) or speaker


def _subjects(at: int, begin: int, cast: Cast, scene: Scene) -> Counter[Voice]:
    """The bodies and lands that sentences between two offsets begin with, and how often."""
    found = ((s, v) for s, v, _ in cast.trail.before(at, _MOST) if s >= begin)
    return Counter(
        v for s, v in found if v.kind == "organisation" and v.names and s - scene.sentence_start(s) < _AT_START
    )


def _body_of(speaker: Voice, cast: Cast) -> Voice | None:
    """The body or land that a person's functions name."""
    span = affiliation(cast.text, speaker.roles) if speaker.kind == "person" else None
    if span is None:
        return None
    name = next(names(cast.text, words(cast.text, *span), frozenset()), None)
    return cast.known(name) if name is not None else None


def issuer(cast: Cast, scene: Scene) -> Voice | None:
    """The body or land that says "we" outside quotations: who issued the text.

    A release tells in the present tense what its issuer does by it (`Norland condemns`), in the past what others said.
    """
    bodies = [*cast.lands.values(), *dict.fromkeys(cast.bodies.values())]
    subject = _subjects(len(cast.text), 0, cast, scene)
    found = max(bodies, key=lambda v: (v.performs, v.sources, subject[v], len(v.mentions)), default=None)
    return found if found is not None and (found.sources or subject[found]) else None
