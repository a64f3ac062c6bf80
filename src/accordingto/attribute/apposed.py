"""Speakers parted from their cue by an apposition, which the model took for content: `X, a watchdog, has counted`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.edges import quotation_at
from accordingto.language.en import word_class
from accordingto.language.en.lemmas import words
from accordingto.language.en.speakers import countries, role_nouns
from accordingto.language.quotations import Quotation

_LONGEST = 12
"""A noun phrase that speaks has no more words than that."""
_ARTICLES = frozenset({"a", "an", "the", "one"})
_SMALL = frozenset({"of", "for", "and", "the"})
_BEFORE = 4
_REACH = 240
_NAMED = re.compile(
    r",\s(?P<source>(?:[Tt]he\s|[Aa]n?\s)?(?P<name>[A-Z][^\s,;:.\"“”]*(?:\s[^\s,;:\"“”]+){0,6}),\s"
    r"(?:who|whose|which|an?|the|one|himself|herself|now|then|former|formerly)\s[^;:.\"“”]{3,150})\Z"
)
"""A name with a relative clause or an apposition behind it, at the end: `, Ann Tarn, who led the talks`."""


def with_apposed(text: str, draft: Draft, quotes: Sequence[Quotation]) -> Draft:
    """The draft with all of its speaker, where the model gave the name, or name and apposition, to the content.

    Before the cue: `The Harbour Watch | , a charity, | has counted`, where the name was content and the apposition the
    source. Behind the statement: `Nine drowned, Ann Tarn, who led the search, | told`, where no source was found.
    """
    if draft.cue is None or not draft.content:
        return draft
    first = draft.content[0]
    if draft.source is not None and len(draft.content) > 1 and _opens(text, first, draft.source, draft.cue, quotes):
        return replace(draft, source=(first[0], draft.source[1]), content=draft.content[1:])
    last = draft.content[-1]
    if draft.source is None and last[1] <= draft.cue[0] and not text[last[1] : draft.cue[0]].strip(" ,"):
        return _behind(text, draft, last, draft.cue, quotes)
    return draft


def _opens(text: str, name: Offsets, source: Offsets, cue: Offsets, quotes: Sequence[Quotation]) -> bool:
    """Whether content is the name that opens the sentence, and the source its apposition; or a function, and a name."""
    start, end = name
    begins = not start or text[max(0, start - _BEFORE) : start].rstrip(" \t")[-1:] in {"", ".", "\n", "?", "!"}
    if not begins or text[end : source[0]].strip(" ") != "," or source[1] > cue[0]:
        return False
    if quotation_at(start, quotes) is not None or not _is_name(text[start:end]):
        return False
    described = text[slice(*source)].split(maxsplit=1)[0] in _ARTICLES
    return described or text[start:end].split(maxsplit=1)[0].casefold() in role_nouns()


def _behind(text: str, draft: Draft, last: Offsets, cue: Offsets, quotes: Sequence[Quotation]) -> Draft:
    """The draft with the name at the end of its content for source; itself where there is none."""
    start, end = last
    said = words(text[slice(*cue)])
    if not said or said[0] in word_class("be_form") or quotation_at(end - 1, quotes) is not None:
        return draft
    named = _NAMED.search(text, max(start, end - _REACH), end)
    if named is None or named["name"].casefold() in countries() or named.start() <= start:
        return draft
    return replace(draft, source=named.span("source"), content=(*draft.content[:-1], (start, named.start())))


def _is_name(said: str) -> bool:
    """Whether a phrase is words in capitals, with small ones between them, of which the first is no preposition."""
    some = said.split()
    small = [word for word in some if not word[0].isupper()]
    first = some[0].casefold()
    opens = some[0][0].isupper() and first not in word_class("preposition") and first != "to"
    return opens and some[-1][0].isupper() and len(some) <= _LONGEST and set(small) <= _SMALL
