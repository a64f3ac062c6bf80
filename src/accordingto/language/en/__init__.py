"""English word lists: each loader reads one data file of this folder once.

| file | what a line holds |
|---|---|
| `cues.tsv` | a cue phrase in lemmas, what follows it (`frame`), the stance that it then expresses, and when negated |
| `irregular_forms.tsv` | an inflected form that no rule derives, and its lemma |
| `negators.txt` | lemmas that turn the cue behind them into its negation |
| `raising.txt` | verbs that say nothing about stance when a cue follows them after "to" (`seemed to suggest`) |
| `light_verbs.txt` | verbs that leave the stance to the noun behind them (`issued an order`) |
| `block_ends.txt` | lines that end the statement in a press release |
| `not_speakers.txt` | labels in capitals before a colon that name no speaker |
| `nested_cues.txt` | words and lemmas of speech, thought and intention in statements within statements |
| `adverbs.txt` | words that may stand inside a cue phrase without changing it |
| `word_classes.tsv` | a class of function words that the stance rules look at, and a word of it |

These are in lower case, sorted, without duplicates. Other files of the folder are read where they are used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, get_args

from accordingto.records import Stance

Phrase = tuple[str, ...]
Frame = Literal["any", "ing", "should", "to", "wh", "whether"]
"""What a cue takes: `whether` or if; another question word (`wh`); an infinitive, its own or its object's (`to`); a
clause with should or a subjunctive (`should`); a gerund (`ing`); `any` is what remains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a cue phrase says about the source's stance when followed by `frame`.

    `negated` is the stance under negation, None where the usual effect of negation on `stance` applies.
    """

    phrase: Phrase
    frame: Frame
    stance: Stance
    negated: Stance | None


@cache
def cues() -> MappingProxyType[Phrase, MappingProxyType[Frame, Cue]]:
    """The cue phrases, each with its frames; raises ValueError for a label that is none."""
    frames: dict[str, Frame] = {name: name for name in get_args(Frame)}
    stances: dict[str, Stance] = {name: name for name in get_args(Stance)}
    found: dict[Phrase, dict[Frame, Cue]] = {}
    for number, row in enumerate(_rows("cues.tsv"), 2):
        phrase, frame, stance, negated = row
        if frame not in frames or stance not in stances or (negated and negated not in stances):
            raise ValueError(f"cues.tsv line {number}: {row!r} has an unknown frame or stance; see Frame and Stance")
        cue = Cue(
            phrase=tuple(phrase.split(" ")),
            frame=frames[frame],
            stance=stances[stance],
            negated=stances[negated] if negated else None,
        )
        found.setdefault(cue.phrase, {})[cue.frame] = cue
    return MappingProxyType({phrase: MappingProxyType(of) for phrase, of in found.items()})


@cache
def irregular_forms() -> MappingProxyType[str, str]:
    """Inflected form -> lemma, for forms that no rule derives."""
    return MappingProxyType({form: lemma for form, lemma in _rows("irregular_forms.tsv")})  # noqa: C416


@cache
def block_ends() -> frozenset[str]:
    """Lines that end a statement in a press release (`notes to editors`)."""
    return frozenset(_lines("block_ends.txt"))


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class of `word_classes.tsv`; raises KeyError for a class that it does not have."""
    found = frozenset(word for of, word in _rows("word_classes.tsv") if of == name)
    if not found:
        raise KeyError(f"word_classes.tsv has no class {name!r}")
    return found


@cache
def not_speakers() -> frozenset[str]:
    """Labels before a colon that name no speaker (`update`)."""
    return frozenset(_lines("not_speakers.txt"))


@cache
def negators() -> frozenset[Phrase]:
    """Phrases of lemmas that negate the cue behind them."""
    return frozenset(tuple(line.split(" ")) for line in _lines("negators.txt"))


@cache
def raising() -> frozenset[str]:
    """Lemmas of verbs that hand on to the cue behind their "to"."""
    return frozenset(_lines("raising.txt"))


@cache
def light_verbs() -> frozenset[str]:
    """Lemmas of verbs that leave the stance to the noun behind them."""
    return frozenset(_lines("light_verbs.txt"))


@cache
def nested_cues() -> frozenset[str]:
    """Lemmas of verbs, nouns and adjectives for speech, thought and intention."""
    return frozenset(_lines("nested_cues.txt"))


@cache
def adverbs() -> frozenset[str]:
    """Adverbs without -ly that may stand inside a cue phrase."""
    return frozenset(_lines("adverbs.txt"))


def _lines(name: str) -> list[str]:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()


def _rows(name: str) -> list[list[str]]:
    """The cells of each line behind the heading."""
    return [line.split("\t") for line in _lines(name)[1:]]
