"""Cue and content -> the stance of the source toward the content.

The cue lexicon (`language/en/cues.tsv`) says what stance a cue expresses before each kind of complement: "asked for",
"asked whether" and "asked them to" differ. On top of it stand four rules: verbs such as "seemed to" hand on to the cue
behind them; negation and refusal turn a stance ("would not confirm"); a wish or doubt that somebody says to have counts
before the saying ("said she hoped"); and what is said in the form of a question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from accordingto.language.en import Cue, Frame, Phrase, adverbs, cues, light_verbs, negators, raising, word_class
from accordingto.language.en.lemmas import lemmas, words
from accordingto.records import Stance

Offsets = tuple[int, int]

_BEFORE = 60
_BETWEEN = 120
_AHEAD = 400
"""Code points looked at before the cue, between cue and content, and into the content."""

_NEGATED: dict[Stance, Stance] = {
    "asserts": "asserts",  # "did not mention the war" still makes the war the topic; open clauses see _negated
    "believes": "doubts",  # negation is raised: "does not believe it" is "believes that it is not so", said weakly
    "denies": "asserts",
    "doubts": "believes",
    "wants": "wants",
    "asks": "asks",
}

_CLAUSE_END = re.compile(r"[.!?;:\n,–—()\"“”„«»]")
_QUESTION_END = re.compile(r"\?[\s\"”“»'’)\]]*$")
_SENTENCE_END = re.compile(r"[.!][\"”’']?\s+[\"“]?[A-Z]")
_GERUND = re.compile(r"(?!(?:any|every|no|some)?thing\b|during\b|(?:even|morn)ing\b|king\b|spring\b)\w{2,}ing\b")
_SHOULD = re.compile(r"\bshould\b|\b(?!to |will |would |can |could |may |might |must |shall |not )\w+ be\b")


@dataclass(frozen=True, slots=True)
class _Match:
    """A phrase of the lexicon in a cue: the words `start` to `end` of it."""

    phrase: Phrase
    start: int
    end: int


def stance(text: str, cue: Offsets | None, content: Sequence[Offsets]) -> Stance:
    """The stance that the words of `cue` express toward `content` (code point offsets into `text`, in order).

    A free quotation (`cue` None) is asserted unless it is a question, and so is whatever hangs on a cue that the
    lexicon does not know, unless it is an infinitive. Looks at no more than some hundred code points around the cue.
    """
    complement = text[content[0][0] : content[0][0] + min(content[0][1] - content[0][0], _AHEAD)] if content else ""
    question = _is_question(text, content)
    if cue is None:
        return "asks" if question else "asserts"
    before = words(_CLAUSE_END.split(text[max(0, cue[0] - _BEFORE) : cue[0]])[-1])[-3:]
    told = words(text[slice(*cue)][:_AHEAD])
    behind = bool(content) and content[0][0] >= cue[1]
    between = text[cue[1] : content[0][0]] if behind and content[0][0] - cue[1] <= _BETWEEN else ""
    ahead = words(complement)
    # Readers differ on whether the preposition belongs to the cue ("asked for | help") or the content.
    tokens = [*before, *told, *(w for w in ahead[:1] if behind and w in word_class("governed"))]
    plain, shift = _without_adverbs(tokens, len(before))
    matches = [m for m in _matches(plain) if m.start >= shift]
    head = _head(plain, matches)
    tail = _CLAUSE_END.split(between)[-1]
    if head is None:
        if question:
            return "asks"
        return "wants" if _infinitive([*plain[-1:], *ahead] if plain[-1:] == ["to"] else ahead) else "asserts"
    entry = _entry(cues()[head.phrase], plain[head.end :], [*words(tail), *ahead], complement, behind=behind)
    if entry is None:
        return "asks" if question else "asserts"
    if question and (entry.stance == "asserts" or (entry.frame == "any" and entry.stance == "wants")):
        return "asks"
    if _is_negated(plain, head):
        return _negated(entry, [*plain[head.end :], *words(tail), *ahead])
    return entry.stance


def known_cue(words_of_it: str) -> bool:
    """Whether a phrase of the lexicon stands in a cue."""
    return bool(_matches(words(words_of_it[:_AHEAD])))


def _without_adverbs(tokens: list[str], shift: int) -> tuple[list[str], int]:
    """`tokens` without adverbs that the lexicon does not know, and where the word at `shift` has moved to."""
    kept = [
        (i, t)
        for i, t in enumerate(tokens)
        if any(lemma in _vocabulary() for lemma in lemmas(t))
        or not (t in adverbs() or (t.endswith("ly") and len(t) > 4))
    ]
    return [t for _, t in kept], sum(i < shift for i, _ in kept)


@cache
def _vocabulary() -> frozenset[str]:
    """All words of the lexicon's phrases and of the negators."""
    return frozenset(word for phrase in [*cues(), *negators()] for word in phrase)


@cache
def _by_first_word() -> dict[str, tuple[Phrase, ...]]:
    """The lexicon's phrases by their first word, longest first; raising verbs and negating verbs count as phrases."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted({*cues(), *((verb,) for verb in raising())}):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def _matches(tokens: list[str]) -> list[_Match]:
    """The phrases in `tokens` from left to right without overlap, the longest at each place."""
    forms = [lemmas(t) for t in tokens]
    found: list[_Match] = []
    at = 0
    while at < len(tokens):
        fitting = [
            phrase
            for first in forms[at]
            for phrase in _by_first_word().get(first, ())
            if at + len(phrase) <= len(tokens) and all(word in forms[at + k] for k, word in enumerate(phrase))
        ]
        if fitting:
            # max keeps the first of equals: the form as it stands ("determined") goes before its lemma ("determine").
            longest = max(fitting, key=len)
            found.append(_Match(longest, at, at + len(longest)))
            at += len(longest)
        else:
            at += 1
    return found


def _head(tokens: list[str], matches: list[_Match]) -> _Match | None:
    """The match that decides: the first, unless it hands on to a later one."""
    for place, here in enumerate(matches):
        if here.phrase not in cues():
            continue
        later = matches[place + 1] if place + 1 < len(matches) else None
        if later is not None and tokens[later.start - 1] == "to":
            if here.phrase[0] in raising():
                continue
            if (*here.phrase, "to") in negators() and _default(later) != "wants":
                continue
        if _default(here) != "asserts":
            return here
        if later is not None and here.phrase[0] in light_verbs() and _object_of(tokens, here, later):
            return later
        for other in matches[place + 1 :]:
            owned = tokens[other.start - 1] in word_class("opens_clause") and _default(other) != "asserts"
            if owned or _default(other) == "denies":
                return other
        return here
    return None


def _object_of(tokens: list[str], verb: _Match, noun: _Match) -> bool:
    """Whether `noun` stands right behind `verb`, no more than three words on, and within its phrase."""
    between = tokens[verb.end : noun.start]
    return len(between) <= 3 and not any(w in word_class("ends_phrase") for w in between)


def _default(match: _Match) -> Stance:
    """The stance of a phrase before no special complement."""
    frames = cues().get(match.phrase)
    return frames["any"].stance if frames and "any" in frames else "asserts"


def _entry(
    frames: MappingProxyType[Frame, Cue], rest: list[str], ahead: list[str], content: str, *, behind: bool
) -> Cue | None:
    """The frame of a phrase that fits the words behind it in the cue (`rest`) and in the content (`ahead`)."""
    following = [*rest, *ahead] if behind else rest
    opening = [w for w in following[:4] if w not in word_class("before_question")][:1] + ahead[:1]
    fits: dict[Frame, bool] = {
        "whether": any(w in word_class("whether") for w in [*rest, *opening]),
        "wh": any(w in word_class("question_word") for w in opening),
        "to": _infinitive(ahead) or rest[-1:] == ["to"] or (behind and _object_infinitive(following, rest, content)),
        "should": bool(behind and _SHOULD.search(" ".join(ahead[:40]))) and not content.startswith(('"', "“")),
        "ing": bool(ahead and _GERUND.match(ahead[0])),
        "any": True,
    }
    return next((frames[frame] for frame, fit in fits.items() if fit and frame in frames), None)


def _infinitive(tokens: list[str]) -> bool:
    """Whether the words begin with "to" or "not to" and a verb."""
    if tokens[:1] == ["not"]:
        tokens = tokens[1:]
    return (
        len(tokens) > 1
        and tokens[0] == "to"
        and tokens[1] not in word_class("not_verb")
        and not tokens[1].endswith("ing")
        and not tokens[1][0].isdigit()
    )


def _object_infinitive(following: list[str], rest: list[str], content: str) -> bool:
    """Whether the words begin with an object and its infinitive, as in "told | the crowd to leave".

    A clause with a subject of its own ("he plans to leave") is none: before "to" there is no auxiliary, no pronoun in
    the nominative and no verb that takes an infinitive itself.
    """
    if content.lstrip().startswith(('"', "“", "„", "«", "''", "``")):
        return False
    object_words = following[: len(rest) + 9]
    if "to" not in object_words:
        return False
    at = object_words.index("to", 0)
    before = object_words[:at]
    if any(w in word_class("before_finite_verb") for w in before) or not _infinitive(following[at:]):
        return False
    last = before[-1] if before else ""
    if last in word_class("takes_infinitive"):
        return False
    verb_like = last.endswith(("s", "ed")) and not last.endswith("ers")
    return not (verb_like and any("to" in cues().get((x,), {}) or _wants(x) for x in lemmas(last)))


def _wants(lemma: str) -> bool:
    return "any" in cues().get((lemma,), {}) and cues()[(lemma,)]["any"].stance == "wants"


def _is_negated(tokens: list[str], head: _Match) -> bool:
    """Whether a negator stands within the four words before `head`."""
    first = max(0, head.start - 4)
    forms = [lemmas(t) for t in tokens[first : head.start]]
    return any(
        at + len(phrase) <= len(forms) and all(word in forms[at + k] for k, word in enumerate(phrase))
        for at, words in enumerate(forms)
        for word in words
        for phrase in _negators_by_first_word().get(word, ())
    )


@cache
def _negators_by_first_word() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in negators():
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(some) for first, some in found.items()}


def _negated(entry: Cue, following: list[str]) -> Stance:
    """The stance under negation; not saying whether or that something is so leaves it open."""
    if entry.negated is not None:
        return entry.negated
    opening = [w for w in following[:4] if w not in word_class("before_question")][:1]
    if entry.stance == "asserts" and any(
        w in word_class("whether") | word_class("question_word") | {"that"} for w in opening
    ):
        return "doubts"
    return _NEGATED[entry.stance]


def _is_question(text: str, content: Sequence[Offsets]) -> bool:
    """Whether the content is one sentence, in one span, that ends in a question mark."""
    if len(content) != 1 or content[0][1] - content[0][0] > _AHEAD:
        return False
    words_of_it = text[slice(*content[0])]
    return bool(_QUESTION_END.search(words_of_it)) and not _SENTENCE_END.search(words_of_it)
