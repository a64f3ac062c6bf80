"""Text -> the language that it is in, where that can be told.

Told in two steps. English holds its sentences together with words that no other language has in such number (`the`,
`that`, `were`): where every tenth word is one of these, the text is English, and nothing more is asked. That takes a
millisecond and no model, and settles every report of the development corpora. Only for the others is a detector with
a model of 130 languages loaded (py3langid, a second and 120 MB), which names the language.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from accordingto.read.words import pairs, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SLICES, _SLICE = 5, 2_000
_ENOUGH_ENGLISH = 0.10
_LITTLE_ENGLISH = 0.05
_FEW_WORDS = 8
_FEW_LETTERS = 10
_STRETCH = 25
_SURE, _RATHER_SURE, _LIKELIEST, _NO_ENGLISH = 0.9, 0.5, 0.4, 0.001

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The language's ISO 639 code, None where it cannot be told; its English name; and why, in words."""

    code: str | None
    name: str | None
    why: str


def tell(text: str) -> Verdict:
    """The language of `text`, from up to five slices spread over it, so that a long text takes no longer.

    Too few words (a heading, names, figures) give `code` None: there is nothing to tell a language by. A text with
    quotations in another language is in the language of its larger part.

    >>> tell("The minister said that they had been told of the attack.").code
    'en'
    """
    sample = _sample(text)
    letters = [c for c in sample if c.isalpha()]
    if not letters:
        return Verdict(code=None, name=None, why="it has no words")
    latin = sum(_is_latin(c) for c in letters) / len(letters)
    found = _WORD.findall(sample)
    if latin >= 0.5:
        english = words("function_words.txt")
        # Only Latin words are counted: quotations in Arabic or Russian say nothing about the words around them.
        own = [word.lower() for word in found if _is_latin(word[0])]
        held = [word in english for word in own]
        share = sum(held) / max(len(own), 1)
        if len(own) >= _FEW_WORDS and share >= _ENOUGH_ENGLISH and _mostly(held):
            return Verdict(code="en", name="English", why=f"{share:.0%} of its words are English function words")
        # Names stand in any language alike: only words in lower case (or all, in a text without) tell one.
        telling = [word for word in found if word[0].islower()] or found
        few = len(telling) < _FEW_WORDS
    else:
        share, few = 0.0, len(letters) < _FEW_LETTERS
    if few:
        return Verdict(code=None, name=None, why="it has too few words")
    code, probability, english_probability = _classify(sample)
    if code == "en":
        if probability >= _RATHER_SURE:
            return Verdict(code="en", name="English", why=f"detected with probability {probability:.2f}")
    elif code != "zxx":  # The code for what is in no language.
        # Between two that are alike (Malay, Indonesian) neither is sure, and yet it is plain that it is not English.
        foreign = share < _LITTLE_ENGLISH and english_probability < _NO_ENGLISH and probability >= _LIKELIEST
        if probability >= _SURE or foreign or latin < 0.5:
            return Verdict(
                code=code,
                name=pairs("language_names.tsv").get(code, code),
                why=f"detected with probability {probability:.2f}",
            )
    return Verdict(code=None, name=None, why=f"the likeliest ({code}) has a probability of only {probability:.2f}")


def _mostly(held: list[bool]) -> bool:
    """Whether English words hold together most stretches: a few English paragraphs do not make a text English."""
    stretches = [held[i : i + _STRETCH] for i in range(0, len(held), _STRETCH)]
    return 2 * sum(sum(stretch) >= 0.08 * len(stretch) for stretch in stretches) >= len(stretches)


def _sample(text: str) -> str:
    if len(text) <= _SLICES * _SLICE:
        return text
    step = (len(text) - _SLICE) // (_SLICES - 1)
    return "\n".join(text[i * step : i * step + _SLICE] for i in range(_SLICES))


@cache
def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH LATIN"))


_loading = threading.Lock()


@cache
def _identifier() -> LanguageIdentifier:
    # Imported here: only a text that is not plainly English needs it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _classify(text: str) -> tuple[str, float, float]:
    """The likeliest language, its probability, and the probability of English."""
    with _loading:
        identifier = _identifier()
    # Capitals tell it nothing: its features are bytes, and it learnt from text in lower case.
    ranking = identifier.rank(text.lower())
    code, probability = ranking[0]
    return str(code), float(probability), float(dict(ranking)["en"])
