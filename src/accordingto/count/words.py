"""Text -> words with their places, in sentences, as the rules for figures read them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from accordingto.language.en.quantities import figure_words, numbers

_WORD = re.compile(
    r"""(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])          # 1,000  1,234.5
      | \d{1,3}(?:,\u0020\d{3}){0,4},\u0020[0]\d\d(?![,.]?\d)     # 2, 000, of a text whose words were set apart
      | \d{1,3}(?:[\u0020\u00a0\u202f\u2009]\d{3})+(?![\d,.]\d|\w)  # 1 000
      | \d+(?:\.\d+)*)                                            # 12  1.2  1.000.000
    | (?P<word>(?:[^\W\d_]\.){2,}                                 # U.S.
      | [^\W\d_]+(?:[-'’][^\W_]+)*)                               # self-held, doesn't, MiG-29
    | (?P<sign>[^\w\s]|_)""",
    re.VERBOSE,
)
_AFTER_DIGITS = re.compile(r"(?:st|nd|rd|th|d)\b", re.IGNORECASE)
_ENDS = frozenset(".!?…")
_CLOSES = frozenset("\"”’')]»")
_OPENS = frozenset("\"“‘'([«")
_MARKS_REACH = 12
_NARROW, _WIDE, _FULL = 40, 120, 0.75
DASHES = frozenset("-–—‑−")


class Word(NamedTuple):
    """A word, a number in digits or a sign, with its offsets; `lower` is its text in lower case."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    """`digits`, `word` or `sign`."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, and for each the index at which its sentence begins and ends."""

    text: str
    all: tuple[Word, ...]
    starts: tuple[int, ...]
    """Index of the first word of each sentence."""
    paragraphs: tuple[int, ...]
    """Index of the first word of each paragraph."""
    shouted: bool
    """Whether the text is all in capitals, so that a capital tells nothing."""

    def lower(self, index: int) -> str:
        """Word `index` in lower case, empty where there is none."""
        return self.all[index].lower if 0 <= index < len(self.all) else ""

    def at(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the words of `phrase`, in lower case, stand at `index`."""
        return tuple(w.lower for w in self.all[index : index + len(phrase)]) == phrase

    def sentence(self, index: int) -> tuple[int, int]:
        """The words of the sentence that holds word `index`, as a half-open range."""
        return _part(self.starts, index, len(self.all))

    def paragraph(self, index: int) -> tuple[int, int]:
        """The words of the paragraph that holds word `index`, as a half-open range."""
        return _part(self.paragraphs, index, len(self.all))

    def joined(self, index: int) -> bool:
        """Whether nothing stands between word `index` and the one behind it."""
        return index + 1 < len(self.all) and self.all[index].end == self.all[index + 1].start


def words(text: str) -> Words:
    """The words of `text`.

    Hyphens stay inside a word, except behind a number (`six-member`, `twenty-two`), where they are words of their own.
    """
    found: list[Word] = []
    for match in _WORD.finditer(text):
        kind = str(match.lastgroup)
        token = match.group()
        first = numbers().get(token.split("-", 1)[0].lower()) if kind == "word" and "-" in token else None
        if first is not None and first.role != "suffix":
            found += _split(match.start(), token)
        else:
            found.append(Word(*match.span(), token, token.lower().replace("’", "'"), kind))
    starts, paragraphs = _bounds(text, found)
    return Words(text, tuple(found), tuple(starts), tuple(paragraphs), _shouted(found))


def _shouted(found: list[Word]) -> bool:
    letters = [w.text for w in found if w.kind == "word" and len(w.text) > 1]
    return sum(text.isupper() for text in letters) * 2 > len(letters)


def _split(start: int, token: str) -> list[Word]:
    out: list[Word] = []
    for part in re.split(r"(-)", token):
        if part:
            out.append(
                Word(start, start + len(part), part, part.lower().replace("’", "'"), "sign" if part == "-" else "word")
            )
            start += len(part)
    return out


def _bounds(text: str, found: list[Word]) -> tuple[list[int], list[int]]:
    """Where sentences and paragraphs begin."""
    starts, paragraphs = [0], [0]
    width = _width(text)
    for index, (last, word) in enumerate(pairwise(found), 1):
        if last.end == word.start:
            continue
        lines = text.count("\n", last.end, word.start)
        opens = word.text[0]
        if lines > 1 or (lines and _breaks(text, last, word, width)):
            paragraphs.append(index)
            starts.append(index)
        elif (opens.isupper() or opens.isdigit() or opens in _OPENS) and _ended(found, index):
            starts.append(index)
    return starts, paragraphs


def _width(text: str) -> int | None:
    """The length of the longest line of a text that is broken into lines of one width; None for other texts."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    longest = max(lines, default=0)
    full = sum(length > longest * _FULL for length in lines)
    wrapped = _NARROW <= longest <= _WIDE and len(lines) > 2 and full * 2 >= len(lines)
    return longest if wrapped else None


def _breaks(text: str, last: Word, word: Word, width: int | None) -> bool:
    """Whether a line's end between two words ends a paragraph too, as that of a headline does."""
    if width is not None:
        line = last.end - (text.rfind("\n", 0, last.end) + 1)
        return line < width * _FULL / 2
    return (word.text[0].isupper() or not word.text[0].isalpha()) and last.text not in ",;"


def _ended(found: list[Word], index: int) -> bool:
    """Whether a sentence ends before word `index`, as far as the words before it tell."""
    before = index - 1
    while before >= 0 and index - before <= _MARKS_REACH and _closes(found, before):
        before -= 1
    if before < 0:
        return False
    last = found[before]
    if last.text in _ENDS:
        if last.text != "." or before == 0:
            return True
        word = found[before - 1]
        return not (
            word.end == last.start
            and (word.lower in figure_words("abbreviation") or (len(word.text) == 1 and word.text.isupper()))
        )
    return False


def _closes(found: list[Word], at: int) -> bool:
    """Whether a word may stand behind a sentence's end: a closing mark, or a note's number in brackets."""
    if found[at].text in _CLOSES or found[at].text == "[":
        return True
    return found[at].kind == "digits" and at > 0 and found[at - 1].text == "["


def _part(firsts: tuple[int, ...], index: int, size: int) -> tuple[int, int]:
    at = bisect_right(firsts, index)
    return firsts[at - 1], firsts[at] if at < len(firsts) else size


def is_ordinal(text: str, word: Word) -> bool:
    """Whether digits go on as an ordinal (`101st`)."""
    return bool(_AFTER_DIGITS.match(text, word.end))
